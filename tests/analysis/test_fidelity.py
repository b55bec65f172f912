"""Copy or apply."""

from __future__ import annotations

from typing import Any

import pytest

from generator.analysis.insights.fidelity import FidelityChange, copy_or_apply
from tests.analysis.conftest import Known, adoption, prototype

COPY = {"fidelity_planned": "faithful"}


@pytest.mark.parametrize(
    ("fields", "drifts"),
    [
        ({**COPY, "fidelity_actual": "adapted"}, True),
        ({**COPY, "fidelity_actual": "principles-only"}, True),
        ({**COPY, "fidelity_actual": "adapted", "status": "begun"}, True),
        ({**COPY, "fidelity_actual": "faithful"}, False),
        ({**COPY}, False),
        ({**COPY, "status": "intended"}, False),
        ({"fidelity_planned": "adapted", "fidelity_actual": "principles-only"}, False),
        ({"fidelity_actual": "adapted"}, False),
    ],
)
def test_drift_was_to_be_faithful_and_turned_out_otherwise(
    fields: dict[str, Any], drifts: bool, known: Known
) -> None:
    assert copy_or_apply(known(a=adoption(**fields))).drift == (("a",) if drifts else ())


def test_an_adoption_that_was_halted_before_it_began_is_not_counted(known: Known) -> None:
    steps = [{"status": "intended"}, {"status": "stopped", "reason": "x"}]
    never = adoption(**COPY, status="stopped", history=steps)
    begun = adoption(**COPY, status="stopped", history=[steps[0], {"status": "begun"}, steps[1]])
    assert copy_or_apply(known(a=never, b=begun)).happened == 1


@pytest.mark.parametrize("status", ["paused", "stopped"])
def test_an_adoption_that_drifted_and_was_then_halted_is_counted(status: str, known: Known) -> None:
    """To leave out those that failed would flatter both ways of adopting."""
    halted: dict[str, Any] = {"status": status, "history": [{"status": status, "reason": "x"}]}
    comparison = copy_or_apply(known(a=adoption(**COPY, fidelity_actual="adapted", **halted)))
    assert comparison.drift == ("a",)


def test_planned_and_actual_count_every_adoption(known: Known) -> None:
    comparison = copy_or_apply(
        known(
            a=adoption(**COPY, fidelity_actual="adapted"),
            b=adoption(**COPY, status="intended"),
            c=adoption(),
        )
    )
    assert comparison.planned == {
        "faithful": 2, "adapted": 0, "principles-only": 0, "not-stated": 1,
    }  # fmt: skip
    assert comparison.actual == {
        "faithful": 0, "adapted": 1, "principles-only": 0, "not-stated": 2,
    }  # fmt: skip
    assert comparison.happened == 2
    assert comparison.matrix == (
        FidelityChange("faithful", "adapted", ("a",)),
        FidelityChange("not-stated", "not-stated", ("c",)),
    )


def test_what_came_of_each_fidelity(known: Known) -> None:
    comparison = copy_or_apply(
        known(
            p=prototype(verdict="worked"),
            q=prototype(verdict="worked-in-part"),
            a=adoption(fidelity_actual="adapted", resulting_prototypes=["p", "q"]),
            b=adoption(fidelity_actual="adapted", resulting_prototypes=["p"]),
            c=adoption(fidelity_actual="adapted"),
            d=adoption(fidelity_actual="faithful", status="intended", resulting_prototypes=["p"]),
        )
    )
    outturns = {one.fidelity: one for one in comparison.outturns}
    assert list(outturns) == ["faithful", "adapted", "principles-only", "not-stated"]
    adapted = outturns["adapted"]
    assert (adapted.adoptions, adapted.prototypes) == (("a", "b", "c"), ("p", "q"))
    assert (adapted.verdicts, adapted.without) == ({"worked": 1, "worked-in-part": 1}, 1)
    assert outturns["faithful"].adoptions == ()
