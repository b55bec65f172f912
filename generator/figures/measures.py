"""Measures side by side: one chart for each unit, each sort of figure in a group of its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from decimal import Decimal

from generator.figures.bars import SPLIT, Row, draw_rows, heading
from generator.figures.draw import counted
from generator.figures.model import (
    UNSORTED,
    Figure,
    FigureCell,
    Mark,
    Names,
    labelled,
    named,
    plain,
)
from generator.figures.values import Sort, Value, plot, sample, scale_of
from generator.kinds.inferred import is_inferred, marked
from generator.kinds.measure import (
    EVIDENCE_LEVELS,
    NATURES,
    WAYS,
    Measure,
    measure_standing,
)
from generator.kinds.words import Option, Vocabulary, read_amount, read_number

COLUMNS = (
    "What it says", "What sort of figure", "Before", "Figure", "Who was counted", "Area",
    "Period", "Change", "Strength of evidence",
)  # fmt: skip
MOST = 30

GROUPS: dict[Sort, str] = {
    "result": "Results",
    "baseline": "Starting values, context and inputs",
    "planned": "Targets, estimates and projections: not results",
    "illustration": "Illustrations: not data",
}
_UNITS = {"percent": "percent", "GBP": "pounds (£)"}


def _unknown(outcome: str) -> str | None:  # noqa: ARG001
    return None


def measure_charts(
    measures: Sequence[Measure],
    names: Names,
    better: Callable[[str], str | None] = _unknown,
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


def sort_of(measure: Measure) -> Sort:
    """What sort of figure a measure is, as it is drawn."""
    standing = measure_standing(measure)
    if standing == "illustrative":
        return "illustration"
    if standing == "planned":
        return "planned"
    return "result" if measure.nature == "result" else "baseline"


_Told = tuple[Names, Callable[[str], str | None]]


def _chart(chart_id: str, some: list[Measure], in_words: list[Measure], told: _Told) -> Figure:
    groups = {sort: [one for one in some if sort_of(one) == sort] for sort in GROUPS}
    ordered = [one for group in groups.values() for one in group]
    drawn = ordered[:MOST]
    scale = scale_of([_value(one) for one in drawn])
    marks: list[Mark] = []
    beside: list[Mark] = []
    y = 0.0
    for sort, title in GROUPS.items():
        own = [one for one in drawn if sort_of(one) == sort]
        if own:
            head, y = heading(title, y, sample(sort))
            rows = [_row(one, plot(_value(one), scale), told) for one in own]
            body = draw_rows(rows, y + 8)
            marks += (*head, *body.marks)
            beside += body.beside
            y = body.bottom + 8
    return Figure(
        id=chart_id,
        title=_title(some[0]),
        desc=_desc(groups),
        width=0,
        height=round(y),
        marks=tuple(marks),
        columns=COLUMNS,
        rows=tuple(_cells(one, told[0]) for one in (*ordered, *in_words)),
        more=len(ordered) - len(drawn),
        note=_note(in_words),
        beside=tuple(beside),
        split=SPLIT,
    )


def _value(one: Measure) -> Value:
    before = one.baseline.value if one.baseline else None
    return Value(sort_of(one), one.value or Decimal(0), one.unit, before, one.value_high)


def _row(one: Measure, drawn: tuple[Mark, ...], told: _Told) -> Row:
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
    soft = tuple(" · ".join(part for part in some if part) for some in (parts, signs))
    return Row(one.statement, names(one.id)[1], in_figures(one), soft, drawn)


def in_figures(one: Measure) -> str:
    """The value with its unit, both ends of a range, what it was before, and which way it went."""
    if one.value is None:
        return ""
    text = read_amount(one.value, one.unit)
    if one.value_high is not None:
        text = f"{_bare(one)} to {read_amount(one.value_high, one.unit)}"
    text = f"about {text}" if one.approximate else text
    before = _before(one)
    text = f"{before} → {text}" if before else text
    parts = [f"change of {text}" if _is_change(one) else text]
    if one.change and one.change != "not-stated":
        parts.append(_option(one, "change", WAYS).label.lower())
    if one.nature not in ("result", "baseline"):
        parts.append(_option(one, "nature", NATURES).label.lower())
    said = ", ".join(parts)
    return said[:1].upper() + said[1:]


def _bare(one: Measure) -> str:
    value = one.value or Decimal(0)
    return read_amount(value, one.unit) if one.unit in _UNITS else read_number(value)


def _before(one: Measure) -> str:
    start = one.baseline
    if start is None or start.value is None:
        return ""
    value = read_amount(start.value, one.unit) if one.unit in _UNITS else read_number(start.value)
    text = f"at least {value}" if start.at_least else value
    return f"{text} ({start.period})" if start.period else text


def _is_change(one: Measure) -> bool:
    return one.form in ("absolute-change", "percent-change")


def _title(one: Measure) -> str:
    unit = _UNITS.get(one.unit or "", (one.unit or "").replace("-", " "))
    if _is_change(one):
        return f"Change in {unit}" if unit else "Change, with no unit stated"
    return f"Figures in {unit}" if unit else "Figures with no unit stated"


def _desc(groups: dict[Sort, list[Measure]]) -> str:
    said = [f"{GROUPS[sort]}: {len(some):,}" for sort, some in groups.items() if some]
    return f"{'. '.join(said)}. Each stands on a scale from nought; the table has them all."


def _note(in_words: list[Measure]) -> str:
    if not in_words:
        return ""
    verb = "stands" if len(in_words) == 1 else "stand"
    return f"{counted(len(in_words), 'finding')} in words {verb} in the table only."


def _cells(one: Measure, names: Names) -> tuple[FigureCell, ...]:
    start = one.baseline
    return (
        FigureCell(one.statement, refs=(one.id,)),
        _word(one, "nature", NATURES),
        plain(_before(one) or ((start.text or "") if start else "")),
        plain(in_figures(one) or "In words", str(one.value) if one.value is not None else UNSORTED),
        plain(one.population or ""),
        named((one.area,), names) if one.area else plain(""),
        plain(one.period or ""),
        _word(one, "change", WAYS),
        _word(one, "evidence_level", EVIDENCE_LEVELS),
    )


def _option(one: Measure, name: str, vocabulary: Vocabulary) -> Option:
    """A word of a measure, which says when it is inferred."""
    return marked(vocabulary.option(getattr(one, name)), inferred=is_inferred(one, name))


def _word(one: Measure, name: str, vocabulary: Vocabulary) -> FigureCell:
    return labelled(_option(one, name, vocabulary)) if getattr(one, name) else plain("")
