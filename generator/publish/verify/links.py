"""Rules on links: none is broken, and every page can be reached."""

from __future__ import annotations

import html
import posixpath
import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from generator.publish.manifest import ExpectedPages, ManifestError, read_manifest
from generator.publish.verify.markup import HtmlTag, parse_tags, tag_position
from generator.publish.verify.rule import SiteTree, Violation
from generator.site.parts.site_addresses import root_path
from generator.site_paths import MANIFEST, NOT_FOUND

EXTERNAL_SCHEMES = ("http:", "https:", "mailto:", "data:")
HOME = "index.html"
_LINK_ATTRIBUTES = ("href", "src", "poster", "data", "action", "formaction")
# text holds no bare “<” or “>”, so that an attribute is one that a “>” follows before any “<”
_MADE_ATTRIBUTE = re.compile(rf'[ \n]({"|".join(_LINK_ATTRIBUTES)}|id)="([^"<>]*)"(?=[^<>]*>)')
_LINK_HINT = "Add a link to it on another page, or list it under “nav” in the settings."
_CORRECT_HINT = "Correct the link, or the record or page it points to."


class LinkTarget(NamedTuple):
    """The target of a link: a page or file (empty for the page itself) and an anchor.

    `fault` is a fault of the link whatever the site holds.
    """

    target: str
    part: str
    fault: str = ""


def page_links(tags: Iterable[HtmlTag]) -> tuple[str, ...]:
    """Return every link and loaded file of a page inside the site, each target once."""
    return tuple(dict.fromkeys(target for tag in tags for target in _link_values(tag)))


def page_anchors(tags: Iterable[HtmlTag]) -> frozenset[str]:
    """Return every id in a page that a link can lead to."""
    return frozenset(value for tag in tags for name, value in tag.attributes if name == "id")


def made_links(text: str) -> tuple[tuple[str, ...], frozenset[str]]:
    """Return the links and the anchors of a page that the renderer has just made.

    The result is that of `page_links` and `page_anchors`, in a fifth of the time, because every
    attribute that the renderer writes is in double quotes.
    """
    written = dict.fromkeys(_MADE_ATTRIBUTE.findall(text))
    values = [(name, html.unescape(value)) for name, value in written]
    targets = dict.fromkeys(
        value for name, value in values if name != "id" and not value.startswith(EXTERNAL_SCHEMES)
    )
    return tuple(targets), frozenset(value for name, value in values if name == "id")


def link_position(text: str, link: str) -> int:
    """Return the offset of the first tag with a link in the text of a page."""
    return next(
        (tag_position(text, tag) for tag in parse_tags(text) if link in _link_values(tag)), 0
    )


@lru_cache(maxsize=30_000)
def _link_values(tag: HtmlTag) -> tuple[str, ...]:
    return tuple(
        value
        for name, value in tag.attributes
        if name in _LINK_ATTRIBUTES and not value.startswith(EXTERNAL_SCHEMES)
    )


def broken_links(site: SiteTree) -> Iterator[Violation]:
    """Every link inside the site leads to a page or file that is there, and to a part of it."""
    for url, links in site.links.items():
        folder = posixpath.dirname(url)
        root = root_path(site.expected_pages.address) if url == NOT_FOUND else ""
        for link in links:
            target = _from_root(root, link) if root else _resolve_link(folder, link)
            if why := _link_fault(url, target, site):
                yield Violation(
                    url, f"The link “{link}” is broken: {why}.", _CORRECT_HINT, link=link
                )


def orphan_pages(site: SiteTree) -> Iterator[Violation]:
    """Every page can be reached from Home by links. Pages at earlier addresses need not be."""
    redirects = site.expected_pages.redirects
    for url in site.links:
        if url not in site.reached and url not in redirects and url != NOT_FOUND:
            yield Violation(url, "Readers cannot reach this page from Home.", _LINK_HINT)


def missing_record_pages(site: SiteTree) -> Iterator[Violation]:
    """Every record has its page, and a way leads to it from Home; earlier ids and pages that have
    moved have pages too, which lead to the new ones.
    """
    expected = site.expected_pages
    hint = "Build the site again. If you see this again, it is a fault in the program."
    for record, url in expected.records.items():
        if url not in site.links:
            yield Violation(url, f"The record “{record}” has no page.", hint)
        elif url not in site.reached:
            yield Violation(url, f"Readers cannot reach the record “{record}” from Home.", hint)
    for record, url in expected.earlier.items():
        if url not in site.links:
            yield Violation(url, f"The earlier id “{record}” does not lead to a page.", hint)
    for url, target in expected.moved.items():
        links = (_resolve_link(posixpath.dirname(url), link) for link in site.links.get(url, ()))
        if all(link.target != target for link in links):
            yield Violation(url, f"No link leads from here to “{target}”.", hint)


def read_expected_pages(folder: Path) -> ExpectedPages:
    """Return the expected pages in a site's manifest; none if it cannot be read."""
    try:
        return read_manifest((folder / MANIFEST).read_text(encoding="utf-8")).expected_pages
    except (OSError, ValueError, ManifestError):
        return ExpectedPages()


def reachable_pages(links: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """Return the pages that can be reached from Home by links, including Home."""
    seen = {HOME} & set(links)
    waiting = deque(seen)
    while waiting:
        url = waiting.popleft()
        folder = posixpath.dirname(url)
        for link in links[url]:
            target = _resolve_link(folder, link).target
            if target in links and target not in seen:
                seen.add(target)
                waiting.append(target)
    return frozenset(seen)


def _link_fault(url: str, led: LinkTarget, site: SiteTree) -> str:
    if led.fault:
        return led.fault
    target = led.target or url
    if target not in site.files:
        return "there is no such page or file"
    if led.part and led.part not in site.parts.get(target, {led.part}):
        return "that page has no such heading or section"
    return ""


def _from_root(root: str, link: str) -> LinkTarget:
    """Return the target of a link on the page for missing pages, which is shown at any depth."""
    if link.startswith("#") or (link.startswith(root) and not link.startswith("//")):
        return _resolve_link("", link.removeprefix(root))
    return LinkTarget("", "", f"on this page, a link must start with “{root}”")


# all pages of a folder share most links
@lru_cache(maxsize=100_000)
def _resolve_link(folder: str, link: str) -> LinkTarget:
    try:
        parts = urlsplit(link)
    except ValueError:
        return LinkTarget("", "", "this is not an address")
    if parts.scheme or parts.netloc or link.startswith("/"):
        return LinkTarget("", "", "this is neither a web address nor an address in the site")
    path = posixpath.normpath(posixpath.join(folder, unquote(parts.path))) if parts.path else ""
    return LinkTarget(path, unquote(parts.fragment))
