"""How populations are projected to grow: before and after for each area, never as a result."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal

from generator.analysis.insights.population import PopulationProjection
from generator.english import counted
from generator.model.display.vocabulary import read_number
from generator.site.figures.bars import SPLIT_PERCENT, BarRow, draw_heading, draw_rows
from generator.site.figures.chart_values import ChartValue, plot, sample, scale_of
from generator.site.figures.figure import (
    UNSORTED,
    Figure,
    FigureCell,
    RecordNames,
    records_cell,
    text_cell,
)
from generator.site.figures.shapes import Shapes

COLUMNS = ("Area", "Before", "Before: when", "After", "After: when", "Growth", "Percent", "Figure")
MAX_BARS = 24


def population_charts(
    growth: Sequence[PopulationProjection], names: RecordNames
) -> tuple[Figure, ...]:
    """One chart for each outcome; the areas in the order given, at most 24 of them drawn."""
    found: dict[str, list[PopulationProjection]] = defaultdict(list)
    for one in growth:
        found[one.outcome].append(one)
    return tuple(_chart(outcome, some, names) for outcome, some in found.items())


def _chart(outcome: str, some: Sequence[PopulationProjection], names: RecordNames) -> Figure:
    drawn = some[:MAX_BARS]
    values = [ChartValue("planned", one.after, None, one.before) for one in drawn]
    scale = scale_of(values)
    head, y = draw_heading("Projection, not a result", 0, sample("planned"))
    pairs = zip(drawn, values, strict=True)
    rows = [_row(one, names, plot(value, scale)) for one, value in pairs]
    body = draw_rows(rows, y + 8)
    title = names(outcome)[0]
    return Figure(
        id=f"growth-{outcome}",
        title=f"{title}: projected growth",
        desc=f"The number of people now and as projected, in {counted(len(some), 'area')}. "
        "A projection, not a result. The table has them all.",
        width=0,
        height=round(body.bottom),
        marks=(*head, *body.marks),
        columns=COLUMNS,
        rows=tuple(_cells(one, names) for one in some),
        more=len(some) - len(drawn),
        note="A square is the number before, a diamond the number projected.",
        beside=body.beside,
        split=SPLIT_PERCENT,
    )


def _row(one: PopulationProjection, names: RecordNames, drawn: Shapes) -> BarRow:
    grown = f"{_signed_number(one.change)} people"
    if one.percent is not None:
        grown += f" ({_signed_number(one.percent)}%)"
    ends = (_end_text(one.before, one.before_period), _end_text(one.after, one.after_period))
    title, url = names(one.area)[0], names(one.measure)[1]
    return BarRow(title, url, grown, (" → ".join(ends),), drawn)


def _end_text(number: Decimal, period: str | None) -> str:
    return f"{read_number(number)} ({period or 'when is not stated'})"


def _signed_number(number: Decimal) -> str:
    return f"+{read_number(number)}" if number > 0 else read_number(number)


def _cells(one: PopulationProjection, names: RecordNames) -> tuple[FigureCell, ...]:
    percent = "Not enough figures" if one.percent is None else f"{_signed_number(one.percent)}%"
    return (
        records_cell((one.area,), names),
        text_cell(read_number(one.before), str(one.before)),
        text_cell(one.before_period or ""),
        text_cell(read_number(one.after), str(one.after)),
        text_cell(one.after_period or ""),
        text_cell(_signed_number(one.change), str(one.change)),
        text_cell(percent, UNSORTED if one.percent is None else str(one.percent)),
        records_cell((one.measure,), names),
    )
