"""Measures as a table: what each says, its value with unit and scope, and how sure it is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_args

from generator.kinds.measure import Measure, Nature
from generator.kinds.words import read_amount
from generator.pages.answer import chip, links, words
from generator.pages.model import Pieces, Row, Table, Words
from generator.pages.site import Site
from generator.pages.values import SILENT, unit_of

# results first: nothing else counts as evidence
NATURES: tuple[Nature, ...] = get_args(Nature)
_COLUMNS = (
    "What it says",
    "What it is",
    "Value",
    "Before",
    "Outcome",
    "Where",
    "Change",
    "Strength",
)


def measure_table(site: Site, name: str, measures: Iterable[Measure]) -> Table:
    """Measures in the order given; a column that says nothing, or only “result”, is left out."""
    some = tuple(measures)
    rows = [_cells(site, one) for one in some]
    dull = {1} if all(one.nature == "result" for one in some) else set()
    dull |= {n for n in range(1, len(_COLUMNS)) if all(cells[n] == SILENT for cells in rows)}
    kept = [n for n in range(len(_COLUMNS)) if n not in dull]
    return Table(
        "",
        tuple(_COLUMNS[n] for n in kept),
        tuple(Row(tuple(cells[n] for n in kept)) for cells in rows),
        name=name,
    )


def value_of(measure: Measure) -> str | None:
    """The value with its unit, both ends of a range: “27% to 39%”; None for one in words."""
    if measure.value is None:
        return None
    about = "about " if measure.approximate else ""
    low = about + read_amount(measure.value, measure.unit)
    if measure.value_high is None:
        return low
    return f"{low} to {read_amount(measure.value_high, measure.unit)}"


def _baseline(measure: Measure) -> str | None:
    base = measure.baseline
    if base is None:
        return None
    if base.value is None:
        return base.text
    least = "at least " if base.at_least else ""
    when = f" ({base.period})" if base.period and base.period != "not stated" else ""
    return f"{least}{read_amount(base.value, unit_of(measure))}{when}"


def _cells(site: Site, one: Measure) -> tuple[Pieces, ...]:
    period = None if one.period == "not stated" else one.period
    scope = ", ".join(part for part in (one.population, period) if part)
    # a scope (“four care homes”) stays with its number
    said: Pieces = (*links(site, (one.id,)), *((Words(f"For: {scope}"),) if scope else ()))
    return (
        said,
        chip(one.nature),
        words(value_of(one)),
        words(_baseline(one)),
        links(site, (one.outcome,)),
        links(site, (one.area,) if one.area else ()),
        chip(one.change),
        chip(one.evidence_level),
    )
