"""Charts of measures: one for each unit, with a group for each type of figure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from decimal import Decimal

from generator.diagnostics import join_words
from generator.english import counted
from generator.model.display.vocabulary import Vocabulary
from generator.model.evaluation_text import evaluation_in_words
from generator.model.kinds.measure import Measure
from generator.model.kinds.measure_basis import is_past_estimate, measure_basis
from generator.model.kinds.measure_parts import Interval
from generator.model.kinds.measure_words import (
    CHANGE_DIRECTIONS,
    EVIDENCE_LEVELS,
    NATURES,
    NO_EFFECT,
)
from generator.model.measure_text import (
    baseline_in_words,
    comparable_baseline,
    comparator_in_words,
    is_change,
    is_group_difference,
    value_unit,
)
from generator.site.figures.bars import SPLIT_PERCENT, BarRow, draw_heading, draw_rows
from generator.site.figures.chart_values import (
    ChartValue,
    Ends,
    FigureType,
    axis_scale,
    draw_value,
    sample_marker,
)
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
    "Area", "Period", "Change", "How it was found out", "Strength of evidence",
)  # fmt: skip
MAX_BARS = 12

GROUP_TITLES: dict[FigureType, str] = {
    "result": "Results",
    "baseline": "Starting values, context and resources used",
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
    """Return a chart for each unit and form of the measures; none where all are in words.

    `better` returns the direction in which an outcome is better, “up” or “down”, or None. The ids
    of the charts begin with `key`. The table of the first chart also has the findings in words.
    """
    charts: dict[tuple[str | None, str], list[Measure]] = defaultdict(list)
    in_words = []
    for measure in measures:
        if measure.value is None:
            in_words.append(measure)
        else:
            charts[measure.unit, measure.form or "level"].append(measure)
    return tuple(
        _chart(f"{key}-{n}", group, in_words if n == 1 else [], (names, better))
        for n, group in enumerate(charts.values(), 1)
    )


def figure_type(measure: Measure) -> FigureType:
    """Return how the figure of a measure is drawn, so that only a result looks like one."""
    standing = measure_basis(measure)
    if standing == "illustrative":
        return "illustration"
    if standing == "planned":
        return "planned"
    happened = measure.nature == "result" or is_past_estimate(measure)
    return "result" if happened else "baseline"


_Lookups = tuple[RecordNames, Callable[[str], str | None]]


def _chart(
    chart_id: str, charted: list[Measure], in_words: list[Measure], lookups: _Lookups
) -> Figure:
    groups = {
        sort: [measure for measure in charted if figure_type(measure) == sort]
        for sort in GROUP_TITLES
    }
    ordered = [measure for group in groups.values() for measure in group]
    shown = ordered[:MAX_BARS]
    scale = axis_scale([_chart_value(measure) for measure in shown])
    marks: list[Shape] = []
    side_marks: list[Shape] = []
    y = 0.0
    for sort, title in GROUP_TITLES.items():
        group_measures = [measure for measure in shown if figure_type(measure) == sort]
        if group_measures:
            head, y = draw_heading(title, y, sample_marker(sort))
            rows = [
                _row(measure, draw_value(_chart_value(measure), scale), lookups)
                for measure in group_measures
            ]
            body = draw_rows(rows, y + 8)
            marks += (*head, *body.marks)
            side_marks += body.side_marks
            y = body.bottom + 8
    return Figure(
        id=chart_id,
        title=chart_title(charted[0]),
        desc=_desc(groups),
        width=0,
        height=round(y),
        marks=tuple(marks),
        columns=COLUMNS,
        rows=tuple(_cells(measure, lookups[0]) for measure in (*ordered, *in_words)),
        more=len(ordered) - len(shown),
        note=_note(shown, in_words),
        side_marks=tuple(side_marks),
        split=SPLIT_PERCENT,
    )


def _chart_value(measure: Measure) -> ChartValue:
    # a difference between groups has the other group in its value
    comparator = None if is_group_difference(measure) else measure.comparator
    return ChartValue(
        figure_type(measure),
        measure.value or Decimal(0),
        value_unit(measure),
        comparable_baseline(measure),
        measure.value_high,
        comparator.value if comparator else None,
        _ends(measure.interval),
        _ends(comparator.interval) if comparator else None,
        Decimal(NO_EFFECT.get(measure.form or "level", 0)),
        is_ratio=measure.form == "ratio",
    )


def _ends(interval: Interval | None) -> Ends | None:
    return (interval.low, interval.high) if interval else None


def _row(measure: Measure, drawn: tuple[Shape, ...], lookups: _Lookups) -> BarRow:
    names, better = lookups
    way = better(measure.outcome)
    parts = [
        measure.population or "",
        names(measure.area)[0] if measure.area else "",
        measure.period or "",
    ]
    signs = [
        f"Better when it goes {way}" if way else "",
        f"Evidence: {EVIDENCE_LEVELS.label(measure.evidence_level).lower()}"
        if measure.evidence_level
        else "",
    ]
    comparator = comparator_in_words(measure, lambda area: names(area)[0])
    compared = [f"Compared with: {comparator}" if comparator else ""]
    lines = (parts, compared, list(evaluation_in_words(measure)), signs)
    soft = tuple(" · ".join(part for part in line if part) for line in lines)
    return BarRow(measure.statement, names(measure.id)[1], sentence_label(measure), soft, drawn)


def _desc(groups: dict[FigureType, list[Measure]]) -> str:
    counts = [f"{GROUP_TITLES[sort]}: {len(group):,}" for sort, group in groups.items() if group]
    drawn = [measure for group in groups.values() for measure in group]
    scale = "The scale starts at zero"
    if any(is_change(measure) for measure in drawn):
        scale = "The scale shows the change from zero, not the starting value"
    if any(is_group_difference(measure) for measure in drawn):
        scale = "A forest plot: the scale shows the difference between two groups, from none"
    return f"{'. '.join(counts)}. {scale}. The table has them all."


def _note(drawn: list[Measure], in_words: list[Measure]) -> str:
    notes = []
    if any(measure.comparator and measure.comparator.value is not None for measure in drawn):
        notes.append("A dashed vertical line is the figure that it is compared with.")
    if any(measure.interval for measure in drawn):
        notes.append(
            "A thin line with ends is the confidence interval. If it crosses the vertical line of "
            "no effect, the result may be chance."
        )
        notes += _why_not_pooled(drawn)
    if in_words:
        verb = "is" if len(in_words) == 1 else "are"
        notes.append(f"{counted(len(in_words), 'finding')} in words {verb} in the table only.")
    return " ".join(notes)


def _why_not_pooled(drawn: list[Measure]) -> list[str]:
    """Return why several results are not drawn as one; nothing for a single result."""
    if len(drawn) == 1:
        return []
    differences: dict[str, set[str | None]] = {
        "outcomes": {measure.outcome for measure in drawn},
        "places": {measure.area for measure in drawn},
        "periods": {measure.period for measure in drawn},
        "designs": {measure.design for measure in drawn},
    }
    different = [name for name, values in differences.items() if len(values) > 1]
    why = "may count the same people"
    if different:
        why = f"are of different {join_words(different, last='and')}"
    return [f"The results are not pooled, because they {why}."]


def _cells(measure: Measure, names: RecordNames) -> tuple[FigureCell, ...]:
    return (
        FigureCell(measure.statement, refs=(measure.id,)),
        _word_cell(measure, "nature", NATURES),
        text_cell(baseline_in_words(measure)),
        text_cell(
            table_label(measure) or "In words",
            str(measure.value) if measure.value is not None else UNSORTED,
        ),
        text_cell(comparator_in_words(measure, lambda area: names(area)[0])),
        text_cell(measure.population or ""),
        records_cell((measure.area,), names) if measure.area else text_cell(""),
        text_cell(measure.period or ""),
        _word_cell(measure, "change", CHANGE_DIRECTIONS),
        text_cell(". ".join(evaluation_in_words(measure))),
        _word_cell(measure, "evidence_level", EVIDENCE_LEVELS),
    )


def _word_cell(measure: Measure, name: str, vocabulary: Vocabulary) -> FigureCell:
    return (
        option_cell(measure_option(measure, name, vocabulary))
        if getattr(measure, name)
        else text_cell("")
    )
