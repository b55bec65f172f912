"""The form as a leader meets it: filled in, checked, saved, and read by the academy as written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from generator.intake.submission import read_submission_zip
from generator.model.fields.date_parser import parse_date
from generator.model.kinds import KIND_OF, KINDS, Kind
from generator.records.catalogue import Catalogue, default_vocabulary
from generator.records.source import parse_source
from tests.browser.windows import Windows
from tests.catalogues import first_catalogue
from tests.model.test_dates import MEANT
from tests.site.share.kept_forms import KeptForms

pytestmark = pytest.mark.browser

LESSONS_HINT = "Say in “Lessons” what worked, or what did not, in at least one sentence."
WRITTEN = [kind for kind in KINDS if kind.folder]


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return first_catalogue()


@pytest.fixture
def page(windows: Windows) -> Iterator[Page]:
    watched = windows.open()
    yield watched.page
    assert watched.wrong == []


@pytest.fixture
def kept_page(first_forms: KeptForms) -> Iterator[Page]:
    """The form of a prototype without an answer, for cases of which there are several."""
    watched = first_forms.empty()
    yield watched.page
    assert watched.wrong == []


def form(page: Page, site: Path, kind: str, query: str = "") -> None:
    page.goto((site / "share" / f"{kind}.html").as_uri() + query)
    expect(page.locator("[data-share][data-ready=yes]")).to_be_visible()


def finish(page: Page) -> str:
    page.get_by_role("button", name="Check your answers").click()
    expect(page.get_by_role("heading", name="Your record is ready")).to_be_focused()
    return page.locator(".la-form__text").text_content() or ""


@pytest.mark.parametrize(
    "every", [3, pytest.param(1, marks=pytest.mark.proof)], ids=["some", "all"]
)
@pytest.mark.parametrize("kind", WRITTEN, ids=lambda kind: kind.name)
def test_every_record_goes_through_the_form_and_stays_what_it_is(
    page: Page, first_site: Path, catalogue: Catalogue, kind: Kind, every: int
) -> None:
    form(page, first_site, kind.name.replace("_", "-"))
    records = catalogue.records_of_kind(kind)[::every]
    values = [catalogue.origins[one.id].source.values() for one in records]
    script = """(values) => values.map((one) => {
        academy.share.form.setAnswers(one);
        return [academy.share.form.text(), academy.share.form.errors().map(({text}) => text)];
    })"""
    for record, (text, faults) in zip(records, page.evaluate(script, values), strict=True):
        assert faults == [], record.id
        source, unread = parse_source(text, f"{record.id}{kind.suffix}")
        assert unread == []
        assert source
        assert (
            kind.model.model_validate(
                {**source.values(), "id": record.id}, context=catalogue.vocabulary
            )
            == record
        )


def test_an_idea_takes_four_answers(page: Page, first_site: Path) -> None:
    form(page, first_site, "prototype")
    page.get_by_label("Title").fill("Carers’ café: Tuesdays")
    page.get_by_label("Summary").fill("A weekly drop-in for unpaid carers.")
    page.get_by_label("Area 1", exact=True).fill("Darlington")
    page.get_by_label("Stage", exact=False).first.select_option("Idea")
    assert finish(page) == (
        'title: "Carers’ café: Tuesdays"\n'
        "summary: A weekly drop-in for unpaid carers.\n"
        "areas:\n  - darlington\n"
        "stage: idea\n"
    )
    page.get_by_text("See what you send").click()
    expect(page.get_by_text("prototypes/carers-cafe-tuesdays.yaml")).to_be_visible()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Save the file").click()
    assert waiting.value.suggested_filename == "carers-cafe-tuesdays.zip"
    submission = read_submission_zip(Path(waiting.value.path()).read_bytes(), "carers.zip")
    assert [one.path for one in submission.records] == ["prototypes/carers-cafe-tuesdays.yaml"]


def test_what_is_wrong_stands_at_the_top_and_by_the_field(kept_page: Page) -> None:
    page = kept_page
    page.get_by_label("Area 1", exact=True).fill("Darlingtn")
    page.get_by_text("More about it", exact=True).click()
    page.get_by_label("Started").fill("last year")
    page.get_by_role("button", name="Check your answers").click()
    box = page.get_by_role("alert")
    expect(box).to_be_focused()
    expect(box.get_by_role("heading")).to_have_text("There is a problem")
    links = box.get_by_role("link").all_inner_texts()
    assert links[0].startswith("Enter “Title”.")
    assert links[1].startswith("There is no area called “Darlingtn”.")
    assert links[2] == (
        "“last year” is not a date. Write it like 2020, March 2020, 31 March 2020, 2019/20, "
        "2019/20 Q3, spring 2020, about 2015 or 2017 to 2019."
    )
    box.get_by_role("link").nth(2).click()
    expect(page.get_by_label("Started")).to_be_focused()
    expect(page.get_by_label("Started")).to_have_attribute("aria-invalid", "true")


# the file that is sent when each of some answers is written in a field
_TEXT_OF_EACH = """(field, answers) => answers.map((answer) => {
    field.value = answer;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    return academy.share.form.text();
})"""


def test_dates_are_taken_as_people_write_them(kept_page: Page) -> None:
    page = kept_page
    page.get_by_label("Title").fill("A drop-in for carers")
    page.get_by_label("Area 1", exact=True).fill("Darlington")
    page.get_by_label("Stage", exact=False).first.select_option("Idea")
    page.get_by_text("More about it", exact=True).click()
    page.get_by_label("Started").fill("01/02/2020")
    page.get_by_role("button", name="Check your answers").click()
    assert page.get_by_role("alert").get_by_role("link").all_inner_texts() == [
        "“01/02/2020” can mean two dates. Do you mean 1 February 2020 or 2 January 2020? Write the "
        "one that you mean."
    ]
    dates = [row[0].strip() for row in MEANT]
    page.get_by_label("Started").fill(dates[0])
    texts = [finish(page), *page.get_by_label("Started").evaluate(_TEXT_OF_EACH, dates[1:])]
    for written, text in zip(dates, texts, strict=True):
        source, faults = parse_source(text, "one.yaml")
        assert faults == []
        assert source
        record = KIND_OF["prototype"].model.model_validate(
            {**source.values(), "id": "one"}, context=default_vocabulary()
        )
        assert vars(record)["started"] == parse_date(written)


def test_a_date_that_can_mean_two_is_chosen_with_a_button(kept_page: Page) -> None:
    page = kept_page
    page.get_by_text("More about it", exact=True).click()
    page.get_by_label("Started").fill("12/03/2024")
    page.get_by_label("Started").blur()
    expect(page.get_by_role("button", name="Use “3 December 2024”")).to_be_visible()
    page.get_by_role("button", name="Use “12 March 2024”").click()
    expect(page.get_by_label("Started")).to_have_value("12 March 2024")
    expect(page.get_by_role("button", name="Use “12 March 2024”")).to_have_count(0)
    page.get_by_label("Started").fill("2019/20")
    page.get_by_label("Started").blur()
    understood = page.get_by_text("Understood as 2019/20 (1 April 2019 to 31 March 2020)")
    expect(understood).to_be_visible()
    assert understood.get_attribute("aria-live") == "polite"


@pytest.mark.parametrize(
    ("record", "code", "words"),
    [
        ({"stage": "stopped"}, "C314", ("Stopped", LESSONS_HINT)),
        (
            {"stage": "live", "verdict": "not-worked", "verdict_basis": "We counted."},
            "C314",
            ("Did not work", LESSONS_HINT),
        ),
        (
            {"stage": "live", "verdict": "worked"},
            "C315",
            ("Worked", "Say in “Reasons” what makes you say so."),
        ),
    ],
)
def test_what_a_stage_demands_is_told_as_the_checks_tell_it(
    kept_page: Page, record: dict[str, str], code: str, words: tuple[str, str]
) -> None:
    values = {"title": "T", "areas": ["darlington"], **record}
    script = """(values) => {
        academy.share.form.setAnswers(values);
        return academy.share.form.errors().map(({text}) => text);
    }"""
    demand = next(
        one
        for one in KIND_OF["prototype"].required_when
        if one.code == code and record.get(one.field) in one.words
    )
    label, hint = words
    assert kept_page.evaluate(script, values) == [f"{demand.message_for(label)} {hint}"]


def test_a_title_that_is_taken_is_told(first_forms: KeptForms) -> None:
    page = first_forms.empty("practice").page
    page.get_by_label("Title").fill("Pooled budget")
    page.get_by_role("button", name="Check your answers").click()
    expect(page.get_by_role("alert")).to_contain_text("There is already a practice with this name.")


def test_more_is_asked_once_it_is_live(kept_page: Page) -> None:
    page = kept_page
    expect(page.get_by_label("Starting point", exact=False)).to_be_hidden()
    page.get_by_label("Stage", exact=False).first.select_option("Live")
    expect(page.get_by_label("Starting point", exact=False)).to_be_visible()
    expect(page.get_by_text("needed at this stage").first).to_be_visible()


def test_a_draft_is_kept_until_one_starts_again(page: Page, first_site: Path) -> None:
    form(page, first_site, "prototype")
    page.get_by_label("Title").fill("Half a thought")
    page.get_by_label("Title").blur()
    form(page, first_site, "prototype")
    expect(page.get_by_label("Title")).to_have_value("Half a thought")
    page.get_by_role("button", name="Delete this draft").click()
    expect(page.get_by_label("Title")).to_have_value("")


def test_a_record_opens_to_be_changed_and_keeps_its_name(page: Page, first_site: Path) -> None:
    form(page, first_site, "practice", "?record=pooled-budget")
    expect(page.get_by_role("heading", level=1)).to_have_text("Change: Pooled budget")
    page.get_by_label("Title").fill("Pooled budgets")
    assert finish(page).startswith("title: Pooled budgets\n")
    page.get_by_text("See what you send").click()
    expect(page.get_by_text("registry/practices/pooled-budget.yaml")).to_be_visible()


def test_personal_data_is_told_at_once_and_keeps_the_form_open(kept_page: Page) -> None:
    page = kept_page
    page.get_by_label("Summary").fill("Ask a.person@example.org about it.")
    page.get_by_label("Summary").blur()
    expect(page.locator(".la-field__error:visible")).to_contain_text("an email address")
    page.get_by_label("Title").fill("Carers")
    page.get_by_label("Area 1", exact=True).fill("Darlington")
    page.get_by_role("button", name="Check your answers").click()
    expect(page.get_by_role("alert").get_by_role("link")).to_have_text(
        "This looks like an email address. Delete it. Give a job title or an organisation instead."
    )
    page.get_by_label("Summary").fill("Ask the duty desk about it.")
    finish(page)


@pytest.mark.parametrize(
    ("title", "sentence", "expected"),
    [
        ("NHS number 943 476 5919", "A drop-in.", "an NHS number"),
        ("Jane 943-476-5919", "A drop-in.", "an NHS number"),
        ("Jane_943_476_5919", "A drop-in.", "an NHS number"),
        ("Date of birth", "17/03/1948", "a date of birth"),
    ],
)
def test_no_personal_data_becomes_a_record(
    kept_page: Page, title: str, sentence: str, expected: str
) -> None:
    page = kept_page
    page.get_by_label("Title").fill(title)
    page.get_by_label("Summary").fill(sentence)
    page.get_by_label("Area 1", exact=True).fill("Darlington")
    page.get_by_role("button", name="Check your answers").click()
    expect(page.get_by_role("alert")).to_contain_text(expected)
    expect(page.get_by_role("heading", name="Your record is ready")).to_have_count(0)


def test_parts_can_be_added_and_taken_away_by_keyboard(kept_page: Page) -> None:
    page = kept_page
    page.get_by_role("button", name="to: Where").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Area 2", exact=True)).to_be_focused()
    page.get_by_role("button", name="Remove Area 2").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Area 2", exact=True)).to_have_count(0)
    expect(page.get_by_role("button", name="to: Where")).to_be_focused()


def test_an_adoption_has_one_adopter_and_each_source_is_one_thing(
    first_forms: KeptForms,
) -> None:
    page = first_forms.empty("adoption").page
    script = """(values) => {
        academy.share.form.setAnswers(values);
        return academy.share.form.errors().map(({text}) => text);
    }"""
    area, partner = "hartlepool", "hartlepool-borough-council"
    source = [{"described": "A national course"}]
    sound = {"partner": partner, "learnt_from": source, "status": "begun"}
    assert page.evaluate(script, sound) == []
    assert page.evaluate(script, {**sound, "area": area}) == [
        "“Adopter” and “Adopting organisation” cannot both be filled in. "
        "Keep the one that is right and delete the rest."
    ]
    assert page.evaluate(script, {"learnt_from": source, "status": "begun"}) == [
        "Fill in “Adopter” or “Adopting organisation”. One of them is enough."
    ]
    twice = [{"described": "A national course", "area": area}]
    assert page.evaluate(script, {**sound, "learnt_from": twice}) == [
        "“Area” and “Other source” cannot both be filled in. "
        "Keep the one that is right and delete the rest."
    ]


def test_the_list_of_chapters_counts_while_somebody_types(kept_page: Page) -> None:
    page = kept_page
    page.get_by_label("Title").press_sequentially("Ca")
    start = page.get_by_role("navigation", name="Parts of this form").locator("li").first
    expect(start).to_contain_text("1 of 4 answered")


def test_each_answer_of_a_list_has_a_name_of_its_own(kept_page: Page) -> None:
    page = kept_page
    expect(page.get_by_role("group", name="Where", exact=True)).to_be_visible()
    questions = page.evaluate("""() => Object.values(academy.share.kinds)
        .flatMap(({questions}) => questions).filter(({many}) => many)""")
    named = {question["label"]: question["item"] for question in questions}
    assert named["Where"] == "Area"
    assert named["Results and other figures"] == "Result"
    assert named["Given by"] == "Partner or group"
    assert [label for label, item in named.items() if item == label] == []


def test_a_stage_that_nobody_chose_is_called_what_the_page_calls_it(kept_page: Page) -> None:
    page = kept_page
    stage = page.get_by_label("Stage", exact=False).first
    expect(stage.locator("option").first).to_have_text("Not stated: the page shows “Idea”")
    expect(page.locator(".la-preview__page")).to_contain_text("Idea")


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("• One car\n•\tOne rota", "- One car\n- One rota"),
        ("o   One car came too late", "One car came too late"),
        ("one • two", "one • two"),
    ],
)
def test_bullets_of_an_office_program_become_a_list(
    kept_page: Page, pasted: str, kept: str
) -> None:
    page = kept_page
    page.locator("summary", has_text="Lessons").first.click()
    page.get_by_role("button", name="to: What worked").click()
    lesson = page.get_by_label("Lesson 1", exact=True)
    lesson.fill(pasted)
    lesson.blur()
    expect(lesson).to_have_value(kept)
