"""Principles, by how the prototypes that show them did."""

from __future__ import annotations

from generator.analysis.insights.principles import principle_evidence
from tests.analysis.conftest import Known, practice, principle, prototype


def test_those_shown_most_come_first_with_verdicts_in_their_order(known: Known) -> None:
    index = known(
        ask=principle(),
        listen=principle(),
        wait=principle(),
        p=prototype(principles=["listen", "ask"], verdict="worked"),
        q=prototype(principles=["listen"], verdict="not-reported", stage="idea"),
        r=prototype(principles=["listen"], verdict="worked"),
    )
    evidence = principle_evidence(index)
    assert [(one.principle, one.prototypes) for one in evidence] == [
        ("listen", ("p", "q", "r")),
        ("ask", ("p",)),
        ("wait", ()),
    ]
    assert list(evidence[0].verdicts.items()) == [("worked", 2), ("not-reported", 1)]
    assert evidence[2].verdicts == {}


def test_the_principles_of_a_practice_are_not_those_of_its_prototypes(known: Known) -> None:
    index = known(ask=principle(), visits=practice(principles=["ask"]), p=prototype())
    assert [one.prototypes for one in principle_evidence(index)] == [()]
