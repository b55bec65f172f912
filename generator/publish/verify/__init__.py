"""The rules that a finished site is held to, before it is published and whenever one asks.

`LEAF_RULES` look at one file at a time, `SITE_RULES` at the whole. Codes are permanent: V5xx.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from time import sleep
from types import MappingProxyType

from generator.diagnostics import Diagnostic, Severity, in_order
from generator.privacy import Waiver
from generator.publish.manifest import MANIFEST, entry_of, files_below
from generator.publish.security_policy import POLICY
from generator.publish.verify import contents, file_names, links, safety, scripts
from generator.publish.verify.markup import position, tags
from generator.publish.verify.rule import FileReport, SiteFile, SiteRule, SiteTree

__all__ = [
    "LEAF_RULES",
    "PERSONAL",
    "SITE_RULES",
    "FileReport",
    "SiteChangingError",
    "report_of",
    "verify_site",
    "verify_steady_site",
]

LEAF_RULES: tuple[SiteRule[SiteFile], ...] = (
    SiteRule("V503", safety.outside),
    SiteRule("V504", safety.inline),
    SiteRule("V505", safety.policy),
    SiteRule("V512", scripts.unknown_code),
)
SITE_RULES: tuple[SiteRule[SiteTree], ...] = (
    SiteRule("V501", links.broken),
    SiteRule("V502", links.orphans),
    SiteRule("V506", links.records),
    SiteRule("V507", file_names.collisions),
    SiteRule("V508", file_names.names),
    SiteRule("V510", contents.as_listed),
    SiteRule("V511", file_names.kept_apart),
    SiteRule("V512", file_names.leftovers, Severity.WARNING),
)
PERSONAL = SiteRule("V509", contents.personal)
_MARKUP = (".html", ".svg")
_TEXT = (*_MARKUP, ".css", ".js")
# what holds no words of anybody
_NO_WORDS = (".woff2", ".png", ".jpg", ".jpeg", ".gif", ".webp")

_MOST_LOOKS = 5
_PAUSE = 0.2  # seconds: on Windows a site is missing for a moment while it is replaced

Watch = Callable[[int, int], None]
_NOTHING: Mapping[str, FileReport] = MappingProxyType({})


def report_of(
    url: str,
    content: bytes,
    waivers: Collection[Waiver] = (),
    *,
    search_people: bool = False,
    policy: str = POLICY,
) -> FileReport:
    """What one file says and what is wrong with it by itself; `policy` is what pages must state.

    A build leaves out `search_people`: it has searched every source already, and searching every
    page takes longer than making it.
    """
    entry = entry_of(content)
    has_words = search_people and not url.endswith(_NO_WORDS)
    text = content.decode("utf-8", errors="replace") if has_words or url.endswith(_TEXT) else ""
    found_tags = tuple(tags(text)) if url.endswith(_MARKUP) else ()
    leaf = SiteFile(url, text, content, found_tags, waivers, policy)
    found = tuple(_in_leaf(leaf, (*LEAF_RULES, PERSONAL) if has_words else LEAF_RULES))
    if not leaf.is_page:
        return FileReport(url, entry, found)
    return FileReport(url, entry, found, links.links_of(leaf.tags), links.parts_of(leaf.tags))


def verify_site(
    folder: Path,
    waivers: Collection[Waiver] = (),
    *,
    search_people: bool = True,
    known: Mapping[str, FileReport] = _NOTHING,
    watch: Watch | None = None,
) -> tuple[Diagnostic, ...]:
    """Everything that is wrong with the site in `folder`, sorted; no error when it is sound.

    `known` are the reports of files that were looked at as they were written.
    """
    urls = files_below(folder)
    reports: list[FileReport] = []
    for number, url in enumerate(urls, 1):
        reports.append(known.get(url) or _read(folder, url, waivers, search_people=search_people))
        if watch:
            watch(number, len(urls))
    whole = _whole(folder, reports)
    return in_order((*(one for report in reports for one in report.found), *_in_whole(whole)))


class SiteChangingError(OSError):
    """The site is being replaced again and again, or it is gone."""


def verify_steady_site(
    folder: Path, waivers: Collection[Waiver] = (), *, watch: Watch | None = None
) -> tuple[Diagnostic, ...]:
    """Verify a site that a build may replace meanwhile: what was replaced is looked at again.

    Raises SiteChangingError when no look ends with the site with which it began.
    """
    for _ in range(_MOST_LOOKS):
        before = _identity(folder)
        with suppress(FileNotFoundError):
            found = verify_site(folder, waivers, watch=watch)
            if before is not None and before == _identity(folder):
                return found
        sleep(_PAUSE)
    gone = "another build is replacing it" if folder.is_dir() else "it was removed meanwhile"
    raise SiteChangingError(f"{folder} cannot be looked at: {gone}")


def _identity(folder: Path) -> tuple[int, int, int, int] | None:
    """What tells a site from the one that took its place; None where there is none."""
    try:
        place, manifest = folder.stat(), (folder / MANIFEST).stat()
    except FileNotFoundError:
        return None
    return place.st_dev, place.st_ino, manifest.st_ino, manifest.st_mtime_ns


def _read(
    folder: Path, url: str, waivers: Collection[Waiver], *, search_people: bool
) -> FileReport:
    return report_of(url, (folder / url).read_bytes(), waivers, search_people=search_people)


def _whole(folder: Path, reports: Iterable[FileReport]) -> SiteTree:
    by_url = {one.url: one for one in reports}
    pages = [one for one in by_url.values() if one.is_page]
    leading = {one.url: one.links for one in pages}
    return SiteTree(
        folder,
        {url: one.entry for url, one in by_url.items()},
        leading,
        {one.url: one.parts for one in pages},
        links.roll_of(folder),
        links.reached_in(leading),
    )


def _in_leaf(leaf: SiteFile, rules: Iterable[SiteRule[SiteFile]]) -> Iterator[Diagnostic]:
    for rule in rules:
        for found in rule.find(leaf):
            yield rule.at(found, *position(leaf.text, found.start))


def _in_whole(site: SiteTree) -> Iterator[Diagnostic]:
    for rule in SITE_RULES:
        for found in rule.find(site):
            text = (site.folder / found.path).read_text("utf-8") if found.link else ""
            yield rule.at(found, *position(text, links.place_of(text, found.link)))
