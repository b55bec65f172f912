"""What a leader adds in the form while they tell their story, and what they send in the end."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from generator.host_mkdocs import build_site_once
from generator.intake.submission import Submission, read_submission_text, read_submission_zip
from tests.browser.windows import Windows
from tests.sites import run_academy

pytestmark = pytest.mark.browser


@pytest.fixture
def page(windows: Windows) -> Iterator[Page]:
    watched = windows.open()
    yield watched.page
    assert watched.wrong == []


def open_form(page: Page, site: Path, address: str = "prototype.html") -> None:
    name, mark, query = address.partition("?")
    page.goto((site / "share" / name).as_uri() + mark + query)
    expect(page.locator("[data-share][data-ready=yes]")).to_be_visible()


def write_idea(page: Page, where: str) -> None:
    page.get_by_label("Title", exact=True).first.fill("Falls car")
    page.get_by_label("Area 1", exact=True).fill(where)
    page.get_by_label("Stage", exact=False).first.select_option("Idea")


def added(page: Page, name: str) -> Locator:
    return page.get_by_role("group", name=name, exact=True)


def add_area(page: Page, title: str) -> Locator:
    page.get_by_role("button", name=f"Add “{title}” as a new area").click()
    box = added(page, f"New area: {title}")
    box.get_by_label("Type of area").first.select_option("District")
    return box


def check(page: Page) -> None:
    page.get_by_role("button", name="Check your answers").click()


def saved(page: Page) -> bytes:
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Save the file").click()
    assert waiting.value.suggested_filename.endswith(".zip")
    return Path(waiting.value.path()).read_bytes()


def sent(page: Page) -> Submission:
    """What both forms of a submission hold, which is the same."""
    check(page)
    expect(page.locator(".la-form__file h2")).to_be_focused()
    text = page.evaluate("academy.share.submissionText(academy.share.form.files())")
    submission = read_submission_zip(saved(page), "form.zip")
    assert read_submission_text(text, "form.txt") == submission
    return submission


def texts(submission: Submission) -> dict[str, str]:
    return {record.path: record.text for record in submission.records}


def test_an_area_that_is_not_listed_is_added_where_it_is_named(
    page: Page, small_site: Path
) -> None:
    open_form(page, small_site)
    write_idea(page, "West Suffolk")
    box = add_area(page, "West Suffolk")
    expect(box.get_by_label("Title")).to_have_value("West Suffolk")
    assert texts(sent(page)) == {
        "prototypes/falls-car.yaml": ("title: Falls car\nareas:\n  - west-suffolk\nstage: idea\n"),
        "registry/areas/west-suffolk.yaml": "title: West Suffolk\ntype: district\n",
    }
    expect(page.locator(".la-form__file h2")).to_have_text("Your 2 records are ready")
    expect(page.get_by_text("New area: West Suffolk").last).to_be_visible()


def test_the_academy_receives_what_the_form_saves(
    page: Page, small_project: Path, small_site: Path
) -> None:
    open_form(page, small_site)
    write_idea(page, "West Suffolk")
    add_area(page, "West Suffolk")
    check(page)
    file = small_project.parent / "falls-car.zip"
    file.write_bytes(saved(page))
    done = run_academy("receive", str(file), "--yes", folder=small_project)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "another version" not in done.stdout
    area = small_project / "registry" / "areas" / "west-suffolk.yaml"
    assert area.read_text(encoding="utf-8") == "title: West Suffolk\ntype: district\n"
    assert run_academy("check", folder=small_project).returncode == 0


def test_an_added_record_can_name_others_that_are_added_too(page: Page, small_site: Path) -> None:
    open_form(page, small_site)
    write_idea(page, "Bury")
    box = add_area(page, "Bury")
    box.get_by_text("More details").first.click()
    box.get_by_role("button", name="to: Part of").click()
    box.get_by_label("Area 1", exact=True).fill("Suffolk")
    add_area(page, "Suffolk")
    assert [record.path for record in sent(page).records] == [
        *("prototypes/falls-car.yaml", "registry/areas/bury.yaml", "registry/areas/suffolk.yaml")
    ]


def test_the_questions_of_an_added_record_fold_away_once_they_are_done(
    page: Page, small_site: Path
) -> None:
    open_form(page, small_site)
    write_idea(page, "West Suffolk")
    box = add_area(page, "West Suffolk")
    box.get_by_label("Type of area").first.select_option("")
    box.get_by_role("button", name="Done").click()
    expect(box.get_by_label("Title")).to_be_hidden()
    check(page)
    page.get_by_role("alert").get_by_role("link").first.click()
    expect(box.get_by_label("Type of area").first).to_be_focused()


def test_a_new_name_of_an_added_record_stands_wherever_it_is_named(
    page: Page, small_site: Path
) -> None:
    open_form(page, small_site)
    write_idea(page, "West Sufolk")
    box = add_area(page, "West Sufolk")
    box.get_by_label("Title").fill("West Suffolk")
    box.get_by_label("Title").blur()
    expect(page.get_by_label("Area 1", exact=True)).to_have_value("West Suffolk")
    assert "registry/areas/west-suffolk.yaml" in texts(sent(page))


def test_what_no_answer_names_any_more_is_not_sent(page: Page, small_site: Path) -> None:
    open_form(page, small_site)
    write_idea(page, "West Suffolk")
    box = add_area(page, "West Suffolk")
    page.get_by_label("Area 1", exact=True).fill("Ashby")
    page.get_by_label("Area 1", exact=True).blur()
    expect(box).to_contain_text("No answer names it now, so we will not send it.")
    assert list(texts(sent(page))) == ["prototypes/falls-car.yaml"]


def test_an_adoption_can_be_sent_with_the_prototype(page: Page, small_site: Path) -> None:
    open_form(page, small_site)
    write_idea(page, "Ashby")
    page.locator("summary", has_text="Send more with it").press("Enter")
    page.get_by_role("button", name="Add an adoption").click()
    box = added(page, "New adoption")
    box.get_by_label("Adopter", exact=True).fill("Brookvale")
    box.evaluate("box => box.querySelectorAll('details').forEach(x => { x.open = true; })")
    box.get_by_role("textbox", name="Area", exact=True).fill("Ashby")
    box.get_by_role("textbox", name="Prototype").fill("Falls car")
    box.get_by_label("Status").select_option("Begun")
    submission = texts(sent(page))
    (path,) = set(submission) - {"prototypes/falls-car.yaml"}
    expect(page.locator(".la-form__file")).to_contain_text(
        "New adoption: Brookvale from ashby adoption"
    )
    # another adoption has the plain name already
    assert path == "registry/adoptions/brookvale-from-ashby-adoption.yaml"
    assert "prototype: falls-car" in submission[path]


def test_near_names_are_offered(page: Page, first_site: Path) -> None:
    open_form(page, first_site)
    for typed, meant in [
        ("Tees Vally", "Tees Valley (five council areas)"),
        ("Co Durham", "County Durham"),
        ("darlingtn", "Darlington"),
    ]:
        page.get_by_label("Area 1", exact=True).fill(typed)
        page.get_by_role("button", name=f"Use “{meant}”", exact=True).click()
        expect(page.get_by_label("Area 1", exact=True)).to_have_value(meant)


def test_nothing_is_lost_when_the_page_is_opened_again(page: Page, small_site: Path) -> None:
    open_form(page, small_site)
    write_idea(page, "West Suffolk")
    add_area(page, "West Suffolk")
    page.get_by_label("Summary").first.press_sequentially("Half a")
    page.wait_for_timeout(600)  # a draft is saved while one types
    open_form(page, small_site)
    expect(page.get_by_label("Summary").first).to_have_value("Half a")
    expect(added(page, "New area: West Suffolk")).to_be_visible()
    assert "registry/areas/west-suffolk.yaml" in texts(sent(page))


def test_what_was_removed_comes_back(page: Page, small_site: Path) -> None:
    open_form(page, small_site)
    write_idea(page, "West Suffolk")
    add_area(page, "West Suffolk")
    page.get_by_role("button", name="Remove Area 1").click()
    expect(page.get_by_label("Area 1", exact=True)).to_have_count(0)
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_label("Area 1", exact=True)).to_have_value("West Suffolk")
    page.get_by_role("button", name="Remove this area").click()
    expect(added(page, "New area: West Suffolk")).to_have_count(0)
    page.get_by_role("button", name="Undo").click()
    assert "registry/areas/west-suffolk.yaml" in texts(sent(page))


def test_a_deleted_draft_comes_back(page: Page, small_site: Path) -> None:
    open_form(page, small_site)
    write_idea(page, "Ashby")
    page.get_by_label("Title", exact=True).first.blur()
    open_form(page, small_site)
    page.get_by_role("button", name="Delete this draft").click()
    page.get_by_role("button", name="Bring it back").click()
    expect(page.get_by_label("Title", exact=True).first).to_have_value("Falls car")


def test_another_record_can_be_started_and_the_first_one_gone_on_with(
    page: Page, small_site: Path
) -> None:
    title = page.get_by_label("Title", exact=True).first
    open_form(page, small_site)
    write_idea(page, "Ashby")
    title.blur()
    open_form(page, small_site)
    page.get_by_role("button", name="Keep it and start another").click()
    expect(title).to_have_value("")
    title.fill("A second idea")
    title.blur()
    open_form(page, small_site)
    page.get_by_role("button", name="Go on with “Falls car”").click()
    expect(title).to_have_value("Falls car")
    expect(page.get_by_role("button", name="Go on with “A second idea”")).to_be_visible()


def test_two_tabs_do_not_write_over_each_other(page: Page, small_site: Path) -> None:
    open_form(page, small_site)
    other = page.context.new_page()
    open_form(other, small_site)
    for tab, title in ((page, "The first"), (other, "The second")):
        tab.get_by_label("Title", exact=True).first.fill(title)
        tab.get_by_label("Title", exact=True).first.blur()
    expect(other.get_by_text("This draft was changed in another tab.")).to_be_visible()
    for tab, sentence in ((page, "Of the first."), (other, "Of the second.")):
        tab.get_by_label("Summary").first.fill(sentence)
        tab.get_by_label("Summary").first.blur()
    open_form(page, small_site)
    expect(page.get_by_label("Title", exact=True).first).to_have_value("The first")
    expect(page.get_by_label("Summary").first).to_have_value("Of the first.")
    page.get_by_role("button", name="Go on with “The second”").click()
    expect(page.get_by_label("Summary").first).to_have_value("Of the second.")
    other.close()


def test_the_list_of_chapters_leads_to_each_and_shows_how_far_one_has_come(
    page: Page, small_site: Path
) -> None:
    open_form(page, small_site)
    write_idea(page, "Ashby")
    chapters = page.get_by_role("navigation", name="Parts of this form")
    expect(chapters.get_by_role("listitem").first).to_contain_text("3 of 4 answered")
    chapters.get_by_role("link", name="What you learnt").click()
    assert page.url.endswith("#chapter-4")
    expect(page.get_by_role("heading", name="What you learnt")).to_be_in_viewport()
    page.get_by_role("link", name="Next: who did it, and who can help").click()
    assert page.url.endswith("#chapter-5")
    page.go_back()
    assert page.url.endswith("#chapter-4")


REFUSED = """for (const store of ["localStorage", "sessionStorage"])
    Object.defineProperty(window, store, {
        get() { throw new DOMException("Refused", "SecurityError"); },
    });
