"""What the tests of figures share: figures of the first academy, and ways to look into them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from generator.analysis.index import AdoptionIndex
from generator.analysis.insights.learning import learning_network
from generator.analysis.insights.pace import practice_timeline
from generator.analysis.insights.population import population_projections
from generator.analysis.insights.practice_status import adoption_grid
from generator.analysis.insights.programmes import programme_evidence
from generator.model.kinds.measure import Measure
from generator.model.kinds.outcome import Outcome
from generator.records.catalogue import read_catalogue
from generator.site import figures
from generator.site.figures.figure import Figure
from generator.site.figures.shapes import (
    LinkedShapes,
    Panel,
    ScaledPaths,
    Shape,
    ShapeGroup,
    TextLines,
)
from generator.site.figures.text_layout import (
    FONT_SIZE,
    NARROW_WIDTH,
    SMALL_FONT_SIZE,
    WIDE_WIDTH,
    text_width,
)
from generator.site.render.environment import template_environment
from generator.site.render.html_fragments import HtmlFragments
from tests.catalogues import first_catalogue
from tests.conftest import PROJECT
from tests.sites import FIRST_ACADEMY

TEMPLATES = PROJECT / "generator" / "templates"


@cache
def first_index(root: Path = FIRST_ACADEMY) -> AdoptionIndex:
    is_first = root == FIRST_ACADEMY
    return AdoptionIndex(first_catalogue() if is_first else read_catalogue(root)[0])


def names_in(index: AdoptionIndex) -> figures.RecordNames:
    def names(record_id: str) -> tuple[str, str]:
        resolved = index.catalogue.resolve(record_id) or record_id
        return index.catalogue.title(resolved), f"records/{resolved}.html"

    return names


def plain_names(record_id: str) -> tuple[str, str]:
    """Names where no catalogue is."""
    return record_id.replace("-", " ").capitalize(), f"records/{record_id}.html"


def result_url(record_id: str) -> str:
    return f"#r-{record_id}"


def programmes_in(index: AdoptionIndex) -> list[figures.ProgrammeResults]:
    """The programmes that report results, as the page of the evidence map gives them."""
    return [
        figures.ProgrammeResults(
            one.prototype, tuple(index.measure(result) for result in one.results)
        )
        for one in programme_evidence(index).values()
        if one.results
    ]


@cache
def first_figures() -> tuple[Figure, ...]:
    """Every figure that is drawn for the first academy before its pages are opened."""
    index = first_index()
    names = names_in(index)
    better = {one.id: one.better for one in index.catalogue.records_of(Outcome)}.get
    lines = (
        figures.timeline_chart(practice_timeline(index, one.id), names) for one in index.practices
    )
    return (
        figures.adoption_grid(adoption_grid(index), names),
        figures.network_diagram(learning_network(index), names),
        figures.evidence_map(programmes_in(index), names, result_url),
        *figures.measure_charts(index.catalogue.records_of(Measure), names, better),
        *figures.population_charts(population_projections(index), names),
        *(one for one in lines if one),
    )


def rendered(figure: Figure) -> str:
    """A figure as HTML, drawn as the renderer draws: escaped, and strict about what is missing."""
    drawn_by = template_environment("../", str, HtmlFragments("../", str, str))
    module: Any = drawn_by.get_template("figure.html").module
    return str(module.draw(figure))


def walk(marks: Sequence[Shape]) -> Iterator[Shape]:
    for mark in marks:
        yield mark
        if isinstance(mark, ShapeGroup | LinkedShapes | Panel | ScaledPaths):
            yield from walk(mark.marks)


def marks_of(figure: Figure) -> Iterator[Shape]:
    yield from walk((*figure.marks, *figure.side_marks))


def links(figure: Figure) -> list[LinkedShapes]:
    return [mark for mark in marks_of(figure) if isinstance(mark, LinkedShapes)]


def looks(figure: Figure) -> list[str]:
    return [css_class for mark in marks_of(figure) if (css_class := getattr(mark, "css_class", ""))]


def words_of(marks: Sequence[Shape]) -> str:
    """All words in marks, in their order."""
    texts = (mark for mark in walk(marks) if isinstance(mark, TextLines))
    return " ".join(line for text in texts for _, line in text.lines)


@dataclass(frozen=True)
class Box:
    """Where a line of words stands, in px."""

    left: float
    top: float
    right: float
    bottom: float
    line: str

    def meets(self, other: Box) -> bool:
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > 1 and down > 1


def boxes(figure: Figure, *, wide: bool) -> list[Box]:
    """Where each line of words stands in the least room there is, on a narrow or a wide page."""
    room = float(max(WIDE_WIDTH, figure.wide) if wide else max(NARROW_WIDTH, figure.width))
    left = room * figure.split / 100 if wide else 0
    eye = _Eye(wide)
    text_boxes = [
        *eye.see(figure.marks, 0, 0, room),
        *eye.see(figure.side_marks, left, 0, room - left),
    ]
    return [box for box in text_boxes if box.line]


@dataclass(frozen=True)
class _Eye:
    wide: bool

    def see(self, marks: Sequence[Shape], x: float, y: float, room: float) -> Iterator[Box]:
        for mark in marks:
            seen = getattr(mark, "css_class", "").split()
            if ("fg-narrow" if self.wide else "fg-wide") in seen:
                continue
            if isinstance(mark, TextLines):
                yield from self._text(mark, x, y, room)
            elif isinstance(mark, Panel):
                inner = _length(mark.width, room)
                yield from self.see(mark.marks, x + _length(mark.x, room), y + float(mark.y), inner)
            elif isinstance(mark, ShapeGroup):
                yield from self.see(mark.marks, x, y + self._moved(seen), room)
            elif isinstance(mark, LinkedShapes):
                yield from self.see(mark.marks, x, y, room)

    def _moved(self, looks: list[str]) -> float:
        """What figures.css does on wide pages."""
        if not self.wide:
            return 0
        moves = {"fg-down": 21, "fg-lift": -9} | {f"fg-up-{n}": -8 * n for n in range(17)}
        return sum(moves[css_class] for css_class in looks)

    def _text(self, mark: TextLines, x: float, y: float, room: float) -> Iterator[Box]:
        size = (
            SMALL_FONT_SIZE
            if "fg-small" in mark.css_class or "fg-letter" in mark.css_class
            else FONT_SIZE
        )
        start = _length(mark.x, room) + float(mark.shift)
        for line_y, line in mark.lines:
            long = text_width(line, size, bold="fg-bold" in mark.css_class)
            first = start - long * {"start": 0, "middle": 0.5, "end": 1}[mark.anchor]
            base = float(line_y)
            if mark.turn:
                assert mark.turn == "-90"
                yield Box(x + base - 9, y - first - long, x + base + 3, y - first, line)
            else:
                yield Box(x + first, y + base - 10, x + first + long, y + base + 3, line)


def _length(text: str, room: float) -> float:
    return float(text[:-1]) * room / 100 if text.endswith("%") else float(text)
