"""Personal data is found, whatever its form; what only looks like it is left alone."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from generator.privacy import SORTS, scan
from tests.conftest import PROJECT
from tests.privacy.cases import LOOK_ALIKES, MAKERS, Case, cases

ALL = tuple(cases())
RECALL, PRECISION = 0.995, 0.98


def found(text: str) -> tuple[str, ...]:
    return tuple(hit.sort for hit in scan(text))


def test_there_are_enough_cases() -> None:
    assert len(ALL) >= 500
    assert len(LOOK_ALIKES) >= 80


@pytest.mark.parametrize("sort", MAKERS)
def test_recall(sort: str) -> None:
    mine = [case for case in ALL if sort in case.sorts]
    missed = [case.text for case in mine if Counter(found(case.text))[sort] < len(case.sorts)]
    assert 1 - len(missed) / len(mine) >= RECALL, missed


def test_precision() -> None:
    right = wrong = 0
    false = []
    for case in ALL:
        extra = Counter(found(case.text)) - Counter(case.sorts)
        right += sum((Counter(found(case.text)) & Counter(case.sorts)).values())
        wrong += sum(extra.values())
        false += [(case.text, sort) for sort in extra]
    assert right / (right + wrong) >= PRECISION, false


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_a_look_alike_is_left_alone(text: str) -> None:
    assert found(text) == ()


@given(st.sampled_from([case for case in ALL if case.sorts]), st.text(" abcxyz\n.,;", max_size=40))
def test_it_is_found_wherever_it_stands(case: Case, around: str) -> None:
    assert set(case.sorts) <= set(found(f"{around} {case.text} {around}"))


def test_what_is_found_is_where_it_is_said_to_be() -> None:
    text = "Café: ask\u200b a&#46;person@example.org, or 01325 123456."
    assert [text[hit.start : hit.end] for hit in scan(text)] == [
        "a&#46;person@example.org", "01325 123456",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "piece",
    ["a", "a@", "1 ", "(0", "+44 ", "born ", "0123 ", "ab.cd ", "AB1 ", "&#6", "\u200b", "a[at]"],
)
def test_long_hostile_text_ends_soon(piece: str) -> None:
    begun = time.process_time()
    scan(piece * (300_000 // len(piece)))
    assert time.process_time() - begun < 3


def test_nothing_of_the_academy_raises_an_alarm(real_site: Path) -> None:
    folders = ("prototypes", "registry", "case_studies", "site_src")
    files = [file for folder in folders for file in (PROJECT / folder).rglob("*") if file.is_file()]
    pages = sorted(real_site.rglob("*.html"))[::4]
    assert len(pages) >= 100
    for file in [*files, *pages]:
        assert found(file.read_text(encoding="utf-8")) == (), file


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    page.add_script_tag(path=PROJECT / "generator/theme/assets/academy/share/privacy.js")
    yield page
    page.close()


@pytest.mark.browser
def test_the_browser_finds_the_same(page: Page) -> None:
    texts = [case.text for case in ALL]
    script = """(texts) => texts.map((text) =>
        academyPrivacy.scan(text).map((hit) => [hit.sort, hit.start, hit.end]))"""
    theirs = page.evaluate(script, texts)
    ours = [[[hit.sort, hit.start, hit.end] for hit in scan(text)] for text in texts]
    assert [pair for pair in zip(texts, ours, theirs, strict=True) if pair[1] != pair[2]] == []


def test_every_sort_has_a_code_of_its_own() -> None:
    assert len({kind.code for kind in SORTS.values()}) == len(SORTS) == len(MAKERS)
