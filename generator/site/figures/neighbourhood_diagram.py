"""The neighbourhood of a record: the record on top, its neighbours on both sides of a line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.analysis.insights.neighbourhood import Neighbour, Neighbourhood
from generator.english import counted
from generator.model.kinds import KIND_OF
from generator.model.relation_labels import relation_label
from generator.site.figures.drawing import (
    ARROWHEAD,
    ARROWHEAD_LEFT,
    LabelSpace,
    TextAnchor,
    centred_label,
    px,
    responsive_text,
    text_lines,
)
from generator.site.figures.figure import Figure, FigureCell, RecordNames, records_cell, text_cell
from generator.site.figures.shapes import (
    Line,
    LinkedShapes,
    Panel,
    Path,
    Rect,
    Shape,
    Shapes,
    Symbol,
)
from generator.site.figures.text_layout import (
    LINE_HEIGHT,
    SMALL_FONT_SIZE,
    SMALL_LINE_HEIGHT,
    wrap_text,
)

COLUMNS = ("Record", "Kind", "Relation", "Direction")
_LABEL_SPACE = LabelSpace(106, 262, 3)
_HEADING_HEIGHT = 30
# In px: from the vertical line to the text.
_ARM_LENGTH = 30


def neighbourhood_diagram(around: Neighbourhood, names: RecordNames) -> Figure:
    """Return a diagram of a record and its neighbours by kind, with each relation."""
    title, url = names(around.centre)
    centre, top = _draw_centre(title, url)
    columns = [
        _draw_column(half, side, top, names)
        for side, half in zip((-1, 1), _halves(around.neighbours, names), strict=True)
    ]
    spine = Line("50%", px(top - 4), "50%", px(max(item.last for item in columns)), "fg-spine")
    links = (_linked(item, title) for column in columns for item in column.items)
    return Figure(
        id=f"around-{around.centre}",
        title=f"Records linked to {title}",
        desc=f"{title} and {counted(len(around.neighbours), 'record')} linked to it, by "
        "kind. The table says the same.",
        width=0,
        height=round(max(item.bottom for item in columns) + 4),
        marks=(spine, *centre, *(mark for item in columns for mark in item.headings), *links),
        columns=COLUMNS,
        rows=tuple(_cells(item, names) for item in around.neighbours),
        more=around.more,
        note=_note(around),
    )


@dataclass(frozen=True, slots=True)
class NeighbourLabel:
    """A neighbour with its title, the URL of its page, and its shapes."""

    neighbour: Neighbour
    title: str
    url: str
    marks: Shapes


@dataclass(frozen=True, slots=True)
class NeighbourColumn:
    """One side of the diagram.

    `last` is the y of its last arrow in px, `bottom` that of its bottom edge.
    """

    headings: Shapes
    items: tuple[NeighbourLabel, ...]
    last: float
    bottom: float


def _draw_centre(title: str, url: str) -> tuple[Shapes, float]:
    marks, high = centred_label(
        TextAnchor("50%", 0, "middle"), title, LabelSpace(232, 500), "fg-text fg-bold fg-link"
    )
    height = high + 18
    marks, _ = centred_label(
        TextAnchor("50%", height / 2 + 1, "middle"),
        title,
        LabelSpace(232, 500),
        "fg-text fg-bold fg-link",
    )
    box = Rect("8%", "1", "84%", px(height), "fg-box", "8")
    return (LinkedShapes(url, title, (box, *marks)),), height + 6


def _halves(
    around: Sequence[Neighbour], names: RecordNames
) -> tuple[Sequence[Neighbour], Sequence[Neighbour]]:
    """Return the neighbours in two parts of about equal height, in their order."""
    heights = [_height(names(neighbour.record)[0]) for neighbour in around]
    left = 0.0
    for number, height in enumerate(heights):
        if left + height / 2 > sum(heights) / 2:
            return around[:number], around[number:]
        left += height
    return around, ()


@lru_cache(maxsize=20_000)
def _height(title: str) -> float:
    return SMALL_LINE_HEIGHT + LINE_HEIGHT * len(_LABEL_SPACE.lines(title)[0]) + 12


def _draw_column(
    neighbours: Sequence[Neighbour], side: int, top: float, names: RecordNames
) -> NeighbourColumn:
    y = last = top
    kind = ""
    headings: list[Shape] = []
    items: list[NeighbourLabel] = []
    for neighbour in neighbours:
        if neighbour.kind != kind:
            kind = neighbour.kind
            lines = wrap_text(KIND_OF[kind].labels, _LABEL_SPACE.narrow, SMALL_FONT_SIZE, 1)
            headings.append(
                text_lines(_text_anchor(side, y + 20), lines, "fg-text fg-small fg-bold")
            )
            y += _HEADING_HEIGHT
        title, url = names(neighbour.record)
        last = y + 8
        stamp = _neighbour_symbol(
            title, relation_label(neighbour.relation), side, outwards=neighbour.outwards
        )
        items.append(NeighbourLabel(neighbour, title, url, (Panel("0", px(y), "100%", (stamp,)),)))
        y += _height(title)
    return NeighbourColumn(tuple(headings), tuple(items), last, y)


def _text_anchor(side: int, y: float) -> TextAnchor:
    return TextAnchor("50%", y, "end" if side < 0 else "start", side * (_ARM_LENGTH + 4))


@lru_cache(maxsize=20_000)  # A record is drawn in the diagrams of all its neighbours.
def _neighbour_symbol(title: str, relation: str, side: int, *, outwards: bool) -> Symbol:
    """Return a neighbour with its relation and arrow, drawn downwards from y = 0."""
    high = _height(title)
    relation_lines = wrap_text(relation, _LABEL_SPACE.narrow, SMALL_FONT_SIZE, 1)
    about = text_lines(_text_anchor(side, 12), relation_lines, "fg-text fg-small fg-soft", relation)
    narrow, wide = _LABEL_SPACE.lines(title)
    name = responsive_text(
        _text_anchor(side, SMALL_LINE_HEIGHT + 13), narrow, wide, "fg-text fg-link", title
    )
    hit = Rect("0" if side < 0 else "52%", px(-3), "48%", px(high - 4), "fg-hit", "3")
    head = ARROWHEAD if (side > 0) == outwards else ARROWHEAD_LEFT
    tip = side * (_ARM_LENGTH if outwards else 2)
    arm = (
        Path(f"M0 0H{px(side * (_ARM_LENGTH - 2))}", "fg-arm"),
        Panel(px(tip), "0", "1", (Path(head, "fg-solid"),)),
    )
    return Symbol((hit, about, *name, Panel("50%", "8", "1", arm)))


def _linked(item: NeighbourLabel, centre: str) -> LinkedShapes:
    relation = relation_label(item.neighbour.relation).lower()
    ends = (centre, item.title) if item.neighbour.outwards else (item.title, centre)
    return LinkedShapes(item.url, f"{ends[0]} – {relation} → {ends[1]}", item.marks)


def _cells(neighbour: Neighbour, names: RecordNames) -> tuple[FigureCell, ...]:
    return (
        records_cell((neighbour.record,), names),
        text_cell(KIND_OF[neighbour.kind].label),
        text_cell(relation_label(neighbour.relation)),
        text_cell("From this record" if neighbour.outwards else "To this record"),
    )


def _note(around: Neighbourhood) -> str:
    note = "An arrow shows the direction of a link."
    return (
        (f"{note} The picture shows those with most links to other records.")
        if around.more
        else note
    )
