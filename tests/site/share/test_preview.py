"""“What it will look like”: the first screen of a page, as its answers are written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from generator.model.kind import url_of
from generator.model.kinds import KIND_OF
from generator.records.catalogue import Catalogue, read_catalogue
from tests.browser.windows import Windows
from tests.conftest import SMALL
from tests.media.samples import SAMPLES
from tests.site.share.kept_forms import KeptForms, open_form

pytestmark = pytest.mark.browser

_ROWS = """scope => Object.fromEntries(
    [...document.querySelectorAll(`${scope} :is(.la-key-facts, .la-strip) > div`)].map(row => [
        row.querySelector("dt").textContent,
        row.querySelector("dd").textContent.trim().replace(/\\s+/g, " "),
    ]))"""
_EVIDENCE = (
    "scope => document.querySelector(`${scope} .la-page-header__evidence`)?.textContent.trim()"
)
_OF_PAGE = f"""html => {{
    const document = new DOMParser().parseFromString(html, "text/html");
    return [({_ROWS})(""), ({_EVIDENCE})(""), document.querySelector("h1").textContent.trim()];
}}"""
# what only the results and the documents tell
_ONLY_ON_THE_PAGE = {"Strength of evidence", "Cost or saving"}
# the page says it beside the stage, or below
_ONLY_IN_THE_PREVIEW = {"First result", "As of"}


@pytest.fixture
def page(small_forms: KeptForms) -> Iterator[Page]:
    watched = small_forms.empty()
    yield watched.page
    assert watched.wrong == []


def of_small_academy() -> Catalogue:
    return read_catalogue(SMALL)[0]


KINDS_SHOWN = ["prototype", "practice", "case_study", "adoption", "area", "outcome"]


@pytest.mark.parametrize(
    ("kind", "most"),
    [
        *((kind, 3 if kind == "prototype" else 1) for kind in KINDS_SHOWN),
        *(pytest.param(kind, 99, marks=pytest.mark.proof) for kind in KINDS_SHOWN),
    ],
)
def test_the_preview_shows_what_the_page_shows(
    windows: Windows, small_site: Path, kind: str, most: int
) -> None:
    catalogue = of_small_academy()
    watched = windows.open()
    page = watched.page
    for record in catalogue.records_of_kind(KIND_OF[kind])[:most]:
        open_form(page, small_site, kind.replace("_", "-"), f"?record={record.id}")
        # the page is read and not opened, which takes longer
        html = (small_site / url_of(KIND_OF[kind], record.id)).read_text(encoding="utf-8")
        expected, evidence, title = page.evaluate(_OF_PAGE, html)
        shown = page.evaluate(_ROWS, ".la-preview")
        asked = {question["label"] for question in asked_questions(page, kind)}
        assert {label: text for label, text in shown.items() if label in expected} == {
            label: text for label, text in expected.items() if label in asked | {"Source date"}
        }
        assert page.evaluate(_EVIDENCE, ".la-preview") == evidence
        assert shown.keys() - expected.keys() <= _ONLY_IN_THE_PREVIEW
        if "title" in record.model_fields_set:
            expect(page.locator(".la-preview__title")).to_have_text(title)
    assert watched.wrong == []


def asked_questions(page: Page, kind: str) -> list[dict[str, str]]:
    questions: list[dict[str, str]] = page.evaluate(
        "kind => academy.share.kinds[kind].questions", kind
    )
    return questions


def test_the_preview_follows_what_is_typed(page: Page) -> None:
    preview = page.locator(".la-preview__page")
    expect(preview).to_contain_text("Your title")
    page.get_by_label("Title").press_sequentially("A drop-in")
    expect(page.locator(".la-preview__title")).to_have_text("A drop-in")
    page.get_by_label("Area 1", exact=True).fill("Ashby")
    page.get_by_label("Stage", exact=False).first.select_option("Live")
    expect(preview.locator(".la-tag--good")).to_have_text("Live")
    expect(preview).to_contain_text("Ashby")
    page.evaluate("""academy.share.form.setAnswers({title: "A drop-in", measures: [
        {statement: "We hope for more.", nature: "target"},
        {statement: "Fewer waited.", nature: "result"}]})""")
    page.get_by_label("Title").press_sequentially("!")
    expect(preview.get_by_text("Fewer waited.")).to_be_visible()
    expect(preview.get_by_text("We hope for more.")).to_have_count(0)


def test_the_first_picture_shows_as_soon_as_it_is_chosen(
    windows: Windows, small_site: Path, tmp_path: Path
) -> None:
    page = windows.open().page
    open_form(page, small_site)
    file = tmp_path / "car.png"
    file.write_bytes(SAMPLES["png"]())
    page.locator("summary", has_text="Pictures").first.click()
    page.get_by_role("button", name="to: Pictures").click()
    page.locator("input[type=file]").set_input_files(file)
    expect(page.locator(".la-preview__picture")).to_be_visible()


def test_hostile_text_stays_text_in_the_preview(page: Page) -> None:
    hostile = '<img src=x onerror="document.title=1"><b>bold</b>'
    for label in ("Title", "Summary"):
        page.get_by_label(label).fill(hostile)
    page.get_by_label("Area 1", exact=True).fill(hostile)
    expect(page.locator(".la-preview__title")).to_have_text(hostile)
    page.wait_for_timeout(600)
    names = page.locator(".la-preview__page *").evaluate_all("all => all.map(one => one.tagName)")
    assert set(names) <= {"P", "DL", "DIV", "DT", "DD", "SPAN"}


def test_the_preview_is_closed_in_a_narrow_window_and_never_speaks_up(
    windows: Windows, small_site: Path
) -> None:
    watched = windows.open(viewport={"width": 360, "height": 800})
    page = watched.page
    open_form(page, small_site, "prototype")
    expect(page.get_by_text("What it will look like")).to_be_visible()
    expect(page.locator(".la-preview__page")).to_be_hidden()
    page.get_by_label("Title").fill("A drop-in")
    page.get_by_text("What it will look like").click()
    expect(page.locator(".la-preview__title")).to_have_text("A drop-in")
    quiet = page.locator(".la-preview").evaluate(
        "it => !it.closest('[aria-live], [role=status]') && "
        "!it.querySelector('[aria-live], [role], h1, h2, h3, a, button')"
    )
    assert quiet
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert watched.wrong == []
