"""Money is added only like with like."""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, strategies

from generator.analysis.insights import AdoptionIndex
from generator.analysis.insights.money import MoneyFigures, money_figures
from generator.model.kinds.measure import Measure
from generator.model.kinds.outcome import Outcome
from generator.model.kinds.partner import Partner
from generator.records.catalogue import Catalogue, default_vocabulary
from tests.analysis.conftest import Known, measure, outcome, partner, prototype


def pounds(id: str, value: str, partner: str | None, **more: Any) -> dict[str, Any]:  # noqa: A002
    """A cost in one financial model, over one year, unless said otherwise."""
    same = {"outcome": "cost", "unit": "GBP", "financial_model": "M", "period": "2020"}
    return measure(id, value=value, partner=partner, **{**same, **more})


def of(known: Known, *measures: dict[str, Any]) -> MoneyFigures:
    return money_figures(
        known(p=prototype(measures=measures), saved=outcome("cost"), home=partner())
    )


def test_like_is_added_to_like_exactly(known: Known) -> None:
    money = of(known, pounds("a", "0.1", "council"), pounds("b", "0.2", "trust"))
    [total] = money.totals
    assert (total.total, total.measures) == (Decimal("0.3"), ("a", "b"))
    assert (total.outcome, total.nature, total.model) == ("cost", "result", "M")
    assert money.refused == ()


@pytest.mark.parametrize(
    ("first", "second", "reason"),
    [
        (
            {},
            {"financial_model": None},
            "the financial model is not stated",
        ),
        (
            {},
            {"financial_model": "N"},
            "they use different financial models",
        ),
        ({}, {"period": None}, "the period is not stated"),
        ({"period": "not stated"}, {"period": "not stated"}, "the period is not stated"),
        ({}, {"period": "2021"}, "they cover different periods"),
        ({}, {"nature": "target"}, "they are different types of figure"),
        ({}, {"partner": None}, "it is not stated whose money it is"),
        (
            {},
            {"partner": "council"},
            "two of them are for the same partner and may overlap",
        ),
    ],
)
def test_each_reason_for_refusal(
    first: dict[str, Any], second: dict[str, Any], reason: str, known: Known
) -> None:
    money = of(
        known,
        pounds("a", "1", **{"partner": "council", **first}),
        pounds("b", "2", **{"partner": "trust", **second}),
    )
    assert money.totals == ()
    [refused] = money.refused
    assert (refused.outcome, refused.measures, refused.reasons) == ("cost", ("a", "b"), (reason,))


def test_every_reason_is_given(known: Known) -> None:
    bare = {"financial_model": None, "period": None}
    money = of(known, pounds("a", "1", None, **bare), pounds("b", "2", None, nature="target"))
    assert len(money.refused[0].reasons) == 4


def test_figures_for_different_outcomes_are_not_set_against_each_other(known: Known) -> None:
    money = of(
        known, pounds("a", "1", "council"), pounds("b", "2", "trust", outcome="saved", period=None)
    )
    assert (money.totals, money.refused) == ((), ())
    assert [one.measure for one in money.sums] == ["a", "b"]


@pytest.mark.parametrize("fields", [{"unit": "days"}, {"unit": None}, {"value": None}])
def test_what_is_no_sum_of_money_is_left_out(fields: dict[str, Any], known: Known) -> None:
    assert of(known, pounds("a", **{"value": "1", "partner": "council", **fields})).sums == ()


def test_a_sum_says_whose_it_is_and_on_what_model(known: Known) -> None:
    [single] = of(known, pounds("a", "1", None, financial_model=None, nature="target")).sums
    assert (single.partner, single.model, single.period) == (None, None, "2020")
    assert (single.nature, single.value) == ("target", Decimal(1))


def test_a_figure_that_does_not_fit_keeps_no_others_apart(known: Known) -> None:
    """The rule is of two figures: a third one takes nothing from those that are alike."""
    money = of(
        known,
        pounds("a", "1", "council"),
        pounds("b", "2", "trust"),
        pounds("c", "4", "home", financial_model=None),
    )
    assert [one.total for one in money.totals] == [Decimal(3)]


def test_a_level_and_a_change_are_not_added(known: Known) -> None:
    """What a service costs, and by how much a cost fell, are not alike."""
    money = of(
        known,
        pounds("a", "100", "council", form="level"),
        pounds("b", "-10", "trust", form="absolute-change"),
    )
    assert money.totals == ()


def test_a_total_is_not_added_to_its_parts(known: Known) -> None:
    money = of(
        known,
        pounds("a", "1", "council"),
        pounds("b", "2", "trust"),
        pounds("c", "3", "home", sum_of=["a", "b"]),
    )
    assert Decimal(6) not in [one.total for one in money.totals]


FIGURES = strategies.fixed_dictionaries(
    {
        "nature": strategies.sampled_from(("result", "result", "target")),
        "financial_model": strategies.sampled_from(("M", "M", "N", None)),
        "period": strategies.sampled_from(("2020", "2020", "2021", "not stated", None)),
        "partner": strategies.sampled_from(("council", "trust", "home", None)),
        "form": strategies.sampled_from((None, None, "level", "absolute-change")),
        "sum_of": strategies.sampled_from(((), (), ("m0",))),
    }
)


def may_be_added(first: Measure, other: Measure) -> bool:
    """Like with like, as the rule says it of two figures."""
    return (
        first.nature == other.nature
        and first.financial_model is not None
        and first.financial_model == other.financial_model
        and first.period not in (None, "not stated")
        and first.period == other.period
        and None not in (first.partner, other.partner)
        and first.partner != other.partner
        and (first.form or "level") == (other.form or "level")
        and not first.sum_of
        and not other.sum_of
    )


@given(strategies.lists(FIGURES, min_size=2, max_size=5))
def test_every_total_is_of_like_figures_and_every_other_figure_has_a_reason(
    drawn: list[dict[str, Any]],
) -> None:
    same = {"statement": "S", "title": "-", "outcome": "cost", "unit": "GBP"}
    measures = [
        Measure.model_validate(
            {**same, **one, "id": f"m{number}", "value": str(2**number)},
            context=default_vocabulary(),
        )
        for number, one in enumerate(drawn)
    ]
    others = [Outcome(id="cost", title="O", type="cost")]
    partners = [
        Partner.model_validate(
            {"id": one, "title": "C", "type": "council"}, context=default_vocabulary()
        )
        for one in ("council", "trust", "home")
    ]
    records = {one.id: one for one in (*others, *measures, *partners)}
    index = AdoptionIndex(Catalogue(records, {}))
    money = money_figures(index)
    for total in money.totals:
        figures = [index.measure(one) for one in total.measures]
        assert all(may_be_added(*pair) for pair in combinations(figures, 2))
        assert total.total == sum(one.value or 0 for one in figures)
    parts: tuple[Any, ...] = (*money.totals, *money.refused)
    placed = [measure for part in parts for measure in part.measures]
    assert sorted(placed) == [one.id for one in measures]
    assert all(one.reasons for one in money.refused)
