"""Where the links of a site lead, and what no link leads to."""

from __future__ import annotations

import posixpath
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from generator.publish.manifest import MANIFEST, ExpectedPages, ManifestError, read_manifest
from generator.publish.verify.markup import HtmlTag, start_of, tags
from generator.publish.verify.rule import SiteTree, Violation

OUTSIDE = ("http:", "https:", "mailto:", "data:")
HOME = "index.html"
_ANYWHERE = ("404.html",)  # what a server shows for an address that is not there
_FOLLOWED = ("href", "src", "poster", "data", "action", "formaction")
_LINK = "Link it from another page, or name it under “nav” in the settings."
_MEND = "Correct the link, or the record or page that it leads to."


class LinkTarget(NamedTuple):
    """Where a link leads: a page or file (empty for the page it stands on), and a part of it; and
    what is wrong with the link whatever the site holds.
    """

    target: str
    part: str
    fault: str = ""


def links_of(tags: Iterable[HtmlTag]) -> tuple[str, ...]:
    """Every link and loaded file of a page that is not elsewhere, each target once."""
    return tuple(dict.fromkeys(target for tag in tags for target in _targets(tag)))


def parts_of(tags: Iterable[HtmlTag]) -> frozenset[str]:
    """Every part of a page that a link can lead to."""
    return frozenset(value for tag in tags for name, value in tag.attributes if name == "id")


def place_of(text: str, link: str) -> int:
    """At which letter of a page the tag with a link stands."""
    return next((start_of(text, tag) for tag in tags(text) if link in _targets(tag)), 0)


@lru_cache(maxsize=30_000)
def _targets(tag: HtmlTag) -> tuple[str, ...]:
    return tuple(
        value
        for name, value in tag.attributes
        if name in _FOLLOWED and not value.startswith(OUTSIDE)
    )


def broken(site: SiteTree) -> Iterator[Violation]:
    """Every link inside the site leads to a page or file that is there, and to a part of it."""
    for url, links in site.links.items():
        folder = posixpath.dirname(url)
        for link in links:
            if why := _fault(url, _led(folder, link), site):
                yield Violation(url, f"The link “{link}” is broken: {why}.", _MEND, link=link)


def orphans(site: SiteTree) -> Iterator[Violation]:
    """Every page can be reached from Home by links. Pages at earlier addresses need not be."""
    earlier = set(site.roll.earlier.values())
    for url in site.links:
        if url not in site.reached and url not in earlier and url not in _ANYWHERE:
            yield Violation(url, "No way leads from Home to this page.", _LINK)


def records(site: SiteTree) -> Iterator[Violation]:
    """Every record has its page, and a way leads to it from Home; earlier ids have pages too."""
    roll = site.roll
    hint = "Build the site again. If this comes back, it is a fault in the program."
    for record, url in roll.records.items():
        if url not in site.links:
            yield Violation(url, f"The record “{record}” has no page.", hint)
        elif url not in site.reached:
            yield Violation(url, f"No way leads from Home to the record “{record}”.", hint)
    for record, url in roll.earlier.items():
        if url not in site.links:
            yield Violation(url, f"The earlier id “{record}” leads to no page.", hint)


def roll_of(folder: Path) -> ExpectedPages:
    """Which pages the site says it must have; none where it has no manifest that can be read."""
    try:
        return read_manifest((folder / MANIFEST).read_text(encoding="utf-8")).roll
    except (OSError, ValueError, ManifestError):
        return ExpectedPages()


def reached_in(links: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """The pages to which a way leads from Home, itself among them."""
    seen = {HOME} & set(links)
    waiting = deque(seen)
    while waiting:
        url = waiting.popleft()
        folder = posixpath.dirname(url)
        for link in links[url]:
            target = _led(folder, link).target
            if target in links and target not in seen:
                seen.add(target)
                waiting.append(target)
    return frozenset(seen)


def _fault(url: str, led: LinkTarget, site: SiteTree) -> str:
    if led.fault:
        return led.fault
    target = led.target or url
    if target not in site.files:
        return "there is no such page or file"
    if led.part and led.part not in site.parts.get(target, {led.part}):
        return "the page has no such part"
    return ""


# the same few links stand on all pages of a folder
@lru_cache(maxsize=100_000)
def _led(folder: str, link: str) -> LinkTarget:
    try:
        parts = urlsplit(link)
    except ValueError:
        return LinkTarget("", "", "it is not an address")
    if parts.scheme or parts.netloc or link.startswith("/"):
        return LinkTarget("", "", "it is neither relative nor a web address")
    path = posixpath.normpath(posixpath.join(folder, unquote(parts.path))) if parts.path else ""
    return LinkTarget(path, unquote(parts.fragment))
