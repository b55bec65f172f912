"""Requirements that speak of every page of a sort, looked for on every one of them."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from generator.model.kinds import KINDS
from generator.model.kinds.measure import Measure
from generator.model.kinds.prototype import Prototype
from generator.model.kinds.prototype_words import IN_PRACTICE, STAGES
from generator.records.catalogue import Catalogue
from tests.catalogues import first_catalogue
from tests.requirements.test_requirements import text_of

_TIDIER = (
    "Why",
    "What",
    "Who",
    "How",
    "Where",
    "When and how much",
    "Adapting it",
    "Changes along the way",
    "How quality is kept",
)


TidierPages = list[tuple[Prototype, str]]


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return first_catalogue()


@pytest.fixture(scope="module")
def tidier_pages(catalogue: Catalogue, first_site: Path) -> TidierPages:
    """Every prototype with what its page says."""
    prototypes = catalogue.records_of(Prototype)
    return [(one, text_of(first_site / "prototypes" / f"{one.id}.html")) for one in prototypes]


def test_pr01_each_stage_has_its_part_of_the_list_and_each_page_its_stage(
    tidier_pages: TidierPages, first_site: Path
) -> None:
    stages: Counter[str] = Counter(one.stage for one, _ in tidier_pages)
    assert sum(stages.values()) == 25
    assert sum(stages[stage] for stage in IN_PRACTICE) == 17
    text = text_of(first_site / "prototypes" / "index.html")
    assert all(f"{STAGES.label(stage)} ({number})" in text for stage, number in stages.items())
    first_screen = ((one, page.partition("Read next")[0]) for one, page in tidier_pages)
    said_in = [one.id for one, page in first_screen if f"Stage {STAGES.label(one.stage)}" in page]
    assert len(said_in) == 25


def test_me10_the_evidence_has_one_mark_for_each_result_and_a_page_that_is_light(
    catalogue: Catalogue, first_site: Path
) -> None:
    page = (first_site / "evidence" / "index.html").read_text(encoding="utf-8")
    results = [one.id for one in catalogue.records_of(Measure) if one.nature == "result"]
    marks = re.findall(r'<a href="#r-([^"]+)">', page)
    assert sorted(marks) == sorted(results)
    assert all(f'<tr id="r-{result}">' in page for result in results)
    assert len(page.encode()) <= 60_000
    assert len(re.findall(r"<[a-z]", page)) <= 3_000


def test_pr08_every_prototype_has_every_heading_of_tidier(
    tidier_pages: TidierPages,
) -> None:
    for prototype, page in tidier_pages:
        # what nobody stated is named in small letters at the end
        shown = page[page.index("What it involves") :].lower()
        assert [head for head in _TIDIER if head.lower() not in shown] == [], prototype.id


def test_me13_every_prototype_has_a_value_case(tidier_pages: TidierPages) -> None:
    for prototype, page in tidier_pages:
        assert page.count("Cost or saving") == 1, prototype.id
    silent = [one.id for one, page in tidier_pages if "Cost or saving Not reported" in page]
    assert len(silent) == 24


def test_pl09_every_record_says_what_to_read_next(catalogue: Catalogue, first_site: Path) -> None:
    slugs = {kind.name: kind.slug for kind in KINDS}
    for record in catalogue.records.values():
        page = (first_site / slugs[record.kind] / f"{record.id}.html").read_text(encoding="utf-8")
        after = page.partition("Read next")[2].partition("</p>")[0]
        assert re.search(r'<a [^>]*href="', after), record.id


def test_pr11_what_is_made_up_stands_in_no_table_of_figures(
    catalogue: Catalogue, first_site: Path
) -> None:
    measures = catalogue.records_of(Measure)
    made_up = [catalogue.title(m.id) for m in measures if m.nature == "illustration"]
    assert len(made_up) == 4
    for page in (first_site / "evidence").glob("*.html"):
        text = text_of(page)
        if page.name == "results.html":
            before, heading, after = text.rpartition("Illustrations, not data")
            assert heading
            apart, _, after = after.partition("Results first")
            assert all(title in apart for title in made_up)
            text = before + after
        assert not any(title in text for title in made_up), page.name


def test_le10_each_success_says_how_strong_its_evidence_is(
    tidier_pages: TidierPages, first_site: Path
) -> None:
    text = text_of(first_site / "lessons" / "worked.html")
    assert sum(one.verdict == "worked" for one, _ in tidier_pages) == 5
    assert text.count("Evidence: ") + text.count("No results yet") == 5
    assert "shortlisted" in text
