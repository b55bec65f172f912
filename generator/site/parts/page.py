"""A page of the site before it is rendered, and the families that pages belong to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from generator.site.parts.blocks import Block
from generator.site.parts.inlines import InternalLink


@dataclass(frozen=True, slots=True)
class PageSection:
    """A part of a page with a heading that the contents list names."""

    id: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """An entry of the contents list."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Layout:
    """A frame that pages share: the host renders it once, the press fills it.

    `url` is where the frame stands (its folder is that of its pages); `door` the menu entry that
    is lit on it; `listed` the title under which `url` itself stands in the menu, or None.
    `question` is what readers ask that `url` answers; empty for a page that answers none.
    """

    url: str
    nav_section: str
    listed: str | None = None
    question: str = ""


@dataclass(frozen=True, slots=True)
class StructuredData:
    """What a page is about, for machines: its type and properties in the words of schema.org."""

    type: str
    name: str
    about: str = ""
    properties: tuple[tuple[str, tuple[str | InternalLink, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the site, finished but for its markup.

    `template` draws `view`, the page's own values. `source` is the file it is made from, for the
    edit link; None when it is made from many. `found`: a search finds it by its own name;
    a record's page is found as the record. `thing`: what it is about, where that is one thing.
    """

    url: str
    title: str
    summary: str
    layout: Layout
    template: str
    view: Any
    contents: tuple[ContentsEntry, ...] = ()
    source: str | None = None
    searchable: bool = True
    structured_data: StructuredData | None = None


PageBatch: TypeAlias = Callable[..., Iterator[Page]]
"""Makes pages from the site."""


@dataclass(frozen=True)
class PageFamily:
    """Pages of one sort. `layouts` are known without any record; `pages` are made from the site.

    `shares` cuts the making of very many pages into shares that can be made apart; `at` makes the
    one at an address without the others.
    """

    layouts: tuple[Layout, ...]
    pages: PageBatch = field(repr=False)
    batches: Callable[..., list[PageBatch]] | None = field(default=None, repr=False)
    page_at: Callable[..., Page | None] | None = field(default=None, repr=False)
