"""The scripts that check answers, in a page of their own: the form without its questions."""

from __future__ import annotations

from dataclasses import replace

from playwright.sync_api import Page

from generator.model.fields.date_forms import FINANCIAL_YEAR_STARTS
from generator.model.fields.date_parser import MonthAndDay
from generator.privacy import USUAL_COUNTRY
from generator.records.catalogue import default_vocabulary
from generator.site.share.rules import form_rules
from tests.sites import PROJECT

_FOLDER = PROJECT / "generator/theme/assets/academy"
_SCRIPTS = (
    "normalise", "text-context", "telephone-detectors", "number-detectors", "country-detectors",
    "date-of-birth-detector", "email-detector", "postcode-detector", "person-detector",
    "personal-data",
    "date-words", "written-dates", "written-figures", "number-hints", "id-suggestions",
    "answer-checks",
)  # fmt: skip


def load_form_scripts(
    page: Page, starts: MonthAndDay = FINANCIAL_YEAR_STARTS, country: str = USUAL_COUNTRY
) -> None:
    """Give a page the scripts and the rules of the form; `starts` as for `parse_date`."""
    page.add_script_tag(path=_FOLDER / "academy.js")
    page.evaluate("academy.share = {}")
    for name in _SCRIPTS:
        page.add_script_tag(path=_FOLDER / f"share/{name}.js")
    page.evaluate(
        "rules => { academy.privacy.setRules(rules); academy.share.setAnswerRules(rules); }",
        form_rules(replace(default_vocabulary(), financial_year_starts=starts), country),
    )
