"""What a page is made of: finished, sorted values for templates that hold no logic.

Each block has a `shape`, the name of the macro that draws it. URLs are relative to the
site's root; the renderer sets them right for the page they stand on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, ClassVar, TypeAlias

from generator.model.display.vocabulary import Tone
from generator.site.figures.shapes import Figure


@dataclass(frozen=True, slots=True)
class Text:
    """Plain text."""

    text: str


@dataclass(frozen=True, slots=True)
class MarkdownText:
    """Markdown written by a contributor."""

    text: str


@dataclass(frozen=True, slots=True)
class InternalLink:
    """A link to a page of this site, with a word that says in what role."""

    title: str
    url: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class ExternalLink:
    """A link to another site."""

    url: str


@dataclass(frozen=True, slots=True)
class Tag:
    """An allowed word, shown as a label; the tone is never the only sign."""

    text: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class NotStated:
    """What nobody has stated."""


Inline: TypeAlias = Text | MarkdownText | InternalLink | ExternalLink | Tag | NotStated
Inlines: TypeAlias = tuple[Inline, ...]


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
    shape: ClassVar[str] = "facts"


@dataclass(frozen=True, slots=True)
class TextBlock:
    """Long text under a small heading (empty for none)."""

    label: str
    value: MarkdownText
    inferred: bool = False
    shape: ClassVar[str] = "passage"


@dataclass(frozen=True, slots=True)
class BulletList:
    """A list under a small heading. `more` counts what is not shown here."""

    label: str
    items: tuple[Inlines, ...]
    inferred: bool = False
    more: int = 0
    shape: ClassVar[str] = "bullets"


@dataclass(frozen=True, slots=True)
class Card:
    """A record in a list."""

    link: InternalLink
    summary: str
    chips: tuple[Tag, ...]


@dataclass(frozen=True, slots=True)
class CardList:
    """Records in a list under a small heading. `more` counts those not shown here."""

    label: str
    items: tuple[Card, ...]
    more: int = 0
    shape: ClassVar[str] = "cards"


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
    shape: ClassVar[str] = "sayings"


@dataclass(frozen=True, slots=True)
class SourceReference:
    """A document, and where in it."""

    document: Inline
    where: str


@dataclass(frozen=True, slots=True)
class SourceList:
    """The documents a record rests on; `silent` when none is given."""

    items: tuple[SourceReference, ...]
    shape: ClassVar[str] = "sources"


@dataclass(frozen=True, slots=True)
class Callout:
    """A remark that a reader must not miss: how sure this is, or what it does not say."""

    text: str
    shape: ClassVar[str] = "note"


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
    shape: ClassVar[str] = "steps"


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """Lines of a program under a small heading, shown as they are."""

    label: str
    text: str
    shape: ClassVar[str] = "code"


@dataclass(frozen=True, slots=True)
class Statistics:
    """A few figures side by side."""

    items: tuple[Statistic, ...]
    shape: ClassVar[str] = "numbers"


@dataclass(frozen=True, slots=True)
class TwoColumns:
    """Two things of equal weight, side by side where there is room."""

    left: tuple[Block, ...]
    right: tuple[Block, ...]
    shape: ClassVar[str] = "pair"


@dataclass(frozen=True, slots=True)
class Details:
    """Detail that is one click away."""

    label: str
    blocks: tuple[Block, ...]
    shape: ClassVar[str] = "fold"


@dataclass(frozen=True, slots=True)
class FigureBlock:
    """A figure, with the same facts as a table beside it."""

    figure: Figure
    table: Table
    shape: ClassVar[str] = "drawing"


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
    door: str
    listed: str | None = None
    question: str = ""


@dataclass(frozen=True, slots=True)
class StructuredData:
    """What a page is about, for machines: its type and properties in the words of schema.org."""

    type: str
    name: str
    about: str = ""
    says: tuple[tuple[str, tuple[str | InternalLink, ...]], ...] = ()


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
    plate: Layout
    template: str
    view: Any
    contents: tuple[ContentsEntry, ...] = ()
    source: str | None = None
    found: bool = True
    thing: StructuredData | None = None


PageBatch: TypeAlias = Callable[..., Iterator[Page]]
"""Makes pages from the site."""


@dataclass(frozen=True)
class PageFamily:
    """Pages of one sort. `plates` are known without any record; `pages` are made from the site.

    `shares` cuts the making of very many pages into shares that can be made apart; `at` makes the
    one at an address without the others.
    """

    plates: tuple[Layout, ...]
    pages: PageBatch = field(repr=False)
    shares: Callable[..., list[PageBatch]] | None = field(default=None, repr=False)
    at: Callable[..., Page | None] | None = field(default=None, repr=False)
