"""The interface between a build and its host, which renders layouts and hand-written pages.

Independent of the host, which passes plain values and gets back HTML for the slots of its theme.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol

from generator.build.prepare import AcademyProject, PreparedSite, finalise_site, prepare
from generator.build.progress import Progress
from generator.build.repeated_build import RepeatedBuild
from generator.build.site_builder import SiteBuilder
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
    """The output of a host in one build.

    `layouts` are the rendered layouts by URL; `documents` the hand-written pages for the search;
    `mentioned` the title and URL, at that time, of each record named by a hand-written page;
    `warnings` the warnings of the host and about the pages.
    """

    layouts: Mapping[str, str]
    documents: tuple[StaticPage, ...]
    mentioned: Mapping[str, tuple[str, str] | None]
    warnings: tuple[str, ...]


class PageCollector:
    """Collects the hand-written pages one by one, as the host renders them."""

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

    def page_slots(self, page: HandwrittenPage) -> PageSlots:
        """Return the HTML for each slot of a page, and keep the page for the search."""
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

    def hosted_pages(self, layouts: Mapping[str, str], warnings: tuple[str, ...]) -> HostedPages:
        """Return the collected pages with the rendered layouts and the warnings of the host."""
        faults = (*warnings, *self._faults)
        return HostedPages(layouts, tuple(self._documents), dict(self._mentioned), faults)


class UnsoundSiteError(Exception):
    """Raised when a finished site has faults, which it lists; the last site is untouched."""


class HostedBuild(Protocol):
    """A build around the pages that a host writes into `folder`."""

    @property
    def prepared(self) -> PreparedSite:
        """The records and settings of the build."""

    @property
    def folder(self) -> Path:
        """The folder that the host writes to."""

    def complete(self, pages: HostedPages) -> None:
        """Finish the build after the host has rendered its pages."""

    def discard(self) -> None:
        """Remove unfinished files, however the build ended."""


class PublishedBuild:
    """A build that replaces the last site once the new site is verified.

    Raises RecordsRefusedError when the content has faults, and OSError when `site_dir`
    holds files that are not a site. With `once`, nothing is kept for another build of the site.
    """

    def __init__(
        self, project: AcademyProject, site_dir: Path, progress: Progress, *, once: bool = False
    ) -> None:
        def report_wait() -> None:
            progress("Waiting for another build of this site to finish", 0, 1)

        # before reading the records, so that a build that waited for another reads the newest
        self._stage = StagedSite(site_dir, waiting=report_wait)
        self._progress = progress
        self._repeated: RepeatedBuild | None = None
        self.pages = 0  # pages made from records and answers
        try:
            if not once:
                self._repeated = RepeatedBuild(project.root, self._stage.site, self.folder)
            reads = self._repeated.reads if self._repeated else None
            self.prepared = prepare(project, progress, reads)
        except BaseException:
            self.discard()
            raise

    @property
    def folder(self) -> Path:
        """The staging folder, in the same folder as the site."""
        return self._stage.folder

    def complete(self, pages: HostedPages) -> None:
        """Write all other files, then verify and publish the site.

        Raises UnsoundSiteError when the site has faults, and OSError when a file cannot be written.
        """
        put = partial(write_file, self.folder)
        builder = SiteBuilder(self.prepared, pages.layouts, put)
        write_files = self._repeated.write_files if self._repeated else write_site_files
        made = write_files(builder, pages.documents, self._progress)
        reports = {report.url: report for report in made.reports}
        violations = finalise_site(self.prepared, self.folder, reports, self._progress)
        faults = (*pages.warnings, *violations)
        if faults:
            redaction = self.prepared.site.catalogue.redaction
            raise UnsoundSiteError(redaction.mask_text("\n".join(faults)))
        self._progress("Publishing", 0, 1)
        self._stage.publish()
        if self._repeated:
            self._repeated.keep()
        self.discard()
        self.pages = made.pages

    def discard(self) -> None:
        """Remove the staging folder."""
        if self._repeated:
            self._repeated.end()
        self._stage.discard()
