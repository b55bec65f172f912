"""What readers ask of their device is kept: stillness, colours of their own, and paper."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.looking import LAYOUT, settled, styled
from tests.browser.states import RECORD, SHORT, STATES
from tests.browser.windows import Windows

pytestmark = pytest.mark.browser

# what moves, or would move when something changes
MOVING = """() => [
    ...document.getAnimations().map((one) => one.animationName || "a transition"),
    ...[...document.querySelectorAll("*")].flatMap((one) => ["", "::before", "::after"].map((part) => {
        const style = getComputedStyle(one, part || null);
        const slow = /[1-9]/.test(style.transitionDuration) && style.transitionProperty !== "none";
        const moves = style.animationName !== "none" || style.scrollBehavior === "smooth" || slow;
        return moves ? one.tagName + "." + one.getAttribute("class") + part : "";
    })),
].filter(Boolean)"""  # noqa: E501
PAGES = ("index.html", "find/index.html", RECORD, "spread/network.html", "share/practice.html")
A4 = {"width": 688, "height": 1000}  # between the margins
# what is wrong on paper: what only a screen can use, what stays folded, and dark ground
ON_PAPER = """() => {
    const seen = (one) => one.checkVisibility() && one.getClientRects().length;
    const useless = "nav, .la-menu, .la-search, .la-find, .la-scheme-switch, .la-sort, .la-edit";
    const wrong = [...document.querySelectorAll(useless)].filter(seen).map((one) => "useless: " + one.className);
    document.querySelectorAll("article details").forEach((fold) => {
        const inside = [...fold.querySelectorAll(":scope > :not(summary)")];
        if (seen(fold) && !inside.some(seen)) wrong.push("folded: " + fold.textContent.slice(0, 40));
    });
    const paper = getComputedStyle(document.body).backgroundColor;
    if (paper !== "rgb(255, 255, 255)") wrong.push("ground: " + paper);
    document.querySelectorAll("article *").forEach((one) => {
        const ink = getComputedStyle(one).color.match(/\\d+/g).map(Number);
        if (seen(one) && one.textContent.trim() && Math.min(...ink.slice(0, 3)) > 120) wrong.push("pale: " + one.textContent.slice(0, 40));
    });
    return wrong;
}"""  # noqa: E501


@pytest.fixture
def page(windows: Windows, request: pytest.FixtureRequest) -> Page:
    """A page with the options that the test asks for."""
    return windows.open(**getattr(request, "param", {})).page


def show(page: Page, site: Path, url: str) -> None:
    name, mark, query = url.partition("?")
    page.goto((site / name).as_uri() + mark + query)
    settled(page)


# ------------------------------------------------------------------------------ stillness


@pytest.mark.parametrize("page", [{"reduced_motion": "reduce"}], indirect=True)
def test_nothing_moves_where_readers_ask_for_stillness(page: Page, first_site: Path) -> None:
    for url in PAGES:
        show(page, first_site, url)
        assert page.evaluate(MOVING) == [], url
    for state in (one for one in STATES if one.most > 2000 and one.url in (RECORD, SHORT)):
        page.goto(state.address(first_site))
        state.opens(page)
        assert page.evaluate(MOVING) == [], state


@pytest.mark.parametrize("page", [{"reduced_motion": "reduce"}], indirect=True)
@pytest.mark.parametrize(
    "rule",
    [
        "html { scroll-behavior: smooth !important }",
        "@keyframes turn { to { rotate: 1turn } } h1::before { content: ''; "
        "animation: turn 1s !important }",
    ],
)
def test_what_moves_is_found(page: Page, first_site: Path, rule: str) -> None:
    show(page, first_site, "about.html")
    with styled(page, rule):
        assert page.evaluate(MOVING)


def test_a_page_moves_where_readers_do_not_mind(page: Page, first_site: Path) -> None:
    """What is still where readers ask for it is not still anyway."""
    show(page, first_site, "about.html")
    assert page.evaluate(MOVING)


# ------------------------------------------------------------------------- forced colours


@pytest.mark.parametrize("page", [{"forced_colors": "active"}], indirect=True)
def test_what_matters_is_drawn_in_forced_colours(page: Page, first_site: Path) -> None:
    """Grounds and shadows are taken away there: edges and signs have to say it."""
    edge = "one => parseFloat(getComputedStyle(one).borderTopWidth)"
    show(page, first_site, "find/index.html?kind=prototype")
    for name in (
        ".la-scheme-switch",
        ".la-button",
        ".la-filter",
        ".la-tag",
        ".la-find__form input",
    ):
        assert page.locator(name).first.evaluate(edge) >= 1, name
    colour = "one => getComputedStyle(one).borderBottomColor"
    here = page.locator(".la-sections a[aria-current]").evaluate(colour)
    others = page.locator(".la-sections a:not([aria-current])")
    assert {one.evaluate(colour) for one in others.all()} == {"rgb(255, 255, 255)"} - {here}
    show(page, first_site, RECORD)
    page.get_by_role("combobox").fill("dementia")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    chosen = page.locator(".la-search__option[aria-selected=true]")
    assert chosen.evaluate("one => getComputedStyle(one).outlineStyle") == "solid"


@pytest.mark.parametrize("page", [{"forced_colors": "active"}], indirect=True)
def test_figures_tell_apart_what_they_show_in_forced_colours(page: Page, first_site: Path) -> None:
    show(page, first_site, "spread/network.html")
    dashes = "one => getComputedStyle(one).strokeDasharray"
    assert page.locator(".fg-curve.fg-actual").first.evaluate(dashes) == "none"
    assert page.locator(".fg-curve.fg-planned").first.evaluate(dashes) != "none"
    show(page, first_site, "spread/index.html")
    drawn = """() => [...document.querySelectorAll(".la-figure .fg-cell, .la-figure .fg-solid")]
        .filter((one) => one.checkVisibility()).map((one) => {
            const style = getComputedStyle(one);
            return [style.fill, style.stroke];
        })"""
    ink = page.evaluate("getComputedStyle(document.body).color")
    shapes = page.evaluate(drawn)
    assert len(shapes) > 50
    assert all(ink in shape for shape in shapes)
    # cells of one shape and colour are told apart by their signs
    signs = page.locator(".la-figure .fg-letter").all_text_contents()
    assert {"?", "A"} <= set(signs)


# ---------------------------------------------------------------------------------- paper


@pytest.mark.parametrize("page", [{"color_scheme": "dark", "viewport": A4}], indirect=True)
@pytest.mark.parametrize(
    "url",
    ["areas/darlington.html", "evidence/results.html", "spread/network.html", "glossary.html"],
)
def test_paper_shows_all_words_and_no_controls(page: Page, first_site: Path, url: str) -> None:
    show(page, first_site, url)
    page.emulate_media(media="print")
    assert page.evaluate(ON_PAPER) == []
    assert page.evaluate(LAYOUT) == []
    expect(page.get_by_role("link", name="Learning Academy")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_be_visible()


@pytest.mark.parametrize("page", [{"color_scheme": "dark", "viewport": A4}], indirect=True)
def test_what_is_wrong_on_paper_is_found(page: Page, first_site: Path) -> None:
    show(page, first_site, "areas/darlington.html")
    kinds = {one.partition(":")[0] for one in page.evaluate(ON_PAPER)}
    assert kinds == {"useless", "folded", "ground", "pale"}


@pytest.mark.parametrize("page", [{"viewport": A4}], indirect=True)
def test_paper_says_where_links_lead_out_of_the_academy(page: Page, first_site: Path) -> None:
    show(page, first_site, "accessibility.html")
    page.emulate_media(media="print")
    after = "one => getComputedStyle(one, '::after').content"
    outside = page.locator("article a[href^=http]:not(.la-external-link)").first
    assert "https://" in outside.evaluate(after)
    inside = page.locator("article a[href='glossary.html']").first
    assert inside.evaluate(after) == "none"


def test_a_board_report_fits_one_sheet(page: Page, first_site: Path) -> None:
    boards = sorted((first_site / "boards").glob("*.html"), key=lambda one: -one.stat().st_size)
    for file in boards[:4]:
        page.goto(file.as_uri())
        sides = re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4", prefer_css_page_size=True))
        assert len(sides) == 1, file.name
