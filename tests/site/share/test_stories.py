"""Two published evaluations, each told from an empty form, sent as one file, and received."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from generator.records.catalogue import Catalogue, read_catalogue
from tests.browser.firefox import firefox
from tests.browser.windows import Windows
from tests.conftest import PROJECT
from tests.media.samples import SAMPLES
from tests.site.share.hands import SCRIPT, ChromiumWindow, FirefoxWindow, Hands, Window
from tests.site.share.story import Story
from tests.sites import run_academy

pytestmark = pytest.mark.browser

Records = Mapping[str, tuple[str, Mapping[str, Any]]]

_LOG = logging.getLogger(__name__)

MOST_CLICKS = 150
MOST_MINUTES = 12

_KINDS = """Object.fromEntries(Object.entries(academy.share.kinds).map(([name, kind]) => [name, {
    ...kind,
    labelWithArticle: academy.share.labelsWithArticle[name],
    lowerLabel: academy.share.kindLabel(name),
}]))"""

# The published reports have no picture and no words of people, so these are made up.
_PICTURE = {
    "file": "media/team.png",
    "alt": "Four empty chairs around a table",
    "caption": "Where the team meets each morning",
    "credit": "The council",
    "consent": "no people",
}
_QUOTE = {
    "text": "We know each other's patients now.",
    "role": "a district nurse",
    "source": {"resource": "published-reports", "section": "What people said"},
}


@dataclass(frozen=True)
class Write:
    """What somebody writes down: a prototype, and records beside it; `count` is how many in all."""

    record: str
    beside: tuple[str, ...]
    count: int


@dataclass(frozen=True)
class Run:
    """Who writes what: in a window of so many pixels, with mouse and keys or by keyboard alone."""

    write: Write
    width: int
    by_keyboard: bool

    def __str__(self) -> str:
        way = "keyboard" if self.by_keyboard else "mouse"
        return f"{self.write.record.partition('-')[0]}-{self.width}-{way}"


@dataclass(frozen=True)
class Desk:
    """What a writer has before them: records, pictures and the site; and who receives it."""

    records: Records
    media: Path
    site: Path
    project: Path

    @property
    def form(self) -> str:
        return (self.site / "share" / "prototype.html").as_uri()

    def tell(self, window: Window, run: Run, kinds: Any) -> Story:
        """Tell a story in the form that is open, up to what is ready to send."""
        hands = Hands(window, by_keyboard=run.by_keyboard)
        story = Story(hands, kinds, self.records, self.media)
        story.tell_main(run.write.record)
        for record_id in run.write.beside:
            story.add_beside(record_id)
        story.finish()
        took = (story.questions, hands.keys, hands.clicks, hands.minutes())
        _LOG.info("%s: %d questions, %d keys, %d clicks, %.1f minutes", run, *took)
        assert hands.clicks <= MOST_CLICKS
        assert hands.minutes() <= MOST_MINUTES
        return story

    def receive(self, content: bytes, write: Write) -> None:
        """Take what was sent into the academy, and check it."""
        file = self.project.parent / "story.zip"
        file.write_bytes(content)
        done = run_academy("receive", str(file), "--yes", folder=self.project)
        assert done.returncode == 0, done.stdout + done.stderr
        assert f"{write.count + 1} files written." in done.stdout  # and the picture
        assert run_academy("check", folder=self.project).returncode == 0


TEAMS = Write("hampshire-integrated-care-teams", (), 8)
NEIGHBOURHOODS = Write(
    "soham-and-st-ives-neighbourhood-care", ("cambridgeshire-from-the-netherlands",), 11
)
# the deeper of the two, in the narrow window; every other run is a proof
QUICK = (Run(NEIGHBOURHOODS, 360, by_keyboard=False),)
RUNS = [
    Run(write, width, by_keyboard)
    for write in (TEAMS, NEIGHBOURHOODS)
    for width in (1280, 360)
    for by_keyboard in (False, True)
]


@pytest.fixture(scope="module")
def records() -> Records:
    catalogue: Catalogue = read_catalogue(PROJECT / "tests" / "evaluations")[0]
    stories: dict[str, tuple[str, Mapping[str, Any]]] = {
        record_id: (catalogue.records[record_id].kind, origin.source.values())
        for record_id, origin in catalogue.origins.items()
    }
    for write in (TEAMS, NEIGHBOURHOODS):
        kind, values = stories[write.record]
        stories[write.record] = (kind, {**values, "pictures": [_PICTURE], "quotes": [_QUOTE]})
    return stories


@pytest.fixture
def desk(records: Records, small_site: Path, small_project: Path, tmp_path: Path) -> Desk:
    (tmp_path / "team.png").write_bytes(SAMPLES["png"]())
    return Desk(records, tmp_path, small_site, small_project)


def tell_in_chromium(windows: Windows, desk: Desk, run: Run) -> None:
    """Tell a story in Chromium, save the file, and receive it."""
    watched = windows.open(viewport={"width": run.width, "height": 900})
    page = watched.page
    page.goto(desk.form)
    expect(page.locator("[data-share][data-ready=yes]")).to_be_visible()
    page.evaluate(SCRIPT)
    story = desk.tell(ChromiumWindow(page), run, page.evaluate(_KINDS))
    title = page.locator(".la-form__file h2")
    # many records take a while to check where processors are busy
    expect(title).to_have_text(f"Your {run.write.count} records are ready", timeout=20_000)
    with page.expect_download() as waiting:
        story.save()
    assert watched.wrong == []
    desk.receive(Path(waiting.value.path()).read_bytes(), run.write)


@pytest.mark.parametrize("run", QUICK, ids=str)
def test_a_story_from_a_place_that_nobody_listed_takes_one_submission(
    windows: Windows, desk: Desk, run: Run
) -> None:
    tell_in_chromium(windows, desk, run)


@pytest.mark.proof
@pytest.mark.parametrize("run", [run for run in RUNS if run not in QUICK], ids=str)
def test_a_story_is_told_at_any_width_and_by_keyboard_alone(
    windows: Windows, desk: Desk, run: Run
) -> None:
    tell_in_chromium(windows, desk, run)


@pytest.mark.proof
@pytest.mark.parametrize("run", RUNS, ids=str)
def test_a_story_is_told_in_firefox(tmp_path: Path, desk: Desk, run: Run) -> None:
    profile, saved = tmp_path / "profile", tmp_path / "saved"
    saved.mkdir()
    with firefox(profile, downloads=saved) as fox:
        fox.call(
            "browsingContext.setViewport",
            context=fox.tab,
            viewport={"width": run.width, "height": 900},
        )
        fox.open(desk.form)
        fox.until("document.querySelector('[data-share][data-ready=yes]') && 1")
        fox.run(SCRIPT + "1")
        story = desk.tell(FirefoxWindow(fox), run, fox.answer("() => " + _KINDS, None))
        title = fox.until("document.querySelector('.la-form__file h2')?.textContent")
        assert title == f"Your {run.write.count} records are ready"
        story.save()
        content = fox.downloaded(saved)
    desk.receive(content, run.write)
