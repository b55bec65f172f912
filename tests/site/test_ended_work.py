"""Work that is over or failed, and sums that were estimated: pages do not make more of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.host_mkdocs import build_site_once
from tests.conftest import MakeOnce
from tests.readable import words_in
from tests.sites import copy_small

ENDED = """\
title: Night visits in Ashby
summary: A nurse visits at night.
areas: [ashby]
stage: live
ended: 2021
measures:
  - id: night-visits-saving
    statement: About £700,000 of cost avoided in 2019-20
    outcome: cost-of-visits
    nature: estimate
    value: 700000
    unit: GBP
    period: 2019-20
"""
FAILED = """\
title: Shared visits in the Vale
summary: The team visited in pairs.
areas: [vale]
stage: completed
verdict: not-worked
judged_by: those-involved
verdict_basis: Nobody had the time.
practices: [shared-visits]
lessons: {not_worked: [Two diaries could not be joined.]}
"""


@pytest.fixture(scope="module")
def site(make_once: MakeOnce) -> Path:
    def make(root: Path) -> None:
        copy_small(root)
        (root / "prototypes" / "night-visits.yaml").write_text(ENDED, encoding="utf-8")
        (root / "prototypes" / "vale-visits.yaml").write_text(FAILED, encoding="utf-8")
        build_site_once(root / "mkdocs.yml")

    return make_once("ended-work", make) / "site"


@pytest.mark.parametrize("page", ["prototypes/night-visits.html", "areas/ashby.html"])
def test_work_that_has_ended_is_not_called_live_alone(site: Path, page: str) -> None:
    words = words_in((site / page).read_text(encoding="utf-8"))
    assert "Live, ended 2021" in words


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("prototypes/night-visits.html", "Cost or saving £700,000 estimate"),
        ("evidence/value.html", "About £700,000 of cost avoided in 2019-20 estimate"),
    ],
)
def test_an_estimate_among_costs_says_what_it_is(site: Path, page: str, text: str) -> None:
    assert text in words_in((site / page).read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("page", "text"),
    [
        (
            "practices/shared-visits.html",
            "1 improved (figures given), none reported worse, 1 prototype did not work",
        ),
        (
            "evidence/index.html",
            "1 other programme with one of its practices did not work or got worse",
        ),
    ],
)
def test_work_that_failed_stands_beside_results(site: Path, page: str, text: str) -> None:
    assert text in words_in((site / page).read_text(encoding="utf-8"))
