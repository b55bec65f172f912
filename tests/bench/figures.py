"""Measures, as they are written inside the record they are about."""

from __future__ import annotations

from dataclasses import dataclass

from tests.bench.emit import Value
from tests.bench.picks import weighted
from tests.bench.prose import Voice
from tests.bench.world import Goal, Place, Values, World

_EVIDENCE = {"account": 30, "data": 40, "compared": 19, "replicated": 8, "scaled": 3}
_TRIED = {"result": 72, "target": 8, "estimate": 7, "projection": 5, "baseline": 5, "input": 3}
_PLANNED = {"target": 40, "projection": 25, "estimate": 20, "baseline": 10, "illustration": 5}
_FORMS = {"level": 60, "percent-change": 25, "absolute-change": 15}
_POSITIONS = {"better": 35, "same": 30, "worse": 20, "among-the-best": 10, "among-the-worst": 5}
_MODELS = ("tariff method", "unit cost method", "whole-system method")
_STATEMENTS = {
    "result": "{what} went from {old} to {new} in {where} between {start} and {end}",
    "same": "{what} stayed at {old} in {where} between {start} and {end}",
    "target": "{what} should go from {old} to {new} in {where} between {start} and {end}",
    "estimate": "{what} may have gone from {old} to {new} in {where}, {start} to {end}",
    "projection": "By projection {lower} will go from {old} to {new} in {where}, {start} to {end}",
    "baseline": "{what} stood at {new} in {where} in {start}",
    "input": "{what} came to {new} in {where} in {start}",
    "context": "{what} came to about {new} in {where} in {start}",
    "illustration": "In a made-up example {lower} goes from {old} to {new} in {where}, {start}",
}
_STILL = ("baseline", "input", "context")


@dataclass(frozen=True, slots=True)
class Subject:
    """What a measure is about: a record in a place; `tried` once it has been in practice."""

    place: Place
    tried: bool
    payer: str | None = None
    dataset: str | None = None


@dataclass(frozen=True, slots=True)
class _Finding:
    nature: str
    old: int
    new: int
    start: int
    end: int
    statement: str


def measure(world: World, goal: Goal, subject: Subject, voice: Voice, went: int) -> Values:
    """One value of an outcome. `went` is 1 for better, 0 for the same and -1 for worse."""
    figure = _finding(world, goal, subject, went)
    while figure.statement in world.statements:
        figure = _finding(world, goal, subject, went)
    world.statements.add(figure.statement)
    values: Values = {
        "id": world.names.id(subject.place.id, goal.id),
        "statement": figure.statement,
        "outcome": goal.id,
        "nature": figure.nature,
        **_value(world, goal, figure),
        "population": voice.people() if world.maybe(70) else None,
    }
    if figure.nature == "result":
        values["change"] = ("stable", "improved", "worsened")[went] if goal.better else "not-stated"
        values |= _standing(world, goal, figure, subject.place)
    if figure.nature == "illustration":
        values["evidence_level"] = "illustration"
    if goal.unit == "GBP":
        values["financial_model"] = world.rng.choice(_MODELS) if world.maybe(75) else None
        values["partner"] = subject.payer
    values["data_source"] = subject.dataset if world.maybe(50) else None
    values["note"] = voice.text(14) if world.maybe(35) else None
    return {name: value for name, value in values.items() if value is not None}


def _finding(world: World, goal: Goal, subject: Subject, went: int) -> _Finding:
    nature = weighted(world.rng, _TRIED if subject.tried else _PLANNED)
    if not goal.better and nature in ("result", "target"):
        nature = "context" if subject.tried else "projection"
    old = max(4, goal.usual * world.rng.randint(40, 160) // 100)
    step = max(1, old * world.rng.randint(3, 45) // 100)
    if nature != "result":
        went = 1  # nobody plans for less
    up = went if goal.better != "down" else -went
    new = old + up * step
    if goal.unit == "percent":
        old, new = min(old, 97), min(new, 99)
    start = world.rng.randint(2009, 2020)
    end = start + world.rng.randint(1, 4)
    form = _STATEMENTS["same" if new == old else nature]
    statement = form.format(
        what=goal.title,
        lower=goal.title[:1].lower() + goal.title[1:],
        old=_amount(old, goal.unit),
        new=_amount(new, goal.unit),
        where=subject.place.title,
        start=start,
        end=end,
    )
    return _Finding(nature, old, new, start, end, statement)


def _value(world: World, goal: Goal, figure: _Finding) -> Values:
    if figure.nature in _STILL:
        return {"value": figure.new, "unit": goal.unit, "period": str(figure.start)}
    form = weighted(world.rng, _FORMS)
    change = figure.new - figure.old
    value, unit = figure.new, goal.unit
    if form == "percent-change":
        value, unit = change * 100 // figure.old, "percent"
    elif form == "absolute-change":
        value = change
    values: Values = {"value": value, "unit": unit, "form": form}
    if form != "level" and world.maybe(12):
        values["value_high"] = value + world.rng.randint(1, 9)
    values["approximate"] = "yes" if world.maybe(10) else None
    values["period"] = f"{figure.start} to {figure.end}"
    if form == "level":
        values["baseline"] = {"value": figure.old, "period": str(figure.start)}
    elif world.maybe(30):
        values["baseline"] = {"text": f"{_amount(figure.old, goal.unit)} in {figure.start}"}
    return values


def _standing(world: World, goal: Goal, figure: _Finding, place: Place) -> Values:
    level = weighted(world.rng, _EVIDENCE)
    values: Values = {"evidence_level": level}
    if level not in ("account", "data") and place.inside:
        other = world.rng.choice(place.inside)
        compared: dict[str, Value] = {"area": other.id}
        compared["position"] = weighted(world.rng, _POSITIONS)
        compared["text"] = f"{other.title} stood at {_amount(figure.old, goal.unit)}"
        values["comparator"] = compared
    return values


def _amount(value: int, unit: str) -> str:
    if unit == "GBP":
        return f"£{value:,}"
    if unit == "percent":
        return f"{value}%"
    return f"{value:,} {unit.replace('-', ' ')}"


def population_figures(world: World, place: Place) -> list[Value]:
    """How many people live in a place, how many are 65 or over, and their share."""
    whole = world.rng.randint(40_000, 400_000)
    part = whole * world.rng.randint(12, 29) // 100
    tenths = (part * 2000 + whole) // (2 * whole)
    share = f"{tenths // 10}.{tenths % 10}"
    year = world.rng.randint(2010, 2022)
    names = [world.names.id(place.id, end) for end in ("people", "65-plus", "65-plus-share")]
    figures = (
        (str(whole), "people", f"{place.title} had {whole:,} people in {year}"),
        (str(part), "people", f"{place.title} had {part:,} people over 64 in {year}"),
        (share, "percent", f"In {place.title} {share}% of people were over 64 in {year}"),
    )
    measures: list[Value] = []
    goals = world.outcomes[:3]
    for name, goal, (value, unit, statement) in zip(names, goals, figures, strict=True):
        values: Values = {"id": name, "statement": statement, "outcome": goal.id}
        values |= {"nature": "context", "value": value, "unit": unit, "period": str(year)}
        if unit == "percent":
            values |= {"share_of": names[0], "share_part": names[1]}
        measures.append(values)
    return measures
