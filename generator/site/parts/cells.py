"""Inline content for cells, rows and lists: links, tags, counts and plain text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.english import counted
from generator.model.display.vocabulary import NOT_STATED, Vocabulary
from generator.site.parts.blocks import BulletList, TableRow
from generator.site.parts.content import SiteContent
from generator.site.parts.field_values import NOTHING_STATED, option_tag
from generator.site.parts.inlines import Inlines, Text
from generator.site.parts.limits import MAX_LINKS, MAX_ROWS, limit_items


def record_links(
    site: SiteContent, ids: Iterable[str], empty: str = "", most: int = MAX_LINKS
) -> Inlines:
    """Links to at most so many records, the rest counted; the words `empty`, or “not stated”, where
    there are none.
    """
    shown, more = limit_items(tuple(ids), most)
    if not shown:
        return (Text(empty),) if empty else NOTHING_STATED
    rest = (Text(f"and {more:,} more"),) if more else ()
    return (*(site.link(target) for target in shown), *rest)


def record_link(site: SiteContent, target: str | None) -> Inlines:
    """A link to a record; “not stated” where none is named."""
    return (site.link(target),) if target else NOTHING_STATED


def link_list(
    site: SiteContent, label: str, ids: Sequence[str], empty: str = "", most: int = MAX_ROWS
) -> BulletList:
    """A list of at most so many records, the rest counted; the words `empty`, if any, where there
    are none.
    """
    shown, more = limit_items(ids, most)
    items = tuple((site.link(target),) for target in shown) or (
        (text_inlines(empty),) if empty else ()
    )
    return BulletList(label, items, more=more)


def word_tag(vocabulary: Vocabulary, word: str | None) -> Inlines:
    """A word of a field as a label; “not stated” where there is none."""
    return (
        (option_tag(vocabulary.option(word)),)
        if word not in (None, NOT_STATED.word)
        else NOTHING_STATED
    )


def text_inlines(text: str | None) -> Inlines:
    """Plain text; “not stated” where there is none."""
    return (Text(text),) if text else NOTHING_STATED


def table_row(*cells: Inlines) -> TableRow:
    """A row of a table."""
    return TableRow(cells)


def count_inlines(number: int, singular: str, plural: str) -> Inlines:
    """A number with its noun in a cell: “1 result”, “No results”."""
    return text_inlines(capitalise(counted(number, singular, plural)))


def capitalise(text: str) -> str:
    """Text with a capital at its start, the rest as it is."""
    return text[:1].upper() + text[1:]
