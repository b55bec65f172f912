"""A character of a value is found in the file, however the value was written."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.records.catalogue import read_catalogue
from generator.records.source import parse_source

WAYS = {
    "plain": ("note: Some words here\n", 1),
    "plain over lines": ("note: Some\n  words\n  here\n", 3),
    "single quotes": ("note: 'It''s some words here'\n", 1),
    "double quotes": ('note: "Caf\\u00e9:\\n some \\"words\\" here"\n', 1),
    "double quotes over lines": ('note: "Some \\\n  words\n\n  here"\n', 4),
    "literal": ("note: |\n  Some\n\n  words\n    here\n", 5),
    "literal, kept": ("note: |2-\n   Some words\n  here\n", 3),
    "folded": ("note: >\n\n  Some words\n  and here\n", 4),
}


@pytest.mark.parametrize("way", WAYS)
def test_a_word_is_found_on_its_line_and_column(way: str) -> None:
    text, line = WAYS[way]
    source, faults = parse_source(text, "a.yaml")
    assert source is not None
    assert faults == []
    value = str(source.values()["note"]).strip()
    place = source.place_within(("note",), value.index("here"))
    assert place == (line, text.split("\n")[line - 1].index("here") + 1)


def test_a_word_of_a_story_is_found_below_the_fields() -> None:
    text = "---\ntitle: A\n---\n\n> Some words.\n\n| a | here |\n"
    source, _ = parse_source(text, "a.md")
    assert source is not None
    place = source.place_within(("story",), str(source.values()["story"]).index("here"))
    assert place == (7, 7)


def test_what_is_no_text_has_the_position_of_its_value() -> None:
    source, _ = parse_source("areas:\n  - ashby\n", "a.yaml")
    assert source is not None
    assert source.place_within(("areas",), 3) == source.place(("areas",))
    assert source.place_within(("areas", 0), 2) == (2, 7)


def test_too_many_strokes_are_refused_at_their_line(small: Path) -> None:
    story = small / "case_studies/a-year-of-visits.md"
    text = story.read_text(encoding="utf-8").rstrip("\n")
    story.write_text(f"{text}\n\n{'|' * 21}\n", encoding="utf-8")
    _, faults = read_catalogue(small)
    assert [(fault.code, fault.line) for fault in faults] == [("M218", text.count("\n") + 3)]
