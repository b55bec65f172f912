"""What a page is made of: finished, sorted values for templates that hold no logic.

Each block has a `shape`, the name of the macro that draws it. URLs are relative to the
site's root; the renderer sets them right for the page they stand on.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, TypeAlias

from generator.site.figures.figure import Figure
from generator.site.parts.inlines import Inline, Inlines, InternalLink, MarkdownText, Tag


@dataclass(frozen=True, slots=True)
class SummaryRow:
    """A name and its value. `inferred`: read between the lines. `wide`: it needs a whole row."""

    label: str
    value: Inlines
    inferred: bool = False
    wide: bool = False


@dataclass(frozen=True, slots=True)
class SummaryList:
    """Names and values, one below the other, under a small heading (empty for none)."""

    items: tuple[SummaryRow, ...]
    label: str = ""
    shape: ClassVar[str] = "summary_list"


@dataclass(frozen=True, slots=True)
class TextBlock:
    """Long text under a small heading (empty for none)."""

    label: str
    value: MarkdownText
    inferred: bool = False
    shape: ClassVar[str] = "text_block"


@dataclass(frozen=True, slots=True)
class BulletList:
    """A list under a small heading. `more` counts what is not shown here."""

    label: str
    items: tuple[Inlines, ...]
    inferred: bool = False
    more: int = 0
    shape: ClassVar[str] = "bullet_list"


@dataclass(frozen=True, slots=True)
class Card:
    """A record in a list."""

    link: InternalLink
    summary: str
    tags: tuple[Tag, ...]


@dataclass(frozen=True, slots=True)
class CardList:
    """Records in a list under a small heading. `more` counts those not shown here."""

    label: str
    items: tuple[Card, ...]
    more: int = 0
    shape: ClassVar[str] = "card_list"


_FEW_ROWS = 3


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a table: a cell for each column, and what to sort it by (empty for its text)."""

    cells: tuple[Inlines, ...]
    sorts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `label` is its caption. `name` is what it is called where it has no caption.

    `more` counts the rows that are not here, `rest` leads to them."""

    label: str
    columns: tuple[str, ...]
    rows: tuple[TableRow, ...]
    more: int = 0
    name: str = ""
    rest: InternalLink | None = None
    shape: ClassVar[str] = "table"

    @property
    def sortable(self) -> bool:
        """Whether there are enough rows for readers to want another order."""
        return len(self.rows) > _FEW_ROWS


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation, by role, and where it was said."""

    text: str
    role: str
    source: Inlines


@dataclass(frozen=True, slots=True)
class Quotations:
    """Quotations."""

    items: tuple[Quotation, ...]
    shape: ClassVar[str] = "quotations"


@dataclass(frozen=True, slots=True)
class SourceReference:
    """A document, and where in it."""

    document: Inline
    where: str


@dataclass(frozen=True, slots=True)
class SourceList:
    """The documents a record rests on; `silent` when none is given."""

    items: tuple[SourceReference, ...]
    shape: ClassVar[str] = "source_list"


@dataclass(frozen=True, slots=True)
class Callout:
    """A remark that a reader must not miss: how sure this is, or what it does not say."""

    text: str
    shape: ClassVar[str] = "callout"


@dataclass(frozen=True, slots=True)
class Statistic:
    """A figure that stands out, what it counts, and where that is listed (empty for nowhere)."""

    figure: str
    what: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class NumberedList:
    """What to do, one thing after the other, under a small heading."""

    label: str
    items: tuple[str, ...]
    shape: ClassVar[str] = "numbered_list"


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """Lines of a program under a small heading, shown as they are."""

    label: str
    text: str
    shape: ClassVar[str] = "code_block"


@dataclass(frozen=True, slots=True)
class Statistics:
    """A few figures side by side."""

    items: tuple[Statistic, ...]
    shape: ClassVar[str] = "statistics"


@dataclass(frozen=True, slots=True)
class TwoColumns:
    """Two things of equal weight, side by side where there is room."""

    left: tuple[Block, ...]
    right: tuple[Block, ...]
    shape: ClassVar[str] = "two_columns"


@dataclass(frozen=True, slots=True)
class Details:
    """Detail that is one click away."""

    label: str
    blocks: tuple[Block, ...]
    shape: ClassVar[str] = "details"


@dataclass(frozen=True, slots=True)
class FigureBlock:
    """A figure, with the same facts as a table beside it."""

    figure: Figure
    table: Table
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
    | FigureBlock
)
