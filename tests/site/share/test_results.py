"""Results told in the form as their people would tell them, and what the form writes from that."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from generator.model.kinds.measure import MeasureEntry
from generator.model.questions import questions
from generator.records.catalogue import Catalogue
from generator.records.source import parse_source
from tests.browser.windows import Windows
from tests.catalogues import first_catalogue
from tests.site.share.kept_forms import KeptForms, open_form

pytestmark = pytest.mark.browser

BEFORE, AFTER = "What was it before?", "What was it afterwards?"
_SET = "answers => academy.share.form.setAnswers(answers)"
_TEXT = "academy.share.form.text()"


@pytest.fixture
def page(small_forms: KeptForms) -> Iterator[Page]:
    """The form of a prototype without an answer."""
    watched = small_forms.empty()
    yield watched.page
    assert watched.wrong == []


def add_result(page: Page, answers: dict[str, Any]) -> None:
    """Open the form with a prototype that has one result."""
    record = {"title": "A drop-in", "areas": ["ashby"], "stage": "idea", "measures": [answers]}
    page.evaluate(_SET, record)
    page.locator("summary", has_text="Results").first.click()


def write(page: Page, label: str, text: str) -> None:
    field = page.get_by_label(label)
    field.fill(text)
    field.blur()


def result(page: Page) -> dict[str, Any]:
    source, faults = parse_source(page.evaluate(_TEXT), "one.yaml")
    assert faults == []
    assert source
    values: Any = source.values()
    entry: dict[str, Any] = values["measures"][0]
    return entry


def choose(page: Page, question: str, word: str) -> None:
    """Choose a word of a question whose words all show."""
    page.get_by_role("radiogroup", name=question).get_by_label(word, exact=True).check()


def test_a_result_is_written_from_the_answers_of_its_people(page: Page) -> None:
    add_result(page, {"outcome": "days-at-home"})
    page.get_by_label("Is it a result or a plan?").select_option("Result")
    write(page, BEFORE, "12 days")
    write(page, AFTER, "9 days (95% CI 8 to 10)")
    choose(page, "Did it get better or worse for people?", "Improved")
    write(page, "Among how many?", "1,200")
    write(page, "Who were they?", "people referred by their GP")
    write(page, "Over what time?", "6 months")
    write(page, "What did you compare it with?", "the year before")
    choose(page, "Who evaluated it?", "The people who did the work")
    page.get_by_label("How was it found out?").select_option("Before and after")
    expect(page.locator(".la-result__sentence")).to_have_text(
        "We understood: Days at home fell from 12 to 9 days (95% CI 8 to 10), among 1,200 people "
        "referred by their GP, over 6 months, compared with the year before; evaluated by the "
        "people who did the work."
    )
    assert result(page) == {
        "statement": "Days at home fell from 12 to 9 days (95% CI 8 to 10)",
        "outcome": "days-at-home",
        "nature": "result",
        "value": "9",
        "unit": "days",
        "interval": {"low": "8", "high": "10"},
        "sample": "1200",
        "period": "6 months",
        "population": "people referred by their GP",
        "baseline": {"value": "12"},
        "change": "improved",
        "comparator": {"group": "the year before"},
        "design": "before-after",
        "evaluated_by": "those-involved",
        "evidence_level": "data",
    }
    page.get_by_role("button", name="Check your answers").click()
    expect(page.get_by_role("heading", name="Your record is ready")).to_be_focused()


@pytest.mark.parametrize(
    ("written", "fields", "understood"),
    [
        ("about 30%", {"value": "30", "unit": "percent", "approximate": "yes"}, ""),
        ("£1.2m", {"value": "1200000", "unit": "GBP"}, "£1,200,000"),
        ("12–15 visits", {"value": "12", "value_high": "15", "unit": "visits"}, "12 to 15 visits"),
        ("under 5 days", {"at_most": "5", "unit": "days"}, "at most 5 days"),
        ("<5 people", {"suppressed": "<5", "unit": "people"}, ""),
        (
            "3 days fewer",
            {"value": "-3", "unit": "days", "form": "absolute-change"},
            "3 days less",
        ),
        (
            "from 12 to 9 days",
            {"value": "9", "unit": "days", "baseline": {"value": "12"}},
            "9 days, from 12 days",
        ),
    ],
)
def test_a_figure_is_taken_as_people_write_it(
    page: Page, written: str, fields: dict[str, Any], understood: str
) -> None:
    kept = {"statement": "It changed.", "outcome": "days-at-home", "nature": "target"}
    add_result(page, kept)
    write(page, AFTER, written)
    assert result(page) == {**kept, **fields}
    shown = page.locator(".la-field__understood", has_text=understood or "Understood")
    expect(shown).to_have_count(1 if understood else 0)


def test_the_figure_before_keeps_its_unit_beside_a_change_in_percent(page: Page) -> None:
    add_result(page, {"outcome": "days-at-home"})
    write(page, BEFORE, "at least 12 days (2019)")
    write(page, AFTER, "-24%")
    written = result(page)
    assert written["baseline"] == {
        "at_least": "yes",
        "value": "12",
        "unit": "days",
        "period": "2019",
    }
    assert (written["value"], written["unit"]) == ("-24", "percent")
    assert written["form"] == "percent-change"


def test_a_change_is_a_difference_where_others_are_compared(page: Page) -> None:
    add_result(page, {"outcome": "days-at-home", "nature": "result"})
    write(page, AFTER, "33% more")
    assert result(page)["form"] == "percent-change"
    write(page, "What did you compare it with?", "matched patients")
    assert result(page)["form"] == "percent-difference"
    write(page, "What did you compare it with?", "the year before")
    assert result(page)["form"] == "percent-change"
    write(page, AFTER, "12 days fewer than matched patients")
    written = result(page)
    assert (written["value"], written["form"]) == ("-12", "difference")
    assert written["comparator"] == {"group": "matched patients"}


def test_what_is_no_figure_is_asked_about_where_it_was_written(page: Page) -> None:
    add_result(page, {"statement": "It fell.", "outcome": "days-at-home", "nature": "result"})
    write(page, AFTER, "much less than it was")
    page.get_by_role("button", name="Check your answers").click()
    link = page.get_by_role("alert").get_by_role("link")
    expect(link).to_have_count(1)
    expect(link).to_contain_text("“much less than it was” is not a figure that we understand.")
    link.click()
    expect(page.get_by_label(AFTER)).to_be_focused()


def test_a_sentence_of_ones_own_stays(page: Page) -> None:
    add_result(page, {"outcome": "days-at-home", "nature": "result"})
    write(page, AFTER, "9 days")
    sentence = page.get_by_label("The result in one sentence")
    expect(sentence).to_have_value("Days at home: 9 days")
    write(page, AFTER, "8 days")
    expect(sentence).to_have_value("Days at home: 8 days")
    sentence.fill("Eight days, we think.")
    sentence.blur()
    write(page, AFTER, "7 days")
    expect(sentence).to_have_value("Eight days, we think.")


def test_a_target_is_not_told_as_a_result(page: Page) -> None:
    add_result(page, {"outcome": "days-at-home", "nature": "target"})
    write(page, AFTER, "9 days")
    page.get_by_label("How was it found out?").select_option("Before and after")
    written = result(page)
    assert written["statement"] == "Target: Days at home: 9 days"
    assert "evidence_level" not in written


def test_what_is_half_written_is_in_the_draft(windows: Windows, small_site: Path) -> None:
    page = windows.open().page
    open_form(page, small_site)
    add_result(page, {"outcome": "days-at-home"})
    page.get_by_label(AFTER).click()
    page.get_by_label(AFTER).press_sequentially("from 12 to")
    page.wait_for_timeout(600)
    open_form(page, small_site)
    expect(page.get_by_label(AFTER)).to_have_value("from 12 to")


def test_every_field_of_a_result_can_be_answered(page: Page) -> None:
    add_result(page, {"outcome": "days-at-home"})
    page.get_by_text("Every detail of this result").click()
    expect(page.get_by_label("Short name of this result")).to_be_hidden()
    page.locator(".la-repeated__row").get_by_text("For the people who look after this site").click()
    labels = page.locator(".la-repeated__row .la-field__label").all_inner_texts()
    asked = page.evaluate("""() => academy.share.kinds.prototype.questions
        .find(({name}) => name === "measures").questions.map(({name, label}) => [name, label])""")
    assert [name for name, _ in asked] == [one.name for one in questions(MeasureEntry)]
    shown = [label.replace(" (optional)", "") for label in labels]
    assert [label for _, label in asked if label not in shown] == []


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return first_catalogue()


_TOUCH = """values => values.map(record => {
    academy.share.form.setAnswers(record);
    const before = academy.share.form.text();
    const groups = [...document.querySelectorAll(".la-group")];
    for (const input of document.querySelectorAll(".la-repeated__row > .la-group > .la-field > input")) {
        input.dispatchEvent(new Event("focus"));
        input.dispatchEvent(new Event("input", {bubbles: true}));
        input.dispatchEvent(new Event("change", {bubbles: true}));
    }
    return [before, academy.share.form.text()];
})"""  # noqa: E501


@pytest.mark.parametrize("most", [4, pytest.param(10_000, marks=pytest.mark.proof)])
def test_looking_through_the_results_of_a_record_rewrites_nothing(
    windows: Windows, first_site: Path, catalogue: Catalogue, most: int
) -> None:
    watched = windows.open()
    open_form(watched.page, first_site)
    records = [one for one in catalogue.records.values() if getattr(one, "measures", ())]
    values = [catalogue.origins[one.id].source.values() for one in records]
    # those with the fewest results; the proofs look through all
    values = sorted(
        (one for one in values if "stage" in one), key=lambda one: len(one["measures"] or ())
    )
    values = values[:most]
    assert len(values) >= 4
    for before, after in watched.page.evaluate(_TOUCH, values):
        assert after == before
    assert watched.wrong == []


def test_a_changed_figure_changes_its_own_line(windows: Windows, small_site: Path) -> None:
    watched = windows.open()
    page = watched.page
    open_form(page, small_site, query="?record=ashby-visits")
    before = page.evaluate(_TEXT).splitlines()
    page.locator("summary", has_text="Results").first.click()
    expect(page.get_by_label(AFTER).first).to_have_value("12 days more")
    expect(page.get_by_label(BEFORE).first).to_have_value("300 days")
    page.get_by_label(AFTER).first.fill("14 days more")
    page.get_by_label(AFTER).first.blur()
    after = page.evaluate(_TEXT).splitlines()
    assert [line for line in after if line not in before] == ["    value: 14"]
    assert len(after) == len(before)
    assert watched.wrong == []


def test_a_figure_before_that_is_not_exact_is_kept_in_words(page: Page) -> None:
    add_result(page, {"outcome": "days-at-home", "nature": "result"})
    write(page, BEFORE, "about 30%")
    expect(page.get_by_text("Kept in words. No chart shows it.")).to_be_visible()
    assert result(page)["baseline"] == {"text": "about 30%"}
    write(page, AFTER, "30% to 20%")
    expect(page.get_by_text("Kept in words. No chart shows it.")).to_have_count(0)
    assert result(page)["baseline"] == {"value": "30"}


def test_a_figure_that_is_not_clear_is_one_problem_and_its_result_is_named(page: Page) -> None:
    add_result(page, {"outcome": "days-at-home", "nature": "result"})
    write(page, AFTER, "9 days instead of 12")
    write(page, "Among how many?", "about 140")
    page.get_by_role("button", name="Check your answers").click()
    problems = page.locator(".la-form__summary li")
    expect(problems.first).to_contain_text(
        "Result 1: “9 days instead of 12” is not a figure that we understand."
    )
    expect(problems.last).to_have_text(
        "Result 1: “about 140” is not a whole number. Write only the figure here: 140."
    )
    expect(problems).to_have_count(2)
