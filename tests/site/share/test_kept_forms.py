"""A form that was used and emptied is the form that somebody opens."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.windows import Windows
from tests.site.share.kept_forms import KeptForms, open_form

pytestmark = pytest.mark.browser

USED = {
    "title": "A drop-in",
    "summary": "Ask a.person@example.org about it.",
    "stage": "live",
    "started": "12/03/2024",
    "measures": [{"statement": "It fell.", "outcome": "days-at-home"}],
}


def markup(page: Page) -> list[str]:
    """Each element of the form with its attributes and words, without the numbers of fields."""
    elements = page.locator("[data-share] *").evaluate_all(
        """all => all.map((one) => [
            one.localName, ...one.getAttributeNames().sort().map((name) => one.getAttribute(name)),
            one.childElementCount ? "" : one.textContent, one.value ?? "",
        ].join(" "))"""
    )
    return [re.sub(r"la-field-\d+", "la-field", element) for element in elements]


@pytest.mark.parametrize("answers", [USED, {"title": "A", "areas": ["ashby"], "stage": "idea"}])
def test_a_form_that_was_used_is_like_a_new_one(
    windows: Windows, small_site: Path, small_forms: KeptForms, answers: dict[str, object]
) -> None:
    used = small_forms.empty().page
    used.evaluate("answers => academy.share.form.setAnswers(answers)", answers)
    used.get_by_role("button", name="Check your answers").click()
    new = windows.open().page
    open_form(new, small_site)
    assert markup(used) != markup(new)
    assert markup(small_forms.empty().page) == markup(new)
