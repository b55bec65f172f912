"""Charts of projected population growth: before and after for each area, never as a result."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal

from generator.analysis.insights.population import PopulationProjection
from generator.english import counted
from generator.model.display.vocabulary import format_number
from generator.site.figures.bars import SPLIT_PERCENT, BarRow, draw_heading, draw_rows
from generator.site.figures.chart_values import ChartValue, axis_scale, draw_value, sample_marker
from generator.site.figures.figure import (
    UNSORTED,
    Figure,
    FigureCell,
    RecordNames,
    records_cell,
    text_cell,
)
from generator.site.figures.shapes import Shapes

COLUMNS = ("Area", "Before", "Date before", "After", "Date after", "Growth", "Percent", "Figure")
MAX_BARS = 24


def population_charts(
    growth: Sequence[PopulationProjection], names: RecordNames
) -> tuple[Figure, ...]:
    """Return a chart for each outcome, with its first `MAX_BARS` areas in the order given."""
    by_outcome: dict[str, list[PopulationProjection]] = defaultdict(list)
    for projection in growth:
        by_outcome[projection.outcome].append(projection)
    return tuple(_chart(outcome, projections, names) for outcome, projections in by_outcome.items())


def _chart(outcome: str, projections: Sequence[PopulationProjection], names: RecordNames) -> Figure:
    drawn = projections[:MAX_BARS]
    values = [
        ChartValue("planned", projection.after, None, projection.before) for projection in drawn
    ]
    scale = axis_scale(values)
    head, y = draw_heading("Projection, not a result", 0, sample_marker("planned"))
    pairs = zip(drawn, values, strict=True)
    rows = [_row(projection, names, draw_value(value, scale)) for projection, value in pairs]
    body = draw_rows(rows, y + 8)
    title = names(outcome)[0]
    return Figure(
        id=f"growth-{outcome}",
        title=f"{title}: projected growth",
        desc=f"The number of people now and as projected, in {counted(len(projections), 'area')}. "
        "A projection, not a result. The table has them all.",
        width=0,
        height=round(body.bottom),
        marks=(*head, *body.marks),
        columns=COLUMNS,
        rows=tuple(_cells(projection, names) for projection in projections),
        more=len(projections) - len(drawn),
        note="A square is the number before. A diamond is the projected number.",
        side_marks=body.side_marks,
        split=SPLIT_PERCENT,
    )


def _row(projection: PopulationProjection, names: RecordNames, drawn: Shapes) -> BarRow:
    grown = f"{_signed_number(projection.change)} people"
    if projection.percent is not None:
        grown += f" ({_signed_number(projection.percent)}%)"
    ends = (
        _end_text(projection.before, projection.before_period),
        _end_text(projection.after, projection.after_period),
    )
    title, url = names(projection.area)[0], names(projection.measure)[1]
    return BarRow(title, url, grown, (" → ".join(ends),), drawn)


def _end_text(number: Decimal, period: str | None) -> str:
    return f"{format_number(number)} ({period or 'date not stated'})"


def _signed_number(number: Decimal) -> str:
    return f"+{format_number(number)}" if number > 0 else format_number(number)


def _cells(projection: PopulationProjection, names: RecordNames) -> tuple[FigureCell, ...]:
    percent = (
        "Not enough figures"
        if projection.percent is None
        else f"{_signed_number(projection.percent)}%"
    )
    return (
        records_cell((projection.area,), names),
        text_cell(format_number(projection.before), str(projection.before)),
        text_cell(projection.before_period or ""),
        text_cell(format_number(projection.after), str(projection.after)),
        text_cell(projection.after_period or ""),
        text_cell(_signed_number(projection.change), str(projection.change)),
        text_cell(percent, UNSORTED if projection.percent is None else str(projection.percent)),
        records_cell((projection.measure,), names),
    )
