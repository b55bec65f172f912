"""Hand-written pages: what the frame around them says, and how they are found."""

from __future__ import annotations

import html
import posixpath
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page as HostPage

from generator.site.find import StaticPage
from generator.site.parts.page import ContentsEntry
from generator.site.render.markdown import html_text
from generator.site.render.renderer import PageHead


def handwritten_pages(docs: Path) -> list[str]:
    """What stands in the menu where the settings have none: every page, by name."""
    return sorted(path.relative_to(docs).as_posix() for path in docs.rglob("*.md"))


def source_of(page: HostPage, config: MkDocsConfig) -> str:
    """The file of a page, from the academy's folder."""
    return posixpath.join(posixpath.basename(config.docs_dir), page.file.src_uri)


def head_of(page: HostPage, config: MkDocsConfig) -> PageHead:
    """What a page says of itself outside its body."""
    title = html.unescape(str(page.title))
    headings = _headings(page.toc)
    contents = tuple(ContentsEntry(e.id, html.unescape(e.title)) for e in headings if e.level == 2)
    summary = str(page.meta.get("description") or title)
    return PageHead(page.url, title, summary, contents, source_of(page, config))


def found_by(page: HostPage, head: PageHead) -> StaticPage:
    """A page as a search finds it."""
    return StaticPage(page.url, head.title, head.summary, html_text(page.content or ""))


def has_one_title(page: HostPage) -> bool:
    """Whether a page has one heading of the first level."""
    return [entry.level for entry in _headings(page.toc)].count(1) == 1


def _headings(entries: Any) -> Iterator[Any]:
    for entry in entries:
        yield entry
        yield from _headings(entry.children)
