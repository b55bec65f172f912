"""The form names the file of a record: by its title, by a short name, or by its other answers."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.site.share.kept_forms import KeptForms

pytestmark = pytest.mark.browser


def path_of_file(page: Page) -> str:
    page.get_by_role("button", name="Check your answers").click()
    expect(page.get_by_role("heading", name="Your record is ready")).to_be_focused()
    return page.locator(".la-form__file code").text_content() or ""


def test_a_title_of_another_script_gets_a_short_name(small_forms: KeptForms) -> None:
    page = small_forms.empty("prototype").page
    short_name = page.get_by_label("Short name in Latin letters")
    expect(short_name).to_be_hidden()
    page.evaluate("academy.share.form.setAnswers({areas: ['ashby'], stage: 'idea'})")
    page.get_by_label("Title").fill("在宅医療の試み")
    page.get_by_label("Title").blur()
    expect(short_name).to_be_visible()
    page.get_by_role("button", name="Check your answers").click()
    expect(page.get_by_text("Enter “Short name in Latin letters”.").first).to_be_visible()
    short_name.fill("Home care")
    page.get_by_role("button", name="Check your answers").click()
    expect(page.get_by_text("Write it like “home-care”.").first).to_be_visible()
    short_name.fill("home-care")
    assert path_of_file(page) == "prototypes/home-care.yaml"
    page.get_by_label("Title").fill("Home care at night")
    page.get_by_label("Title").blur()
    expect(short_name).to_be_hidden()
    assert path_of_file(page) == "prototypes/home-care-at-night.yaml"


def test_an_adoption_without_a_title_is_named_by_its_answers(small_forms: KeptForms) -> None:
    page = small_forms.empty("adoption").page
    page.evaluate(
        """academy.share.form.setAnswers({
            area: "brookvale", practice: "joint-work", status: "begun", level: "place-based",
            fidelity_planned: "not-stated", learnt_from: [{area: "ashby"}],
        })"""
    )
    path = "registry/adoptions/brookvale-joint-work-from-ashby.yaml"
    assert path_of_file(page) == path


def test_a_place_makes_room_for_a_second_record_of_one_title(small_forms: KeptForms) -> None:
    page = small_forms.empty("area").page
    page.evaluate("academy.share.form.setAnswers({title: 'Ashby', type: 'place'})")
    page.get_by_role("button", name="Check your answers").click()
    expect(page.locator(".la-form__summary")).to_contain_text("If yours is another one, say where")
    page.evaluate(
        "academy.share.form.setAnswers({title: 'Ashby', type: 'place', place: 'Isle of Wight'})"
    )
    assert path_of_file(page) == "registry/areas/ashby-isle-of-wight.yaml"
