"""The part of a build that a host takes part in: it renders layouts and hand-written pages.

Knows no host. A host hands in plain values, and gets text back for its own templates.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol

from generator.build.prepare import AcademyProject, PreparedSite, Progress, finalise_site, prepare
from generator.build.site_files import write_site_files
from generator.model.fields.prose import MENTION_PATTERN
from generator.model.kinds.measure import GIVE_AN_ID_HINT, derived_id_message
from generator.publish import StagedSite, write_file
from generator.site.find import StaticPage
from generator.site.parts.page import ContentsEntry
from generator.site.render.markdown import html_text
from generator.site.render.renderer import PageHead, PageSlots


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a hand-written page, at a level from 1 to 6."""

    level: int
    id: str
    title: str


@dataclass(frozen=True, slots=True)
class HandwrittenPage:
    """A hand-written page as the host rendered it.

    `source` is its file, from the academy's folder; `body` is its HTML.
    """

    url: str
    source: str
    title: str
    summary: str
    headings: tuple[Heading, ...]
    body: str


@dataclass(frozen=True)
class HostedPages:
    """What a host rendered in one build.

    `layouts` are the rendered layouts by URL; `documents` the hand-written pages, as search finds
    them; `mentioned` the title and URL that each record named by a hand-written page then had;
    `warnings` what the host and the pages are warned of.
    """

    layouts: Mapping[str, str]
    documents: tuple[StaticPage, ...]
    mentioned: Mapping[str, tuple[str, str] | None]
    warnings: tuple[str, ...]


class PageCollector:
    """Takes in the hand-written pages one by one, while the host renders them."""

    def __init__(self, prepared: PreparedSite) -> None:
        self._prepared = prepared
        self._documents: list[StaticPage] = []
        self._mentioned: dict[str, tuple[str, str] | None] = {}
        self._faults: list[str] = []

    def link_mentions(self, markdown: str, url: str, source: str) -> str:
        """Return the Markdown of the page at `url` with a link for each `[[id]]` of a record."""
        for match in MENTION_PATTERN.finditer(markdown):
            target = match.group(1).strip()
            self._mentioned[target] = self._prepared.site.resolve(target)
            if self._prepared.has_derived_id(target):
                self._faults.append(f"{source}: {derived_id_message(target)} {GIVE_AN_ID_HINT}")
        text, unknown = self._prepared.renderer.link_mentions(markdown, url)
        self._faults += (f"{source}: there is no record “[[{target}]]”." for target in unknown)
        return text

    def frame(self, page: HandwrittenPage) -> PageSlots:
        """Return the contents of each slot around a page, and note the page for the search."""
        if [heading.level for heading in page.headings].count(1) != 1:
            self._faults.append(f"{page.source}: write one heading with a single “#”.")
        contents = tuple(
            ContentsEntry(heading.id, heading.title)
            for heading in page.headings
            if heading.level == 2
        )
        head = PageHead(page.url, page.title, page.summary, contents, page.source)
        self._documents.append(StaticPage(page.url, page.title, page.summary, html_text(page.body)))
        return self._prepared.renderer.html_slots(head, page.body)

    def hosted(self, layouts: Mapping[str, str], warnings: tuple[str, ...]) -> HostedPages:
        """Return all that was taken in, with the rendered layouts and the host's own warnings."""
        faults = (*warnings, *self._faults)
        return HostedPages(layouts, tuple(self._documents), dict(self._mentioned), faults)


class UnsoundSiteError(Exception):
    """A finished site has faults. The text says each; the last site is untouched."""


class HostedBuild(Protocol):
    """A build around the pages that a host writes into `folder`."""

    @property
    def prepared(self) -> PreparedSite:
        """The records that it is made from."""

    @property
    def folder(self) -> Path:
        """Where the host writes."""

    def complete(self, pages: HostedPages) -> None:
        """Do what is left once the host has rendered its pages."""

    def discard(self) -> None:
        """Remove what is unfinished, however the build ended."""


class PublishedBuild:
    """A build whose site takes the place of the last one once it is verified.

    Raises RecordsRefusedError when the content has faults, and OSError when `site_dir`
    holds something else than a site.
    """

    def __init__(self, project: AcademyProject, site_dir: Path, progress: Progress) -> None:
        def tell_of_wait() -> None:
            progress("Waiting for another build of this site to end", 0, 1)

        # before the records are read: a build that waited for another then reads the newest
        self._stage = StagedSite(site_dir, waiting=tell_of_wait)
        self._progress = progress
        self.pages = 0  # pages made from records and answers
        try:
            self.prepared = prepare(project, progress)
        except BaseException:
            self._stage.discard()
            raise

    @property
    def folder(self) -> Path:
        """The stage, beside the site."""
        return self._stage.folder

    def complete(self, pages: HostedPages) -> None:
        """Write every other file, verify the whole, and publish it.

        Raises UnsoundSiteError when the site has faults, and OSError for what cannot be written.
        """
        put = partial(write_file, self.folder)
        made = write_site_files(self.prepared, pages.layouts, pages.documents, put, self._progress)
        reports = {report.url: report for report in made.reports}
        violations = finalise_site(self.prepared, self.folder, reports, self._progress)
        faults = (*pages.warnings, *violations)
        if faults:
            redaction = self.prepared.site.catalogue.redaction
            raise UnsoundSiteError(redaction.mask_text("\n".join(faults)))
        self._progress("Publishing", 0, 1)
        self._stage.publish()
        self._stage.discard()
        self.pages = made.pages

    def discard(self) -> None:
        """Remove the stage."""
        self._stage.discard()
