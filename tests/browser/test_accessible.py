"""Every kind of page can be read by all: a sample, quickly. `test_proof.py` has the whole matrix.

Each page is loaded once for all that is asked of it, in one of the four frames in turn.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import cycle
from pathlib import Path

import pytest
from playwright.sync_api import Page

from generator.model.kinds import KINDS
from tests.browser.axe import EXPLAINED, Explained, asked
from tests.browser.conftest import Opened
from tests.browser.kinds import FRAMES, Frame
from tests.browser.looking import CONTRAST, LAYOUT, judged, settled, stretched, styled
from tests.browser.states import NARROW, STATES
from tests.browser.windows import Windows

pytestmark = pytest.mark.browser
Planted = Callable[..., Page]

# Most of axe's time, for what `contrast.js` works out on the same pages, and what is the same on
# every page: `test_brands.py` asks axe of both on a page of each sort, and the proofs on all.
SLOW = ("color-contrast", "link-in-text-block")
SLUGS = {kind.slug for kind in KINDS}
PLANTS = {
    "color-contrast": "document.querySelector('h1').style.color = '#ccc'",
    "html-has-lang": "document.documentElement.removeAttribute('lang')",
    "document-title": "document.title = ''",
    "image-alt": "article.innerHTML += '<img src=x>'",
    "link-name": "article.innerHTML += '<a href=x></a>'",
    "label": "article.innerHTML += '<input>'",
    "button-name": "article.innerHTML += '<button></button>'",
    "duplicate-id-aria": (
        "article.innerHTML += '<p id=x>One</p><p id=x>Two</p><input aria-labelledby=x>'"
    ),
    "target-size": (
        "article.innerHTML += '<button style=\"all:unset;font-size:8px\">a</button>'.repeat(9)"
    ),
    "list": "article.innerHTML += '<ul><p>No item</p></ul>'",
    "scrollable-region-focusable": (
        "article.innerHTML += '<div style=\"height:2em;overflow:auto\"><p>One</p><p>Two</p></div>'"
    ),
    "aria-required-attr": "article.innerHTML += '<div role=slider aria-label=x tabindex=0></div>'",
    "nested-interactive": (
        "article.innerHTML += '<div role=button tabindex=0>One <a href=x>Two</a></div>'"
    ),
    "heading-order": "article.innerHTML += '<h5>Too deep</h5>'",
}


def slow_in(frame: Frame) -> tuple[str, ...]:
    """The rules to leave out in a frame: what can be hit on a telephone can be on a desk."""
    return SLOW if frame.width < NARROW else (*SLOW, "target-size")


def with_every_part(files: list[Path]) -> set[Path]:
    """Some of the pages that hold together all parts of the site, by the classes of their HTML."""
    classes = {
        file: {
            name
            for value in re.findall(r'class="([^"]*)"', file.read_text("utf-8"))
            for name in value.split()
        }
        for file in files
    }
    missing = set().union(*classes.values())
    chosen: set[Path] = set()
    while missing:
        # a short page costs less: many new parts for its length
        best = max(files, key=lambda one: len(classes[one] & missing) / one.stat().st_size)
        chosen.add(best)
        missing -= classes[best]
    return chosen


def test_every_kind_of_page_can_be_read_by_all(
    every_kind: tuple[Path, ...], opened: Opened
) -> None:
    """axe and larger text try each part of a page; the proof tries every page in every frame."""
    problems: list[str] = []
    # the forms of all kinds come from one template, and so do their lists: some of each will do
    forms = [file for file in every_kind if file.parent.name == "share"]
    lists = [file for file in every_kind if file.parent.name in SLUGS and file.stem == "index"]
    # the tables of fields of all kinds are of the same parts
    fields = [file for file in every_kind if file.name.startswith("fields-")]
    left_out = {*forms[2:], *lists[3:], *fields[1:]}
    sample = [file for file in every_kind if file not in left_out]
    turns = list(zip(sample, cycle(FRAMES), strict=False))
    parts = with_every_part(sample)
    # text has least room on a telephone
    narrow = with_every_part([file for file, frame in turns if frame.width < NARROW])
    for file, frame in turns:
        page = opened(frame).open(file.as_uri())
        settled(page)
        faults = judged(page, off=slow_in(frame))[0] if file in parts else page.evaluate(LAYOUT)
        if file in narrow:
            faults += stretched(page)
        if page.locator("h1").count() != 1:
            faults.append("not one heading of the first level")
        problems += [f"{file.parent.name}/{file.name} {frame}: {one}" for one in faults]
    assert problems == []


def test_what_opens_can_be_read_by_all(first_site: Path, opened: Opened) -> None:
    problems: list[str] = []
    used: set[Explained] = set()
    turns = cycle(FRAMES)
    for state in STATES:
        frame = next(one for one in turns if one.width <= state.most)
        page = opened(frame).open(state.address(first_site))
        state.opens(page)
        faults, explained = judged(page, off=slow_in(frame))
        used |= explained
        problems += [f"{state} {frame}: {one}" for one in faults]
    assert problems == []
    # what is explained and is met on none has to go
    assert {one for one in EXPLAINED if one.opened and one.rule not in SLOW} - used == set()


@pytest.fixture
def planted(windows: Windows, first_site: Path) -> Planted:
    """Gives a page to plant faults in: the policy, which would bar some, does not hold there."""

    def open_one(frame: Frame = FRAMES[0]) -> Page:
        window = windows.open(viewport=frame.size, color_scheme=frame.scheme, bypass_csp=True)
        return window.open((first_site / "about.html").as_uri())

    return open_one


@pytest.fixture(scope="module")
def found_on_a_page_of_faults(windows: Windows, first_site: Path) -> list[str]:
    """What axe says of one page on which all of `PLANTS` were planted: it is slow to ask."""
    page = windows.open(viewport=FRAMES[0].size, bypass_csp=True).page
    page.goto((first_site / "about.html").as_uri())
    article = page.locator("article").element_handle()
    for plant in PLANTS.values():
        page.evaluate(f"article => {{ {plant} }}", article)
    result = asked(page)
    # some rules only ask a person: what is asked and not explained is a fault as well
    return result.violations + result.open


@pytest.mark.parametrize("rule", PLANTS)
def test_axe_finds_what_is_planted(found_on_a_page_of_faults: list[str], rule: str) -> None:
    assert any(f"{rule}: " in one for one in found_on_a_page_of_faults)


def test_what_axe_cannot_decide_is_not_passed_over(planted: Planted) -> None:
    page = planted()
    page.evaluate("document.querySelector('h1').style.background = 'linear-gradient(#fff, #ddd)'")
    assert [one for one in asked(page).open if "color-contrast" in one]


@pytest.mark.parametrize(
    ("plant", "fault"),
    [
        ("<p style='min-width: 3000px'>Wide</p>", "sideways"),
        ("<p style='width: 20px; overflow: hidden; white-space: nowrap'>Cut off</p>", "cut off"),
        ("<p style='height: 4px; overflow: hidden'>Cut off</p>", "cut off"),
        ("<p>One line</p><p style='margin-top: -2.2em'>Another</p>", "over each other"),
    ],
)
def test_what_is_lost_is_found(planted: Planted, plant: str, fault: str) -> None:
    page = planted()
    assert page.evaluate(LAYOUT) == []
    page.evaluate("html => { document.querySelector('article').innerHTML += html }", plant)
    assert [one for one in page.evaluate(LAYOUT) if one.startswith(fault)]


def test_text_that_does_not_give_way_is_found(planted: Planted) -> None:
    page = planted(FRAMES[2])
    page.evaluate(
        """document.querySelector('article').innerHTML +=
        '<p style="width: 15.2rem; height: 1.7rem; overflow: hidden">' +
        'Fits as it now stands, just so</p>'"""
    )
    assert page.evaluate(LAYOUT) == []
    assert {one.partition(":")[0] for one in stretched(page)} == {"spaced", "doubled"}


def test_a_word_of_a_figure_that_is_too_pale_is_found(first_site: Path, opened: Opened) -> None:
    page = opened(FRAMES[0]).open((first_site / "spread/network.html").as_uri())
    assert page.evaluate(CONTRAST)["count"] > 10
    with styled(page, ".fg-text { fill: #999 !important }"):
        assert page.evaluate(CONTRAST)["faults"]


def test_words_in_what_opens_stand_out_from_its_ground(first_site: Path, opened: Opened) -> None:
    """axe leaves these to a person: their lines lie over different parts of the page."""
    state = next(one for one in STATES if one.name == "nothing found")
    for frame in FRAMES[:2]:
        page = opened(frame).open(state.address(first_site))
        state.opens(page)
        light, ground = page.evaluate(
            """() => [getComputedStyle(document.querySelector(".la-search__note")).color,
            getComputedStyle(document.querySelector(".la-search__panel")).backgroundColor]"""
        )
        assert contrast(light, ground) >= 4.5


def contrast(colour: str, other: str) -> float:
    """The contrast of two colours as a browser gives them: rgb(1, 2, 3)."""
    bright, dark = sorted((lightness(colour), lightness(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def lightness(colour: str) -> float:
    red, green, blue = (
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4
        for share in (int(part) / 255 for part in colour.strip("rgb()").split(","))
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
