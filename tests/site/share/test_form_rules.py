"""Rules about several answers: what the form says, and which question its link leads to."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.windows import Windows
from tests.site.share.kept_forms import KeptForms

pytestmark = pytest.mark.browser

PROTOTYPE = {"title": "A drop-in", "areas": ["ashby"]}
FINDING = {"statement": "It rose.", "outcome": "days-at-home"}
ADOPTION = {"title": "A copy", "area": "ashby", "learnt_from": [{"described": "A course"}]}
STORY = {"title": "A year", "areas": ["ashby"], "problem": "Long waits."}


def measured(**answers: Any) -> dict[str, Any]:
    return {**PROTOTYPE, "measures": [{**FINDING, **answers}]}


@pytest.mark.parametrize(
    ("kind", "answers", "expected"),
    [
        (
            "prototype",
            {**PROTOTYPE, "summary": "We co\u00adoperate."},
            (
                "Summary",
                "There is a hidden character in “cooperate.”. Delete this word and type it again.",
            ),
        ),
        (
            "prototype",
            {**PROTOTYPE, "reviewed_on": "2020", "review_due": "2019"},
            (
                "Next review",
                "“Next review” (2019) is before “Last reviewed” (2020). "
                "Correct one of the two dates.",
            ),
        ),
        (
            "prototype",
            {**PROTOTYPE, "stage": "live", "history": [{"stage": "testing"}]},
            (
                "Stage",
                "“Stage” is “Live”, but the last step below it is “Testing”. "
                "Correct the one that is out of date.",
            ),
        ),
        (
            "prototype",
            measured(nature="result", value="4"),
            (
                "Unit",
                "“Value” has no unit. Fill in “Unit”, for example percent, days or people. "
                "For money, write its currency.",
            ),
        ),
        (
            "prototype",
            measured(nature="result", evidence_level="illustration"),
            (
                "Is it a result or a plan?",
                "This is recorded as a result, but its evidence is an illustration. "
                "Choose “Illustration” here, or change “Strength of evidence”.",
            ),
        ),
        (
            "prototype",
            {**PROTOTYPE, "note": "See [[nowhere]]."},
            (
                "Note",
                "There is no record “nowhere”. "
                "Correct what is written in the double brackets, or delete the brackets.",
            ),
        ),
        (
            "prototype",
            {**PROTOTYPE, "continues": ["a-drop-in"]},
            (
                "Prototype 1",
                "“A drop-in” is the record that you are writing. "
                "Choose another one, or leave this out.",
            ),
        ),
        (
            "prototype",
            {**PROTOTYPE, "note": "![A car](media/car.png)"},
            (
                "Note",
                "We do not have the picture “media/car.png”. "
                "Choose it under “Pictures”, or take it out of this text.",
            ),
        ),
        (
            "prototype",
            measured(nature="result", value="4", unit="days", sum_of=["ashby-people"]),
            (
                "Figure 1",
                "This total adds up figures in different units (days and people). "
                "Give them all in the same unit, or leave out “Sum of”.",
            ),
        ),
        (
            "prototype",
            {
                **PROTOTYPE,
                "measures": [
                    {
                        **FINDING,
                        "id": "ashby-visits-days-at-home",
                        "nature": "result",
                        "value": "4",
                        "unit": "days",
                    },
                    {
                        **FINDING,
                        "nature": "result",
                        "value": "4",
                        "unit": "people",
                        "sum_of": ["ashby-visits-days-at-home"],
                    },
                ],
            },
            (
                "Figure 1",
                "This total adds up figures in different units (days and people). "
                "Give them all in the same unit, or leave out “Sum of”.",
            ),
        ),
        (
            "prototype",
            {**PROTOTYPE, "started": "2017", "population": "He was born on", "note": "3 May 1950"},
            (
                "Note",
                "This looks like a date of birth. Delete it. "
                "Give a job title or an organisation instead.",
            ),
        ),
        (
            "adoption",
            {**ADOPTION, "status": "paused", "history": [{"status": "paused"}]},
            (
                "Reason",
                "The step “Paused” has no reason. "
                "Please say why in one sentence, or write “not known”.",
            ),
        ),
        (
            "case-study",
            {**STORY, "type": "person-pathway"},
            (
                "The person",
                "A person's story must say if it is about a real person. Answer “The person”.",
            ),
        ),
    ],
)
def test_the_form_says_what_does_not_fit_and_leads_there(
    small_forms: KeptForms, kind: str, answers: dict[str, Any], expected: tuple[str, str]
) -> None:
    label, text = expected
    page = small_forms.empty(kind).page
    page.evaluate("answers => academy.share.form.setAnswers(answers)", answers)
    page.get_by_role("button", name="Check your answers").click()
    link = page.get_by_role("alert").get_by_role("link")
    expect(link).to_have_text(text)
    link.click()
    shown = page.evaluate(
        "document.activeElement.closest('.la-field').querySelector('.la-field__label')"
        ".firstChild.textContent"
    )
    assert shown == label


def test_a_title_that_is_nearly_taken_is_pointed_out_and_may_stay(
    windows: Windows, small_site: Path
) -> None:
    page = windows.open().open((small_site / "share" / "prototype.html").as_uri())
    expect(page.locator("[data-share][data-ready=yes]")).to_be_visible()
    page.get_by_label("Title", exact=True).first.fill("Shared visit in Ashby")
    note = page.get_by_role("status").filter(has_text="There is already")
    expect(note).to_contain_text("“Shared visits in Ashby”. Do you mean that one?")
    link = note.get_by_role("link").get_attribute("href")
    assert link == "prototype.html?record=ashby-visits"
    page.evaluate(
        "academy.share.form.setAnswers({title: 'Shared visit in Ashby', areas: ['ashby']})"
    )
    page.get_by_role("button", name="Check your answers").click()
    expect(page.get_by_text("Your record is ready")).to_be_visible()
