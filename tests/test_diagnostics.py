"""How a finding reads, and in which order findings stand."""

from __future__ import annotations

import pytest

from generator.diagnostics import (
    Diagnostic,
    Severity,
    choice_with_article,
    clip,
    did_you_mean,
    errors,
    join_words,
    sort_findings,
)


def finding(path: str = "a.yaml", line: int = 1, code: str = "C301", **more: object) -> Diagnostic:
    return Diagnostic(path, line, 1, code, "It is wrong.", **more)  # type: ignore[arg-type]


def test_as_text() -> None:
    diagnostic = finding(field="areas[1]", hint="Mend it.")
    assert diagnostic.as_text() == "a.yaml:1:1: error C301: It is wrong. (areas[1])\n    Mend it."


def test_as_text_without_field_or_hint() -> None:
    diagnostic = finding(severity=Severity.WARNING)
    assert diagnostic.as_text() == "a.yaml:1:1: warning C301: It is wrong."


def test_sorted_by_place_and_said_once() -> None:
    rows = [
        finding("b.yaml"),
        finding("a.yaml", 10),
        finding("a.yaml", 9, "C302"),
        finding("a.yaml", 9, "C301"),
        finding("b.yaml"),
    ]
    assert [(d.path, d.line, d.code) for d in sort_findings(rows)] == [
        ("a.yaml", 9, "C301"),
        ("a.yaml", 9, "C302"),
        ("a.yaml", 10, "C301"),
        ("b.yaml", 1, "C301"),
    ]


def test_only_errors_refuse_a_build() -> None:
    rows = [finding(severity=severity) for severity in Severity]
    assert errors(rows) == (finding(),)


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("sumary", "Did you mean “summary”?"),
        ("titel", "Did you mean “title”?"),
        ("colour", ""),
        ("", ""),
    ],
)
def test_did_you_mean(word: str, hint: str) -> None:
    assert did_you_mean(word, ["title", "summary", "areas"]) == hint


@pytest.mark.parametrize(
    ("words", "phrase"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a or b"),
        (["a", "b", "c"], "a, b or c"),
        ([str(n) for n in range(14)], "0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 2 more"),
    ],
)
def test_listed(words: list[str], phrase: str) -> None:
    assert join_words(words) == phrase


@pytest.mark.parametrize(
    ("nouns", "phrase"),
    [
        (["area"], "an area"),
        (["partner", "group"], "a partner or group"),
        (["case_study"], "a case study"),
    ],
)
def test_one_of(nouns: list[str], phrase: str) -> None:
    assert choice_with_article(nouns) == phrase


def test_clipped_text_is_short_and_on_one_line() -> None:
    assert clip("one\n  two") == "one two"
    assert clip("a" * 100) == "a" * 59 + "…"
