"""Money: which figures may be added up or compared, and which may not."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from generator.analysis.index import AdoptionIndex, memoised
from generator.analysis.insights.insight import Insight
from generator.model.fields.units import is_money
from generator.model.kinds.measure import Measure


@dataclass(frozen=True, slots=True)
class MoneyFigure:
    """An amount of money. `partner`, `model` and `period` are None where they are not stated.

    `currency`: a term of the vocabulary. `form`: a level or a change. `total`: whether it is the
    sum of other figures.
    """

    measure: str
    outcome: str
    value: Decimal
    currency: str
    nature: str
    partner: str | None
    model: str | None
    period: str | None
    form: str
    total: bool


@dataclass(frozen=True, slots=True)
class MoneyTotal:
    """Figures that may be added up, and their total."""

    outcome: str
    nature: str
    model: str
    period: str
    measures: tuple[str, ...]
    total: Decimal
    currency: str


@dataclass(frozen=True, slots=True)
class RefusedTotal:
    """Figures for one outcome that may not be added up, and why."""

    outcome: str
    measures: tuple[str, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MoneyFigures:
    """All amounts of money, the valid totals, and the refused ones."""

    sums: tuple[MoneyFigure, ...]
    totals: tuple[MoneyTotal, ...]
    refused: tuple[RefusedTotal, ...]


@memoised
def money_figures(index: AdoptionIndex) -> MoneyFigures:
    """Two amounts of money can be added up or compared only if they are in the same currency and
    for the same outcome, are the same type of figure, are both amounts or both changes, name the
    same financial model and the same period, and fall to different partners. A financial model is
    the way in which a cost or saving was worked out. A figure that is already a total is never
    added. If any of these is missing or different, there is no total, and we say why.
    """
    sums = tuple(figure for figure in (_figure(index, m) for m in _in_money(index)) if figure)
    totals: list[MoneyTotal] = []
    refused: list[RefusedTotal] = []
    for outcome in dict.fromkeys(figure.outcome for figure in sums):
        figures = [figure for figure in sums if figure.outcome == outcome]
        groups = [group for group in _addable(figures) if len(group) > 1]
        totals += [_total(group) for group in groups]
        added = {figure.measure for group in groups for figure in group}
        left = tuple(figure.measure for figure in figures if figure.measure not in added)
        if left and len(figures) > 1:
            refused.append(RefusedTotal(outcome, left, _reasons(figures)))
    return MoneyFigures(sums, tuple(totals), tuple(refused))


def _addable(figures: list[MoneyFigure]) -> list[list[MoneyFigure]]:
    """Return groups of figures that may be added up: same in all but the partner, no totals."""
    groups: dict[tuple[str | None, ...], list[MoneyFigure]] = {}
    for figure in figures:
        dated = figure.period not in (None, "not stated")
        if figure.model and dated and figure.partner and not figure.total:
            key = (figure.currency, figure.nature, figure.model, figure.period, figure.form)
            groups.setdefault(key, []).append(figure)
    return [
        group
        for group in groups.values()
        if len({figure.partner for figure in group}) == len(group)
    ]


def _in_money(index: AdoptionIndex) -> tuple[Measure, ...]:
    measures = (
        index.measure(measure)
        for measure_ids in index.measures_by_outcome.values()
        for measure in measure_ids
    )
    return tuple(m for m in measures if is_money(m.unit) and m.value is not None)


def _figure(index: AdoptionIndex, measure: Measure) -> MoneyFigure | None:
    outcome = index.id(measure.outcome)
    if outcome is None or measure.value is None or measure.unit is None:
        return None
    return MoneyFigure(
        measure=measure.id,
        outcome=outcome,
        value=measure.value,
        currency=measure.unit,
        nature=measure.nature,
        partner=index.id(measure.partner),
        model=measure.financial_model,
        period=measure.period,
        form=measure.form or "level",
        total=bool(measure.sum_of),
    )


def _total(figures: list[MoneyFigure]) -> MoneyTotal:
    first = figures[0]
    return MoneyTotal(
        outcome=first.outcome,
        nature=first.nature,
        model=first.model or "",
        period=first.period or "",
        measures=tuple(figure.measure for figure in figures),
        total=sum((figure.value for figure in figures), Decimal(0)),
        currency=first.currency,
    )


def _reasons(figures: list[MoneyFigure]) -> tuple[str, ...]:
    reasons = []
    if len({figure.currency for figure in figures}) > 1:
        reasons.append("they are in different currencies")
    if any(figure.model is None for figure in figures):
        reasons.append("the financial model is not stated")
    elif len({figure.model for figure in figures}) > 1:
        reasons.append("they use different financial models")
    if any(figure.period in (None, "not stated") for figure in figures):
        reasons.append("the period is not stated")
    elif len({figure.period for figure in figures}) > 1:
        reasons.append("they cover different periods")
    if len({figure.nature for figure in figures}) > 1:
        reasons.append("they are different types of figure")
    if len({figure.form for figure in figures}) > 1:
        reasons.append("one is an amount and another is a change")
    if any(figure.total for figure in figures):
        reasons.append("one is already a total of others")
    if any(figure.partner is None for figure in figures):
        reasons.append("it is not stated whose money it is")
    elif any(a.partner == b.partner for a, b in combinations(figures, 2)):
        reasons.append("two of them are for the same partner and may overlap")
    return tuple(reasons)


INSIGHTS = (Insight("money", "Which amounts of money can be added up or compared?", money_figures),)
