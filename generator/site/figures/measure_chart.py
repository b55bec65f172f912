"""Measures side by side: one chart for each unit, each sort of figure in a group of its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from decimal import Decimal

from generator.english import counted
from generator.model.display.vocabulary import Vocabulary
from generator.model.kinds.measure import EVIDENCE_LEVELS, NATURES, WAYS, Measure, measure_standing
from generator.model.measure_text import (
    baseline_in_words,
    comparator_in_words,
    is_change,
    level_before,
)
from generator.site.figures.bars import SPLIT_PERCENT, BarRow, draw_heading, draw_rows
from generator.site.figures.chart_values import ChartValue, Sort, plot, sample, scale_of
from generator.site.figures.figure import (
    UNSORTED,
    Figure,
    FigureCell,
    RecordNames,
    option_cell,
    records_cell,
    text_cell,
)
from generator.site.figures.measure_labels import (
    chart_title,
    measure_option,
    sentence_label,
    table_label,
)
from generator.site.figures.shapes import Shape

COLUMNS = (
    "Finding", "Type of figure", "Before", "Figure", "Compared with", "Who was counted",
    "Area", "Period", "Change", "Strength of evidence",
)  # fmt: skip
MAX_BARS = 30

GROUP_TITLES: dict[Sort, str] = {
    "result": "Results",
    "baseline": "Starting values, context and inputs",
    "planned": "Targets, estimates and projections: not results",
    "illustration": "Illustrations: not data",
}


def _unknown_direction(outcome: str) -> str | None:  # noqa: ARG001
    return None


def measure_charts(
    measures: Sequence[Measure],
    names: RecordNames,
    better: Callable[[str], str | None] = _unknown_direction,
    key: str = "measures",
) -> tuple[Figure, ...]:
    """One chart for each unit and form that has a figure; none where all is in words.

    `better` tells which way an outcome is better, “up” or “down”, where that is known; `key` starts
    the ids of the charts. Findings in words stand in the table of the first chart.
    """
    charts: dict[tuple[str | None, str], list[Measure]] = defaultdict(list)
    in_words = []
    for one in measures:
        if one.value is None:
            in_words.append(one)
        else:
            charts[one.unit, one.form or "level"].append(one)
    return tuple(
        _chart(f"{key}-{n}", some, in_words if n == 1 else [], (names, better))
        for n, some in enumerate(charts.values(), 1)
    )


def figure_type(measure: Measure) -> Sort:
    """The type of figure of a measure, as it is drawn."""
    standing = measure_standing(measure)
    if standing == "illustrative":
        return "illustration"
    if standing == "planned":
        return "planned"
    return "result" if measure.nature == "result" else "baseline"


_Lookups = tuple[RecordNames, Callable[[str], str | None]]


def _chart(chart_id: str, some: list[Measure], in_words: list[Measure], told: _Lookups) -> Figure:
    groups = {sort: [one for one in some if figure_type(one) == sort] for sort in GROUP_TITLES}
    ordered = [one for group in groups.values() for one in group]
    drawn = ordered[:MAX_BARS]
    scale = scale_of([_chart_value(one) for one in drawn])
    marks: list[Shape] = []
    beside: list[Shape] = []
    y = 0.0
    for sort, title in GROUP_TITLES.items():
        own = [one for one in drawn if figure_type(one) == sort]
        if own:
            head, y = draw_heading(title, y, sample(sort))
            rows = [_row(one, plot(_chart_value(one), scale), told) for one in own]
            body = draw_rows(rows, y + 8)
            marks += (*head, *body.marks)
            beside += body.beside
            y = body.bottom + 8
    return Figure(
        id=chart_id,
        title=chart_title(some[0]),
        desc=_desc(groups),
        width=0,
        height=round(y),
        marks=tuple(marks),
        columns=COLUMNS,
        rows=tuple(_cells(one, told[0]) for one in (*ordered, *in_words)),
        more=len(ordered) - len(drawn),
        note=_note(drawn, in_words),
        beside=tuple(beside),
        split=SPLIT_PERCENT,
    )


def _chart_value(one: Measure) -> ChartValue:
    return ChartValue(
        figure_type(one),
        one.value or Decimal(0),
        one.unit,
        level_before(one),
        one.value_high,
        one.comparator.value if one.comparator else None,
    )


def _row(one: Measure, drawn: tuple[Shape, ...], told: _Lookups) -> BarRow:
    names, better = told
    way = better(one.outcome)
    parts = [
        one.population or "",
        names(one.area)[0] if one.area else "",
        one.period or "",
    ]
    signs = [
        f"Better when it goes {way}" if way else "",
        f"Evidence: {EVIDENCE_LEVELS.label(one.evidence_level).lower()}"
        if one.evidence_level
        else "",
    ]
    beside = comparator_in_words(one, lambda area: names(area)[0])
    compared = [f"Compared with: {beside}" if beside else ""]
    lines = (parts, compared, signs)
    soft = tuple(" · ".join(part for part in some if part) for some in lines)
    return BarRow(one.statement, names(one.id)[1], sentence_label(one), soft, drawn)


def _desc(groups: dict[Sort, list[Measure]]) -> str:
    said = [f"{GROUP_TITLES[sort]}: {len(some):,}" for sort, some in groups.items() if some]
    drawn = [one for some in groups.values() for one in some]
    scale = "Each stands on a scale from nought"
    if any(is_change(one) for one in drawn):
        scale = "Each is a change, from nought, and not the level it started from"
    return f"{'. '.join(said)}. {scale}; the table has them all."


def _note(drawn: list[Measure], in_words: list[Measure]) -> str:
    notes = []
    if any(one.comparator and one.comparator.value is not None for one in drawn):
        notes.append("A dashed upright line is the figure that it is compared with.")
    if in_words:
        verb = "stands" if len(in_words) == 1 else "stand"
        notes.append(f"{counted(len(in_words), 'finding')} in words {verb} in the table only.")
    return " ".join(notes)


def _cells(one: Measure, names: RecordNames) -> tuple[FigureCell, ...]:
    return (
        FigureCell(one.statement, refs=(one.id,)),
        _word_cell(one, "nature", NATURES),
        text_cell(baseline_in_words(one)),
        text_cell(
            table_label(one) or "In words", str(one.value) if one.value is not None else UNSORTED
        ),
        text_cell(comparator_in_words(one, lambda area: names(area)[0])),
        text_cell(one.population or ""),
        records_cell((one.area,), names) if one.area else text_cell(""),
        text_cell(one.period or ""),
        _word_cell(one, "change", WAYS),
        _word_cell(one, "evidence_level", EVIDENCE_LEVELS),
    )


def _word_cell(one: Measure, name: str, vocabulary: Vocabulary) -> FigureCell:
    return (
        option_cell(measure_option(one, name, vocabulary)) if getattr(one, name) else text_cell("")
    )
