"""Read and check an academy: what `academy check` does, and every command that reads records."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from generator.build.lasting_pages import PublishedPages, published_pages
from generator.build.progress import Progress, no_progress
from generator.checks import run_checks
from generator.checks.media_size import documents_too_large
from generator.diagnostics import Diagnostic, Severity, errors, sort_findings
from generator.federation import with_followed
from generator.model.followed_academy import ACADEMIES_FOLDER
from generator.privacy import Redaction
from generator.records.catalogue import (
    Catalogue,
    ReadCache,
    read_catalogue,
    read_published,
    read_schema,
    read_waivers,
)
from generator.records.settings import SETTINGS_FILE
from generator.site.engine_paths import engine_paths
from generator.site.handwritten import documents_limit, handwritten_findings

_MANY_RECORDS = 1_000  # with the fields of more, a build would need twice the memory


def examine(
    root: Path,
    progress: Progress = no_progress,
    memory: ReadCache | None = None,
    settings_file: str = SETTINGS_FILE,
) -> tuple[Catalogue, tuple[Diagnostic, ...]]:
    """Read and check the records, settings and hand-written pages of an academy.

    Returns the catalogue of what could be read, and every finding, sorted; no finding repeats
    personal data. Files that have not changed are taken from `memory`.
    """
    catalogue, own_faults = read_catalogue(
        root, partial(progress, "Reading"), memory, settings_file
    )
    catalogue, followed_faults = with_followed(catalogue, root, settings_file, memory)
    faults = (*own_faults, *followed_faults)
    progress("Checking", 0, 1)
    waivers = read_waivers(root)[0]
    written = handwritten_findings(root, waivers, engine_paths(), settings_file)
    published = read_published(root, waivers)
    known = Redaction(written.known | published.faults.known)
    # where records could not be read, their addresses are not known
    pages = (
        PublishedPages()
        if errors(faults)
        else published_pages(published.addresses, catalogue, root, settings_file)
    )
    catalogue = replace(catalogue, redaction=catalogue.redaction | known, moved_pages=pages.moved)
    findings = sort_findings(
        (
            *read_schema(root)[1],
            *published.faults.findings,
            *pages.findings,
            *faults,
            *(finding for finding in run_checks(catalogue) if _is_for_this_academy(finding)),
            *documents_too_large(catalogue, documents_limit(root, settings_file)),
            *written.findings,
        )
    )
    _save_memory(catalogue)
    return catalogue, tuple(catalogue.redaction.mask_value(finding) for finding in findings)


def _save_memory(catalogue: Catalogue) -> None:
    """Leave out where each field is written, once the checks have asked; few ask again."""
    if len(catalogue.origins) > _MANY_RECORDS:
        for location in catalogue.origins.values():
            location.source.drop_positions()


def _is_for_this_academy(finding: Diagnostic) -> bool:
    """Return whether a finding is about a record of this academy, or keeps it from being built.

    What a followed academy leaves out is for its own people to add.
    """
    is_followed = finding.path.startswith(f"{ACADEMIES_FOLDER}/")
    return not is_followed or finding.severity is Severity.ERROR
