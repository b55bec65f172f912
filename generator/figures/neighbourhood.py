"""The neighbourhood of a record: the record above, those related to it on both sides of a spine."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.figures.draw import HEAD, HEAD_LEFT, At, Room, counted, label, px, words
from generator.figures.model import (
    Figure,
    FigureCell,
    Line,
    Linked,
    Mark,
    Marks,
    Names,
    Path,
    Pane,
    Rect,
    named,
    plain,
)
from generator.figures.text import SMALL, SMALL_STEP, STEP, wrap
from generator.insights.neighbourhood import Neighbour, Neighbourhood
from generator.kinds import KIND_OF
from generator.kinds.words import read

COLUMNS = ("Record", "Kind", "Relation", "Which way")
_ROOM = Room(106, 262, 3)
_HEADING = 26
# px from the spine to the words
_ARM = 30


def neighbourhood(around: Neighbourhood, names: Names) -> Figure:
    """A record, those next to it by kind, and how they are related to it."""
    title, url = names(around.centre)
    centre, y = _centre(title, url)
    halves = _halves(around.neighbours, names)
    marks: list[Mark] = []
    bottoms = [y]
    for side, some in zip((-1, 1), halves, strict=True):
        column, bottom = _column(some, side, y + 6, (title, names))
        marks += column
        bottoms.append(bottom)
    ends = max(bottoms)
    return Figure(
        id=f"around-{around.centre}",
        title=f"What stands next to {title}",
        desc=f"{title} and {counted(len(around.neighbours), 'record')} related to it, by kind. "
        "The table has them all.",
        width=0,
        height=round(ends + 6),
        marks=(Line("50%", px(y), "50%", px(_spine(halves, names, y)), "fg-spine"), *centre, *marks),
        columns=COLUMNS,
        rows=tuple(_cells(one, names) for one in around.neighbours),
        more=around.more,
        note="An arrow shows which way a relation runs: a record that points here names this one.",
    )
