"""Rules on web addresses: what pages and sitemaps say of where the site is published is true."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.publish.verify.markup import HtmlTag
from generator.publish.verify.rule import SiteTree, Violation
from generator.site.parts.site_addresses import web_address
from generator.site.sitemap import SITEMAP_NAME, listed_addresses, sitemap_files
from generator.site_paths import NOT_FOUND, ROBOTS

CANONICAL, PAGE, PICTURE = "canonical", "og:url", "og:image"
_BUILD_AGAIN = "Build the site again. If you see this again, it is a fault in the program."


def stated_addresses(tags: Iterable[HtmlTag]) -> tuple[tuple[str, str], ...]:
    """Return what a page states in its head of its own address and its picture: name and value."""
    return tuple(_statements(tags))


def _statements(tags: Iterable[HtmlTag]) -> Iterator[tuple[str, str]]:
    for tag in tags:
        if tag.name == "link" and tag.get("rel") == CANONICAL:
            yield CANONICAL, tag.get("href") or ""
        elif tag.name == "meta" and (name := tag.get("property")) in (PAGE, PICTURE):
            yield name or "", tag.get("content") or ""


def wrong_addresses(site: SiteTree) -> Iterator[Violation]:
    """Each page states its own address below that of the site, and a moved page the new one.

    Where the address of the site is not known, no page states one.
    """
    for url, stated in site.addresses.items():
        expected = _page_addresses(site, url)
        for name, value in stated:
            is_right = _is_picture(site, value) if name == PICTURE else value in expected
            if not is_right:
                message = f"The address “{value}” (“{name}”) is not that of this page."
                if name == PICTURE:
                    message = f"The address “{value}” (“{name}”) is not that of a picture here."
                yield Violation(url, message, _BUILD_AGAIN)
        if expected and CANONICAL not in dict(stated):
            yield Violation(url, "The page does not state its address.", _BUILD_AGAIN)


def _page_addresses(site: SiteTree, url: str) -> frozenset[str]:
    """Return the addresses that a page may state; none for a page without an address."""
    address, pages = site.expected_pages.address, site.expected_pages
    if not address or url == NOT_FOUND:
        return frozenset()
    urls = pages.records.values() if url in pages.earlier.values() else (pages.moved.get(url, url),)
    return frozenset(web_address(address, page) for page in urls)


def _is_picture(site: SiteTree, value: str) -> bool:
    address = site.expected_pages.address
    return bool(address) and value.startswith(address) and value[len(address) :] in site.files


def sitemap_mismatches(site: SiteTree) -> Iterator[Violation]:
    """Sitemaps list every page of a published site, without moved ones, and nothing else."""
    address = site.expected_pages.address
    maps = {url: _text(site, url) for url in site.files if SITEMAP_NAME.fullmatch(url)}
    if not address:
        for url in maps:
            yield Violation(url, "The site has a sitemap, but no address.", _BUILD_AGAIN)
        return
    moved = {*site.expected_pages.redirects, NOT_FOUND}
    pages = {web_address(address, url): url for url in site.links if url not in moved}
    listed = {entry: day for text in maps.values() for entry, day in listed_addresses(text).items()}
    for entry in sorted(listed.keys() - pages.keys()):
        yield Violation(next(iter(maps)), f"“{entry}” is not a page of this site.", _BUILD_AGAIN)
    for page in sorted(pages.keys() - listed.keys()):
        yield Violation(pages[page], "No sitemap lists this page.", _BUILD_AGAIN)
    if listed.keys() == pages.keys():
        days = {pages[page]: day for page, day in listed.items()}
        yield from _changed_files(site, dict(sitemap_files(address, pages.values(), days)))


def _changed_files(site: SiteTree, made: dict[str, bytes]) -> Iterator[Violation]:
    """Yield a violation for each file that differs from the one that the program makes."""
    for url in {*made, *(url for url in site.files if SITEMAP_NAME.fullmatch(url))}:
        if url not in site.files or (site.folder / url).read_bytes() != made.get(url):
            kind = "robots.txt" if url == ROBOTS else "sitemap"
            message = f"This is not the {kind} that the program makes for this site."
            yield Violation(url, message, _BUILD_AGAIN)


def _text(site: SiteTree, url: str) -> str:
    return (site.folder / url).read_text(encoding="utf-8", errors="replace")
