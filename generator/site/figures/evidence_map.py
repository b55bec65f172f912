"""The evidence map: a band for each programme, with one mark for each of its results."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from generator.analysis.insights.evidence import RANKED_LEVELS, evidence_rank
from generator.english import counted
from generator.model.display.inferred import is_inferred
from generator.model.display.vocabulary import Vocabulary
from generator.model.kinds.measure import Measure
from generator.model.kinds.measure_words import CHANGE_DIRECTIONS, EVIDENCE_LEVELS
from generator.model.measure_text import short_value
from generator.site.figures.drawing import (
    BAR,
    DISC,
    DOWN,
    LEFT_RIGHT,
    UP,
    KeyEntry,
    TextAnchor,
    draw_key,
    horizontal_rule,
    marker,
    px,
    responsive_text,
    text_lines,
)
from generator.site.figures.figure import (
    Figure,
    FigureCell,
    RecordNames,
    option_cell,
    records_cell,
    text_cell,
)
from generator.site.figures.measure_labels import measure_option
from generator.site.figures.shapes import (
    LinkedShapes,
    Marker,
    Panel,
    Rect,
    Shape,
    ShapeGroup,
    Shapes,
    TextLines,
)
from generator.site.figures.text_layout import (
    LINE_HEIGHT,
    NARROW_WIDTH,
    WIDE_WIDTH,
    text_width,
    wrap_text,
)

MOST_RESULTS = 20
COLUMNS = ("Programme", "Finding", "Outcome", "Change", "Value", "Strength of evidence")
# Percent of the width that names take on wide pages; figures.css has the same number.
NAMES_PERCENT = 34
_RESULT_HEIGHT = 36
_MARK = 24
_GAP = 8
_LIFT = 8  # px of one step of the class fg-up-N
_NAME_WIDTH = WIDE_WIDTH * NAMES_PERCENT / 100 - 12
_MOST_VALUE = 104  # px
IN_WORDS = "In words"


@dataclass(frozen=True, slots=True)
class _Direction:
    """How a direction of change is drawn: the path `d`, its `css_class`, its label `text`."""

    d: str
    css_class: str
    text: str


_DIRECTIONS = {
    "improved": _Direction(UP, "fg-solid fg-good", "Improved"),
    "stable": _Direction(BAR, "fg-solid fg-even", "Stable"),
    "no-clear-difference": _Direction(LEFT_RIGHT, "fg-solid fg-even", "No clear difference"),
    "worsened": _Direction(DOWN, "fg-solid fg-bad", "Got worse"),
    "not-stated": _Direction(DISC, "fg-hollow fg-even", "Direction not stated"),
}


@dataclass(frozen=True, slots=True)
class ProgrammeResults:
    """A programme and its results in their order."""

    prototype: str
    results: tuple[Measure, ...]


@dataclass(frozen=True, slots=True)
class _Result:
    """A result in words: its outcome, its value in a short form, its direction and its strength."""

    url: str
    outcome: str
    value: str
    change: str
    level: str
    title: str


@dataclass(frozen=True, slots=True)
class _Band:
    """A programme and its results that the picture has room for."""

    name: str
    url: str
    results: tuple[_Result, ...]


def evidence_map(
    programmes: Sequence[ProgrammeResults], names: RecordNames, result_url: Callable[[str], str]
) -> Figure:
    """Return a band for each programme that reports results, in their order.

    `result_url` returns where the row of a result is. The picture has at most `MOST_RESULTS` marks;
    the table has a row for every result.
    """
    bands = tuple(_bands(programmes, names, result_url))
    drawn = [result for band in bands for result in band.results]
    value_width = max((text_width(result.value, bold=True) for result in drawn), default=0)
    marks: list[Shape] = []
    side_marks: list[Shape] = []
    y = 0.0
    for band in bands:
        y = _draw_band(band, y, min(value_width, _MOST_VALUE), (marks, side_marks))
    key, height = draw_key(_key_entries(drawn), y + 6)
    rows = tuple(
        _row(programme.prototype, result, names)
        for programme in programmes
        for result in programme.results
    )
    return Figure(
        id="evidence-map",
        title="Results of each programme",
        desc=f"{counted(len(rows), 'result')} of {counted(len(programmes), 'programme')}, one mark "
        "each. The tables below have them all.",
        width=0,
        height=round(height),
        marks=(*marks, *key),
        columns=COLUMNS,
        rows=rows,
        more=len(rows) - len(drawn),
        note="Results only: targets, estimates, projections and illustrations are not counted.",
        side_marks=tuple(side_marks),
        split=NAMES_PERCENT,
    )


def _bands(
    programmes: Sequence[ProgrammeResults], names: RecordNames, result_url: Callable[[str], str]
) -> Iterator[_Band]:
    room = MOST_RESULTS
    for programme in programmes:
        shown = programme.results[:room]
        room -= len(shown)
        if shown:
            title, url = names(programme.prototype)
            results = tuple(_result(one, names, result_url) for one in shown)
            yield _Band(title, url, results)


def _result(measure: Measure, names: RecordNames, result_url: Callable[[str], str]) -> _Result:
    change = measure.change or "not-stated"
    level = measure.evidence_level or "not-stated"
    inferred = ", inferred" if measure.change and is_inferred(measure, "change") else ""
    outcome = names(measure.outcome)[0]
    value = short_value(measure)
    title = (
        f"{outcome}: {f'{value}, ' if value else ''}{_DIRECTIONS[change].text.lower()}{inferred}. "
        f"Evidence: {EVIDENCE_LEVELS.label(level).lower()}"
    )
    return _Result(result_url(measure.id), outcome, value or IN_WORDS, change, level, title)


def _draw_band(
    band: _Band, y: float, value_width: float, layers: tuple[list[Shape], list[Shape]]
) -> float:
    """Add a band from `y` px to the layers, and return the y of its bottom edge."""
    marks, side_marks = layers
    narrow = wrap_text(band.name, NARROW_WIDTH - 8, most=2, bold=True)
    wide = wrap_text(band.name, _NAME_WIDTH, most=3, bold=True)
    lift = -(-(LINE_HEIGHT * len(narrow) + 8) // _LIFT)
    top = y + lift * _LIFT
    lines: list[Shape] = []
    end = 0.0
    for result in band.results:
        line, end = _draw_result(result, end, value_width)
        lines.append(line)
    side_marks.append(ShapeGroup(f"fg-up-{lift}", (Panel("0", px(top), "100%", tuple(lines)),)))
    name = TextAnchor("2", y + 17)
    name_marks = (
        # on wide pages the lines of results lie over the right part of it
        Rect("0", px(y + 2), "100%", px(lift * _LIFT - 2), "fg-hit"),
        *responsive_text(name, narrow, wide, "fg-text fg-bold fg-link"),
    )
    marks += (horizontal_rule(y), LinkedShapes(band.url, band.name, name_marks))
    return max(top + end, name.y + LINE_HEIGHT * len(wide)) + 8


def _draw_result(result: _Result, y: float, value_width: float) -> tuple[LinkedShapes, float]:
    """Return the line of a result from `y` px, and the y of its bottom edge."""
    named = _MARK + _GAP + value_width + _GAP
    narrow = wrap_text(result.outcome, NARROW_WIDTH - named, most=3)
    wide = wrap_text(result.outcome, WIDE_WIDTH * (1 - NAMES_PERCENT / 100) - named, most=2)
    value = wrap_text(result.value, value_width, most=3, bold=True)
    height = max(_RESULT_HEIGHT, LINE_HEIGHT * max(len(narrow), len(value)) + 4)
    middle = y + height / 2
    way = _DIRECTIONS[result.change]
    look = "fg-text fg-soft" if result.value == IN_WORDS else "fg-text fg-bold"
    outcomes = [(narrow, "fg-text fg-narrow"), (wide, "fg-text fg-wide")]
    if narrow == wide:
        outcomes = [(wide, "fg-text")]
    marks: Shapes = (
        Rect("0", px(y + 1), "100%", px(height - 2), "fg-hit"),
        _box(0, middle - _MARK / 2, result.level),
        Marker(px(_MARK / 2), px(middle), way.d, way.css_class),
        _centred(_MARK + _GAP, middle, value, look),
        *(_centred(named, middle, lines, css_class) for lines, css_class in outcomes),
    )
    return LinkedShapes(result.url, result.title, marks), y + height


def _box(x: float, y: float, level: str) -> Rect:
    css_class = f"fg-cell fg-level-{evidence_rank(level)}"
    return Rect(px(x), px(y), px(_MARK), px(_MARK), css_class, "4")


def _centred(x: float, middle: float, lines: tuple[str, ...], css_class: str) -> TextLines:
    first = middle + 5 - (len(lines) - 1) * LINE_HEIGHT / 2
    return text_lines(TextAnchor(px(x), first), lines, css_class)


def _key_entries(drawn: Sequence[_Result]) -> list[KeyEntry]:
    used = {result.change for result in drawn}
    entries = [
        KeyEntry((marker(way.d, way.css_class),), way.text)
        for change, way in _DIRECTIONS.items()
        if change in used
    ]
    levels = {result.level if result.level in RANKED_LEVELS else "not-stated" for result in drawn}
    for level in sorted(levels, key=evidence_rank):
        box = _box(-_MARK / 2, -_MARK / 2, level)
        entries.append(KeyEntry((box,), f"Evidence: {EVIDENCE_LEVELS.label(level).lower()}"))
    return entries


def _row(programme: str, measure: Measure, names: RecordNames) -> tuple[FigureCell, ...]:
    return (
        records_cell((programme,), names),
        FigureCell(measure.statement, refs=(measure.id,)),
        records_cell((measure.outcome,), names),
        _word_cell(measure, "change", CHANGE_DIRECTIONS),
        text_cell(short_value(measure)),
        _word_cell(measure, "evidence_level", EVIDENCE_LEVELS),
    )


def _word_cell(measure: Measure, name: str, vocabulary: Vocabulary) -> FigureCell:
    stated = getattr(measure, name)
    return option_cell(measure_option(measure, name, vocabulary)) if stated else text_cell("")
