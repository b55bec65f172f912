"""Pages that answer a question: a heading, the answer in a sentence, then its sections."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.site.parts.blocks import Table, TableRow
from generator.site.parts.inlines import InternalLink
from generator.site.parts.limits import MAX_PAGE_LINKS, ROWS_PER_PAGE
from generator.site.parts.page import ContentsEntry, Layout, Page, PageSection


@dataclass(frozen=True, slots=True)
class PageTab:
    """A tab that leads to a sibling page, or marks this page as the current one."""

    link: InternalLink
    here: bool


@dataclass(frozen=True, slots=True)
class AnswerView:
    """What the template of an answer page shows. `pager` links to the pages of a long list.

    `is_sheet`: it is made for a meeting, so that scripts add buttons to print it and to copy its
    link.
    """

    breadcrumbs: tuple[InternalLink, ...]
    question: str
    title: str
    summary: str
    sections: tuple[PageSection, ...]
    pager: tuple[PageTab, ...] = ()
    is_sheet: bool = False


def answer_page(layout: Layout, summary: str, sections: Iterable[PageSection]) -> Page:
    """Return the page at the URL of `layout`."""
    title = layout.menu_title or ""
    parts = tuple(sections)
    contents = contents_list(parts)
    home = (InternalLink("Home", "index.html"),)
    view = AnswerView(home, layout.question, title, summary, parts)
    return Page(layout.url, title, summary, layout, "answer.html", view, contents)


def contents_list(parts: Sequence[PageSection]) -> tuple[ContentsEntry, ...]:
    """Return the contents list of a page; empty for a page with a single section."""
    return tuple(ContentsEntry(part.id, part.title) for part in parts) if len(parts) > 1 else ()


def page_links(urls: Sequence[str], here: str) -> tuple[PageTab, ...]:
    """Return links to the pages of a paginated list; empty for a single page.

    A list of more than `MAX_PAGE_LINKS` pages has links to the nearest pages, the first and the
    last.
    """
    tabs = [PageTab(InternalLink(f"Page {n}", url), url == here) for n, url in enumerate(urls, 1)]
    if len(tabs) <= MAX_PAGE_LINKS:
        return tuple(tabs) if len(tabs) > 1 else ()
    at = min(max(urls.index(here) - MAX_PAGE_LINKS // 2, 0), len(tabs) - MAX_PAGE_LINKS)
    near = tabs[at : at + MAX_PAGE_LINKS]
    return tuple(dict.fromkeys((tabs[0], *near, tabs[-1])))


def paginate(page: Page, section: PageSection, table: Table) -> Iterator[Page]:
    """Yield `page` with the table in its last section, then a page for each further `ROWS_PER_PAGE`
    rows.
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
    """Return the table without the column of this name."""
    at = table.columns.index(column)
    kept = [n for n in range(len(table.columns)) if n != at]
    rows = (TableRow(tuple(row.cells[n] for n in kept)) for row in table.rows)
    return replace(table, columns=tuple(table.columns[n] for n in kept), rows=tuple(rows))


def add_section(page: Page, part: PageSection) -> Page:
    """Return an answer page with one more section at its end."""
    sections = (*page.view.sections, part)
    view = replace(page.view, sections=sections)
    return replace(page, view=view, contents=contents_list(sections))
