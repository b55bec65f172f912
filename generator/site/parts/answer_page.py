"""Pages that answer a question: a heading, the answer in a sentence, then its parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.site.parts.blocks import Table, TableRow
from generator.site.parts.inlines import InternalLink
from generator.site.parts.limits import MAX_PAGE_LINKS, ROWS_PER_PAGE
from generator.site.parts.page import ContentsEntry, Layout, Page, PageSection


@dataclass(frozen=True, slots=True)
class PageTab:
    """A page beside this one, or this one itself."""

    link: InternalLink
    here: bool


@dataclass(frozen=True, slots=True)
class AnswerView:
    """What such a page shows. `pager` leads to the further pages of a long list."""

    trail: tuple[InternalLink, ...]
    question: str
    title: str
    summary: str
    beside: tuple[PageTab, ...]
    sections: tuple[PageSection, ...]
    pager: tuple[PageTab, ...] = ()


def answer_page(
    layout: Layout,
    summary: str,
    sections: Iterable[PageSection],
    beside: tuple[Layout, ...] = (),
) -> Page:
    """The page that stands at a layout; `beside` are the pages of its group, itself among them."""
    title = layout.listed or ""
    parts = tuple(sections)
    contents = contents_list(parts)
    tabs = (
        PageTab(InternalLink(sibling.listed or "", sibling.url), sibling is layout)
        for sibling in beside
    )
    view = AnswerView(
        (InternalLink("Home", "index.html"),), layout.question, title, summary, tuple(tabs), parts
    )
    return Page(layout.url, title, summary, layout, "answer.html", view, contents)


def contents_list(parts: Sequence[PageSection]) -> tuple[ContentsEntry, ...]:
    """The contents list of a page; none for a page of a single part."""
    return tuple(ContentsEntry(part.id, part.title) for part in parts) if len(parts) > 1 else ()


def page_links(urls: Sequence[str], here: str) -> tuple[PageTab, ...]:
    """The way to the pages of a list that is cut into pages; none for a list of a single one. Of
    very many pages, those are named that stand near this one, and the first and the last.
    """
    tabs = [PageTab(InternalLink(f"Page {n}", url), url == here) for n, url in enumerate(urls, 1)]
    if len(tabs) <= MAX_PAGE_LINKS:
        return tuple(tabs) if len(tabs) > 1 else ()
    at = min(max(urls.index(here) - MAX_PAGE_LINKS // 2, 0), len(tabs) - MAX_PAGE_LINKS)
    near = tabs[at : at + MAX_PAGE_LINKS]
    return tuple(dict.fromkeys((tabs[0], *near, tabs[-1])))


def paginate(page: Page, section: PageSection, table: Table) -> Iterator[Page]:
    """The page, with `section` and in it the table as its last part, and where the table is long
    the further pages of it: `ROWS_PER_PAGE` rows each.
    """
    starts = range(0, max(len(table.rows), 1), ROWS_PER_PAGE)
    urls = [page.url] + [
        page.url.removesuffix(".html") + f"-{number}.html" for number in range(2, len(starts) + 1)
    ]
    for number, (start, url) in enumerate(zip(starts, urls, strict=True), 1):
        rows = table.rows[start : start + ROWS_PER_PAGE]
        part = replace(section, blocks=(*section.blocks, replace(table, rows=rows)))
        sections = (*page.view.sections, part) if number == 1 else (part,)
        title = page.title if number == 1 else f"{page.title}, page {number}"
        view = replace(page.view, sections=sections, pager=page_links(urls, url))
        yield replace(
            page,
            url=url,
            title=title,
            view=view,
            contents=contents_list(sections),
            searchable=page.searchable and number == 1,
        )


def drop_column(table: Table, column: str) -> Table:
    """A table less one of its columns."""
    at = table.columns.index(column)
    kept = [n for n in range(len(table.columns)) if n != at]
    rows = (TableRow(tuple(row.cells[n] for n in kept)) for row in table.rows)
    return replace(table, columns=tuple(table.columns[n] for n in kept), rows=tuple(rows))


def add_section(page: Page, part: PageSection) -> Page:
    """An answer's page with one more part at its end."""
    sections = (*page.view.sections, part)
    view = replace(page.view, sections=sections)
    return replace(page, view=view, contents=contents_list(sections))
