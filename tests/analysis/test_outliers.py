"""Figures beside those of others."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.analysis.insights.outliers import comparator_results
from tests.analysis.conftest import Known, area, measure, prototype


@pytest.mark.parametrize(
    ("position", "outlier"),
    [
        ("among-the-worst", True),
        ("worse", True),
        ("same", False),
        ("better", False),
        ("among-the-best", False),
        (None, False),
    ],
)
def test_an_outlier_stands_worse(position: str | None, outlier: bool, known: Known) -> None:
    beside = {"area": "isle", "position": position}
    [result] = comparator_results(known(p=prototype(measures=[measure("m", comparator=beside)])))
    assert (result.position, result.outlier, result.beside) == (position, outlier, "isle")


@pytest.mark.parametrize(
    ("value", "theirs", "gap"),
    [
        ("10.1", "10", "0.1"),
        ("0.3", "0.1", "0.2"),
        ("-4", "-1.5", "-2.5"),
        ("7", "7", "0"),
        ("999999999999999.000001", "0", "999999999999999.000001"),
        (None, "1", None),
        ("1", None, None),
    ],
)
def test_the_gap_is_exact(
    value: str | None, theirs: str | None, gap: str | None, known: Known
) -> None:
    compared = measure(
        "m", value=value, unit="days", comparator={"value": theirs, "text": "England"}
    )
    [result] = comparator_results(known(p=prototype(measures=[compared])))
    assert result.gap == (Decimal(gap) if gap else None)


def test_the_worst_come_first_and_then_by_id(known: Known) -> None:
    positions = ["better", "worse", "among-the-worst", "worse", None, "same", "among-the-best"]
    measures = [
        measure(f"m{number}", comparator={"position": one, "text": "others"})
        for number, one in enumerate(positions)
    ]
    results = comparator_results(known(p=prototype(measures=measures)))
    assert [one.measure for one in results] == ["m2", "m1", "m3", "m5", "m0", "m6", "m4"]


def test_what_is_compared_with_nothing_is_left_out(known: Known) -> None:
    assert comparator_results(known(p=prototype(measures=[measure("m", value="1")]))) == ()


def test_a_row_says_where_which_way_and_what_sort(known: Known) -> None:
    compared = measure("m", nature="context", change="stable", comparator={"position": "worse"})
    [result] = comparator_results(known(dale=area("north", measures=[compared])))
    assert (result.area, result.beside, result.outcome) == ("dale", None, "days")
    assert (result.change, result.nature) == ("stable", "context")
