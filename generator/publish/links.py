"""Every link of a finished site that leads inside it, followed to its page and its anchor."""

from __future__ import annotations

import html
import posixpath
import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

_TAG = re.compile(r"<[a-zA-Z][^<>]*>")
# whole attributes one after the other, so that the text of one is not taken for another
_ATTRIBUTE = re.compile(r"""([\w:-]+)=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_LOADING = ("src", "srcset", "poster", "data")
_OUTSIDE = ("http:", "https:", "mailto:", "data:")
_LOADED = "the page loads from elsewhere, which needs a network"


@dataclass(frozen=True, slots=True, order=True)
class BrokenLink:
    """A link that leads nowhere: the page it stands on, what it says, and why it fails."""

    page: str
    link: str
    why: str


def broken_links(site: Path) -> tuple[BrokenLink, ...]:
    """Each link on the pages below `site` whose page, file or anchor is not there; sorted."""
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    pages = {url: _read(site / url) for url in sorted(files) if url.endswith(".html")}
    found = []
    for url, (links, _) in pages.items():
        for name, link in links:
            loaded = name == "load" and not link.startswith("data:")
            why = _LOADED if loaded and _is_outside(link) else _fault(url, link, files, pages)
            if why:
                found.append(BrokenLink(url, link, why))
    return tuple(sorted(found))


_Page = tuple[frozenset[tuple[str, str]], frozenset[str]]


def _read(path: Path) -> _Page:
    text = path.read_text(encoding="utf-8")
    links, ids = set(), set()
    for tag in _TAG.findall(text):
        loads = tag[:5].lower() == "<link" and "canonical" not in tag
        for name, *value in _ATTRIBUTE.findall(tag):
            kind, said = name.lower(), html.unescape("".join(value))
            if kind == "id":
                ids.add(said)
            elif kind in ("href", *_LOADING):
                links.add(("load" if loads or kind in _LOADING else "link", said))
    return frozenset(links), frozenset(ids)


def _is_outside(link: str) -> bool:
    return link.startswith(_OUTSIDE)


def _fault(url: str, link: str, files: set[str], pages: dict[str, _Page]) -> str:
    if _is_outside(link):
        return ""
    try:
        parts = urlsplit(link)
    except ValueError:
        return "it is not an address"
    if parts.scheme or link.startswith("/"):
        return "it is neither relative nor a web address"
    target = url
    if parts.path:
        folder = posixpath.dirname(url)
        target = posixpath.normpath(posixpath.join(folder, unquote(parts.path)))
    if target not in files:
        return "there is no such page or file"
    if parts.fragment and target in pages and unquote(parts.fragment) not in pages[target][1]:
        return "the page has no such part"
    return ""
