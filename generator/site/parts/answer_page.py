"""Pages that answer a question: a heading, the answer in a sentence, then its parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.english import counted
from generator.model.display.vocabulary import NOT_STATED, Vocabulary
from generator.site.parts.blocks import (
    BulletList,
    ContentsEntry,
    Inlines,
    InternalLink,
    Layout,
    Page,
    PageSection,
    Table,
    TableRow,
    Text,
)
from generator.site.parts.content import SiteContent
from generator.site.parts.field_values import NOTHING_STATED, chip_of
from generator.site.parts.limits import MOST_NAMED, MOST_PAGES, MOST_SHOWN, ROWS_A_PAGE, cut


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


def answer(
    plate: Layout,
    summary: str,
    sections: Iterable[PageSection],
    beside: tuple[Layout, ...] = (),
) -> Page:
    """The page that stands at a plate; `beside` are the pages of its group, itself among them."""
    title = plate.listed or ""
    parts = tuple(sections)
    contents = contents_of(parts)
    tabs = (PageTab(InternalLink(one.listed or "", one.url), one is plate) for one in beside)
    view = AnswerView(
        (InternalLink("Home", "index.html"),), plate.question, title, summary, tuple(tabs), parts
    )
    return Page(plate.url, title, summary, plate, "answer.html", view, contents)


def contents_of(parts: Sequence[PageSection]) -> tuple[ContentsEntry, ...]:
    """The contents list of a page; none for a page of a single part."""
    return tuple(ContentsEntry(part.id, part.title) for part in parts) if len(parts) > 1 else ()


def pager(urls: Sequence[str], here: str) -> tuple[PageTab, ...]:
    """The way to the pages of a list that is cut into pages; none for a list of a single one. Of
    very many pages, those are named that stand near this one, and the first and the last.
    """
    tabs = [PageTab(InternalLink(f"Page {n}", url), url == here) for n, url in enumerate(urls, 1)]
    if len(tabs) <= MOST_PAGES:
        return tuple(tabs) if len(tabs) > 1 else ()
    at = min(max(urls.index(here) - MOST_PAGES // 2, 0), len(tabs) - MOST_PAGES)
    near = tabs[at : at + MOST_PAGES]
    return tuple(dict.fromkeys((tabs[0], *near, tabs[-1])))


def paged(page: Page, section: PageSection, table: Table) -> Iterator[Page]:
    """The page, with `section` and in it the table as its last part, and where the table is long
    the further pages of it: `ROWS_A_PAGE` rows each.
    """
    starts = range(0, max(len(table.rows), 1), ROWS_A_PAGE)
    urls = [page.url] + [
        page.url.removesuffix(".html") + f"-{number}.html" for number in range(2, len(starts) + 1)
    ]
    for number, (start, url) in enumerate(zip(starts, urls, strict=True), 1):
        rows = table.rows[start : start + ROWS_A_PAGE]
        part = replace(section, blocks=(*section.blocks, replace(table, rows=rows)))
        sections = (*page.view.sections, part) if number == 1 else (part,)
        title = page.title if number == 1 else f"{page.title}, page {number}"
        view = replace(page.view, sections=sections, pager=pager(urls, url))
        yield replace(
            page,
            url=url,
            title=title,
            view=view,
            contents=contents_of(sections),
            found=page.found and number == 1,
        )


def without(table: Table, column: str) -> Table:
    """A table less one of its columns."""
    at = table.columns.index(column)
    kept = [n for n in range(len(table.columns)) if n != at]
    rows = (TableRow(tuple(one.cells[n] for n in kept)) for one in table.rows)
    return replace(table, columns=tuple(table.columns[n] for n in kept), rows=tuple(rows))


def with_section(page: Page, part: PageSection) -> Page:
    """An answer's page with one more part at its end."""
    sections = (*page.view.sections, part)
    view = replace(page.view, sections=sections)
    return replace(page, view=view, contents=contents_of(sections))


def links(
    site: SiteContent, ids: Iterable[str], empty: str = "", most: int = MOST_NAMED
) -> Inlines:
    """Links to at most so many records, the rest counted; the words `empty`, or “not stated”, where
    there are none.
    """
    shown, more = cut(tuple(ids), most)
    if not shown:
        return (Text(empty),) if empty else NOTHING_STATED
    rest = (Text(f"and {more:,} more"),) if more else ()
    return (*(site.to(one) for one in shown), *rest)


def link(site: SiteContent, target: str | None) -> Inlines:
    """A link to a record; “not stated” where none is named."""
    return (site.to(target),) if target else NOTHING_STATED


def bullets(
    site: SiteContent, label: str, ids: Sequence[str], empty: str = "", most: int = MOST_SHOWN
) -> BulletList:
    """A list of at most so many records, the rest counted; the words `empty`, if any, where there
    are none.
    """
    shown, more = cut(ids, most)
    items = tuple((site.to(one),) for one in shown) or ((words(empty),) if empty else ())
    return BulletList(label, items, more=more)


def chip(vocabulary: Vocabulary, word: str | None) -> Inlines:
    """A word of a field as a label; “not stated” where there is none."""
    return (
        (chip_of(vocabulary.option(word)),)
        if word not in (None, NOT_STATED.word)
        else NOTHING_STATED
    )


def words(text: str | None) -> Inlines:
    """Plain text; “not stated” where there is none."""
    return (Text(text),) if text else NOTHING_STATED


def row(*cells: Inlines) -> TableRow:
    """A row of a table."""
    return TableRow(cells)


def count_inlines(number: int, one: str, many: str) -> Inlines:
    """A number with its noun in a cell: “1 result”, “No results”."""
    return words(sentence(counted(number, one, many)))


def sentence(text: str) -> str:
    """Text with a capital at its start, the rest as it is."""
    return text[:1].upper() + text[1:]
