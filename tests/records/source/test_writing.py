"""What is written reads back as it was meant."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.model.kinds import KINDS
from generator.model.record import BODY_FIELD
from generator.records.source import SourceFile, hidden_characters, parse_source
from generator.records.source.file_text import decode_text
from generator.records.source.writer import WIDTH, write_record
from tests.catalogues import first_catalogue
from tests.sites import FIRST_ACADEMY

ODD = [
    "", " ", "-", "- a", "-5", "--- a", "---", "...", "=1+1", "+44 191", "@home", "NO", "null", "~",
    "0123", "2020-01", "12:30", "a: b", "a:", ":", "a #b", "#1", "it's", '"so"', "'", "\\n", "a\tb",
    "? x", "?x", "[a]", "{a}", "& b", "*b", "!c", "|", ">", "%d", "`e`", "One\nTwo",
    "One\n\n  Two\n", "\nOne", "One\n \nTwo", " One\nTwo", "<<", "é ü 中 🙂", "a,b", "x" * 300,
    "word " * 60 + "end",
    "a  b " * 50 + "c", "# " + "word " * 40 + "end", "- " + "word " * 40 + "end: yes",
]  # fmt: skip
LETTERS = st.characters(blacklist_categories=("Cc", "Cs")) | st.sampled_from(" \n\t:#-'\"\\|>@")
TEXTS = (
    st.sampled_from(ODD) | st.text(LETTERS) | st.text(LETTERS, min_size=90, max_size=300)
).filter(lambda text: not hidden_characters(text))
NAMES = st.from_regex(r"[a-z_]{1,12}", fullmatch=True).filter(
    lambda name: name != "id"
) | TEXTS.filter(lambda text: len(text) < 80 and text != "id")
VALUES = st.recursive(
    st.none() | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner, max_size=4),
    max_leaves=12,
)


def read_back(text: str, path: str) -> dict[str, Any]:
    decoded, faults = decode_text(text.encode())
    assert decoded == text, faults
    source, findings = parse_source(text, path)
    assert findings == []
    assert source is not None
    return source.values()


@given(st.dictionaries(NAMES, VALUES, min_size=1, max_size=5))
@example({f"a{number}": text for number, text in enumerate(ODD)})
@example({"a": ODD})
@example({"a": [[text] for text in ODD]})
@example({"a": [{"b": text, "c": [text]} for text in ODD]})
def test_every_value_reads_back(fields: dict[str, Any]) -> None:
    assert read_back(write_record(fields), "x.yaml") == fields


@given(st.dictionaries(NAMES, VALUES, max_size=3), TEXTS)
def test_a_story_stands_below_the_fields(fields: dict[str, Any], story: str) -> None:
    fields = {"title": "One", **{name: fields[name] for name in fields if name != BODY_FIELD}}
    story = story.strip("\n")
    whole = {**fields, BODY_FIELD: story} if story else fields
    assert read_back(write_record({**fields, BODY_FIELD: story}, ".md"), "x.md") == whole


def test_the_id_is_the_name_of_the_file() -> None:
    assert write_record({"id": "one", "title": "One", "measures": [{"id": "two"}]}) == (
        "title: One\nmeasures:\n  - id: two\n"
    )


def test_it_reads_as_people_write_it() -> None:
    fields = {
        "title": "Carers' café: Tuesdays",
        "stage": "idea",
        "started": "2020-01",
        "value": "-5",
        "partners": [
            {"partner": "ashby-council", "role": "lead"},
            {"partner": "b", "role": "host"},
        ],
        "lessons": {"worked": ["Ask first.", "- Not last"], "not_worked": []},
        "aims": ["One.\n\nTwo."],
        "why": "So that people who look after others can meet, rest and find out what there is for "
        "them: once a week.",
        "area": None,
    }
    assert write_record(fields) == (
        'title: "Carers\' café: Tuesdays"\n'
        "stage: idea\n"
        "started: 2020-01\n"
        "value: -5\n"
        "partners:\n"
        "  - partner: ashby-council\n"
        "    role: lead\n"
        "  - partner: b\n"
        "    role: host\n"
        "lessons:\n"
        "  worked:\n"
        "    - Ask first.\n"
        '    - "- Not last"\n'
        "  not_worked: []\n"
        "aims:\n"
        "  - |-\n"
        "    One.\n"
        "\n"
        "    Two.\n"
        "why: >-\n"
        "  So that people who look after others can meet, rest and find out what there is for "
        "them: once\n"
        "  a week.\n"
        "area:\n"
    )


FILES = sorted(
    file.relative_to(FIRST_ACADEMY).as_posix()
    for kind in KINDS
    if kind.folder
    for file in (FIRST_ACADEMY / kind.folder).glob("*.*")
)


@cache
def sources() -> dict[str, SourceFile]:
    return {one.source.path: one.source for one in first_catalogue().origins.values()}


def test_every_file_is_one_of_a_record() -> None:
    assert sorted(sources()) == FILES


@pytest.mark.parametrize("path", FILES)
def test_every_file_can_be_written_again(path: str) -> None:
    values = sources()[path].values()
    text = write_record(values, f".{path.rpartition('.')[2]}")
    assert read_back(text, path) == values
    assert write_record(values, f".{path.rpartition('.')[2]}") == text
    if path.endswith(".yaml"):
        assert max(map(len, text.splitlines())) <= WIDTH + 60
