"""Two published evaluations, each told from an empty form, sent as one file, and received."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from generator.records.catalogue import Catalogue, read_catalogue
from tests.browser.windows import Windows
from tests.conftest import PROJECT
from tests.site.share.story import Story
from tests.sites import run_academy

pytestmark = pytest.mark.browser

Records = Mapping[str, tuple[str, Mapping[str, Any]]]


@pytest.fixture(scope="module")
def records() -> Records:
    catalogue: Catalogue = read_catalogue(PROJECT / "tests" / "evaluations")[0]
    return {
        record_id: (catalogue.records[record_id].kind, origin.source.values())
        for record_id, origin in catalogue.origins.items()
    }


@dataclass(frozen=True)
class Write:
    """What somebody writes down: a prototype, and records beside it, in a window of so many pixels.

    `clicks` is the most that it may take; `count` how many records come of it.
    """

    record: str
    beside: tuple[str, ...]
    width: int
    clicks: int
    count: int


STORIES = [
    Write("hampshire-integrated-care-teams", (), 1280, 150, 8),
    Write(
        "soham-and-st-ives-neighbourhood-care",
        ("cambridgeshire-from-the-netherlands",),
        *(360, 175, 11),
    ),
]


@pytest.mark.parametrize("write", STORIES, ids=lambda write: write.record)
def test_a_story_from_a_place_that_nobody_listed_takes_one_submission(
    windows: Windows, small_site: Path, small_project: Path, records: Records, write: Write
) -> None:
    watched = windows.open(viewport={"width": write.width, "height": 900})
    page = watched.page
    page.goto((small_site / "share" / "prototype.html").as_uri())
    expect(page.locator("[data-share][data-ready=yes]")).to_be_visible()
    story = Story(page, records, written={write.record})
    story.tell_main(write.record)
    for record_id in write.beside:
        story.add_beside(record_id)
    page.get_by_role("button", name="Check your answers").click()
    expect(page.locator(".la-form__file h2")).to_have_text(f"Your {write.count} records are ready")
    assert story.clicks <= write.clicks
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Save the file").click()
    file = small_project.parent / "story.zip"
    waiting.value.save_as(file)
    done = run_academy("receive", str(file), "--yes", folder=small_project)
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"{write.count} files written." in done.stdout
    assert run_academy("check", folder=small_project).returncode == 0
    assert watched.wrong == []
