"""Hand-written pages of MkDocs as plain values of the engine."""

from __future__ import annotations

import html
import posixpath
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page as HostPage

from generator.build.hosting import HandwrittenPage, Heading
from generator.starter import PAGES_FOLDER


def written_pages(config: MkDocsConfig) -> list[str]:
    """Return the pages that the academy has written, by their names in its folder, sorted."""
    docs = Path(config.docs_dir)
    if docs == PAGES_FOLDER:
        return []
    return sorted(path.relative_to(docs).as_posix() for path in docs.rglob("*.md"))


def source_of(page: HostPage, config: MkDocsConfig) -> str:
    """Return the file of a page, from the academy's folder; empty for a page of the engine."""
    if page.file.generated_by:
        return ""
    return posixpath.join(posixpath.basename(config.docs_dir), page.file.src_uri)


def handwritten_page(page: HostPage, source: str) -> HandwrittenPage:
    """Return a rendered page as a plain value."""
    title = html.unescape(str(page.title))
    summary = str(page.meta.get("description") or title)
    return HandwrittenPage(
        page.url, source, title, summary, tuple(_headings(page.toc)), page.content or ""
    )


def _headings(entries: Any) -> Iterator[Heading]:
    for entry in entries:
        yield Heading(entry.level, entry.id, html.unescape(entry.title))
        yield from _headings(entry.children)
