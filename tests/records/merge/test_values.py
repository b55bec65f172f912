"""Two changes of one record become one record, and no change is lost."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.records.merge import MergeConflict, conflict_name, merge_values

WORDS = st.sampled_from(["ashby", "brookvale", "carrow", "dale"])
# two equal items of one list cannot be told apart, so that no list holds any
LINES = st.lists(
    st.sampled_from(["One.", "Two two.", "Three three.", "Four."]), min_size=1, unique=True
)
TEXT = LINES.map("\n".join)
ITEMS = st.lists(
    st.fixed_dictionaries(
        {"outcome": WORDS, "statement": st.sampled_from(["More people", "Fewer falls at home"])},
        optional={"id": WORDS, "value": st.sampled_from(["1", "2"])},
    ),
    max_size=4,
    unique_by=lambda item: tuple(sorted(item.items())),
)
RECORDS = st.fixed_dictionaries(
    {"title": st.sampled_from(["A café", "A better café"])},
    optional={
        "areas": st.lists(WORDS, unique=True, max_size=3),
        "stage": st.sampled_from(["idea", "live", None]),
        "note": TEXT,
        "reach": st.dictionaries(st.sampled_from(["unit", "live", "planned"]), WORDS, max_size=3),
        "lessons": st.dictionaries(st.sampled_from(["worked"]), LINES),
        "measures": ITEMS,
    },
)


@given(RECORDS, RECORDS)
def test_without_a_change_on_one_side_the_other_is_the_result(
    original: dict[str, Any], changed: dict[str, Any]
) -> None:
    assert merge_values(original, original, changed).values == changed
    assert merge_values(original, changed, original).values == changed
    assert merge_values(original, changed, changed).values == changed


def sides(conflict: MergeConflict) -> tuple[str, ...]:
    return (conflict_name(conflict.path), *sorted(map(repr, (conflict.ours, conflict.theirs))))


@given(RECORDS, RECORDS, RECORDS)
def test_the_order_of_the_sides_gives_the_same_conflicts(
    original: dict[str, Any], mine: dict[str, Any], yours: dict[str, Any]
) -> None:
    here = merge_values(original, mine, yours).conflicts
    there = merge_values(original, yours, mine).conflicts
    assert sorted(map(sides, here)) == sorted(map(sides, there))


@given(RECORDS, RECORDS, RECORDS)
def test_receiving_twice_changes_nothing(
    original: dict[str, Any], ours: dict[str, Any], theirs: dict[str, Any]
) -> None:
    merged = merge_values(original, ours, theirs)
    assume(not merged.conflicts)
    assert merge_values(original, merged.values, theirs).values == merged.values


CASES: dict[str, tuple[dict[str, Any], ...]] = {
    "ids are a set": (
        {"areas": ["ashby"]}, {"areas": ["ashby", "carrow"]}, {"areas": ["brookvale"]},
        {"areas": ["brookvale", "carrow"]},
    ),
    "another item": (
        {"quotes": [{"text": "It works", "role": "a nurse"}]},
        {"quotes": [{"text": "It works", "role": "a nurse"}, {"text": "I agree", "role": "a GP"}]},
        {"quotes": [{"text": "It works well", "role": "a nurse"}]},
        {
            "quotes": [
                {"text": "It works well", "role": "a nurse"}, {"text": "I agree", "role": "a GP"},
            ]
        },
    ),
    "two fields of one item": (
        {"measures": [{"id": "falls", "value": "3", "unit": "days"}]},
        {"measures": [{"id": "falls", "value": "4", "unit": "days"}]},
        {"measures": [{"id": "falls", "value": "3", "unit": "weeks", "sample": "70"}]},
        {"measures": [{"id": "falls", "value": "4", "unit": "weeks", "sample": "70"}]},
    ),
    "two lines of a text": (
        {"note": "One.\n\nTwo.\n\nThree."},
        {"note": "One!\n\nTwo.\n\nThree."},
        {"note": "One.\n\nTwo.\n\nThree!"},
        {"note": "One!\n\nTwo.\n\nThree!"},
    ),
    "one adds, one removes": (
        {"title": "A", "note": "N"}, {"title": "A"}, {"title": "A", "note": "N", "stage": "live"},
        {"title": "A", "stage": "live"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_changes_of_both_sides_are_kept(name: str) -> None:
    original, ours, theirs, merged = CASES[name]
    result = merge_values(original, ours, theirs)
    assert (result.values, result.conflicts) == (merged, ())


CONFLICTS: dict[str, tuple[dict[str, Any], ...]] = {
    "title": ({"title": "A"}, {"title": "B"}, {"title": "C"}),
    "note": ({"note": "N"}, {}, {"note": "Changed"}),
    "measures.falls.value": (
        {"measures": [{"id": "falls", "value": "3"}]},
        {"measures": [{"id": "falls", "value": "4"}]},
        {"measures": [{"id": "falls", "value": "5"}]},
    ),
    "lessons.worked[1]": (
        {"lessons": {"worked": ["Start small and early"]}},
        {"lessons": {"worked": ["Start small and very early"]}},
        {"lessons": {"worked": ["Start small and not early"]}},
    ),
}


@pytest.mark.parametrize("name", CONFLICTS)
def test_different_changes_of_one_value_are_a_question(name: str) -> None:
    original, ours, theirs = CONFLICTS[name]
    result = merge_values(original, ours, theirs)
    assert [conflict_name(conflict.path) for conflict in result.conflicts] == [name]
    assert result.values == ours
    assert merge_values(original, ours, theirs, lambda _: "ours").values == ours
    assert merge_values(original, ours, theirs, lambda _: "theirs").values == theirs
