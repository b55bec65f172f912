"""All that is asked of a page once it is open, with one load for all of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.axe import Explained, asked

_SCRIPTS = Path(__file__).parent / "scripts"
LAYOUT = (_SCRIPTS / "layout.js").read_text(encoding="utf-8")
COLOUR = (_SCRIPTS / "colour.js").read_text(encoding="utf-8")
_WORDS = (_SCRIPTS / "contrast.js").read_text(encoding="utf-8")
CONTRAST = f"() => {{ {COLOUR} return ({_WORDS.rstrip().rstrip(';')})(); }}"

# success criterion 1.4.12; a page may not take it back
SPACED = """* { letter-spacing: .12em !important; line-height: 1.5 !important;
    word-spacing: .16em !important } p { margin-bottom: 2em !important }"""
# success criterion 1.4.4
DOUBLED = "html { font-size: 200% !important }"


def settled(page: Page) -> None:
    """Waits for what the page's own scripts draw when it opens: the form, the first results."""
    if not page.locator("[data-share], [data-find-page]").count():
        return
    if page.locator("[data-share]").count():
        expect(page.locator("[data-share][data-ready=yes]")).to_be_visible()
    else:
        expect(page.locator(".la-results__list .la-card").first).to_be_visible()


@contextmanager
def styled(page: Page, rules: str) -> Iterator[None]:
    """The page with rules that a reader lays over it. No inline style: the policy refuses that."""
    page.evaluate(
        """rules => {
            const sheet = new CSSStyleSheet();
            sheet.replaceSync(rules);
            window.laid = sheet;
            document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
        }""",
        rules,
    )
    yield
    page.evaluate(
        "document.adoptedStyleSheets = document.adoptedStyleSheets.filter(one => one !== laid)"
    )


def judged(page: Page, *, off: tuple[str, ...] = ()) -> tuple[list[str], set[Explained]]:
    """What is wrong with a page as it is now, for axe and for the eye; and what was explained.

    `off` are rules that axe leaves out.
    """
    result = asked(page, off=off)
    faults = result.violations + result.open + page.evaluate(LAYOUT)
    faults += page.evaluate(CONTRAST)["faults"]
    return faults, result.used


def stretched(page: Page) -> list[str]:
    """What is lost where a reader spaces the text out, and where all text is twice as large."""
    faults: list[str] = []
    for name, rules in (("spaced", SPACED), ("doubled", DOUBLED)):
        with styled(page, rules):
            faults += [f"{name}: {one}" for one in page.evaluate(LAYOUT)]
    return faults
