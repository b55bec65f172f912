"""What readers open: menus, search, explanations, facets, lists, tables, folds and the form."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, expect

FILLED = "darlington-dementia-collaborative"
NEXT = "south-tyneside-alliance-working"
RECORD = f"prototypes/{FILLED}.html"
SHORT = "practices/kaizen-event.html"  # with terms that are explained
MEASURED = "south-tyneside-school-mental-health"  # has a part of the form of each sort
NARROW = 700  # px below which headings of tables give way to a list to choose from


@dataclass(frozen=True)
class State:
    """Something to open on a page, and how. `most`: the widest window in which it is there."""

    name: str
    url: str
    opens: Callable[[Page], None]
    most: int = 10_000

    def address(self, site: Path) -> str:
        """Where it stands in a built site."""
        name, mark, query = self.url.partition("?")
        return (site / name).as_uri() + mark + query

    def __str__(self) -> str:
        return self.name


def _contents(page: Page) -> None:
    page.get_by_role("navigation", name="On this page").get_by_text("On this page").click()


def _results(page: Page) -> None:
    page.get_by_role("combobox").first.fill("dementia")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("ArrowDown")


def _nothing_found(page: Page) -> None:
    page.get_by_role("combobox").first.fill("xylophone")
    expect(page.locator(".la-search__note")).to_be_visible()


def _meaning(page: Page) -> None:
    page.locator("article a.la-term").first.focus()
    expect(page.get_by_role("tooltip")).to_be_visible()


def _pinned_meaning(page: Page) -> None:
    page.locator("article a.la-term").first.click()
    expect(page.locator(".la-definition").get_by_role("link")).to_be_visible()


def _show_results(page: Page) -> None:
    page.get_by_label("Words to look for").fill("dementia care")
    expect(page.locator(".la-results__list mark").first).to_be_visible()
    _unfold(page, ".la-facets, .la-facet")
    page.get_by_role("checkbox", name="Prototypes").check()
    expect(page.locator(".la-filter")).to_be_visible()


def _not_mentioned(page: Page) -> None:
    page.get_by_label("Words to look for").fill("homeless")
    expect(page.locator(".la-results__note")).to_be_visible()
    expect(page.locator(".la-card__reason").first).to_be_visible()


def _not_found(page: Page) -> None:
    page.get_by_label("Words to look for").fill("xylophone")
    expect(page.get_by_role("link", name="share your work")).to_be_visible()


def _list(page: Page) -> None:
    page.get_by_text("Search, filter and sort this list").click()
    expect(page.locator(".la-results__list .la-card").first).to_be_visible()
    _unfold(page, ".la-facets, .la-facet")


def _sorted(page: Page) -> None:
    for region in page.locator(".la-table[data-sortable]:visible").all()[:3]:
        head = region.locator("th").last
        button = head.get_by_role("button")
        if (page.viewport_size or {"width": 0})["width"] > NARROW:
            button.click()
            expect(head).to_have_attribute("aria-sort", "ascending")
    for chooser in page.locator(".la-sort select:visible").all()[:3]:
        chooser.select_option(index=2)


def _unfolded(page: Page) -> None:
    _unfold(page, "article details")


def _unfold(page: Page, folds: str) -> None:
    page.evaluate(
        "folds => document.querySelectorAll(folds).forEach(one => { one.open = true; })", folds
    )


def _form(page: Page) -> None:
    expect(page.locator("[data-share][data-ready=yes]")).to_be_visible()


def _filled(page: Page) -> None:
    _form(page)
    _unfold(page, ".la-form details")


def _faults(page: Page) -> None:
    _filled(page)
    for adder in page.get_by_role("button", name="Add to:").all():
        adder.click()
    _unfold(page, ".la-form details")
    page.get_by_label("Summary").fill("Ask a.person@example.org about it.")
    page.get_by_label("Started").fill("last year")
    page.get_by_role("button", name="Check your answers").click()
    expect(page.get_by_role("alert")).to_be_focused()
    expect(page.locator(".la-field__error:visible").first).to_be_visible()


def _finished(page: Page) -> None:
    _form(page)
    page.get_by_role("button", name="Check your answers").click()
    expect(page.get_by_role("heading", name="Your record is ready")).to_be_focused()
    _unfold(page, ".la-form__file details")


def _compared(page: Page) -> None:
    page.get_by_role("button", name="where they differ").click()
    expect(page.get_by_text("More that differs", exact=True)).to_be_focused()


def _kept(page: Page) -> None:
    page.get_by_role("button", name="Keep it as my list").click()
    expect(page.get_by_role("button", name="Empty my list")).to_be_visible()


def _tray(page: Page) -> None:
    page.get_by_role("link", name="Compare with another").click()
    page.go_back()
    expect(page.get_by_role("complementary", name="Chosen for comparing")).to_be_visible()


def _area_choice(page: Page) -> None:
    page.get_by_role("button", name="Choose my area").click()
    expect(page.get_by_label("My area", exact=True)).to_be_focused()


STATES = (
    State("contents", RECORD, _contents, most=1000),
    State("results in the head", SHORT, _results),
    State("results on Home", "index.html", _results),
    State("nothing found", SHORT, _nothing_found),
    State("a meaning", SHORT, _meaning),
    State("a meaning that stays", SHORT, _pinned_meaning),
    State("found", "find/index.html", _show_results),
    State("not mentioned", "find/index.html", _not_mentioned),
    State("not found", "find/index.html", _not_found),
    State("a list that is searched", "prototypes/index.html", _list),
    State("sorted tables", "evidence/results.html", _sorted),
    State("folds of a record", RECORD, _unfolded),
    State("folds of a figure", "spread/network.html", _unfolded),
    State("records compared", f"compare/index.html?prototype={FILLED}&prototype={NEXT}", _compared),
    State("a list", f"my-list/index.html?prototype={FILLED}&area=darlington", _kept),
    State("the tray", SHORT, _tray),
    State("a choice of area", "about.html", _area_choice),
    State("a form filled in", f"share/prototype.html?record={MEASURED}", _filled),
    State("a form with faults", "share/prototype.html", _faults),
    State("a form that is finished", "share/practice.html?record=pooled-budget", _finished),
)  # fmt: skip
# as long as a form becomes, of the same parts: for the proofs
LONG_FORM = State("a long form filled in", f"share/prototype.html?record={FILLED}", _filled)
