"""One figure of a measure as a plot: its value, baseline, range and comparator on a scale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from generator.model.display.vocabulary import format_amount, format_number
from generator.model.fields.units import has_sign
from generator.site.figures.bars import AxisScale, value_marker
from generator.site.figures.drawing import (
    DIAMOND,
    DISC,
    SQUARE,
    TextAnchor,
    marker,
    percent,
    text_lines,
)
from generator.site.figures.shapes import Line, Shape, Shapes
from generator.site.figures.text_layout import NARROW_WIDTH, SMALL_FONT_SIZE, text_width

Ends = tuple[Decimal, Decimal]  # the lower and the upper end of an interval
FigureType = Literal["result", "baseline", "planned", "illustration"]

# Each type has its own shape and fill, so that only a result looks like a result.
TYPE_MARKERS: dict[FigureType, tuple[str, str]] = {
    "result": (DISC, "fg-solid fg-result"),
    "baseline": (SQUARE, "fg-solid fg-even"),
    "planned": (DIAMOND, "fg-hollow"),
    "illustration": (DISC, "fg-hollow fg-dashed"),
}
_BASELINE_CLASS = "fg-hollow fg-even"


@dataclass(frozen=True, slots=True)
class ChartValue:
    """A figure to draw; all numbers are in `unit`.

    `before`: the baseline. `high`: the upper end of a range. `comparator`: another figure for
    comparison. `interval`, `comparator_interval`: their confidence intervals. `no_effect`: the
    value that means no effect, where the axis begins. `is_ratio`: drawn on a logarithmic scale.
    """

    sort: FigureType
    value: Decimal
    unit: str | None
    before: Decimal | None = None
    high: Decimal | None = None
    comparator: Decimal | None = None
    interval: Ends | None = None
    comparator_interval: Ends | None = None
    no_effect: Decimal = Decimal(0)
    is_ratio: bool = False

    @property
    def all(self) -> tuple[Decimal, ...]:
        """Return every number of the figure, so that a scale can include them."""
        intervals = (*(self.interval or ()), *(self.comparator_interval or ()))
        numbers = (self.before, self.value, self.high, self.comparator, *intervals)
        return tuple(number for number in numbers if number is not None)

    def label(self, number: Decimal) -> str:
        """Return a number as its label, with the unit where that is a sign such as % or £."""
        return format_amount(number, self.unit) if has_sign(self.unit) else format_number(number)

    @property
    def labels(self) -> tuple[tuple[Decimal, int], ...]:
        """Return the numbers to label, each with its side: -1 for left, 1 for right of the marker.

        Of two numbers the lower is labelled on the left and the higher on the right, so that the
        labels never overlap.
        """
        if self.high is None and self.before is None:
            return ((self.value, -1 if self.value < self.no_effect else 1),)
        other_end = self.before if self.high is None else self.high
        low, high = sorted((self.value, self.value if other_end is None else other_end))
        return ((low, -1), (high, 1))


def axis_scale(values: Sequence[ChartValue]) -> AxisScale:
    """Return a scale that includes “no effect” and every number, with room for the labels."""
    none = {float(value.no_effect) for value in values}
    numbers = [float(number) for value in values for number in value.all]
    room = {-1: 4.0, 1: 4.0}
    for value in values:
        for number, side in value.labels:
            wide = text_width(value.label(number), SMALL_FONT_SIZE, bold=True) + 14
            room[side] = max(room[side], min(42, 100 * wide / NARROW_WIDTH))
    is_ratio = any(value.is_ratio for value in values) and min(numbers, default=1) > 0
    return AxisScale(
        min(*none, *numbers), max(*none, *numbers), room[-1], room[1], logarithmic=is_ratio
    )


def draw_value(value: ChartValue, scale: AxisScale) -> Shapes:
    """Return the plot of a figure, drawn around y = 0."""
    nought = percent(scale.at(float(value.no_effect)))
    marks: list[Shape] = [
        Line(percent(scale.left), "0", percent(100 - scale.right), "0", "fg-track"),
        Line(nought, "-9", nought, "9", "fg-zero"),
        text_lines(
            TextAnchor(nought, 21, "middle"), [format_number(value.no_effect)], "fg-text fg-small"
        ),
    ]
    if value.comparator is not None:
        comparator_x = percent(scale.at(float(value.comparator)))
        marks.append(Line(comparator_x, "-13", comparator_x, "13", "fg-beside"))
    if value.comparator_interval is not None:
        marks += _interval_line(value.comparator_interval, scale, "10", "fg-interval fg-soft-line")
    if value.interval is not None:
        marks += _interval_line(value.interval, scale, "0", "fg-interval")
    if value.interval is None or value.high is not None:
        marks.append(_joining_line(value, scale))
    # SVG draws later shapes on top of earlier ones.
    marks += (*_end_markers(value, scale), *_labels(value, scale))
    return tuple(marks)


def _interval_line(ends: Ends, scale: AxisScale, y: str, css_class: str) -> list[Shape]:
    """Return a confidence interval at the height `y`: a line with an upright at each end."""
    low, high = (percent(scale.at(float(end))) for end in ends)
    caps = (Line(end, str(int(y) - 5), end, str(int(y) + 5), css_class) for end in (low, high))
    return [Line(low, y, high, y, css_class), *caps]


def _joining_line(value: ChartValue, scale: AxisScale) -> Line:
    start = value.before if value.before is not None else value.no_effect
    css_class, stop = "fg-stem", value.value
    if value.high is not None:
        css_class, start, stop = "fg-range", value.value, value.high
    elif value.before is not None:
        css_class = "fg-change"
    ends = percent(scale.at(float(start))), percent(scale.at(float(stop)))
    return Line(ends[0], "0", ends[1], "0", f"{css_class} fg-of-{value.sort}")


def _end_markers(value: ChartValue, scale: AxisScale) -> list[Shape]:
    d, css_class = TYPE_MARKERS[value.sort]
    marks = (
        [value_marker(scale, float(value.before), SQUARE, _BASELINE_CLASS)]
        if value.before is not None
        else []
    )
    ends = [value.value] if value.high is None else [value.value, value.high]
    return marks + [value_marker(scale, float(end), d, css_class) for end in ends]


def _labels(value: ChartValue, scale: AxisScale) -> list[Shape]:
    # With both a range and a baseline, a label next to its marker could cover the baseline's.
    lift = -13 if value.high is not None and value.before is not None else 0
    return [_label(value, number, scale, side, lift) for number, side in value.labels]


def _label(value: ChartValue, number: Decimal, scale: AxisScale, side: int, lift: float) -> Shape:
    x = percent(scale.at(float(number)))
    at = TextAnchor(x, 4.5 + lift, "start" if side > 0 else "end", 10 * side)
    if value.interval is not None and value.high is None and value.before is None:
        at = TextAnchor(x, -9, "middle")  # beside its marker, the interval would strike it out
    return text_lines(at, [value.label(number)], "fg-text fg-small fg-bold fg-halo")


def sample_marker(sort: FigureType) -> Shapes:
    """Return the marker of a type of figure, for the heading of its group."""
    d, css_class = TYPE_MARKERS[sort]
    return (marker(d, css_class),)
