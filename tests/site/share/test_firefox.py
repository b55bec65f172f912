"""The form in Firefox: a result is understood, and the preview shows it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.firefox import firefox

pytestmark = [pytest.mark.browser, pytest.mark.proof]

_RECORD = """academy.share.form.setAnswers({title: "A drop-in", areas: ["ashby"], stage: "live",
    measures: [{outcome: "days-at-home", nature: "result"}]})"""
_WRITE = """(() => {
    const label = [...document.querySelectorAll("label")]
        .find((one) => one.textContent.startsWith("What was it afterwards?"));
    const input = document.getElementById(label.htmlFor);
    input.dispatchEvent(new Event("focus")); // a window that nobody sees gives none
    input.value = "12 days to 9 (95% CI 8 to 10)";
    for (const type of ["input", "change"]) {
        input.dispatchEvent(new Event(type, {bubbles: true}));
    }
})()"""
_PAGE = "document.querySelector('.la-preview__page').textContent"


def test_firefox_understands_a_result_and_shows_it(tmp_path: Path, small_site: Path) -> None:
    with firefox(tmp_path / "profile") as fox:
        fox.open((small_site / "share" / "prototype.html").as_uri())
        fox.until("document.querySelector('[data-share][data-ready=yes]') && 1")
        fox.run(f"{_RECORD}; 1")
        fox.run("document.querySelector('.la-preview').open = true")
        fox.run(_WRITE)
        sentence = fox.until("document.querySelector('.la-result__sentence')?.textContent")
        assert sentence == "We understood: Days at home fell from 12 to 9 days (95% CI 8 to 10)."
        shown = fox.until(f"{_PAGE}.includes('fell from') && {_PAGE}")
        assert "Type of evidence: Measured: the source says how" in shown
        assert "A drop-in" in shown
