"""Rules on links: none is broken, and every page can be reached."""

from __future__ import annotations

import html
import posixpath
import re
from collections import defaultdict, deque
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from generator.publish.manifest import ExpectedPages, ManifestError, read_manifest
from generator.publish.verify.markup import HtmlTag, parse_tags, tag_position
from generator.publish.verify.rule import LinkTarget, ResolvedLinks, SiteTree, Violation
from generator.site.parts.site_addresses import root_path
from generator.site_paths import MANIFEST, NOT_FOUND

EXTERNAL_SCHEMES = ("http:", "https:", "mailto:", "data:")
HOME = "index.html"
_LINK_ATTRIBUTES = ("href", "src", "poster", "data", "action", "formaction")
# text holds no bare “<” or “>”, so that an attribute is one that a “>” follows before any “<”
_MADE_ATTRIBUTE = re.compile(rf'[ \n]({"|".join(_LINK_ATTRIBUTES)}|id)="([^"<>]*)"(?=[^<>]*>)')
# a path in the site, as nearly every link is written: the quick way to the same target
_PLAIN_LINK = re.compile(r"((?:\.\./)*[a-z0-9_-][a-z0-9_./-]*)(?:#([A-Za-z0-9_-]+))?")
_LINK_HINT = "Add a link to it on another page, or list it under “nav” in the settings."
_CORRECT_HINT = "Correct the link, or the record or page it points to."


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
    checks = {folder: _LinkCheck(resolved, site) for folder, resolved in site.resolved.items()}
    for url, links in site.links.items():
        folder = posixpath.dirname(url)
        root = root_path(site.expected_pages.address) if url == NOT_FOUND else ""
        if not root and checks[folder].are_sound(url, links):
            continue
        for link in links:
            target = _from_root(root, link) if root else site.resolved[folder][link]
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


def resolved_links(links: Mapping[str, tuple[str, ...]]) -> ResolvedLinks:
    """Return the target of every link, by the folder of the pages that have it and the link.

    Pages of a folder share most links, and each link is resolved once for all of them.
    """
    of_folder: defaultdict[str, set[str]] = defaultdict(set)
    for url, on_page in links.items():
        of_folder[posixpath.dirname(url)].update(on_page)
    return {
        folder: {link: _resolve_link(folder, link) for link in found}
        for folder, found in of_folder.items()
    }


def reachable_pages(
    links: Mapping[str, tuple[str, ...]], resolved: ResolvedLinks
) -> frozenset[str]:
    """Return the pages that can be reached from Home by links, including Home."""
    targets = {
        folder: {link: led.target for link, led in of_folder.items()}
        for folder, of_folder in resolved.items()
    }
    seen = {HOME} & set(links)
    waiting = deque(seen)
    while waiting:
        url = waiting.popleft()
        on_page = map(targets[posixpath.dirname(url)].__getitem__, links[url])
        new = {target for target in set(on_page) - seen if target in links}
        seen |= new
        waiting.extend(new)
    return frozenset(seen)


class _LinkCheck:
    """Tells at once whether the links of a page are sound, as those of most pages are.

    `resolved` are the targets of all links on pages of one folder.
    """

    def __init__(self, resolved: Mapping[str, LinkTarget], site: SiteTree) -> None:
        self._parts = site.parts
        self._broken = {link for link, led in resolved.items() if _link_fault("", led, site)}
        # those that lead to a part of the page that they are on
        self._inside = {
            link: led.part for link, led in resolved.items() if led.part and not led.target
        }

    def are_sound(self, url: str, links: Collection[str]) -> bool:
        """Return whether no link of the page at `url` is broken."""
        inside = self._inside.keys() & links
        parts = self._parts[url]
        return self._broken.isdisjoint(links) and parts.issuperset(
            self._inside[link] for link in inside
        )


def _link_fault(url: str, led: LinkTarget, site: SiteTree) -> str:
    if led.fault:
        return led.fault
    target = led.target or url
    if target and target not in site.files:
        return "there is no such page or file"
    if led.part and led.part not in site.parts.get(target, {led.part}):
        return "that page has no such heading or section"
    return ""


def _from_root(root: str, link: str) -> LinkTarget:
    """Return the target of a link on the page for missing pages, which is shown at any depth."""
    if link.startswith("#") or (link.startswith(root) and not link.startswith("//")):
        return _resolve_link("", link.removeprefix(root))
    return LinkTarget("", "", f"on this page, a link must start with “{root}”")


def _resolve_link(folder: str, link: str) -> LinkTarget:
    if plain := _PLAIN_LINK.fullmatch(link):
        path, part = plain.groups("")
        return LinkTarget(posixpath.normpath(posixpath.join(folder, path)), part)
    try:
        parts = urlsplit(link)
    except ValueError:
        return LinkTarget("", "", "this is not an address")
    if parts.scheme or parts.netloc or link.startswith("/"):
        return LinkTarget("", "", "this is neither a web address nor an address in the site")
    path = posixpath.normpath(posixpath.join(folder, unquote(parts.path))) if parts.path else ""
    return LinkTarget(path, unquote(parts.fragment))
