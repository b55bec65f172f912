"""The rules for a finished site, checked before it is published and by `academy verify`.

`FILE_RULES` check one file at a time, `SITE_RULES` the whole site. Codes are permanent: V5xx.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from time import sleep
from types import MappingProxyType

from generator.diagnostics import Diagnostic, Severity, sort_findings
from generator.privacy import Waiver, use_country
from generator.publish.manifest import manifest_entry, site_files
from generator.publish.verify import addresses, contents, file_names, links, media, safety, scripts
from generator.publish.verify.markup import line_and_column, parse_tags
from generator.publish.verify.rule import FileReport, SiteFile, SiteRule, SiteTree
from generator.site_paths import MANIFEST

__all__ = [
    "FILE_RULES",
    "PERSONAL_DATA_RULE",
    "SITE_RULES",
    "FileReport",
    "SiteChangingError",
    "inspect_file",
    "report_of_made_file",
    "verify_live_site",
    "verify_site",
]

FILE_RULES: tuple[SiteRule[SiteFile], ...] = (
    SiteRule("V503", safety.external_requests),
    SiteRule("V504", safety.inline_code),
    SiteRule("V505", safety.missing_policy),
    SiteRule("V512", scripts.unknown_files),
    SiteRule("V513", media.pictures_without_metadata),
    SiteRule("V514", media.documents_of_their_type),
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
    SiteRule("V515", addresses.wrong_addresses),
    SiteRule("V516", addresses.sitemap_mismatches),
)
PERSONAL_DATA_RULE = SiteRule("V509", contents.personal_data)
_MARKUP = (".html", ".svg")
_TEXT = (*_MARKUP, ".css", ".js")
# types without text
_NO_WORDS = (".woff2", ".png", ".jpg", ".jpeg", ".gif", ".webp")

_MAX_ATTEMPTS = 5
_PAUSE_SECONDS = 0.2  # on Windows a site is briefly missing while it is replaced

VerifyProgress = Callable[[int, int], None]
_NO_REPORTS: Mapping[str, FileReport] = MappingProxyType({})


def inspect_file(
    url: str,
    content: bytes,
    waivers: Collection[Waiver] = (),
    *,
    search_personal_data: bool = False,
) -> FileReport:
    """Return the report on one file, with what is wrong with it by itself.

    A build leaves out `search_personal_data`: it has already searched every source, and searching
    every page takes longer than making it.
    """
    entry = manifest_entry(content)
    has_words = search_personal_data and not url.endswith(_NO_WORDS)
    text = content.decode("utf-8", errors="replace") if has_words or url.endswith(_TEXT) else ""
    found_tags = tuple(parse_tags(text)) if url.endswith(_MARKUP) else ()
    file = SiteFile(url, text, content, found_tags, waivers)
    findings = tuple(
        _file_findings(file, (*FILE_RULES, PERSONAL_DATA_RULE) if has_words else FILE_RULES)
    )
    if not file.is_page:
        return FileReport(url, entry, findings)
    return FileReport(
        url,
        entry,
        findings,
        links.page_links(file.tags),
        links.page_anchors(file.tags),
        addresses.stated_addresses(file.tags),
    )


def report_of_made_file(url: str, content: bytes) -> FileReport:
    """Return the report on a file that this program has just made, without the rules for one file.

    Those rules guard against files that others can change. What the program makes follows them by
    the way it is made, which `academy verify`, `academy bundle` and the tests confirm; to read
    every page back would take a fifth of a build.
    """
    entry = manifest_entry(content)
    if not url.endswith(".html"):
        return FileReport(url, entry)
    text = content.decode()
    targets, anchors = links.made_links(text)
    head = text.partition("</head>")[0]
    return FileReport(
        url, entry, (), targets, anchors, addresses.stated_addresses(parse_tags(head))
    )


def verify_site(
    folder: Path,
    waivers: Collection[Waiver] = (),
    *,
    search_personal_data: bool = True,
    known: Mapping[str, FileReport] = _NO_REPORTS,
    watch: VerifyProgress | None = None,
) -> tuple[Diagnostic, ...]:
    """Return every finding about the site in `folder`, sorted; no errors if it is sound.

    `known` are reports of files that were inspected as they were written.
    """
    use_country(links.read_expected_pages(folder).country)
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
    return sort_findings(
        (*(finding for report in reports for finding in report.findings), *_site_findings(whole))
    )


class SiteChangingError(OSError):
    """Raised when a site keeps being replaced while it is verified, or is gone."""


def verify_live_site(
    folder: Path, waivers: Collection[Waiver] = (), *, watch: VerifyProgress | None = None
) -> tuple[Diagnostic, ...]:
    """Verify a site that a build may replace meanwhile, repeating the check after a replacement.

    Raises SiteChangingError when no attempt ends with the site it began with.
    """
    for _ in range(_MAX_ATTEMPTS):
        before = _identity(folder)
        with suppress(FileNotFoundError):
            findings = verify_site(folder, waivers, watch=watch)
            if before is not None and before == _identity(folder):
                return findings
        sleep(_PAUSE_SECONDS)
    gone = "another build is replacing it" if folder.is_dir() else "it was deleted"
    raise SiteChangingError(f"{folder} cannot be checked: {gone}")


def _identity(folder: Path) -> tuple[int, int, int, int] | None:
    """Return a value that differs between two published sites; None if there is no site."""
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
    resolved = links.resolved_links(leading)
    return SiteTree(
        folder,
        {url: report.entry for url, report in by_url.items()},
        leading,
        resolved,
        {report.url: report.parts for report in pages},
        links.read_expected_pages(folder),
        links.reachable_pages(leading, resolved),
        {report.url: report.addresses for report in pages},
    )


def _file_findings(file: SiteFile, rules: Iterable[SiteRule[SiteFile]]) -> Iterator[Diagnostic]:
    for rule in rules:
        for violation in rule.find(file):
            yield rule.diagnostic(violation, *line_and_column(file.text, violation.start))


def _site_findings(site: SiteTree) -> Iterator[Diagnostic]:
    for rule in SITE_RULES:
        for violation in rule.find(site):
            text = (site.folder / violation.path).read_text("utf-8") if violation.link else ""
            yield rule.diagnostic(
                violation, *line_and_column(text, links.link_position(text, violation.link))
            )
