"""The form refuses what `academy check` refuses, in the same words."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page
from pydantic import TypeAdapter, ValidationError

from generator.model.fields.date_parser import parse_date
from generator.model.fields.id_suggestions import suggest_id
from generator.model.fields.number_hints import number_hint
from generator.model.fields.refusals import REFUSALS
from generator.model.fields.types import (
    Date,
    DocumentFile,
    Id,
    Line,
    Number,
    PictureFile,
    PValue,
    Story,
    Text,
    WebAddress,
    WholeNumber,
)
from generator.model.fields.written_figures import read_figure, read_number
from tests.examples import examples
from tests.form_scripts import load_form_scripts
from tests.model.test_dates import MEANT
from tests.model.written_figures import FIGURES

pytestmark = pytest.mark.browser

TYPES = {
    "line": Line,
    "text": Text,
    "story": Story,
    "date": Date,
    "number": Number,
    "whole": WholeNumber,
    "web": WebAddress,
    "id": Id,
    "p-value": PValue,
    "picture-file": PictureFile,
    "document-file": DocumentFile,
}
ANSWERS = {
    "date": [
        "2020", "2020-01", "2020-01-31", "2020-02-30", "2020-13", "1 May 2020", "0000",
        "2024-02-29", "2023-02-29", "20", "2020-1", "last year", "x" * 200,
    ],
    "number": ["24", "3.5", "-4", "−4", "1,00", "£5", "1e5", "", "12345678901234567", "0.1234567"],
    "whole": ["25", "-1", "2.5", "1,00", "1234567890", "twelve"],
    "web": [
        "https://example.org", "http://example.org/a?b=c#d", "example.org", "javascript:alert(1)",
        "https://a b.org", "ftp://example.org", "https://user@example.org", "https://",
        "mailto:a@b.org", "https://example.org/<script>", "HTTPS://EXAMPLE.ORG",
        "https://example.org?to=a@b", "https://example.org#top", "https://a.org/" + "x" * 2000,
    ],
    "p-value": ["0.04", ".04", "<0.001", "= 0.5", "1", "1.5", "p < 0.05", "n.s.", "0", "-0.1"],
    "picture-file": [
        "media/team.jpg", "media/2024/may/Team_1.JPEG", "media/a.webp", "media/a.gif", "a.png",
        "media/../a.png", "media/a b.png", "media\\a.png", "media/nul.png", "media/nul/a.png",
        "media/nulls.png", "media/.png", "media/a..png", "media/a.png.", "MEDIA/a.png",
        "https://example.org/a.png", "media/é.png", f"media/{'x' * 100}.png", "media/a/b/c/d/e.png",
    ],
    "document-file": [
        "media/report.pdf", "media/2024/Report_1.DOCX", "media/a.odt", "media/a.doc", "media/a.exe",
        "media/../a.pdf", "media/a b.pdf", "media/con.pdf", "https://example.org/a.pdf", "a.pdf",
    ],
    "id": ["ashby", "ashby-visits", "Ashby", "a--b", "-a", "a_b", "x" * 81, "con", "lpt1", "index"],
    "line": ["x" * 400, "x" * 401, "two\nlines"],
    "text": ["x" * 10_000, "x" * 10_001, "|" * 20, "|" * 21, "[" * 1_000, "[" * 1_001],
    "story": ["x" * 60_000, "x" * 60_001, "|a|\n" * 12],
}  # fmt: skip


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    load_form_scripts(page)
    yield page
    page.close()


def refused(shape: str, text: str) -> str:
    """The first words with which the model refuses an answer; empty when it takes it."""
    context = refusal_context(shape, text)
    return str(context["message"]) if context else ""


def refusal(shape: str, text: str) -> str:
    """The message and the hint with which the model refuses an answer; empty when it takes it."""
    context = refusal_context(shape, text)
    return f"{context['message']} {context['hint']}" if context else ""


def refusal_context(shape: str, text: str) -> dict[str, Any]:
    try:
        TypeAdapter(TYPES[shape]).validate_python(text)
    except ValidationError as error:
        return error.errors()[0]["ctx"]
    return {}


@pytest.mark.parametrize(
    ("shape", "text"), [(shape, text) for shape in ANSWERS for text in ANSWERS[shape] if text]
)
def test_the_same_answer_is_refused_in_the_same_words(page: Page, shape: str, text: str) -> None:
    script = "([question, text]) => academy.share.answerError(question, text)"
    error = page.evaluate(script, [{"label": "It", "help": "", "shape": shape}, text])
    meant = refused(shape, text)
    assert bool(error) == bool(meant)
    # people at the form are not told of ids
    assert shape == "id" or error.startswith(meant)
    assert bool(error) == bool(refused(shape, text))


PIECES = [
    "2019", "2020", "1999", "9999", "0000", "20", "00", "01", "1", "4", "12", "13", "29", "31",
    "2nd", "/", "-", "–", ".", ",", " ", " ", " ", " to ", " - ", "from ", "between ", "Q3", "q1",
    "quarter 2", "FY", "financial year ", "spring", "AUTUMN", "winter", "about ", "c. ", "c",
    "circa ", "before ", "after ", "March", "Feb", "Sept", "may", "of ", "early ", "mid-", "’",
    "ſ", "İ", "é",
]  # fmt: skip


def random_dates(count: int) -> list[str]:
    """Texts like dates, most of them none: single forms, prefixes and ranges of random pieces."""
    chance = Random(2019)
    good = [row[0] for row in MEANT] + [row[1] for row in MEANT]
    texts = list(good)
    for _ in range(count):
        ends = [chance.choice(good), "".join(chance.choices(PIECES, k=chance.randint(1, 6)))]
        chance.shuffle(ends)
        two = chance.choices(good, k=2)
        joint = chance.choice([" to ", " to ", " - ", "/", "-", " ", ""])
        kept = chance.choice([ends[:1], ends[1:], ends, two, two])
        prefix = chance.choice(["", "", "", "about ", "before ", "from ", "Q2 ", "3 "])
        texts.append(prefix + joint.join(kept))
    return [text for text in dict.fromkeys(texts) if text.strip()]


@pytest.mark.parametrize("count", [1500, pytest.param(6000, marks=pytest.mark.proof)])
def test_the_form_reads_dates_as_the_program_does(page: Page, count: int) -> None:
    texts = random_dates(count)
    script = """texts => texts.map((text) =>
        academy.share.answerError({ label: "It", help: "", shape: "date" }, text))"""
    expected = [refusal("date", text) for text in texts]
    assert len(texts) / 20 < expected.count("") < len(texts) * 2 / 3
    assert len(set(expected)) > len(texts) / 6
    for text, error, meant in zip(texts, page.evaluate(script, texts), expected, strict=True):
        assert error == meant, text


def test_the_form_knows_when_the_academys_financial_year_starts(browser: Browser) -> None:
    page = browser.new_page()
    load_form_scripts(page, (7, 1))
    script = """text => academy.share.answerError({ label: "", help: "", shape: "date" }, text)"""
    text = "April 2019 to 2018/19"  # which ends in June 2019 there
    assert page.evaluate(script, text) == ""
    assert parse_date(text, (7, 1)).edtf == "2019-04/2019-06"
    assert refusal("date", text).startswith(f"“{text}” ends before it starts.")
    page.close()


@pytest.mark.parametrize(
    "title",
    [
        *("Carers' café", "A&E: 24/7!", "  ", "Ærø", "Straße 5", "x" * 200, "£5 – a day"),
        *("Review 2019–20", "Nurse–led clinics", "Łódź", "Ynys Môn", "İstanbul", "½ day"),
        *("在宅医療の試み", "مستشفى", "🎉", "NHS 在宅医療の試み", "Café 🎉", "co\u00adoperate"),
        *("word " * 30, "ﬁrst aid", "Ⅳ ward", "Ωmega three", "2020"),
    ],
)
def test_a_title_suggests_the_same_file_name(page: Page, title: str) -> None:
    assert page.evaluate("(title) => academy.share.idFor(title)", title) == suggest_id(title)


@pytest.mark.parametrize(
    "figure",
    [
        *(
            "3,5",
            "1,5%",
            "1,200",
            "24%",
            "−24%",
            "10-12",
            "10 to 12%",
            "<5",
            "< 5",
            "≥ 3",
            "over 9",
        ),
        *("1234567890123456", "many", "1,2,3", "£700,000", "€0.5", "5k", "2.45 million", "0.5m"),
        *("1 200", "1_000", "+5", "about 5", "12 bed days", "5 hundred", "-3 days"),
    ],
)
def test_a_figure_gets_the_same_hint(page: Page, figure: str) -> None:
    script = "([question, text]) => academy.share.answerError(question, text)"
    error = page.evaluate(script, [{"label": "It", "help": "", "shape": "number"}, figure])
    message, hint = REFUSALS["number"].at_form.words(text=figure)
    expected = f"{message} {number_hint(figure, at_form=True) or hint}"
    assert error == ("" if read_number(figure) else expected)


def test_figures_are_understood_as_the_program_reads_them(page: Page) -> None:
    texts = [written for written, _ in FIGURES]
    read = page.evaluate("texts => texts.map(text => academy.share.readFigure(text))", texts)
    assert dict(zip(texts, read, strict=True)) == dict(FIGURES)


@examples(200, suppress_health_check=list(HealthCheck))
@given(st.lists(st.text("0123456789 ,.-+–%£<~()abcdefgimnoprtuy", max_size=24), min_size=40))
def test_any_figure_is_understood_as_the_program_reads_it(page: Page, texts: list[str]) -> None:
    read = page.evaluate("texts => texts.map(text => academy.share.readFigure(text))", texts)
    assert read == [read_figure(text) for text in texts]


def test_dates_are_told_in_the_words_of_the_program(page: Page) -> None:
    script = "texts => texts.map(text => academy.share.dateRange(text).words)"
    texts = [row[0] for row in MEANT]
    assert page.evaluate(script, texts) == [parse_date(text).words for text in texts]


@pytest.mark.parametrize(
    ("shape", "written", "understood"),
    [
        ("number", "£1.2m", ""),  # a unit is a question of its own
        ("number", "1.2m", "1,200,000"),
        ("number", "1 200", "1,200"),
        ("number", "1,200", ""),
        ("number", "-4", ""),
        ("whole", "2k", "2,000"),
        ("whole", "2.5k", "2,500"),
        ("whole", "2.5", ""),
        ("date", "March 2020", ""),
        ("date", "13/03/2024", "13 March 2024"),
        ("date", "Spring 2023", "spring 2023 (1 March 2023 to 31 May 2023)"),
        ("date", "2019/20", "2019/20 (1 April 2019 to 31 March 2020)"),
        ("date", "12/03/2024", ""),  # asked about
    ],
)
def test_it_is_said_how_an_answer_is_understood(
    page: Page, shape: str, written: str, understood: str
) -> None:
    script = "([shape, text]) => academy.share.understoodAs(shape, text)"
    assert page.evaluate(script, [shape, written]) == understood


@pytest.mark.parametrize("figure", ["0.333333333333333", "54.9782523", "-1.4318219"])
def test_a_figure_with_too_many_decimal_places_gets_the_same_hint(page: Page, figure: str) -> None:
    script = "([question, text]) => academy.share.answerError(question, text)"
    error = page.evaluate(script, [{"label": "It", "help": "", "shape": "number"}, figure])
    assert error == refusal("number", figure)
    assert "is not a number" not in error


@pytest.mark.parametrize(
    ("text", "words", "financial"),
    [
        ("2009-10", "October 2009", "2009/10"),
        ("Oct-09", "October 2009", "2009/10"),
        ("2000-01", "January 2000", "2000/01"),
    ],
)
def test_a_month_that_could_be_a_financial_year_is_asked_about(
    page: Page, text: str, words: str, financial: str
) -> None:
    script = "text => academy.share.answerError({ label: '', help: '', shape: 'date' }, text)"
    message, hint = REFUSALS["date_doubt"].words(text=text, words=words, financial=financial)
    assert page.evaluate(script, text) == f"{message} {hint}"
    assert page.evaluate(script, words) == page.evaluate(script, financial) == ""
