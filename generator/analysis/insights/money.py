"""Money: which figures may be added or compared, and which may not."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from generator.analysis.index import AdoptionIndex, memoised
from generator.analysis.insights.insight import Insight
from generator.model.kinds.measure import Measure

GBP = "GBP"


@dataclass(frozen=True, slots=True)
class MoneyFigure:
    """A figure in pounds, with whose it is. `model` is None where it is not stated.

    `form` is a level or a change; `total`: it adds up others already.
    """

    measure: str
    outcome: str
    value: Decimal
    nature: str
    partner: str | None
    model: str | None
    period: str | None
    form: str
    total: bool


@dataclass(frozen=True, slots=True)
class MoneyTotal:
    """Figures that may be added, and what they come to, in pounds."""

    outcome: str
    nature: str
    model: str
    period: str
    measures: tuple[str, ...]
    total: Decimal


@dataclass(frozen=True, slots=True)
class RefusedTotal:
    """Figures for one outcome that may not be added, and why not."""

    outcome: str
    measures: tuple[str, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MoneyFigures:
    """Every figure in pounds, the totals that stand, and those that were refused."""

    sums: tuple[MoneyFigure, ...]
    totals: tuple[MoneyTotal, ...]
    refused: tuple[RefusedTotal, ...]


@memoised
def money_figures(index: AdoptionIndex) -> MoneyFigures:
    """Two figures in pounds may be added or compared only when they are for the same outcome and
    of the same nature, both levels or both changes, name the same financial model and the same
    period, and fall to different partners. A figure that is already the total of others is never
    added. Where any of these is missing or differs, no total is given and the reason is.
    """
    sums = tuple(one for one in (_sum(index, m) for m in _in_pounds(index)) if one)
    totals: list[MoneyTotal] = []
    refused: list[RefusedTotal] = []
    for outcome in dict.fromkeys(one.outcome for one in sums):
        some = [one for one in sums if one.outcome == outcome]
        groups = [group for group in _alike(some) if len(group) > 1]
        totals += [_total(group) for group in groups]
        added = {one.measure for group in groups for one in group}
        left = tuple(one.measure for one in some if one.measure not in added)
        if left and len(some) > 1:
            refused.append(RefusedTotal(outcome, left, _reasons(some)))
    return MoneyFigures(sums, tuple(totals), tuple(refused))


def _alike(some: list[MoneyFigure]) -> list[list[MoneyFigure]]:
    """Groups of figures that may be added: alike in all but the partner, and none a total."""
    found: dict[tuple[str | None, ...], list[MoneyFigure]] = {}
    for one in some:
        if one.model and one.period not in (None, "not stated") and one.partner and not one.total:
            found.setdefault((one.nature, one.model, one.period, one.form), []).append(one)
    return [group for group in found.values() if len({one.partner for one in group}) == len(group)]


def _in_pounds(index: AdoptionIndex) -> tuple[Measure, ...]:
    measures = (index.measure(one) for some in index.measures_by_outcome.values() for one in some)
    return tuple(m for m in measures if m.unit == GBP and m.value is not None)


def _sum(index: AdoptionIndex, measure: Measure) -> MoneyFigure | None:
    outcome = index.id(measure.outcome)
    if outcome is None or measure.value is None:
        return None
    return MoneyFigure(
        measure=measure.id,
        outcome=outcome,
        value=measure.value,
        nature=measure.nature,
        partner=index.id(measure.partner),
        model=measure.financial_model,
        period=measure.period,
        form=measure.form or "level",
        total=bool(measure.sum_of),
    )


def _total(some: list[MoneyFigure]) -> MoneyTotal:
    first = some[0]
    return MoneyTotal(
        outcome=first.outcome,
        nature=first.nature,
        model=first.model or "",
        period=first.period or "",
        measures=tuple(one.measure for one in some),
        total=sum((one.value for one in some), Decimal(0)),
    )


def _reasons(some: list[MoneyFigure]) -> tuple[str, ...]:
    found = []
    if any(one.model is None for one in some):
        found.append("the financial model is not stated")
    elif len({one.model for one in some}) > 1:
        found.append("they rest on different financial models")
    if any(one.period in (None, "not stated") for one in some):
        found.append("the period is not stated")
    elif len({one.period for one in some}) > 1:
        found.append("they cover different periods")
    if len({one.nature for one in some}) > 1:
        found.append("they are different sorts of figure")
    if len({one.form for one in some}) > 1:
        found.append("one is a level and another a change")
    if any(one.total for one in some):
        found.append("one is the total of others")
    if any(one.partner is None for one in some):
        found.append("whose money it is, is not stated")
    elif any(a.partner == b.partner for a, b in combinations(some, 2)):
        found.append("two of them fall to the same partner and may overlap")
    return tuple(found)


INSIGHTS = (Insight("money", "Which sums of money may be added or compared?", money_figures),)
