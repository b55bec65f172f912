"""A page of the site before it is rendered, and the families that pages belong to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from generator.model.fields.dates import WrittenDate
from generator.site.parts.blocks import Block
from generator.site.parts.inlines import InternalLink
from generator.site.parts.shown_picture import ShownPicture


@dataclass(frozen=True, slots=True)
class PageSection:
    """A section of a page; its heading is in the contents list.

    `tab`: the tab under which scripts show it; empty for a section that is always in view.
    """

    id: str
    title: str
    blocks: tuple[Block, ...]
    tab: str = ""


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """An entry of the contents list."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Layout:
    """What pages share: the host renders it once, with a slot for each part that differs.

    `url` is the page that the host renders; it is in the same folder as the pages of the layout.
    `nav_section` is the menu section that is marked as current. `menu_title` is the title of `url`
    in the menu; None where it is not listed. `question` is the readers' question that `url`
    answers, or empty. `also_asked` are other words in which readers ask it, for the search.
    """

    url: str
    nav_section: str
    menu_title: str | None = None
    question: str = ""
    also_asked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FileAddress:
    """The URL of a file of the site, as a property of structured data."""

    url: str


@dataclass(frozen=True, slots=True)
class StructuredData:
    """What a page is about, for machines: a schema.org type and its properties."""

    type: str
    name: str
    about: str = ""
    properties: tuple[tuple[str, tuple[PropertyValue, ...]], ...] = ()


PropertyValue: TypeAlias = str | bool | WrittenDate | InternalLink | FileAddress | StructuredData


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the site before it is rendered to HTML.

    `template` renders `view`, the values of this page. `source` is the file that the edit link
    leads to; None for a page made from many files. `searchable`: the search index has an entry for
    the page itself (a record's page is found as the record). `structured_data` describes the one
    thing that the page is about. `pictures` are those that its texts may show, by their file;
    `lead` is the one at its top. `moved_to` is the URL that replaces this one, or empty.
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
    pictures: Mapping[str, ShownPicture] = field(default_factory=dict)
    lead: ShownPicture | None = None
    moved_to: str = ""


PageBatch: TypeAlias = Callable[..., Iterator[Page]]
"""A function of the `SiteContent` that yields pages."""


@dataclass(frozen=True)
class PageFamily:
    """Pages that share layouts. `layouts` do not depend on any record; `pages` yields every page.

    `parts` splits a large family into functions that each make some of its pages, by names that
    stay, so that a change concerns few of them. `page_at` makes the page at one URL without the
    others, or returns None.
    """

    layouts: tuple[Layout, ...]
    pages: PageBatch = field(repr=False)
    parts: Callable[..., Mapping[str, PageBatch]] | None = field(default=None, repr=False)
    page_at: Callable[..., Page | None] | None = field(default=None, repr=False)

    @classmethod
    def in_parts(
        cls, layouts: tuple[Layout, ...], parts: Callable[..., Mapping[str, PageBatch]]
    ) -> PageFamily:
        """Return a family of the pages that its parts make, one after the other."""

        def pages(site: Any) -> Iterator[Page]:
            for part in parts(site).values():
                yield from part(site)

        return cls(layouts, pages, parts)


def single_page(make: Callable[..., Page]) -> PageBatch:
    """Return a function that yields the one page which `make` returns."""

    def pages(site: Any) -> Iterator[Page]:
        yield make(site)

    return pages
