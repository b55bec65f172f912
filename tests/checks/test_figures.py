"""Shares and totals: what counts as the same figure, and figures of any size."""

from __future__ import annotations

import pytest

from generator.checks import run_checks
from generator.diagnostics import Diagnostic, Severity
from generator.records.catalogue import read_catalogue
from tests.conftest import Academy

MOST = "999999999999999.999999"
LEAST = "0.000001"


def measure(name: str, value: str, extra: str = "") -> str:
    return (
        f"  - id: {name}\n    statement: A figure\n    outcome: days\n    nature: context\n"
        f"    value: {value}\n    unit: percent\n{extra}"
    )


def warnings(academy: Academy, measures: str) -> list[Diagnostic]:
    text = f"title: One\ntype: borough\nmeasures:\n{measures}"
    outcome = "title: Days\ntype: outcome\n"
    root = academy({"registry/areas/one.yaml": text, "registry/outcomes/days.yaml": outcome})
    catalogue, faults = read_catalogue(root)
    assert faults == ()
    return [one for one in run_checks(catalogue) if one.severity is Severity.WARNING]


def share(part: str, whole: str, written: str) -> str:
    extra = "    share_part: part\n    share_of: whole\n"
    return measure("part", part) + measure("whole", whole) + measure("share", written, extra)


def total(parts: list[str], written: str) -> str:
    names = [f"part-{number}" for number in range(len(parts))]
    rows = [measure(name, value) for name, value in zip(names, parts, strict=True)]
    return "".join(rows) + measure("total", written, f"    sum_of: [{', '.join(names)}]\n")


@pytest.mark.parametrize(
    ("part", "whole", "written"),
    [
        ("1", "4", "25"),
        ("1", "3", "33.33"),
        ("1", "3", "33.3"),
        ("1", "3", "33"),
        ("1", "3", "33.333333"),
        ("2", "3", "66.67"),
        ("1", "8", "12.5"),
        ("1", "4", "25.00"),
        ("5", "4", "125"),
        ("1", "0", "7"),
    ],
)
def test_a_share_as_it_would_be_printed(
    part: str, whole: str, written: str, academy: Academy
) -> None:
    assert warnings(academy, share(part, whole, written)) == []


@pytest.mark.parametrize(
    ("part", "whole", "written", "computed"),
    [
        ("1", "3", "33.34", "33.33"),
        ("1", "3", "34", "33"),
        ("1", "8", "12.4", "12.5"),
        ("3539", "110771", "3.20", "3.19"),
    ],
)
def test_a_share_that_differs(
    part: str, whole: str, written: str, computed: str, academy: Academy
) -> None:
    [warning] = warnings(academy, share(part, whole, written))
    assert warning.message == f"The share is {written}, but we worked it out as {computed}."


@pytest.mark.parametrize("part", [MOST, LEAST])
@pytest.mark.parametrize("whole", [MOST, LEAST])
def test_shares_of_any_size_are_computed(part: str, whole: str, academy: Academy) -> None:
    assert len(warnings(academy, share(part, whole, "7.123456"))) == 1


@pytest.mark.parametrize(
    ("parts", "written"), [(["1", "2"], "3"), (["0.1", "0.2"], "0.3"), (["1.50", "1.5"], "3")]
)
def test_a_total_that_holds(parts: list[str], written: str, academy: Academy) -> None:
    assert warnings(academy, total(parts, written)) == []


def test_a_total_of_any_size_is_computed(academy: Academy) -> None:
    assert len(warnings(academy, total([MOST, MOST], "1"))) == 1


def test_a_share_of_itself_does_not_hang(academy: Academy) -> None:
    extra = "    share_part: part\n    share_of: part\n"
    assert len(warnings(academy, measure("part", "7", extra))) == 1
