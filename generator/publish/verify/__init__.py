"""The rules that a finished site is held to, before it is published and whenever one asks.

`FILE_RULES` look at one file at a time, `SITE_RULES` at the whole. Codes are permanent: V5xx.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from time import sleep
from types import MappingProxyType

from generator.diagnostics import Diagnostic, Severity, in_order
from generator.privacy import Waiver
from generator.publish.manifest import MANIFEST, manifest_entry, site_files
from generator.publish.verify import contents, file_names, links, safety, scripts
from generator.publish.verify.markup import line_and_column, parse_tags
from generator.publish.verify.rule import FileReport, SiteFile, SiteRule, SiteTree

__all__ = [
    "FILE_RULES",
    "PERSONAL_DATA_RULE",
    "SITE_RULES",
    "FileReport",
    "SiteChangingError",
    "inspect_file",
    "verify_live_site",
    "verify_site",
]

FILE_RULES: tuple[SiteRule[SiteFile], ...] = (
    SiteRule("V503", safety.external_requests),
    SiteRule("V504", safety.inline_code),
    SiteRule("V505", safety.missing_policy),
    SiteRule("V512", scripts.unknown_files),
)
SITE_RULES: tuple[SiteRule[SiteTree], ...] = (
    SiteRule("V501", links.broken_links),
    SiteRule("V502", links.orphan_pages),
    SiteRule("V506", links.missing_record_pages),
    SiteRule("V507", file_names.name_collisions),
    SiteRule("V508", file_names.unsafe_names),
    SiteRule("V510", contents.manifest_mismatches),
    SiteRule("V511", file_names.links_and_devices),
    SiteRule("V512", file_names.leftover_warnings, Severity.WARNING),
)
PERSONAL_DATA_RULE = SiteRule("V509", contents.personal_data)
_MARKUP = (".html", ".svg")
_TEXT = (*_MARKUP, ".css", ".js")
# what holds no words of anybody
_NO_WORDS = (".woff2", ".png", ".jpg", ".jpeg", ".gif", ".webp")

_MAX_ATTEMPTS = 5
_PAUSE_SECONDS = 0.2  # seconds: on Windows a site is missing for a moment while it is replaced

VerifyProgress = Callable[[int, int], None]
_NO_REPORTS: Mapping[str, FileReport] = MappingProxyType({})


def inspect_file(
    url: str,
    content: bytes,
    waivers: Collection[Waiver] = (),
    *,
    search_personal_data: bool = False,
) -> FileReport:
    """What one file says and what is wrong with it by itself.

    A build leaves out `search_personal_data`: it has searched every source already, and searching
    every page takes longer than making it.
    """
    entry = manifest_entry(content)
    has_words = search_personal_data and not url.endswith(_NO_WORDS)
    text = content.decode("utf-8", errors="replace") if has_words or url.endswith(_TEXT) else ""
    found_tags = tuple(parse_tags(text)) if url.endswith(_MARKUP) else ()
    leaf = SiteFile(url, text, content, found_tags, waivers)
    findings = tuple(
        _file_findings(leaf, (*FILE_RULES, PERSONAL_DATA_RULE) if has_words else FILE_RULES)
    )
    if not leaf.is_page:
        return FileReport(url, entry, findings)
    return FileReport(
        url, entry, findings, links.page_links(leaf.tags), links.page_anchors(leaf.tags)
    )


def verify_site(
    folder: Path,
    waivers: Collection[Waiver] = (),
    *,
    search_personal_data: bool = True,
    known: Mapping[str, FileReport] = _NO_REPORTS,
    watch: VerifyProgress | None = None,
) -> tuple[Diagnostic, ...]:
    """Everything that is wrong with the site in `folder`, sorted; no error when it is sound.

    `known` are the reports of files that were looked at as they were written.
    """
    urls = site_files(folder)
    reports: list[FileReport] = []
    for number, url in enumerate(urls, 1):
        reports.append(
            known.get(url)
            or _inspect_path(folder, url, waivers, search_personal_data=search_personal_data)
        )
        if watch:
            watch(number, len(urls))
    whole = _site_tree(folder, reports)
    return in_order(
        (*(finding for report in reports for finding in report.findings), *_site_findings(whole))
    )


class SiteChangingError(OSError):
    """The site is being replaced again and again, or it is gone."""


def verify_live_site(
    folder: Path, waivers: Collection[Waiver] = (), *, watch: VerifyProgress | None = None
) -> tuple[Diagnostic, ...]:
    """Verify a site that a build may replace meanwhile: what was replaced is looked at again.

    Raises SiteChangingError when no look ends with the site with which it began.
    """
    for _ in range(_MAX_ATTEMPTS):
        before = _identity(folder)
        with suppress(FileNotFoundError):
            findings = verify_site(folder, waivers, watch=watch)
            if before is not None and before == _identity(folder):
                return findings
        sleep(_PAUSE_SECONDS)
    gone = "another build is replacing it" if folder.is_dir() else "it was removed meanwhile"
    raise SiteChangingError(f"{folder} cannot be looked at: {gone}")


def _identity(folder: Path) -> tuple[int, int, int, int] | None:
    """What tells a site from the one that took its place; None where there is none."""
    try:
        place, manifest = folder.stat(), (folder / MANIFEST).stat()
    except FileNotFoundError:
        return None
    return place.st_dev, place.st_ino, manifest.st_ino, manifest.st_mtime_ns


def _inspect_path(
    folder: Path, url: str, waivers: Collection[Waiver], *, search_personal_data: bool
) -> FileReport:
    return inspect_file(
        url, (folder / url).read_bytes(), waivers, search_personal_data=search_personal_data
    )


def _site_tree(folder: Path, reports: Iterable[FileReport]) -> SiteTree:
    by_url = {report.url: report for report in reports}
    pages = [report for report in by_url.values() if report.is_page]
    leading = {report.url: report.links for report in pages}
    return SiteTree(
        folder,
        {url: report.entry for url, report in by_url.items()},
        leading,
        {report.url: report.parts for report in pages},
        links.read_expected_pages(folder),
        links.reachable_pages(leading),
    )


def _file_findings(leaf: SiteFile, rules: Iterable[SiteRule[SiteFile]]) -> Iterator[Diagnostic]:
    for rule in rules:
        for violation in rule.find(leaf):
            yield rule.diagnostic(violation, *line_and_column(leaf.text, violation.start))


def _site_findings(site: SiteTree) -> Iterator[Diagnostic]:
    for rule in SITE_RULES:
        for violation in rule.find(site):
            text = (site.folder / violation.path).read_text("utf-8") if violation.link else ""
            yield rule.diagnostic(
                violation, *line_and_column(text, links.link_position(text, violation.link))
            )
