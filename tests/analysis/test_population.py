"""How populations are projected to grow."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from generator.analysis.insights.population import PopulationProjection, population_projections
from tests.analysis.conftest import Known, area, measure, prototype


def projected(id: str = "m", before: str | None = "100", **more: Any) -> dict[str, Any]:  # noqa: A002
    baseline = {"value": before, "period": "2012"}
    fields = {"nature": "projection", "unit": "people", "value": "110", "period": "2021"}
    return measure(id, baseline=baseline, **{**fields, **more})


def of(known: Known, **measures: list[dict[str, Any]]) -> tuple[PopulationProjection, ...]:
    return population_projections(
        known(**{where: area(measures=some) for where, some in measures.items()})
    )


@pytest.mark.parametrize(
    ("before", "after", "change", "percent"),
    [
        ("100", "110", "10", "10.0"),
        ("19223", "22695", "3472", "18.1"),
        ("110", "100", "-10", "-9.1"),
        ("3", "3", "0", "0.0"),
        ("0", "5", "5", None),
    ],
)
def test_growth_in_people_and_in_percent(
    before: str, after: str, change: str, percent: str | None, known: Known
) -> None:
    [projection] = of(known, dale=[projected(before=before, value=after)])
    assert projection.change == Decimal(change)
    assert projection.percent == (Decimal(percent) if percent else None)
    assert (projection.before_period, projection.after_period, projection.area) == (
        "2012",
        "2021",
        "dale",
    )


@pytest.mark.parametrize(
    "fields",
    [
        {"nature": "result"},
        {"nature": "target"},
        {"unit": "percent"},
        {"value": None},
        {"before": None},
        {"form": "absolute-change"},
    ],
)
def test_only_projections_in_people_with_both_ends(fields: dict[str, Any], known: Known) -> None:
    assert of(known, dale=[projected(**fields)]) == ()


def test_the_largest_come_first_within_an_outcome(known: Known) -> None:
    projections = of(
        known,
        dale=[projected("a"), projected("b", outcome="cost")],
        isle=[projected("c", before="200")],
    )
    assert [(one.outcome, one.measure) for one in projections] == [
        ("days", "c"),
        ("days", "a"),
        ("cost", "b"),
    ]


def test_a_projection_of_a_prototype_is_about_its_area(known: Known) -> None:
    [projection] = population_projections(known(p=prototype(measures=[projected()])))
    assert projection.area == "ashby"
