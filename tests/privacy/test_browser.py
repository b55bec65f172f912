"""The form in the browser finds what the program finds."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from phonenumbers import (
    SUPPORTED_REGIONS,
    PhoneNumberFormat,
    example_number,
    format_number,
)
from playwright.sync_api import Browser, Page

from generator.privacy import scan, scan_name
from tests.form_scripts import load_form_scripts
from tests.privacy.cases import LOOK_ALIKES, POSITIVES, WRITTEN
from tests.privacy.planted import names

pytestmark = pytest.mark.browser

MORE = (
    "", "😀 a.b@example.org 😀 DL1 5AB", "𝟗𝟒𝟑 𝟒𝟕𝟔 𝟓𝟗𝟏𝟗", "DL1 5AB, AB123456C and born 1/2/1948",
    "born between 1/9/1942 and 31/8/1943", "ＤＬ１ ５ＡＢ", "tel 01325 123456 / 01325 123457",
    "Call 775 608 7453 or 1325 123456.",
)  # fmt: skip


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    load_form_scripts(page)
    yield page
    page.close()


def units(text: str, at: int) -> int:
    """A place in a text as the browser counts it: an emoji is two."""
    return len(text[:at].encode("utf-16-le")) // 2


def test_both_find_the_same(page: Page) -> None:
    texts = [case.text for case in (*POSITIVES, *LOOK_ALIKES, *WRITTEN)] + list(MORE)
    in_browser = page.evaluate("(texts) => texts.map((one) => academy.privacy.scan(one))", texts)
    differ = []
    for text, theirs in zip(texts, in_browser, strict=True):
        ours = [
            {
                "sort": hit.sort,
                "start": units(text, hit.start),
                "end": units(text, hit.end),
                "shown": hit.shown,
            }
            for hit in scan(text)
        ]
        if ours != theirs:
            differ.append((text, ours, theirs))
    assert differ == []


def test_both_find_the_same_in_names(page: Page) -> None:
    candidates = [*names(), "ashby-visits", "covid-19", "jane-943-476-5919"]
    theirs = page.evaluate(
        "(all) => all.map((one) => academy.privacy.scanName(one).map((hit) => hit.sort))",
        candidates,
    )
    assert theirs == [[hit.sort for hit in scan_name(name)] for name in candidates]


def test_a_long_text_does_not_hold_up_the_reader(page: Page) -> None:
    for piece in ("a@", "0123 ", "born 1/1/2000 ", "&shy;", "a (at) ", "943 476 591"):
        script = """([piece, count]) => { const begun = performance.now();
            academy.privacy.scan(piece.repeat(count)); return performance.now() - begun }"""
        assert page.evaluate(script, [piece, 1_000_000 // len(piece)]) < 4000


def test_the_form_finds_foreign_numbers_that_are_complete_but_not_in_use(page: Page) -> None:
    """The library is not there: a number with the right length for its calling code is enough."""
    texts = ["+1 555 555 0143", "(555) 555-0143", "+33 0 99 00 12 34", "+46 00 123 45 67"]
    counts = page.evaluate("(all) => all.map((one) => academy.privacy.scan(one).length)", texts)
    assert counts == [1] * len(texts)
    assert [len(scan(text)) for text in texts] == [0] * len(texts)


def test_the_form_finds_every_foreign_number_that_python_finds(page: Page) -> None:
    numbers = [
        format_number(example, form)
        for region in sorted(SUPPORTED_REGIONS)
        if (example := example_number(region))
        for form in (PhoneNumberFormat.INTERNATIONAL, PhoneNumberFormat.E164)
    ]
    # those of small islands are as short as figures: see calling_codes.py
    numbers = [number for number in numbers if sum(map(str.isdigit, number)) > 8]
    assert len(numbers) > 450
    counts = page.evaluate("(all) => all.map((one) => academy.privacy.scan(one).length)", numbers)
    assert [n for n in numbers if not scan(n)] == []
    assert [n for n, count in zip(numbers, counts, strict=True) if not count] == []
