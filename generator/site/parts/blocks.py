"""Block content of pages: finished, sorted values for templates that hold no logic.

The `shape` of a block is the name of the template macro that renders it. URLs are relative to the
root of the site; the renderer makes them relative to the page.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import ClassVar, TypeAlias

from generator.site.figures.figure import Figure
from generator.site.parts.inlines import Inline, Inlines, InternalLink, MarkdownText, Tag
from generator.site.parts.shown_picture import ShownPicture


@dataclass(frozen=True, slots=True)
class SummaryRow:
    """A name and its value. `inferred`: our interpretation. `wide`: it takes the full width."""

    label: str
    value: Inlines
    inferred: bool = False
    wide: bool = False


@dataclass(frozen=True, slots=True)
class SummaryList:
    """Names and values below one another. `label` is a small heading, or empty."""

    items: tuple[SummaryRow, ...]
    label: str = ""
    shape: ClassVar[str] = "summary_list"


@dataclass(frozen=True, slots=True)
class TextBlock:
    """Long text. `label` is a small heading, or empty."""

    label: str
    value: MarkdownText
    inferred: bool = False
    shape: ClassVar[str] = "text_block"


@dataclass(frozen=True, slots=True)
class BulletList:
    """A bulleted list under a small heading. `more` counts the items that are left out.

    `rest` is the address of the list that has them, or empty.
    """

    label: str
    items: tuple[Inlines, ...]
    inferred: bool = False
    more: int = 0
    rest: str = ""
    shape: ClassVar[str] = "bullet_list"


@dataclass(frozen=True, slots=True)
class Card:
    """A record in a list: its title as a link, its summary, its tags and its lead picture."""

    link: InternalLink
    summary: str
    tags: tuple[Tag, ...]
    picture: ShownPicture | None = None


@dataclass(frozen=True, slots=True)
class CardList:
    """Cards under a small heading. `more` counts the records that are left out."""

    label: str
    items: tuple[Card, ...]
    more: int = 0
    shape: ClassVar[str] = "card_list"


_FEW_ROWS = 3


@dataclass(frozen=True, slots=True)
class TableRow:
    """A cell for each column, and the key by which each is sorted (empty: by its text).

    `anchor` is the id of the row on the page, or empty. `filter_keys` are the keys of the row for
    each filter of its table.
    """

    cells: tuple[Inlines, ...]
    sorts: tuple[str, ...] = ()
    anchor: str = ""
    filter_keys: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class FilterValue:
    """A value that rows can be narrowed to: its key in the address, and its words."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class TableFilter:
    """A filter of a table: its key in the address, its words, and its values in order."""

    key: str
    label: str
    values: tuple[FilterValue, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table. `label` is its caption; `name` is its accessible name where it has none.

    `more` counts the rows that are left out; `rest` links to them. A script narrows the table by
    its `filters`.
    """

    label: str
    columns: tuple[str, ...]
    rows: tuple[TableRow, ...]
    more: int = 0
    name: str = ""
    rest: InternalLink | None = None
    filters: tuple[TableFilter, ...] = ()
    shape: ClassVar[str] = "table"

    @property
    def sortable(self) -> bool:
        """Return whether there are enough rows to be worth sorting."""
        return len(self.rows) > _FEW_ROWS

    @property
    def filters_json(self) -> str:
        """Return the filters for the script: a key, words and pairs of a value for each."""
        filters = [
            [one.key, one.label, [[value.key, value.label] for value in one.values]]
            for one in self.filters
        ]
        return json.dumps(filters, ensure_ascii=False, separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation, the role of the speaker, and the source."""

    text: str
    role: str
    source: Inlines


@dataclass(frozen=True, slots=True)
class Quotations:
    """Quotations below one another."""

    items: tuple[Quotation, ...]
    shape: ClassVar[str] = "quotations"


@dataclass(frozen=True, slots=True)
class SourceReference:
    """A document, and the place in it."""

    document: Inline
    where: str


@dataclass(frozen=True, slots=True)
class SourceList:
    """The sources of a record. Without any, the page says that none is stated."""

    items: tuple[SourceReference, ...]
    shape: ClassVar[str] = "source_list"


@dataclass(frozen=True, slots=True)
class Callout:
    """A remark that readers must not miss, such as how certain the evidence is."""

    text: str
    shape: ClassVar[str] = "callout"


@dataclass(frozen=True, slots=True)
class Statistic:
    """A large number, what it counts, and the page that lists it (empty for none)."""

    figure: str
    what: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class NumberedList:
    """Steps in order, under a small heading."""

    label: str
    items: tuple[Inlines, ...]
    inferred: bool = False
    shape: ClassVar[str] = "numbered_list"


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """Text to copy as it stands, under a small heading. `name` is its accessible name."""

    label: str
    text: str
    name: str
    shape: ClassVar[str] = "code_block"


@dataclass(frozen=True, slots=True)
class Statistics:
    """Statistics side by side."""

    items: tuple[Statistic, ...]
    shape: ClassVar[str] = "statistics"


@dataclass(frozen=True, slots=True)
class TwoColumns:
    """Two groups of blocks of equal weight, side by side where there is room."""

    left: tuple[Block, ...]
    right: tuple[Block, ...]
    shape: ClassVar[str] = "two_columns"


@dataclass(frozen=True, slots=True)
class Details:
    """Blocks that open under a summary, as the HTML element `details`.

    `anchor` is its id on the page, or empty.
    """

    label: str
    blocks: tuple[Block, ...]
    anchor: str = ""
    shape: ClassVar[str] = "details"


@dataclass(frozen=True, slots=True)
class PictureList:
    """Pictures below one another, each with its caption."""

    items: tuple[ShownPicture, ...]
    shape: ClassVar[str] = "picture_list"


@dataclass(frozen=True, slots=True)
class FigureBlock:
    """A figure, and a table with the same facts; None where the page has that table anyway.

    `rest` leads to the pages with a table that is too long for this one.
    """

    figure: Figure
    table: Table | None = None
    rest: InternalLink | None = None
    shape: ClassVar[str] = "figure_block"


Block: TypeAlias = (
    SummaryList
    | TextBlock
    | BulletList
    | CardList
    | Table
    | Quotations
    | SourceList
    | Callout
    | Statistics
    | NumberedList
    | CodeBlock
    | TwoColumns
    | Details
    | PictureList
    | FigureBlock
)
