"""What is personal data in one country is found in an academy there, in files and in the form."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import phonenumbers
import pytest
from phonenumbers import PhoneNumberType
from playwright.sync_api import Browser, Page

from generator.build.examine import examine
from generator.diagnostics import errors
from generator.host_mkdocs import build_site_once
from generator.privacy import USUAL_COUNTRY, scan, use_country
from generator.publish import verify_site
from tests.brands import copy_second_brand
from tests.form_scripts import load_form_scripts

# numbers that begin with Z are kept for tests, and belong to nobody
FOUND = (
    ("patient-number", "Seen on Monday (ZAC5361) at home."),
    ("patient-number", "The new kind, ZBN77VL, is valid."),
    ("patient-number", "ZSC21TN"),
    ("patient-number", "NHI: zvb97xq"),
    ("patient-number", "Her NHI number is ZZZ 0044."),
    ("patient-number", "National Health Index no. ZZZ00AA"),
    ("telephone", "Ring 04 234 5678 before noon."),
    ("telephone", "Ring (03) 234-5678."),
    ("telephone", "021 123 4567"),
    ("telephone", "027 1234 567"),
    ("telephone", "0800 123 456"),
    ("telephone", "+64 4 234 5678"),
)
NOT_FOUND = (
    "ZZZ0044", "ZZZ00AA", "MAY2024", "see https://a.example/ZAC5361", "the years 04 2013 and 2014",
    "0.3423 45678", "IAC5361", "grant ZAC53611", "phase 02 of 12 in 2024",
)  # fmt: skip
LINES = (*(text for _, text in FOUND), *NOT_FOUND)


@pytest.fixture(autouse=True)
def new_zealand() -> Iterator[None]:
    use_country("NZ")
    yield
    use_country(USUAL_COUNTRY)


@pytest.mark.parametrize(("sort", "text"), FOUND)
def test_what_is_personal_there_is_found(sort: str, text: str) -> None:
    assert [match.sort for match in scan(text)] == [sort]


@pytest.mark.parametrize("text", NOT_FOUND)
def test_what_only_looks_like_it_is_not(text: str) -> None:
    assert scan(text) == ()


@pytest.mark.parametrize(
    "sort", [PhoneNumberType.FIXED_LINE, PhoneNumberType.MOBILE, PhoneNumberType.TOLL_FREE]
)
def test_the_forms_are_those_that_the_library_writes(sort: int) -> None:
    number = phonenumbers.example_number_for_type("NZ", sort)
    assert number is not None
    text = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL)
    assert [match.sort for match in scan(text)] == ["telephone"]


def test_elsewhere_the_numbers_of_patients_are_not_looked_for() -> None:
    use_country(USUAL_COUNTRY)
    assert scan("Seen on Monday (ZAC5361) at home.") == ()


@pytest.mark.browser
def test_the_form_finds_what_the_program_finds(browser: Browser) -> None:
    page = browser.new_page()
    load_form_scripts(page, country="NZ")
    for text in LINES:
        assert found_in(page, text) == [match.shown for match in scan(text)], text
    page.close()


def found_in(page: Page, text: str) -> list[str]:
    shown: list[str] = page.evaluate("t => academy.privacy.scan(t).map((m) => m.shown)", text)
    return shown


def test_an_academy_there_refuses_such_a_number_and_so_does_its_site(tmp_path: Path) -> None:
    root = copy_second_brand(tmp_path / "academy")
    site = build_site_once(root / "mkdocs.yml").folder  # `test_identity.py` finds no fault in it
    prototype = next((root / "prototypes").glob("*.yaml"))
    text = prototype.read_text(encoding="utf-8")
    prototype.write_text(f"{text}note: Seen as ZAC5361.\n", encoding="utf-8")
    assert [finding.code for finding in errors(examine(root)[1])] == ["P107"]
    use_country(USUAL_COUNTRY)
    page = site / "index.html"
    page.write_text(page.read_text(encoding="utf-8").replace("Kia ora", "ZAC5361"), "utf-8")
    assert "V509" in [finding.code for finding in errors(verify_site(site))]
