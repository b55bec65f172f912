"""The form and `academy check` agree: what is ready in the form is a sound file, and only that."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from playwright.sync_api import Browser, Page

from generator.model.fields.number_hints import NUMBER_HINTS, ONLY_THE_FIGURE
from generator.model.fields.refusals import REFUSALS
from generator.model.kinds import KINDS, Kind
from generator.model.kinds.measure_fields import MeasureFields
from generator.model.record_refusals import RECORD_REFUSALS
from tests.site.share.form_answers import AnswerStrategies
from tests.site.share.form_parity import SCRIPT, Checker

pytestmark = pytest.mark.browser

WRITTEN = [kind for kind in KINDS if kind.folder]
Compare = Callable[[Kind, dict[str, Any]], None]


@pytest.fixture(scope="module")
def checker(tmp_path_factory: pytest.TempPathFactory) -> Checker:
    return Checker(tmp_path_factory.mktemp("checked"))


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


@pytest.fixture
def compare(page: Page, small_site: Path, checker: Checker) -> Compare:
    """Opens the form of a kind, and says of answers whether form and checker agree."""
    opened: list[Kind] = []

    def compare_answers(kind: Kind, answers: dict[str, Any]) -> None:
        if not opened:
            opened.append(kind)
            page.goto((small_site / "share" / f"{kind.name.replace('_', '-')}.html").as_uri())
            page.wait_for_selector("[data-share][data-ready=yes]")
        path, text, problems = page.evaluate(SCRIPT, answers)
        findings = checker.findings(kind, path, text)
        assert bool(problems) == bool(findings), (text, problems, findings)

    return compare_answers


def fuzz(compare: Compare, checker: Checker, kind: Kind, count: int) -> None:
    @settings(max_examples=count, suppress_health_check=list(HealthCheck))
    @given(AnswerStrategies(checker.catalogue).records(kind))
    def agree(answers: dict[str, Any]) -> None:
        compare(kind, answers)

    agree()


@pytest.mark.parametrize("kind", WRITTEN, ids=lambda kind: kind.name)
def test_what_is_ready_in_the_form_passes_the_checks(
    compare: Compare, checker: Checker, kind: Kind
) -> None:
    fuzz(compare, checker, kind, 5)


@pytest.mark.proof
@pytest.mark.parametrize("kind", WRITTEN, ids=lambda kind: kind.name)
def test_form_and_checks_agree_on_thousands_of_records(
    compare: Compare, checker: Checker, kind: Kind
) -> None:
    fuzz(compare, checker, kind, 1500)


_OF_FILES = re.compile(
    r"\bfields?\b|\bids?\b|\byaml\b|\bcolons?\b|\bdelete (?:this|the) line\b|“[a-z_]+:",
    re.IGNORECASE,
)
# an answer that is empty is left out of the file, and the form asks for one name at a time
_ONLY_IN_FILES = ("empty", "no_items", "id_several", "id_from_title")


def test_no_message_of_the_form_speaks_of_files() -> None:
    rules = [rule for kind in KINDS for rule in kind.required_when]
    refusals = [
        refusal.at_form
        for name, refusal in {**REFUSALS, **RECORD_REFUSALS}.items()
        if name not in _ONLY_IN_FILES
    ]
    texts = [f"{rule.message} {rule.form_hint}" for rule in rules]
    texts += [f"{refusal.message} {refusal.hint}" for refusal in refusals]
    texts += [hint.at_form for hint in NUMBER_HINTS]
    texts.append(ONLY_THE_FIGURE)
    assert [text for text in texts if _OF_FILES.search(text)] == []
    names = {f"“{name}”" for name in MeasureFields.model_fields}
    assert [text for text in texts if any(name in text for name in names)] == []
