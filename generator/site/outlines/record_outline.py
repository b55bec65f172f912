"""The outline of a record: what its page says, as rows of plain text, and its sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from generator.model.kind import RECORD_SECTIONS
from generator.site.outlines.plain_blocks import (
    OutlineRow,
    block_rows,
    inline_text,
    lines_row,
    summary_rows,
)
from generator.site.pages.records.record_page import RecordView
from generator.site.parts.blocks import SourceList, Table
from generator.site.parts.cells import capitalise
from generator.site.parts.content import SiteContent
from generator.site.parts.inlines import Text
from generator.site.parts.overview import StripCell

_LAST_SECTIONS = frozenset(section.id for section in RECORD_SECTIONS)


@dataclass(frozen=True, slots=True)
class RecordOutline:
    """A record by the words of its page. `key` is the name of its kind and its id, as “area/x”.

    `rows` are what decides, `details` the rest. Rows without lines are what nobody has stated.
    A source is a document and the place in it.
    """

    key: str
    title: str
    summary: str
    rows: tuple[OutlineRow, ...]
    details: tuple[OutlineRow, ...]
    sources: tuple[tuple[str, str], ...]

    def values(self) -> list[Any]:
        """Return the outline as values for JSON."""
        rows, details = (
            [[row.label, *row.lines] for row in part] for part in (self.rows, self.details)
        )
        key = self.key.partition("/")[2]
        return [key, self.title, self.summary, rows, details, self.sources]


def record_outline(site: SiteContent, view: RecordView) -> RecordOutline:
    """Return the outline of the record whose page shows `view`."""
    first, further = list(_first_rows(site, view)), list(_section_rows(site, view))
    has_overview = bool(view.overview.strip)
    rows, details = (first, further) if has_overview else ([*first, *further], [])
    shown = {row.label for row in rows}
    return RecordOutline(
        view.key,
        view.title,
        view.summary,
        tuple(_merged(rows)),
        tuple(_merged(row for row in details if row.label not in shown)),
        tuple(_sources(site, view)),
    )


def _first_rows(site: SiteContent, view: RecordView) -> Iterator[OutlineRow]:
    """Yield the rows of the first screen."""
    for cell in view.overview.strip:
        yield _strip_row(site, cell)
    yield from summary_rows(view.facts, site.resolve)
    for point in (*view.overview.left, *view.overview.right):
        rest = ((Text(point.rest.title),),) if point.rest else ()
        yield lines_row(point.label, (*point.lines, *rest), site.resolve)


def _section_rows(site: SiteContent, view: RecordView) -> Iterator[OutlineRow]:
    """Yield the rows of the sections, except those on sources that every record has.

    A page with a first screen has its tables there in a few lines.
    """
    has_overview = bool(view.overview.strip)
    for section in view.sections:
        if section.id not in _LAST_SECTIONS:
            blocks = [
                block for block in section.blocks if not (has_overview and isinstance(block, Table))
            ]
            yield from block_rows(section.title, blocks, site.resolve)
    for label in view.unstated:
        yield OutlineRow(capitalise(label), ())


def _strip_row(site: SiteContent, cell: StripCell) -> OutlineRow:
    note = ((Text(cell.note),),) if cell.note else ()
    return lines_row(cell.label, ((*cell.value,), *note), site.resolve)


def _merged(rows: Iterable[OutlineRow]) -> Iterator[OutlineRow]:
    """Yield rows of one label as one row, at the place of the first."""
    by_label: dict[str, dict[str, None]] = {}
    for row in rows:
        by_label.setdefault(row.label, {}).update(dict.fromkeys(row.lines))
    for label, lines in by_label.items():
        yield OutlineRow(label, tuple(lines))


def _sources(site: SiteContent, view: RecordView) -> Iterator[tuple[str, str]]:
    for section in view.sections:
        for block in section.blocks:
            if isinstance(block, SourceList):
                for source in block.items:
                    yield inline_text((source.document,), site.resolve), source.where
