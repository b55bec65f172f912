"""The types of single values: what is taken, and the exact refusal of what is not."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from generator.model.fields.types import (
    MAX_STORY_LENGTH,
    MAX_TEXT_LENGTH,
    Date,
    Id,
    Line,
    Number,
    Story,
    Text,
    WebAddress,
    WholeNumber,
    YesNo,
)

ID_RULE = "is not an id: small letters, digits and single hyphens only."
TOO_LONG = "The text has {:,} characters; the most here is {:,}."


def value(kind: Any, written: object) -> object:
    return TypeAdapter(kind).validate_python(written)


def refusal(kind: object, written: object) -> tuple[str, str, str]:
    with pytest.raises(ValidationError) as caught:
        value(kind, written)
    [detail] = caught.value.errors()
    return detail["ctx"]["is"], detail["msg"], detail["ctx"]["hint"]


@pytest.mark.parametrize("written", ["a", "7", "ashby", "ashby-visits", "a1-b2-3", "a" * 80])
def test_ids(written: str) -> None:
    assert value(Id, written) == written


@pytest.mark.parametrize(
    ("written", "message", "hint"),
    [
        ("Ashby", f"“Ashby” {ID_RULE}", "Write it like “ashby”."),
        ("ashby visits", f"“ashby visits” {ID_RULE}", "Write it like “ashby-visits”."),
        ("ashby_visits", f"“ashby_visits” {ID_RULE}", "Write it like “ashby-visits”."),
        ("-ashby", f"“-ashby” {ID_RULE}", "Write it like “ashby”."),
        ("ashby-", f"“ashby-” {ID_RULE}", "Write it like “ashby”."),
        ("a--b", f"“a--b” {ID_RULE}", "Write it like “a-b”."),
        ("../ashby", f"“../ashby” {ID_RULE}", "Write it like “ashby”."),
        ("ashby.yaml", f"“ashby.yaml” {ID_RULE}", "Write it like “ashby”."),
        (
            "https://a.example/areas/ashby.html",
            f"“https://a.example/areas/ashby.html” {ID_RULE}",
            "Write it like “ashby”.",
        ),
        ("", f"“” {ID_RULE}", "Write it like “my-record”."),
        ("你好", f"“你好” {ID_RULE}", "Write it like “my-record”."),
        ("ashby\n", f"“ashby” {ID_RULE}", "Write it like “ashby”."),
        ("٣", f"“٣” {ID_RULE}", "Write it like “my-record”."),
        ("a" * 81, "The id is longer than 80 characters.", "Use fewer words."),
        ("index", "“index” is kept for the system and cannot be an id.", "Add a word to it."),
        ("con", "“con” is kept for the system and cannot be an id.", "Add a word to it."),
        ("lpt9", "“lpt9” is kept for the system and cannot be an id.", "Add a word to it."),
    ],
)
def test_not_ids(written: str, message: str, hint: str) -> None:
    assert refusal(Id, written) == ("M210", message, hint)


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("1,000", "Write 1000."),
        ("£20", "Write 20, and “GBP” as the unit."),
        ("£1.5m", "Write 1500000, and “GBP” as the unit."),
        ("24%", "Write 24, and “percent” as the unit."),
    ],
)
def test_figures_as_people_write_them_get_a_suggestion(written: str, hint: str) -> None:
    assert refusal(Number, written) == ("M214", f"“{written}” is not a number.", hint)


@pytest.mark.parametrize("written", [["2020"], {"year": "2020", "month": "13"}, {"year": "2020"}])
def test_a_list_or_named_fields_are_not_a_date(written: object) -> None:
    with pytest.raises(ValidationError):
        value(Date, written)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("24", "24"), ("-4", "-4"), ("\u22124", "-4"), ("3.20", "3.20"), ("0", "0"), (" 7 ", "7"),
        ("0123", "123"), ("999999999999999.999999", "999999999999999.999999"),
    ],
)  # fmt: skip
def test_numbers_keep_their_digits(written: str, meant: str) -> None:
    assert str(value(Number, written)) == str(Decimal(meant))


@pytest.mark.parametrize(
    "written",
    ["", "1e3", "5.", "many", "NaN", "0x1F", "1 00", "٣"],
)
def test_not_numbers(written: str) -> None:
    hint = "Write digits only: 24, 3.5 or -4. The unit has a field of its own; no commas, no £."
    assert refusal(Number, written) == ("M214", f"“{written}” is not a number.", hint)


@pytest.mark.parametrize(("written", "meant"), [("0", 0), ("25", 25), ("007", 7), (" 3 ", 3)])
def test_whole_numbers(written: str, meant: int) -> None:
    assert value(WholeNumber, written) == meant


@pytest.mark.parametrize("written", ["", "-1", "2.5", "two", "1e3", "1234567890", "٣"])
def test_not_whole_numbers(written: str) -> None:
    message = f"“{written}” is not a whole number."
    assert refusal(WholeNumber, written) == ("M215", message, "Write digits only, such as 25.")


def test_a_whole_number_with_a_comma_gets_a_suggestion() -> None:
    message = "“1,000” is not a whole number."
    assert refusal(WholeNumber, "1,000") == ("M215", message, "Write only the figure here: 1000.")


@pytest.mark.parametrize(
    ("written", "meant"),
    [("yes", True), ("no", False), ("Yes", True), ("NO", False), ("true", True), ("false", False)],
)
def test_yes_and_no(written: str, meant: bool) -> None:
    assert value(YesNo, written) is meant


@pytest.mark.parametrize("written", ["", "y", "on", "1", "maybe"])
def test_neither_yes_nor_no(written: str) -> None:
    expected = ("M216", f"“{written}” is neither yes nor no.", "Write yes or no.")
    assert refusal(YesNo, written) == expected


@pytest.mark.parametrize(
    "written",
    [
        "https://example.org",
        "http://example.org/a?b=c&d=%20#e",
        "HTTPS://EXAMPLE.ORG/",
        "https://example.org:8443/a_(b)",
        "https://例え.jp/道",
        "https://192.0.2.1/",
    ],
)
def test_web_addresses(written: str) -> None:
    assert value(WebAddress, f" {written} ") == written


@pytest.mark.parametrize(
    "written",
    [
        "", "example.org", "www.example.org", "//example.org", "ftp://example.org",
        "javascript:alert(1)", "JavaScript://example.org/%0aalert(1)", "data:text/html,x",
        "mailto:a@example.org", "file:///etc/passwd", "https://", "https:///a", "https://a b",
        "https://example.org/<b>", 'https://example.org/"x', "https://example.org/'x",
        "https://example.org/`x", "https://example.org\\@evil.org", "https://user@example.org",
        "https://user:word@example.org", "https://[::1", "java\tscript:alert(1)",
        "https://example.org/{{x}}", "https://example.org:port/",
    ],
)  # fmt: skip
def test_not_web_addresses(written: str) -> None:
    code, message, hint = refusal(WebAddress, written)
    assert (code, hint) == (
        "M217",
        "Copy the whole address from the browser, starting with https://.",
    )
    assert message == f"“{' '.join(written.split())}” is not a web address."


def test_an_endless_web_address() -> None:
    assert refusal(WebAddress, "https://example.org/" + "a" * 2000)[0] == "M217"


def test_a_line_loses_its_line_ends() -> None:
    assert value(Line, "  One\n  two\tthree ") == "One two three"


def test_a_text_keeps_its_line_ends() -> None:
    assert value(Text, "\nOne\n\ntwo\n") == "One\n\ntwo"


@pytest.mark.parametrize("kind", [Line, Text, Story])
@pytest.mark.parametrize("written", ["", " ", "\n"])
def test_empty_text(kind: object, written: str) -> None:
    expected = ("M211", "The text is empty.", "Write it, or delete the line.")
    assert refusal(kind, written) == expected


@pytest.mark.parametrize(
    ("kind", "length", "message"),
    [
        (Line, 401, "The text has 401 characters; the most here is 400."),
        (Text, MAX_TEXT_LENGTH + 1, TOO_LONG.format(MAX_TEXT_LENGTH + 1, MAX_TEXT_LENGTH)),
        (Story, MAX_STORY_LENGTH + 1, TOO_LONG.format(MAX_STORY_LENGTH + 1, MAX_STORY_LENGTH)),
    ],
)
def test_too_long_text(kind: object, length: int, message: str) -> None:
    assert value(kind, "a" * (length - 1))
    assert refusal(kind, "a" * length)[:2] == ("M212", message)


def test_braces_in_a_refusal_mean_nothing() -> None:
    assert refusal(Date, "{value!r} %s")[1] == "“{value!r} %s” is not a date."
