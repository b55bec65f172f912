"""Results and other figures, by sort, horizon and strength."""

from __future__ import annotations

from typing import Any

import pytest

from generator.analysis.insights.results import outcome_framework, result_counts
from tests.analysis.conftest import Known, area, measure, outcome, prototype


@pytest.mark.parametrize(
    ("baseline", "sort"),
    [
        ({"value": "300"}, "numeric_baseline"),
        ({"value": "0"}, "numeric_baseline"),
        ({"value": "300", "text": "many"}, "numeric_baseline"),
        ({"text": "many"}, "worded_baseline"),
        ({"period": "2019"}, "no_baseline"),
        (None, "no_baseline"),
    ],
)
def test_results_by_their_starting_value(
    baseline: dict[str, Any] | None, sort: str, known: Known
) -> None:
    counts = result_counts(known(p=prototype(measures=[measure("m", baseline=baseline)])))
    sorts = ("numeric_baseline", "worded_baseline", "no_baseline")
    assert {one: getattr(counts, one) for one in sorts if getattr(counts, one)} == {sort: ("m",)}


def test_all_figures_by_nature_and_results_alone_by_the_rest(known: Known) -> None:
    index = known(
        days=outcome(horizon="short"),
        p=prototype(
            measures=[
                measure("a", value="1"),
                measure("b", value="0"),
                measure("c", outcome="cost", evidence_level=None),
                measure("d", nature="target", evidence_level="scaled"),
            ]
        ),
        dale=area("north", measures=[measure("e", nature="context")]),
    )
    counts = result_counts(index)
    assert {word: count for word, count in counts.natures.items() if count} == {
        "result": 3, "target": 1, "context": 1,
    }  # fmt: skip
    assert len(counts.natures) == 8
    assert {word: count for word, count in counts.levels.items() if count} == {
        "data": 2, "not-stated": 1,
    }  # fmt: skip
    assert counts.horizons == {"short": 2, "medium": 0, "long": 0, "not-stated": 1}
    assert counts.in_words == ("c",)


def test_every_result_has_its_level(known: Known) -> None:
    """Counts that leave some out do not add up for a reader."""
    measures = [measure("a"), measure("b", evidence_level="illustration")]
    counts = result_counts(known(p=prototype(measures=measures)))
    assert sum(counts.levels.values()) == counts.natures["result"]


def test_outcomes_by_horizon(known: Known) -> None:
    framework = outcome_framework(known(a=outcome(horizon="long"), b=outcome(horizon="short")))
    assert framework == {
        "short": ("b",),
        "medium": (),
        "long": ("a",),
        "not-stated": ("cost", "days"),
    }
    assert list(framework) == ["short", "medium", "long", "not-stated"]
