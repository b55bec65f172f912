"""Read an academy before its site is written, and verify the site afterwards.

`prepare` reads and checks the records; a host (see `host_mkdocs`) renders hand-written pages and
layouts; `write_site_files` writes all other files; `finalise_site` writes the manifest and
verifies.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path

from generator.analysis.insights.dates import built_on
from generator.build.examine import examine
from generator.build.progress import Progress, no_progress
from generator.diagnostics import Diagnostic, errors
from generator.english import counted
from generator.exports import AcademyEdition
from generator.model.fields.media import MEDIA_FOLDER
from generator.model.followed_academy import ACADEMIES_FOLDER
from generator.model.identity import AcademyIdentity
from generator.model.kinds import KINDS
from generator.model.kinds.measure import has_derived_id
from generator.model.method_terms import all_terms
from generator.model.release import RELEASES_FOLDER
from generator.privacy import USUAL_COUNTRY
from generator.publish import (
    ExpectedPages,
    FileReport,
    verify_site,
    write_manifest,
)
from generator.records.catalogue import (
    ReadCache,
    read_published,
)
from generator.records.settings import SETTINGS_FILE
from generator.site.brand_files import BrandFiles, brand_files
from generator.site.handwritten import settings_findings
from generator.site.pages import SiteContent
from generator.site.parts.site_addresses import SiteAddresses
from generator.site.published_addresses import earlier_addresses, lost_addresses
from generator.site.render.renderer import Renderer


@dataclass(frozen=True)
class AcademyProject:
    """An academy's root folder, name, one-sentence description, URLs, settings file, identity."""

    root: Path
    name: str
    about: str = ""
    addresses: SiteAddresses = field(default_factory=SiteAddresses)
    settings_file: str = SETTINGS_FILE
    identity: AcademyIdentity = field(default_factory=AcademyIdentity)


class RecordsRefusedError(Exception):
    """Raised when the content has faults. `findings` are the faults, sorted; nothing
    was written.
    """

    def __init__(self, findings: tuple[Diagnostic, ...]) -> None:
        super().__init__(f"{counted(len(findings), 'error')} to correct.")
        self.findings = findings


@dataclass(frozen=True)
class PreparedSite:
    """An academy without faults, ready to be rendered."""

    project: AcademyProject
    site: SiteContent
    day: date

    @cached_property
    def renderer(self) -> Renderer:
        """The renderer of this site's pages."""
        terms = all_terms(self.site.catalogue.terms)
        project = self.project
        addresses = replace(project.addresses, card=self.brand.card)
        return Renderer(project.name, self.site.resolve, addresses, terms, project.identity)

    @cached_property
    def brand(self) -> BrandFiles:
        """The files of the academy's look."""
        project = self.project
        docs = settings_findings(project.root, project.settings_file)[0]
        return brand_files(project.identity.look, project.root / docs)

    @property
    def expected_pages(self) -> ExpectedPages:
        """The pages that the site must have: of each record, and at each address that has moved."""
        catalogue = self.site.catalogue
        records = {
            record_id: self.site.title_and_url(record_id)[1] for record_id in catalogue.records
        }
        country = self.project.identity.country
        return ExpectedPages(
            records,
            earlier_addresses(catalogue),
            self.project.addresses.site,
            "" if country == USUAL_COUNTRY else country,
            {page.url: page.moved_to for page in catalogue.moved_pages},
        )

    @cached_property
    def edition(self) -> AcademyEdition:
        """The academy as its data files are made from it."""
        project = self.project
        return AcademyEdition(
            self.site.index,
            project.name,
            project.about,
            project.addresses.site,
            self.day,
            project.identity,
        )

    def has_derived_id(self, target: str) -> bool:
        """Return whether `target` is the derived id of a measure without an id of its own."""
        record = self.site.catalogue.find(target)
        return record is not None and has_derived_id(record)


@dataclass(frozen=True, slots=True)
class BuiltSite:
    """A built site: its folder, its number of pages, and what it was made from.

    `docs` is the name of the folder of hand-written pages.
    """

    folder: Path
    pages: int
    prepared: PreparedSite
    docs: str


SiteBuild = Callable[[Path, Progress, Path | None], BuiltSite]
"""Builds the academy of a settings file into a folder; see `host_mkdocs.build_site`."""


def prepare(
    project: AcademyProject, progress: Progress = no_progress, memory: ReadCache | None = None
) -> PreparedSite:
    """Read and check an academy. Raises RecordsRefusedError with every fault if there is one."""
    progress("Reading", 0, 1)
    catalogue, findings = examine(project.root, progress, memory, project.settings_file)
    if faults := errors(findings):
        raise RecordsRefusedError(faults)
    addresses = project.addresses
    progress("Joining", 0, 1)
    site = SiteContent(
        project.name,
        catalogue,
        project.about,
        findings,
        addresses.bundle,
        addresses.site,
        project.identity,
    )
    return PreparedSite(project, site, built_on(site.index, os.environ))


def finalise_site(
    prepared: PreparedSite,
    folder: Path,
    reports: Mapping[str, FileReport],
    progress: Progress = no_progress,
) -> tuple[str, ...]:
    """Write the manifest of a finished site and verify it; return its faults as text.

    A published address that leads to no page is a fault.
    `reports` are those of the files that were inspected as they were written.
    """
    progress("Writing the manifest", 0, 1)
    manifest = write_manifest(
        folder, prepared.expected_pages, {url: report.entry for url, report in reports.items()}
    )
    findings = verify_site(
        folder,
        search_personal_data=False,
        known=reports,
        watch=lambda done, total: progress("Verifying", done, total),
    )
    lost = lost_addresses(read_published(prepared.project.root).addresses, manifest.files)
    return tuple(finding.as_text() for finding in (*lost, *errors(findings)))


def watched_folders(root: Path) -> tuple[Path, ...]:
    """Return the folders of an academy in which a change requires a new build."""
    tops = {
        MEDIA_FOLDER,
        RELEASES_FOLDER,
        ACADEMIES_FOLDER,
        *(kind.folder.split("/")[0] for kind in KINDS if kind.folder),
    }
    return tuple(folder for top in sorted(tops) if (folder := root / top).is_dir())
