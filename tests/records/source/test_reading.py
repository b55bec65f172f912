"""One file to a `SourceFile`, or every fault in it: one case a file, in `refused/`.

Each file starts with a comment line for each finding: `# <code> <line>:<column> <message>`.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.records.source import parse_source, read_source
from generator.records.source.parser import MAX_DEPTH, MAX_VALUES
from tests.conftest import PROJECT

REFUSED = sorted((PROJECT / "tests/records/source/refused").glob("*.yaml"))


def findings(text: str, path: str = "prototypes/x.yaml") -> list[str]:
    source, diagnostics = parse_source(text, path)
    # a field written twice, or a text cut short, does not keep the rest from being read
    stopping = [d for d in diagnostics if d.code not in ("F122", "F127")]
    assert (source is None) == bool(stopping)
    return [f"{d.code} {d.line}:{d.column} {d.message}" for d in diagnostics]


def expected(text: str) -> list[str]:
    return [line[2:] for line in text.splitlines() if line.startswith("# F")]


@pytest.mark.parametrize("file", REFUSED, ids=lambda file: file.stem)
def test_refused(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert findings(text) == expected(text)


@pytest.mark.parametrize("file", REFUSED, ids=lambda file: file.stem)
def test_each_refusal_says_what_to_do(file: Path) -> None:
    _, diagnostics = read_source(file, file.name)
    assert all(d.hint and d.hint == d.hint.strip() for d in diagnostics)


@pytest.mark.parametrize(
    "text",
    ["title: One\n summary: Two\n", "title One\nstage: live\n", f"{'long' * 500}: One\n"],
)
def test_a_second_colon_is_only_spoken_of_where_there_is_one(text: str) -> None:
    assert not any("second colon" in line for line in findings(text))


def test_an_empty_file() -> None:
    assert findings("") == ["F110 1:1 The file is empty."]


def test_a_file_of_comments() -> None:
    assert findings("# to do\n") == ["F110 1:1 The file is empty."]


def test_as_deep_as_allowed() -> None:
    lists = MAX_DEPTH - 1  # the fields themselves are the first level
    assert findings("a: " + "[" * lists + "]" * lists) == []


def test_as_many_values_as_allowed() -> None:
    # the map, the name and the list are values too
    items = MAX_VALUES - 3
    assert findings("a:\n" + "- 1\n" * items) == []


def test_too_many_values() -> None:
    diagnostics = findings("a:\n" + "- 1\n" * (MAX_VALUES + 5))
    assert [line.split(" ", 2)[2] for line in diagnostics] == [
        "The file has more than 20,000 values."
    ]


def test_the_field_is_named_in_full() -> None:
    _, [diagnostic] = parse_source(
        "partners:\n  - role: lead\n  - role: !x lead\n", "prototypes/x.yaml"
    )
    assert diagnostic.as_text().splitlines()[0] == (
        "prototypes/x.yaml:3:11: error F121: You cannot use a tag (“!x”). (partners[2].role)"
    )


def test_a_value_has_its_place() -> None:
    source, _ = parse_source("title: One\nreach:\n  live: 2\nareas:\n  - ashby\n", "x.yaml")
    assert source is not None
    places = [
        source.place(("title",)),
        source.place(("title",), at_key=True),
        source.place(("reach", "live")),
        source.place(("areas", 0)),
        source.place(("areas", 7)),
        source.place(("unknown",)),
    ]
    assert [(p.line, p.column) for p in places] == [
        (1, 8), (1, 1), (3, 9), (5, 5), (5, 3), (1, 1),
    ]  # fmt: skip


def test_an_empty_value_is_at_its_name() -> None:
    source, _ = parse_source("title: One\nstage:\nnote: Text\n", "x.yaml")
    assert source is not None
    assert source.place(("stage",)).line == 2
