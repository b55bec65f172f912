"""Blocks of a page as rows of plain text: a label with a few lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.markdown.parser import Resolve
from generator.markdown.plain_text import plain_text
from generator.site.parts.blocks import (
    Block,
    BulletList,
    CardList,
    NumberedList,
    SummaryList,
    SummaryRow,
    Table,
    TwoColumns,
)
from generator.site.parts.cells import capitalise
from generator.site.parts.inlines import (
    ExternalLink,
    Inline,
    Inlines,
    InternalLink,
    MarkdownText,
    NotStated,
)
from generator.site.parts.limits import limit_items

_MOST_LINES = 4
_JOINT = " · "


@dataclass(frozen=True, slots=True)
class OutlineRow:
    """A label with its lines; without any, nobody has stated it."""

    label: str
    lines: tuple[str, ...]


def block_rows(title: str, blocks: Iterable[Block], resolve: Resolve) -> Iterator[OutlineRow]:
    """Yield the rows of the blocks of a section, without long prose, figures and folds.

    `title` is that of the section; it stands in for a list without a heading. Of a table, its first
    column counts.
    """
    for block in blocks:
        if isinstance(block, SummaryList):
            yield from summary_rows(block.items, resolve)
        elif isinstance(block, BulletList | NumberedList):
            more = block.more if isinstance(block, BulletList) else 0
            yield lines_row(block.label or title, block.items, resolve, more)
        elif isinstance(block, CardList):
            links: list[Inlines] = [(card.link,) for card in block.items]
            yield lines_row(block.label or title, links, resolve, block.more)
        elif isinstance(block, Table):
            cells = list(dict.fromkeys(row.cells[0] for row in block.rows))
            yield lines_row(block.label or title, cells, resolve, block.more)
        elif isinstance(block, TwoColumns):
            yield from block_rows(title, (*block.left, *block.right), resolve)


def summary_rows(rows: Iterable[SummaryRow], resolve: Resolve) -> Iterator[OutlineRow]:
    """Yield the rows of a summary list. Links that follow one another are a line each."""
    for row in rows:
        links = all(isinstance(inline, InternalLink) for inline in row.value)
        yield lines_row(row.label, [(one,) for one in row.value] if links else [row.value], resolve)


def lines_row(label: str, lines: Sequence[Inlines], resolve: Resolve, more: int = 0) -> OutlineRow:
    """Return a row of at most `_MOST_LINES` lines. `more` counts what is left out already."""
    texts = [text for line in lines if (text := inline_text(line, resolve))]
    shown, hidden = limit_items(texts, _MOST_LINES)
    rest = (f"and {hidden + more:,} more",) if hidden + more else ()
    return OutlineRow(capitalise(label), (*shown, *rest))


def inline_text(inlines: Inlines, resolve: Resolve) -> str:
    """Return the words of a line, empty where nothing is stated."""
    text = _JOINT.join(text for one in inlines if (text := _words(one, resolve)))
    return text.replace(f":{_JOINT}", ": ")


def _words(inline: Inline, resolve: Resolve) -> str:
    if isinstance(inline, NotStated):
        return ""
    if isinstance(inline, MarkdownText):
        return plain_text(inline.text, resolve)
    if isinstance(inline, InternalLink):
        return f"{inline.title} ({inline.note})" if inline.note else inline.title
    if isinstance(inline, ExternalLink):
        return inline.title or inline.url
    return inline.text
