"""Where the links of a site lead, and what no link leads to."""

from __future__ import annotations

import posixpath
from collections import deque
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from generator.publish.manifest import MANIFEST, ManifestError, Roll, read_manifest
from generator.publish.verify.base import Found, Leaf, Link, Whole

OUTSIDE = ("http:", "https:", "mailto:", "data:")
HOME = "index.html"
_ANYWHERE = ("404.html",)  # what a server shows for an address that is not there
_FOLLOWED = ("href", "src", "poster", "data", "action", "formaction")
_LINK = "Link it from another page, or name it under “nav” in the settings."
_MEND = "Mend the link, or the record or page that it leads to."


def links_of(leaf: Leaf) -> tuple[Link, ...]:
    """Every link and loaded file of a page that is not elsewhere, each target once."""
    found: dict[str, int] = {}
    for tag in leaf.tags:
        for name, value in tag.attributes:
            if name in _FOLLOWED and not value.startswith(OUTSIDE):
                found.setdefault(value, tag.start)
    return tuple(Link(target, start) for target, start in found.items())


def parts_of(leaf: Leaf) -> frozenset[str]:
    """Every part of a page that a link can lead to."""
    return frozenset(value for tag in leaf.tags for name, value in tag.attributes if name == "id")


def broken(site: Whole) -> Iterator[Found]:
    """Every link inside the site leads to a page or file that is there, and to a part of it."""
    files = frozenset(site.files)
    for url, links in site.links.items():
        for link in links:
            if why := _fault(url, link.target, files, site):
                yield Found(url, f"The link “{link.target}” is broken: {why}.", _MEND, link.start)


def orphans(site: Whole) -> Iterator[Found]:
    """Every page can be reached from Home by links. Pages at earlier addresses need not be."""
    earlier = set(site.roll.earlier.values())
    for url in site.links:
        if url not in site.reached and url not in earlier and url not in _ANYWHERE:
            yield Found(url, "No way leads from Home to this page.", _LINK)


def records(site: Whole) -> Iterator[Found]:
    """Every record has its page, and a way leads to it from Home; earlier ids have pages too."""
    roll = site.roll
    hint = "Build the site again. If this comes back, it is a fault in the program."
    for record, url in roll.records.items():
        if url not in site.links:
            yield Found(url, f"The record “{record}” has no page.", hint)
        elif url not in site.reached:
            yield Found(url, f"No way leads from Home to the record “{record}”.", hint)
    for record, url in roll.earlier.items():
        if url not in site.links:
            yield Found(url, f"The earlier id “{record}” leads to no page.", hint)


def roll_of(folder: Path) -> Roll:
    """Which pages the site says it must have; none where it has no manifest that can be read."""
    try:
        return read_manifest((folder / MANIFEST).read_text(encoding="utf-8")).roll
    except (OSError, ValueError, ManifestError):
        return Roll()


def reached_in(links: Mapping[str, tuple[Link, ...]]) -> frozenset[str]:
    """The pages to which a way leads from Home, itself among them."""
    seen = {HOME} & set(links)
    waiting = deque(seen)
    while waiting:
        url = waiting.popleft()
        for link in links[url]:
            target = _target(url, link.target)
            if target in links and target not in seen:
                seen.add(target)
                waiting.append(target)
    return frozenset(seen)


def _fault(url: str, link: str, files: frozenset[str], site: Whole) -> str:
    try:
        parts = _split(link)
    except ValueError:
        return "it is not an address"
    if parts.scheme or parts.netloc or link.startswith("/"):
        return "it is neither relative nor a web address"
    target = _target(url, link)
    if target not in files:
        return "there is no such page or file"
    part = unquote(parts.fragment)
    if part and part not in site.parts.get(target, {part}):
        return "the page has no such part"
    return ""


_split = lru_cache(maxsize=100_000)(urlsplit)


@lru_cache(maxsize=100_000)
def _joined(folder: str, path: str) -> str:
    return posixpath.normpath(posixpath.join(folder, unquote(path)))


def _target(url: str, link: str) -> str:
    """The page or file that a link on the page `url` leads to; empty for what is no address."""
    try:
        path = _split(link).path
    except ValueError:
        return ""
    return _joined(posixpath.dirname(url), path) if path else url
