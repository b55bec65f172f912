"""One figure on a scale: what was measured, from what to what, and what sort of figure it is."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from generator.figures.bars import Scale, spot
from generator.figures.draw import DIAMOND, DISC, SQUARE, At, share, sign, words
from generator.figures.model import Line, Mark, Marks
from generator.kinds.words import read_amount, read_number

Sort = Literal["result", "baseline", "planned", "illustration"]

# each sort has a shape of its own: only a result is a filled dot
SIGNS: dict[Sort, tuple[str, str]] = {
    "result": (DISC, "fg-solid fg-result"),
    "baseline": (SQUARE, "fg-solid fg-even"),
    "planned": (DIAMOND, "fg-hollow"),
    "illustration": (DISC, "fg-hollow fg-dashed"),
}
_BEFORE = "fg-hollow fg-even"


@dataclass(frozen=True, slots=True)
class Value:
    """A figure to draw, in its unit: `before` where it started, `high` the end of a range."""

    sort: Sort
    value: Decimal
    unit: str | None
    before: Decimal | None = None
    high: Decimal | None = None

    @property
    def all(self) -> tuple[Decimal, ...]:
        """Every number in it."""
        return tuple(one for one in (self.before, self.value, self.high) if one is not None)

    def label(self, number: Decimal) -> str:
        """A number as it stands beside its sign: with its unit where that is a sign too."""
        return read_amount(number, self.unit) if self.unit in _SHORT else read_number(number)


_SHORT = ("percent", "GBP")


def plot(value: Value, scale: Scale) -> Marks:
    """The drawing of a figure around the height 0."""
    nought = share(scale.at(0))
    marks: list[Mark] = [
        Line(share(scale.edge), "0", share(100 - scale.edge), "0", "fg-track"),
        Line(nought, "-9", nought, "9", "fg-zero"),
        words(At(nought, 21, "middle"), ["0"], "fg-text fg-small"),
    ]
    # the last is drawn on top
    marks += (_joined(value, scale), *_signs(value, scale), *_labels(value, scale))
    return tuple(marks)


def _joined(value: Value, scale: Scale) -> Line:
    start = value.before if value.before is not None else Decimal(0)
    look, stop = "fg-stem", value.value
    if value.high is not None:
        look, start, stop = "fg-range", value.value, value.high
    elif value.before is not None:
        look = "fg-change"
    ends = share(scale.at(float(start))), share(scale.at(float(stop)))
    return Line(ends[0], "0", ends[1], "0", f"{look} fg-of-{value.sort}")


def _signs(value: Value, scale: Scale) -> list[Mark]:
    d, look = SIGNS[value.sort]
    marks = [spot(scale, float(value.before), SQUARE, _BEFORE)] if value.before is not None else []
    ends = [value.value] if value.high is None else [value.value, value.high]
    return marks + [spot(scale, float(one), d, look) for one in ends]


def _labels(value: Value, scale: Scale) -> list[Mark]:
    """The ends, each on its outer side, so that they never meet."""
    if value.high is None and value.before is None:
        return [_label(value, value.value, scale, -1 if value.value < 0 else 1)]
    others = [value.value, value.high if value.high is not None else value.before or Decimal(0)]
    low, high = sorted(others)
    # between a range and its start there may be no room beside the signs
    lift = -13 if value.high is not None and value.before is not None else 0
    return [_label(value, low, scale, -1, lift), _label(value, high, scale, 1, lift)]


def _label(value: Value, number: Decimal, scale: Scale, side: int, lift: float = 0) -> Mark:
    at = At(share(scale.at(float(number))), 4.5 + lift, "start" if side > 0 else "end", 10 * side)
    return words(at, [value.label(number)], "fg-text fg-small fg-bold fg-halo")


def sample(sort: Sort) -> Marks:
    """The sign of a sort, for a heading."""
    d, look = SIGNS[sort]
    return (sign(d, look),)
