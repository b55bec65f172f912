"""An organisation that adopts, other sources, reasons nobody knows, and a practice as a recipe."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from generator.host_mkdocs import build_site_once
from tests.conftest import MakeOnce
from tests.readable import words_in
from tests.sites import copy_small

FILES = {
    "registry/partners/vale-hospital.yaml": """\
title: Vale Hospital
type: nhs-trust
serves: [vale]
""",
    "registry/adoptions/hospital-visits.yaml": """\
partner: vale-hospital
practice: shared-visits
learnt_from:
  - partner: ashby-council
  - resource: vale-handbook
  - described: A national training programme
status: stopped
history:
  - {status: begun, date: 2021}
  - {status: stopped, date: 2022, reason: Not known}
""",
    "registry/practices/home-checks.yaml": """\
title: Home checks
type: service
why: People fall where **nobody looks**.
steps:
  - Ask who lives alone.
  - Visit within a week.
needs:
  people: One nurse
  time: Two weeks to set up
  kit: A tablet
  training: Half a day
  cost_to_start: £2,000 a site
links:
  - {label: The toolkit, url: "https://example.org/toolkit?a=1&b=2"}
""",
}


@pytest.fixture(scope="module")
def site(make_once: MakeOnce) -> Path:
    def make(root: Path) -> None:
        copy_small(root)
        for path, text in FILES.items():
            (root / path).write_text(text, encoding="utf-8")
        build_site_once(root / "mkdocs.yml")

    return make_once("adopting-organisation", make) / "site"


def words(page: Path) -> str:
    text = page.read_text(encoding="utf-8").partition("<main")[2]
    return words_in(text)


TITLE = (
    "Vale Hospital: Shared visits from Ashby Council and The Vale handbook and A national "
    "training programme, stopped"
)


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("adoptions/hospital-visits", TITLE),
        ("adoptions/hospital-visits", "Adopting organisation Vale Hospital"),
        ("partners/vale-hospital", TITLE),
        ("partners/ashby-council", TITLE),
        ("learning/vale-handbook", TITLE),
        ("areas/vale", "Nobody knows the reason"),
        ("practices/shared-visits", "1 stopped"),
        ("practices/shared-visits", "Nobody knows the reason"),
        ("lessons/index", "Nobody knows the reason"),
        ("lessons/not-worked", "Nobody knows the reason"),
        ("spread/network", "Sources that are not areas"),
        ("spread/network", "A national training programme"),
        ("practices/home-checks", "Why it helps People fall where nobody looks ."),
        ("practices/home-checks", "How to do it Ask who lives alone. Visit within a week."),
        ("practices/home-checks", "People One nurse Time Two weeks to set up Kit A tablet"),
        ("practices/home-checks", "Training Half a day Cost to start £2,000 a site"),
    ],
)
def test_a_page_says(page: str, text: str, site: Path) -> None:
    assert text in words(site / f"{page}.html")


def test_steps_are_numbered_and_a_link_has_its_words(site: Path) -> None:
    page = (site / "practices" / "home-checks.html").read_text(encoding="utf-8")
    steps = page.partition('<ol class="la-steps">')[2].partition("</ol>")[0]
    assert steps.count("<li>") == 2
    link = 'href="https://example.org/toolkit?a=1&amp;b=2" rel="noopener noreferrer">The toolkit<'
    assert link in page


def test_the_data_has_the_organisation_the_source_and_the_recipe(site: Path) -> None:
    records = json.loads((site / "data" / "records.json").read_text(encoding="utf-8"))["records"]
    by_id = {record["id"]: record for record in records}
    assert by_id["hospital-visits"]["partner"] == "vale-hospital"
    assert by_id["hospital-visits"]["learnt_from"] == [
        {"partner": "ashby-council"},
        {"resource": "vale-handbook"},
        {"described": "A national training programme"},
    ]
    assert by_id["home-checks"]["needs"]["cost_to_start"] == "£2,000 a site"
    with (site / "data/csv/practices.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = {row["id"]: row for row in csv.DictReader(file)}
    assert rows["home-checks"]["steps"] == "Ask who lives alone.\nVisit within a week."
    assert rows["home-checks"]["needs_kit"] == "A tablet"
