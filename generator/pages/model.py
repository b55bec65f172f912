"""What a page is made of: finished, sorted values for templates that hold no logic.

Each block has a `shape`, the name of the macro that draws it. URLs are relative to the
site's root; the renderer sets them right for the page they stand on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, ClassVar, TypeAlias

from generator.figures.model import Figure
from generator.kinds.words import Tone


@dataclass(frozen=True, slots=True)
class Words:
    """Plain text."""

    text: str


@dataclass(frozen=True, slots=True)
class Prose:
    """Markdown written by a contributor."""

    text: str


@dataclass(frozen=True, slots=True)
class To:
    """A link to a page of this site, with a word that says in what role."""

    title: str
    url: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Outside:
    """A link to another site."""

    url: str


@dataclass(frozen=True, slots=True)
class Chip:
    """An allowed word, shown as a label; the tone is never the only sign."""

    text: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class Silent:
    """What nobody has stated."""


Piece: TypeAlias = Words | Prose | To | Outside | Chip | Silent
Pieces: TypeAlias = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A name and its value. `inferred`: read between the lines. `wide`: it needs a whole row."""

    label: str
    value: Pieces
    inferred: bool = False
    wide: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Names and values, one below the other, under a small heading (empty for none)."""

    items: tuple[Fact, ...]
    label: str = ""
    shape: ClassVar[str] = "facts"


@dataclass(frozen=True, slots=True)
class Passage:
    """Long text under a small heading (empty for none)."""

    label: str
    value: Prose
    inferred: bool = False
    shape: ClassVar[str] = "passage"


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list under a small heading. `more` counts what is not shown here."""

    label: str
    items: tuple[Pieces, ...]
    inferred: bool = False
    more: int = 0
    shape: ClassVar[str] = "bullets"


@dataclass(frozen=True, slots=True)
class Card:
    """A record in a list."""

    link: To
    summary: str
    chips: tuple[Chip, ...]


@dataclass(frozen=True, slots=True)
class Cards:
    """Records in a list under a small heading. `more` counts those not shown here."""

    label: str
    items: tuple[Card, ...]
    more: int = 0
    shape: ClassVar[str] = "cards"


_FEW_ROWS = 3


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: a cell for each column, and what to sort it by (empty for its text)."""

    cells: tuple[Pieces, ...]
    sorts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `label` is its caption. `name` is what it is called where it has no caption.

    `more` counts the rows that are not here, `rest` leads to them."""

    label: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    more: int = 0
    name: str = ""
    rest: To | None = None
    shape: ClassVar[str] = "table"

    @property
    def sortable(self) -> bool:
        """Whether there are enough rows for readers to want another order."""
        return len(self.rows) > _FEW_ROWS


@dataclass(frozen=True, slots=True)
class Saying:
    """A quotation, by role, and where it was said."""

    text: str
    role: str
    source: Pieces


@dataclass(frozen=True, slots=True)
class Sayings:
    """Quotations."""

    items: tuple[Saying, ...]
    shape: ClassVar[str] = "sayings"


@dataclass(frozen=True, slots=True)
class Source:
    """A document, and where in it."""

    document: Piece
    where: str


@dataclass(frozen=True, slots=True)
class Sources:
    """The documents a record rests on; `silent` when none is given."""

    items: tuple[Source, ...]
    shape: ClassVar[str] = "sources"


@dataclass(frozen=True, slots=True)
class Note:
    """A remark that a reader must not miss: how sure this is, or what it does not say."""

    text: str
    shape: ClassVar[str] = "note"


@dataclass(frozen=True, slots=True)
class Number:
    """A figure that stands out, what it counts, and where that is listed (empty for nowhere)."""

    figure: str
    what: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Steps:
    """What to do, one thing after the other, under a small heading."""

    label: str
    items: tuple[str, ...]
    shape: ClassVar[str] = "steps"


@dataclass(frozen=True, slots=True)
class Code:
    """Lines of a program under a small heading, shown as they are."""

    label: str
    text: str
    shape: ClassVar[str] = "code"


@dataclass(frozen=True, slots=True)
class Numbers:
    """A few figures side by side."""

    items: tuple[Number, ...]
    shape: ClassVar[str] = "numbers"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two things of equal weight, side by side where there is room."""

    left: tuple[Block, ...]
    right: tuple[Block, ...]
    shape: ClassVar[str] = "pair"


@dataclass(frozen=True, slots=True)
class Fold:
    """Detail that is one click away."""

    label: str
    blocks: tuple[Block, ...]
    shape: ClassVar[str] = "fold"


@dataclass(frozen=True, slots=True)
class Drawing:
    """A figure, with the same facts as a table beside it."""

    figure: Figure
    table: Table
    shape: ClassVar[str] = "drawing"


Block: TypeAlias = (
    Facts
    | Passage
    | Bullets
    | Cards
    | Table
    | Sayings
    | Sources
    | Note
    | Numbers
    | Steps
    | Code
    | Pair
    | Fold
    | Drawing
)


@dataclass(frozen=True, slots=True)
class PageSection:
    """A part of a page with a heading that the contents list names."""

    id: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """An entry of the contents list."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Plate:
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
class Thing:
    """What a page is about, for machines: its type and properties in the words of schema.org."""

    type: str
    name: str
    about: str = ""
    says: tuple[tuple[str, tuple[str | To, ...]], ...] = ()


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
    plate: Plate
    template: str
    view: Any
    contents: tuple[Contents, ...] = ()
    source: str | None = None
    found: bool = True
    thing: Thing | None = None


Making: TypeAlias = Callable[..., Iterator[Page]]
"""Makes pages from the site."""


@dataclass(frozen=True)
class Family:
    """Pages of one sort. `plates` are known without any record; `pages` are made from the site.

    `shares` cuts the making of very many pages into shares that can be made apart; `at` makes the
    one at an address without the others.
    """

    plates: tuple[Plate, ...]
    pages: Making = field(repr=False)
    shares: Callable[..., list[Making]] | None = field(default=None, repr=False)
    at: Callable[..., Page | None] | None = field(default=None, repr=False)