"""


def test_the_form_works_where_the_browser_keeps_nothing(windows: Windows, small_site: Path) -> None:
    page = windows.open(REFUSED).page
    open_form(page, small_site)
    write_idea(page, "Ashby")
    assert list(texts(sent(page))) == ["prototypes/falls-car.yaml"]


def test_a_changed_record_comes_with_what_it_was(page: Page, small_site: Path) -> None:
    open_form(page, small_site, "area.html?record=ashby")
    page.get_by_label("Summary").first.fill("A town by the river.")
    (record,) = sent(page).records
    assert (record.path, record.state) == ("registry/areas/ashby.yaml", "changed")
    assert record.original
    assert "A town by the river." in record.text
    assert "A town by the river." not in record.original


def test_a_fault_that_is_made_after_it_was_ready_is_found(page: Page, small_site: Path) -> None:
    open_form(page, small_site)
    write_idea(page, "Ashby")
    sent(page)
    page.get_by_label("Summary").first.fill("Ask a.person@example.org about it.")
    page.get_by_label("Summary").first.blur()
    expect(page.locator(".la-form__file")).to_be_hidden()


def test_a_name_that_another_kind_has_makes_no_dead_end(page: Page, small_site: Path) -> None:
    open_form(page, small_site)
    write_idea(page, "Falls car")
    add_area(page, "Falls car")
    assert set(texts(sent(page))) == {
        "prototypes/falls-car.yaml",
        "registry/areas/falls-car-area.yaml",
    }


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("https://example.org/issues/new", "https://example.org/issues/new"),
        ("desk@academy.example", "mailto:desk@academy.example"),
        ("The folder Academy on the shared drive", None),
    ],
)
def test_the_form_says_where_to_send_it(
    page: Page, small_project: Path, address: str, link: str | None
) -> None:
    settings = small_project / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    text = text.replace("  - academy:\n", f"  - academy:\n      send_to: {address}\n")
    settings.write_text(text, encoding="utf-8")
    waiver = f"file: mkdocs.yml\n    sort: e-mail\n    text: {address}\n    reason: A team's."
    (small_project / "registry" / "waivers.yaml").write_text(
        f"waivers:\n  - {waiver}\n    approved_by: Manager\n    approved_on: 2026-11-27\n"
        if "@" in address
        else "waivers: []\n",
        encoding="utf-8",
    )
    build_site_once(settings)
    open_form(page, small_project / "site")
    write_idea(page, "Ashby")
    check(page)
    line = page.locator(".la-form__address")
    expect(line).to_have_text(f"Send it to: {address}")
    links = [one.get_attribute("href") for one in line.locator("a").all()]
    assert links == ([link] if link else [])
