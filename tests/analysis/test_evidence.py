"""What is known to work, and how surely."""

from __future__ import annotations

from typing import Any

import pytest

from generator.analysis.insights.evidence import (
    RANKED_LEVELS,
    evidence_rank,
    practice_evidence,
)
from tests.analysis.conftest import Known, measure, prototype
from tests.analysis.looking_up import practices_with_evidence


def level(known: Known, *measures: dict[str, Any], **fields: Any) -> str | None:
    """The level at which visits are evidenced by one prototype."""
    evidence = practice_evidence(
        known(p=prototype(**{"verdict": "worked", "measures": measures, **fields}))
    )
    return evidence["visits"].level if "visits" in evidence else None


def test_levels_are_ordered_from_an_account_to_scaled() -> None:
    assert RANKED_LEVELS == ("account", "data", "compared", "replicated", "scaled")
    assert [evidence_rank(one) for one in RANKED_LEVELS] == [1, 2, 3, 4, 5]
    assert [evidence_rank(one) for one in ("illustration", "not-stated", None)] == [0, 0, 0]


@pytest.mark.parametrize("stated", RANKED_LEVELS)
def test_an_improved_result_of_work_that_worked_is_evidence(stated: str, known: Known) -> None:
    assert level(known, measure("m", evidence_level=stated)) == stated


@pytest.mark.parametrize("verdict", ["worked-in-part", "not-worked", "too-early", "not-reported"])
def test_only_what_worked_is_evidence(verdict: str, known: Known) -> None:
    assert level(known, measure("m"), verdict=verdict, lessons={"not_worked": ["x"]}) is None


@pytest.mark.parametrize("stage", ["idea", "proposed", "agreed", "designing", "procuring"])
def test_what_is_not_in_practice_is_no_evidence(stage: str, known: Known) -> None:
    assert level(known, measure("m"), stage=stage) is None


@pytest.mark.parametrize(
    "nature",
    ["baseline", "target", "estimate", "projection", "context", "input", "illustration"],
)
def test_only_results_are_evidence(nature: str, known: Known) -> None:
    assert level(known, measure("m", nature=nature)) is None


@pytest.mark.parametrize("change", ["stable", "worsened", "not-stated", None])
def test_only_an_improvement_is_evidence(change: str | None, known: Known) -> None:
    assert level(known, measure("m", change=change)) is None


@pytest.mark.parametrize("stated", ["illustration", None])
def test_a_result_without_strength_is_no_evidence(stated: str | None, known: Known) -> None:
    assert level(known, measure("m", evidence_level=stated)) is None


def test_the_strongest_counts_and_names_its_measures(known: Known) -> None:
    index = known(
        p=prototype(
            verdict="worked", measures=[measure("a", evidence_level="account"), measure("b")]
        ),
        q=prototype(verdict="worked", measures=[measure("c"), measure("d", change="worsened")]),
        r=prototype(verdict="worked", measures=[measure("e", evidence_level="account")]),
    )
    evidence = practice_evidence(index)["visits"]
    assert (evidence.level, evidence.prototypes, evidence.measures) == (
        "data",
        ("p", "q"),
        ("b", "c"),
    )


def test_evidenced_at_a_level_or_above(known: Known) -> None:
    index = known(
        p=prototype(verdict="worked", measures=[measure("a", evidence_level="compared")]),
        q=prototype(
            verdict="worked", practices=["calls"], measures=[measure("b", evidence_level="account")]
        ),
    )

    def practices(stated: str) -> list[str]:
        return [one.practice for one in practices_with_evidence(index, stated)]

    assert practices("account") == ["calls", "visits"]
    assert practices("data") == practices("compared") == ["visits"]
    assert practices("replicated") == []


def test_results_that_got_worse_stand_beside_those_that_improved(known: Known) -> None:
    worse = [
        measure(f"w{n}", change="worsened", evidence_level="compared", outcome="cost")
        for n in range(3)
    ]
    evidence = practice_evidence(
        known(p=prototype(verdict="worked", measures=[measure("m"), *worse]))
    )["visits"]
    assert (evidence.level, evidence.improved) == ("data", ("m",))
    assert (evidence.level_against, evidence.worsened) == ("compared", ("w0", "w1", "w2"))
    assert evidence.mixed


def test_what_got_worse_in_work_that_did_not_work_counts_against_it(known: Known) -> None:
    index = known(
        p=prototype(verdict="worked", measures=[measure("m")]),
        q=prototype(
            verdict="not-worked",
            stage="stopped",
            lessons={"not_worked": ["x"]},
            measures=[measure("w", change="worsened", evidence_level="account")],
        ),
    )
    evidence = practice_evidence(index)["visits"]
    assert (evidence.worsened, evidence.level_against, evidence.mixed) == (("w",), "account", False)


@pytest.mark.parametrize(
    ("inferred", "expected"), [([], False), (["practices.visits"], True), (["practices"], True)]
)
def test_a_link_that_only_the_academy_makes_is_marked(
    inferred: list[str], expected: bool, known: Known
) -> None:
    index = known(p=prototype(verdict="worked", measures=[measure("m")], inferred=inferred))
    assert practice_evidence(index)["visits"].inferred is expected


def test_one_stated_link_is_enough(known: Known) -> None:
    index = known(
        p=prototype(verdict="worked", measures=[measure("m")], inferred=["practices.visits"]),
        q=prototype(verdict="worked", measures=[measure("n")]),
    )
    assert not practice_evidence(index)["visits"].inferred


def test_work_that_did_not_work_is_told_beside_the_evidence(known: Known) -> None:
    index = known(
        p=prototype(verdict="worked", measures=[measure("m")]),
        q=prototype(verdict="not-worked", lessons={"not_worked": ["x"]}),
        r=prototype(verdict="too-early"),
    )
    assert practice_evidence(index)["visits"].failed == ("q",)
