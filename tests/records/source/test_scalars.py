"""A value means what was written: nothing is turned into a number, a date or a yes."""

from __future__ import annotations

import pytest

from generator.records.source import parse_source


def value(written: str) -> object:
    source, findings = parse_source(f"a: {written}\n", "x.yaml")
    assert source is not None, findings
    return source.values()["a"]


@pytest.mark.parametrize(
    "written",
    [
        "NO", "no", "yes", "on", "true", "False", "0123", "0x1F", "0o17", "1_000", "1e3", "3.20",
        "1.0", "+4", "-4", ".5", ".inf", ".nan", "2020", "2020-01", "2020-01-31", "12:30",
        "12:30:45", "1:20", "2020-01-31T12:00:00Z", "Null", "NULL", "=", "<<", "N", "y", "-x", "?x",
        "£20", "50%", "it's", "a#b", "http://example.org/a#b", "<b>bold</b>",
    ],
)  # fmt: skip
def test_plain_text_stays_as_written(written: str) -> None:
    assert value(written) == written


@pytest.mark.parametrize("written", ["", "~", "null", "  "])
def test_empty_is_not_stated(written: str) -> None:
    assert value(written) is None


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("''", ""),
        ('""', ""),
        ("'null'", "null"),
        ('"~"', "~"),
        ("'NO'", "NO"),
        ("' padded '", " padded "),
        ("'it''s'", "it's"),
        ('"a\\tb"', "a\tb"),
        ('"caf\\u00e9"', "café"),
        ("|\n  One\n  Two", "One\nTwo\n"),
        ("|-\n  null", "null"),
        (">-\n  One\n  Two", "One Two"),
        ("One\n  two", "One two"),
        ("[a, NO, 012]", ["a", "NO", "012"]),
        ("\n  - ~\n  - ''", [None, ""]),
        ("{b: NO, c: }", {"b": "NO", "c": None}),
        ("[]", []),
        ("{}", {}),
    ],
)
def test_other_forms(written: str, meant: object) -> None:
    assert value(written) == meant


def test_names_stay_as_written() -> None:
    source, _ = parse_source("NO: 1\n2020: 2\n'': 3\nTitle: 4\n", "x.yaml")
    assert source is not None
    assert source.values() == {"NO": "1", "2020": "2", "": "3", "Title": "4"}


def test_a_merge_is_just_a_name() -> None:
    source, _ = parse_source("<<: {title: One}\n", "x.yaml")
    assert source is not None
    assert source.values() == {"<<": {"title": "One"}}
