"""The first records say no more than the documents: who judged, and what is inferred.

Each test names records of the documents and holds them to what the documents say. A record that an
academy no longer has is passed over.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from generator.model.display.inferred import is_inferred
from generator.model.kinds.adoption import Adoption
from generator.model.kinds.measure import Measure
from generator.model.kinds.measure_basis import measure_basis
from generator.model.kinds.practice import Practice
from generator.model.kinds.prototype import Prototype
from generator.model.kinds.prototype_verdict import judge_of
from generator.model.kinds.prototype_words import JUDGED_VERDICTS
from generator.model.kinds.resource import Resource, availability_option
from tests.content.documents import FirstRecords
from tests.sites import PROJECT

DEMENTIA = "darlington-dementia-collaborative"
TYNESIDE = (
    "south-tyneside-alliance-working",
    "south-tyneside-community-integrated-teams",
    "south-tyneside-end-of-life-care",
    "south-tyneside-learning-disabilities",
    "south-tyneside-school-mental-health",
)


def present(first: FirstRecords, *ids: str) -> Iterator[str]:
    return (one for one in ids if one in first.ids)


def test_only_the_dementia_collaborative_was_judged_by_a_document(first: FirstRecords) -> None:
    judged = [one for one in first.of(Prototype) if one.verdict in JUDGED_VERDICTS]
    judges = {one.id: judge_of(one) for one in judged}
    for record in present(first, DEMENTIA):
        assert judges[record] == "those-involved"


@pytest.mark.parametrize("prototype", TYNESIDE)
def test_no_verdict_of_south_tyneside_is_the_documents_own(
    prototype: str, first: FirstRecords
) -> None:
    for record in first.of(Prototype):
        if record.id == prototype and not record.reviews:
            assert judge_of(record) == "academy"


def test_the_figures_of_the_dementia_collaborative_are_reported_and_not_observed(
    first: FirstRecords,
) -> None:
    measures = [
        measure_basis(one)
        for one in first.of(Measure)
        if one.prototype == DEMENTIA and one.nature == "result"
    ]
    assert measures.count("with-figures") >= first.expected(7)


def test_no_document_names_the_principles_of_a_practice(first: FirstRecords) -> None:
    tagged = [one for one in first.of(Practice) if one.principles]
    assert sum(is_inferred(one, "principles") for one in tagged) >= first.expected(47)


def test_the_year_of_the_undated_bid_is_inferred(first: FirstRecords) -> None:
    for record in first.of(Resource):
        if record.id == "tees-valley-expression-of-interest":
            assert record.year is None or is_inferred(record, "year") or record.year != 2013


def test_the_case_study_speaks_of_no_level_of_collaboration(first: FirstRecords) -> None:
    tyneside = [one for one in first.of(Adoption) if one.area == "south-tyneside" and one.level]
    assert sum(is_inferred(one, "level") for one in tyneside) >= first.expected(5)


@pytest.mark.parametrize(
    ("adoption", "field"),
    [
        ("south-tyneside-from-canterbury", "status"),
        ("south-tyneside-from-wigan", "status"),
        ("south-tyneside-integrated-teams-scale-up", "status"),
        ("county-durham-gp-variation", "level"),
        ("hartlepool-collaborative-products", "level"),
    ],
)
def test_what_a_document_does_not_say_of_an_adoption_is_inferred(
    adoption: str, field: str, first: FirstRecords
) -> None:
    for record in first.of(Adoption):
        if record.id == adoption and not record.confirmed_by:
            assert is_inferred(record, field)


def test_what_a_document_only_mentions_is_not_available(first: FirstRecords) -> None:
    read = [availability_option(one).word for one in first.of(Resource)]
    assert read.count("mentioned") + read.count("available") >= first.expected(20)
    assert read.count("available") >= first.expected(5)


@pytest.mark.parametrize(
    ("path", "never"),
    [
        ("registry/barriers/duplicate-governance.yaml", "leaders say"),
        ("registry/barriers/duplicate-governance.yaml", "leaders are asking"),
        ("registry/barriers/model-does-not-transfer-whole.yaml", "leaders found"),
        ("case_studies/south-tyneside-integrating-health-and-social-care.md", "government grant"),
        ("case_studies/south-tyneside-integrating-health-and-social-care.md", "they say that this"),
        ("case_studies/tom-stroke-pathway.md", "is a fictional illustration"),
    ],
)
def test_a_record_says_no_more_than_its_document(path: str, never: str) -> None:
    file = PROJECT / path
    text = file.read_text(encoding="utf-8").casefold() if file.is_file() else ""
    assert never not in " ".join(text.split())


def test_the_about_page_does_not_date_the_undated_bid() -> None:
    text = (PROJECT / "site_src" / "about.md").read_text(encoding="utf-8")
    assert "written in 2013" not in text
