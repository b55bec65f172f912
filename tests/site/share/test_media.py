"""Pictures and documents that a leader adds in the form, up to the page that shows them."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, Locator, Page, expect

from generator.host_mkdocs import build_site_once
from generator.intake.submission import Submission, read_submission_text, read_submission_zip
from tests.browser.looking import judged
from tests.browser.windows import Windows
from tests.media.document_samples import DOCUMENTS
from tests.media.samples import SAMPLES
from tests.site.share.kept_forms import KeptForms
from tests.site.share.test_submission import check, open_form, saved, write_idea
from tests.sites import run_academy

pytestmark = pytest.mark.browser


@pytest.fixture
def page(windows: Windows) -> Iterator[Page]:
    watched = windows.open()
    yield watched.page
    assert watched.wrong == []


def add_picture(page: Page, words: str) -> Locator:
    """A further picture without a file, with what it shows."""
    add = page.locator("button[aria-label$='to: Pictures']")
    add.evaluate("button => { button.closest('details').open = true; }")
    add.click()
    box = page.locator(".la-group", has=page.locator("input[type=file]")).last
    box.get_by_label("In words").fill(words)
    return box


def file_of(name: str, content: bytes) -> FilePayload:
    return {"name": name, "mimeType": "application/octet-stream", "buffer": content}


def choose(box: Locator, name: str, content: bytes) -> None:
    box.locator("input[type=file]").set_input_files(files=file_of(name, content))


def sent(page: Page) -> Submission:
    check(page)
    expect(page.locator(".la-form__file h2")).to_be_focused()
    return read_submission_zip(saved(page), "form.zip")


def received(page: Page, project: Path) -> subprocess.CompletedProcess[str]:
    file = project.parent / "sent.zip"
    file.write_bytes(saved(page))
    return run_academy("receive", str(file), "--yes", folder=project)


def test_a_picture_goes_from_an_empty_form_to_a_built_page(
    page: Page, small_project: Path, small_site: Path
) -> None:
    open_form(page, small_site)
    write_idea(page, "Ashby")
    box = add_picture(page, "A red car at a kerb")
    choose(box, "Our Car.PNG", SAMPLES["png"]())
    expect(box.get_by_text("We will send it as our-car.png.")).to_be_visible()
    expect(box.get_by_role("img", name="The picture that you chose")).to_be_visible()
    assert judged(page)[0] == []
    assert dict(sent(page).media) == {"media/our-car.png": SAMPLES["png"]()}
    expect(page.locator(".la-form__records")).to_contain_text("media/our-car.png")
    done = received(page, small_project)
    assert done.returncode == 0, done.stdout + done.stderr
    assert run_academy("check", folder=small_project).returncode == 0
    build_site_once(small_project / "mkdocs.yml")
    page.goto((small_project / "site" / "prototypes" / "falls-car.html").as_uri())
    picture = page.get_by_role("img", name="A red car at a kerb").first
    expect(picture).to_be_visible()
    assert picture.evaluate("picture => picture.naturalWidth") > 0


@pytest.mark.parametrize(
    ("sample", "fault"),
    [
        ("gif", "The file is not a PNG, JPEG or WebP picture."),
        ("web page", "The file is not a PNG, JPEG or WebP picture."),
        ("nothing", "The file is empty."),
        ("too many bytes", "The limit is 20 MB. Save it in a smaller size"),
        ("short png", "We cannot open the picture."),
    ],
)
def test_a_file_that_is_no_good_picture_is_refused_beside_the_question(
    small_forms: KeptForms, tmp_path: Path, sample: str, fault: str
) -> None:
    page = small_forms.empty().page
    write_idea(page, "Ashby")
    box = add_picture(page, "A car")
    # from the disk: 20 MB in a message to the browser take ten seconds
    file = tmp_path / "car.png"
    file.write_bytes(SAMPLES[sample]())
    box.locator("input[type=file]").set_input_files(file)
    expect(box.locator(".la-field__error").first).to_contain_text(fault)
    check(page)
    expect(page.locator(".la-form__summary")).to_contain_text(fault)
    expect(page.locator(".la-form__file")).to_be_hidden()


def test_a_refused_picture_alone_is_not_left_out_in_silence(page: Page, small_site: Path) -> None:
    open_form(page, small_site)
    write_idea(page, "Ashby")
    box = add_picture(page, "")
    choose(box, "car.gif", SAMPLES["gif"]())
    expect(box.get_by_text("The file is not a PNG")).to_be_visible()
    check(page)
    expect(page.locator(".la-form__summary")).to_contain_text("The file is not a PNG")


def test_a_picture_with_the_ending_of_another_type_gets_its_own(
    page: Page, small_site: Path
) -> None:
    open_form(page, small_site)
    write_idea(page, "Ashby")
    choose(add_picture(page, "A car"), "car.png", SAMPLES["jpeg"]())
    expect(page.get_by_text("We will send it as car.jpg.")).to_be_visible()
    assert list(sent(page).media) == ["media/car.jpg"]


def test_two_pictures_with_the_same_name_are_both_sent(page: Page, small_site: Path) -> None:
    open_form(page, small_site)
    write_idea(page, "Ashby")
    choose(add_picture(page, "A car"), "car.png", SAMPLES["png"]())
    expect(page.get_by_text("We will send it as car.png.")).to_be_visible()
    choose(add_picture(page, "The same car"), "car.png", SAMPLES["webp"]())
    choose(add_picture(page, "Another car"), "Car.png", SAMPLES["png"]())
    expect(page.get_by_text("We will send it as car-2.png.")).to_be_visible()
    assert set(sent(page).media) == {"media/car.png", "media/car.webp", "media/car-2.png"}


def test_a_name_of_a_person_is_not_sent(page: Page, small_site: Path) -> None:
    open_form(page, small_site)
    write_idea(page, "Ashby")
    choose(add_picture(page, "A car"), "call 020 7946 0018.png", SAMPLES["png"]())
    expect(page.get_by_text("We will send it as picture.png.")).to_be_visible()


def test_a_picture_that_a_draft_could_not_keep_is_asked_for_again(
    page: Page, small_site: Path
) -> None:
    open_form(page, small_site)
    write_idea(page, "Ashby")
    choose(add_picture(page, "A car"), "car.png", SAMPLES["png"]())
    expect(page.get_by_text("We will send it as car.png.")).to_be_visible()
    page.wait_for_timeout(600)  # a draft is saved while one types
    open_form(page, small_site)
    check(page)
    expect(page.locator(".la-form__summary")).to_contain_text("Choose the picture again (car.png).")
    expect(page.locator(".la-form__file")).to_be_hidden()
    page.get_by_role("link", name="Choose the picture again").click()  # opens what is folded
    choose(page.locator("form"), "car.png", SAMPLES["png"]())
    expect(page.get_by_text("We will send it as car.png.")).to_be_visible()
    assert list(sent(page).media) == ["media/car.png"]


def test_the_text_says_that_it_holds_no_pictures(page: Page, small_site: Path) -> None:
    open_form(page, small_site)
    write_idea(page, "Ashby")
    choose(add_picture(page, "A car"), "car.png", SAMPLES["png"]())
    expect(page.get_by_text("We will send it as car.png.")).to_be_visible()
    sent(page)
    page.get_by_role("button", name="Copy the text").click()
    expect(page.get_by_role("status").filter(has_text="Copied.")).to_contain_text(
        "The text does not hold your pictures and documents. Send them too, or save the file"
    )
    text = page.evaluate("academy.share.submissionText(academy.share.form.files())")
    assert read_submission_text(text, "form.txt").media == {}


def test_a_proposal_on_github_says_that_it_holds_no_pictures(page: Page, small_site: Path) -> None:
    open_form(page, small_site)
    page.evaluate(
        "academy.share.editUrl = 'https://github.com/a/b/edit/main/'; window.open = () => null;"
    )
    write_idea(page, "Ashby")
    choose(add_picture(page, "A car"), "car.png", SAMPLES["png"]())
    expect(page.get_by_text("We will send it as car.png.")).to_be_visible()
    check(page)
    page.get_by_role("button", name="Propose it on GitHub").click()
    expect(page.locator(".la-form__status")).to_contain_text("does not hold your pictures")


def test_a_learning_resource_brings_its_document(
    page: Page, small_project: Path, small_site: Path
) -> None:
    open_form(page, small_site, "resource.html")
    page.get_by_label("Title", exact=True).first.fill("How we began")
    page.get_by_label("Type", exact=False).first.select_option(index=1)
    page.get_by_label("Available", exact=True).first.check()
    page.evaluate("document.querySelectorAll('.la-form details').forEach(x => { x.open = true; })")
    field = page.locator(".la-field", has=page.get_by_label("Choose a document"))
    choose(field, "notes.exe", b"MZ")
    expect(field.locator(".la-field__error")).to_contain_text("We cannot take this type of file.")
    choose(field, "Our report.pdf", DOCUMENTS["pdf"]())
    expect(field.get_by_text("We will send it as our-report.pdf.")).to_be_visible()
    field.get_by_role("button", name="Remove the document").press("Enter")
    expect(field.get_by_text("We will send it as")).to_have_count(0)
    field.get_by_role("button", name="Undo").press("Enter")
    assert list(sent(page).media) == ["media/our-report.pdf"]
    done = received(page, small_project)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_picture_is_chosen_with_the_keyboard(page: Page, small_site: Path) -> None:
    open_form(page, small_site)
    box = add_picture(page, "A car")
    with page.expect_file_chooser() as waiting:
        box.locator("input[type=file]").press("Enter")
    waiting.value.set_files(file_of("car.png", SAMPLES["png"]()))
    expect(box.get_by_text("We will send it as car.png.")).to_be_visible()
