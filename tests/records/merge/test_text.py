"""What a merge changes in a file: the lines of the changed values, and no others."""

from __future__ import annotations

from difflib import unified_diff
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.records.merge import edit_record_text
from generator.records.source import PlainValue, parse_source
from generator.records.source.writer import write_record
from tests.records.merge.test_values import RECORDS
from tests.sites import FIRST_ACADEMY

FILES = sorted(FIRST_ACADEMY.rglob("prototypes/*.yaml"))[:20]

TEXT = """\
# yaml-language-server: $schema=../schema/prototype.schema.json
title: "A café"  # as the sign says
areas: [ashby]

# how far it is
stage: testing
reach: {unit: people, live: 20}
lessons:
  worked:
    - Start small
    # a lesson from the board
    - >-
      Ask the people
      who come
measures:
  - statement: More people
    outcome: people-helped
    value: 3

  - statement: 'Fewer falls'
    outcome: falls
note: The end.
"""


def values_of(text: str, path: str = "x.yaml") -> dict[str, PlainValue]:
    source, _ = parse_source(text, path)
    assert source is not None
    return source.values()


def changes(before: str, after: str) -> list[str]:
    """The lines that were removed and added."""
    lines = list(unified_diff(before.split("\n"), after.split("\n"), lineterm="", n=0))[2:]
    return [line for line in lines if line[:1] in "+-"]


def edit(values: dict[str, Any], at: tuple[str | int, ...], value: Any) -> dict[str, Any]:
    """The values with another one at a path; None deletes it."""
    here: Any = values
    for step in at[:-1]:
        here = here[step]
    if value is None:
        del here[at[-1]]
    elif isinstance(at[-1], int) and at[-1] == len(here):
        here.append(value)
    else:
        here[at[-1]] = value
    return values


EDITS = {
    "a value": (("stage",), "live", ["-stage: testing", "+stage: live"]),
    "a value in an item": (("measures", 0, "value"), "4", ["-    value: 3", "+    value: 4"]),
    "the first value of an item": (
        ("measures", 1, "statement"),
        "No falls",
        ["-  - statement: 'Fewer falls'", "+  - statement: No falls"],
    ),
    "a new field in an item": (("measures", 1, "value"), "7", ["+    value: 7"]),
    "a new item": (("lessons", "worked", 2), "Stay small", ["+    - Stay small"]),
    "an item less": (("lessons", "worked", 0), None, ["-    - Start small"]),
    "a field less": (("note",), None, ["-note: The end."]),
    "a new field": (("summary",), "Tea.", ["+summary: Tea."]),
    "a map on one line": (
        ("reach", "live"),
        "30",
        ["-reach: {unit: people, live: 20}", "+reach:", "+  unit: people", "+  live: 30"],
    ),
    "a list on one line": (
        ("areas", 1),
        "carrow",
        ["-areas: [ashby]", "+areas:", "+  - ashby", "+  - carrow"],
    ),
}


@pytest.mark.parametrize("name", EDITS)
def test_only_the_lines_of_the_change_are_written(name: str) -> None:
    at, value, wanted = EDITS[name]
    values = edit(values_of(TEXT), at, value)
    assert changes(TEXT, edit_record_text(TEXT, "x.yaml", values)) == wanted


STORY = "---\ntitle: A\n# kept\ntype: story\n---\n\nOne.\n\nTwo.\n"


def test_the_story_and_the_fields_above_it_change_apart() -> None:
    values = values_of(STORY, "x.md")
    story = edit_record_text(STORY, "x.md", {**values, "story": "One.\n\nThree."})
    assert changes(STORY, story) == ["-Two.", "+Three."]
    title = edit_record_text(STORY, "x.md", {**values, "title": "B"})
    assert changes(STORY, title) == ["-title: A", "+title: B"]


@given(RECORDS, RECORDS)
def test_what_is_written_reads_as_the_values(before: dict[str, Any], after: dict[str, Any]) -> None:
    text = write_record(before)
    assert values_of(edit_record_text(text, "x.yaml", after)) == after


@given(st.sampled_from(FILES), RECORDS)
def test_files_of_people_keep_their_lines(file: Any, added: dict[str, Any]) -> None:
    text = file.read_text(encoding="utf-8")
    values = {**values_of(text), "measures": added.get("measures", []), "note": "Another note"}
    edited = edit_record_text(text, "x.yaml", values)
    assert values_of(edited) == values
    kept = [line for line in text.split("\n") if line.startswith(("title:", "stage:", "summary:"))]
    assert set(kept) <= set(edited.split("\n"))


def test_the_same_values_leave_the_same_bytes() -> None:
    assert edit_record_text(TEXT, "x.yaml", values_of(TEXT)) == TEXT
