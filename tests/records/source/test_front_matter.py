"""A Markdown file: fields between two lines “---”, then the story."""

from __future__ import annotations

import pytest

from generator.records.source import SourceFile, parse_source

PATH = "case_studies/x.md"
NO_FRONT = "The file must start with its fields, between two lines of “---”."


def read(text: str) -> SourceFile:
    source, diagnostics = parse_source(text, PATH)
    assert source is not None, diagnostics
    return source


def findings(text: str) -> list[str]:
    _, diagnostics = parse_source(text, PATH)
    return [f"{d.code} {d.line}:{d.column} {d.message}" for d in diagnostics]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("---\ntitle: One\n---\nText.\n", {"title": "One", "story": "Text."}),
        ("---\ntitle: One\n---\n", {"title": "One"}),
        ("---\ntitle: One\n---", {"title": "One"}),
        ("---\ntitle: One\n---\n\n\n", {"title": "One"}),
        ("---\ntitle: One\n...\nText.\n", {"title": "One", "story": "Text."}),
        ("--- \ntitle: One\n---  \nText.\n", {"title": "One", "story": "Text."}),
        ("---\ntitle: One\n---\n\nA\n\n---\n\nB\n", {"title": "One", "story": "A\n\n---\n\nB"}),
        ("---\ntitle: One --- two\n---\nA", {"title": "One --- two", "story": "A"}),
        ("---\ntitle: One\n---\nstory: two\n", {"title": "One", "story": "story: two"}),
        ("---\ntitle: One\n---\nnull\n", {"title": "One", "story": "null"}),
    ],
)
def test_fields_and_story(text: str, values: dict[str, str]) -> None:
    assert read(text).values() == values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", f"F113 1:1 {NO_FRONT}"),
        ("title: One\n", f"F113 1:1 {NO_FRONT}"),
        ("\n---\ntitle: One\n---\n", f"F113 1:1 {NO_FRONT}"),
        ("---\ntitle: One\n", f"F113 1:1 {NO_FRONT}"),
        ("----\ntitle: One\n----\n", f"F113 1:1 {NO_FRONT}"),
        (
            "---\ntitle: One\nstory: Two\n---\n",
            "F114 3:1 “story” is the text below the second line “---”, not a field.",
        ),
        ("---\ntitle: One\ntitle: Two\n---\n", "F122 3:1 “title” is in the file twice. The "
            "first is on line 2."),
        ("---\ntitle: One\narea: &a b\n---\n", "F120 3:7 You cannot use an anchor (“&a”)."),
        ("---\n- One\n---\n", "F111 2:1 The file has a list or plain text instead of fields."),
        ("---\n# to do\n---\nText.\n", "F110 1:1 The file is empty."),
    ],
)  # fmt: skip
def test_refused(text: str, expected: str) -> None:
    assert findings(text) == [expected]


def test_empty_fields_do_not_reach_into_the_story() -> None:
    source, _ = parse_source("---\n---\nA\n\n---\n\nB\n", PATH)
    assert source is None


def test_line_numbers_are_those_of_the_file() -> None:
    source = read("---\n# a comment\ntitle: One\nareas:\n  - ashby\n---\nText.\n")
    assert source.place(("title",)).line == 3
    assert source.place(("areas", 0)).line == 5
    assert source.place(("story",)).line == 7


def test_the_story_is_where_its_first_words_are() -> None:
    assert read("---\ntitle: One\n---\n\n\nText.\n").place(("story",)).line == 6
