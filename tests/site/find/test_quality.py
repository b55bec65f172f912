"""Real questions, asked of our search and of the theme's in the same run."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.site.find.engines import ours, peers, what_we_say
from tests.site.find.questions import HELD_OUT, TUNED, questions, score
from tests.sites import FIRST_ACADEMY

# what the search reaches now; it may rise and must not fall
FIRST, WITHIN = 75, 88
# of the questions on which nothing is tuned: within the first five, and recognised
HELD_OUT_WITHIN, HELD_OUT_RECOGNISED = 39, 18


def test_the_questions_name_records_that_are_there() -> None:
    asked = questions(TUNED)
    assert len(asked) >= 60
    assert len({question.text for question in asked}) == len(asked)
    folders = ("prototypes", "case_studies", "registry")
    known = {file.stem for folder in folders for file in (FIRST_ACADEMY / folder).rglob("*.*")}
    assert {one for question in asked for one in question.wanted} <= known


@pytest.mark.browser
def test_most_questions_are_answered_first(browser: Browser, first_site: Path) -> None:
    mine = score(ours(browser, first_site))
    missed = {text: rank for text, rank in mine.ranks.items() if rank is None or rank > 1}
    assert mine.first >= FIRST, missed
    assert mine.within >= WITHIN, missed


@pytest.mark.browser
def test_nine_in_ten_questions_that_nobody_tuned_it_for_are_answered(
    browser: Browser, first_site: Path
) -> None:
    mine = score(ours(browser, first_site, typing=False), HELD_OUT)
    missed = {text: rank for text, rank in mine.ranks.items() if rank is None or rank > 1}
    assert mine.within >= HELD_OUT_WITHIN, missed


@pytest.mark.browser
def test_nine_in_ten_questions_without_an_answer_are_recognised(
    browser: Browser, first_site: Path
) -> None:
    say = what_we_say(browser, first_site)
    unanswered = [question.text for question in questions(HELD_OUT) if not question.wanted]
    assert len(unanswered) == 20
    missed = [text for text in unanswered if not say(text)]
    assert len(unanswered) - len(missed) >= HELD_OUT_RECOGNISED, missed


@pytest.mark.proof
@pytest.mark.browser
def test_more_questions_are_answered_than_by_the_search_of_the_theme(
    browser: Browser, first_site: Path
) -> None:
    mine, theirs = score(ours(browser, first_site)), score(peers(browser, first_site))
    assert theirs.first > len(questions(TUNED)) / 4  # the peer is alive
    assert mine.first > theirs.first
    assert mine.within > theirs.within


@pytest.mark.browser
@pytest.mark.parametrize(
    ("typed", "record"),
    [
        ("dementai", "darlington-dementia-collaborative"),
        ("pooled bud", "pooled-budget"),
        ("poo", "pooled-budget"),
        ("commissionign jointly", "pool-budgets-and-commission-jointly"),
        ("LTC", "south-tyneside-long-term-conditions"),
        ("care coordinator", "named-care-coordinator"),
        ("has anyone tried pooling budgets", "pooled-budget"),
    ],
)
def test_what_is_misspelt_or_unfinished_is_understood(
    browser: Browser, first_site: Path, typed: str, record: str
) -> None:
    urls = ours(browser, first_site)(typed)
    assert record in [url.rpartition("/")[2].removesuffix(".html") for url in urls[:5]]
