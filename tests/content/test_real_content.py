"""The academy in use: its records are whole, and say what the two source documents say.

Counts are those of the inventory of the sources; codes such as PR01 name the requirement.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any

import networkx as nx
import pytest

from generator.catalogue import Catalogue, read_catalogue
from generator.checks import check
from generator.diagnostics import Diagnostic, Severity
from generator.graph import edges, full_graph, learning_graph
from generator.kinds import KINDS
from generator.kinds.adoption import Adoption
from generator.kinds.area import Area
from generator.kinds.barrier import Barrier
from generator.kinds.base import Quote
from generator.kinds.case_study import CaseStudy
from generator.kinds.group import Group
from generator.kinds.measure import Measure
from generator.kinds.outcome import Outcome
from generator.kinds.partner import Partner
from generator.kinds.practice import Practice
from generator.kinds.prototype import IN_PRACTICE, Prototype
from generator.kinds.resource import Resource
from tests.conftest import PROJECT

RECORDS = {
    "area": 16, "partner": 39, "group": 20, "principle": 20, "practice": 77, "prototype": 25,
    "outcome": 63, "measure": 71, "adoption": 14, "barrier": 15, "resource": 29, "case_study": 3,
}  # fmt: skip

# from, relation, to, how many
RELATIONS = """
adoption learnt_from area 14
adoption learnt_from group 1
adoption learnt_from prototype 9
adoption of_practice practice 9
adoption resulted_in prototype 2
area adopts adoption 14
area part_of area 14
barrier met_by prototype 17
barrier met_in area 17
barrier needs partner 6
barrier needs resource 3
case_study about area 3
case_study challenge barrier 8
case_study covers prototype 26
case_study source resource 3
group covers area 20
group member_of group 3
group part_of group 3
measure compared_with area 8
measure data_source resource 25
measure falls_to partner 3
measure in_area area 70
measure measures outcome 71
measure of prototype 33
partner member_of group 32
partner partner_in prototype 76
partner serves area 47
partner succeeds partner 1
partner works_with partner 2
practice answers barrier 10
practice broader practice 15
practice expects outcome 4
practice shows principle 59
principle stated_in area 28
prototype aims_at outcome 58
prototype claims outcome 7
prototype continues prototype 2
prototype in_area area 25
prototype overseen_by group 11
prototype recognised_by partner 2
prototype shared_through group 4
prototype shows principle 66
prototype uses practice 97
resource about area 24
resource about practice 4
resource about prototype 11
resource funded_by partner 1
resource provider group 4
resource provider partner 1
resource sought_by group 4
"""
# drawn as well, but not facts of the inventory
BESIDE = {"asserted_by", "mentions", "part_in", "share_of", "sum_of"}


@cache
def academy() -> tuple[Catalogue, tuple[Diagnostic, ...]]:
    catalogue, faults = read_catalogue(PROJECT)
    return catalogue, (*faults, *check(catalogue))


def records(model: type[Any]) -> list[Any]:
    return list(academy()[0].of(model))


def results() -> list[Measure]:
    return [one for one in records(Measure) if one.nature == "result"]


def in_practice() -> list[Prototype]:
    return [one for one in records(Prototype) if one.stage in IN_PRACTICE]


def gaps(code: str) -> list[Diagnostic]:
    return [one for one in academy()[1] if one.code == code]


def test_how_many_records() -> None:
    catalogue, _ = academy()
    assert {kind.name: len(catalogue.of_kind(kind)) for kind in KINDS} == RECORDS
    assert len(catalogue.records) == 392


def test_no_errors() -> None:
    assert [one.as_text() for one in academy()[1] if one.severity is Severity.ERROR] == []


def test_one_warning_the_share_that_the_source_misprints() -> None:
    """ME14"""
    [found] = [one for one in academy()[1] if one.severity is Severity.WARNING]
    assert (found.code, found.path) == ("C311", "registry/areas/darlington.yaml")
    assert found.message.endswith("but computes to 3.19.")


def test_relations() -> None:
    catalogue, _ = academy()
    kind = {one.id: one.kind for one in catalogue.records.values()}
    drawn = [e for e in edges(catalogue) if e.type not in BESIDE]
    found = Counter(f"{kind[e.source]} {e.type} {kind[e.target]}" for e in drawn)
    rows = (line.rpartition(" ") for line in RELATIONS.strip().splitlines())
    assert dict(found) == {relation: int(count) for relation, _, count in rows}
    assert len(drawn) == 977


def test_relations_beside_the_inventory() -> None:
    found = Counter(e.type for e in edges(academy()[0]) if e.type in BESIDE)
    assert set(found) == BESIDE
    assert found["asserted_by"] <= RECORDS["adoption"]


def test_everything_hangs_together() -> None:
    """AD14"""
    graph = full_graph(academy()[0])
    assert len(graph) == 392
    assert nx.number_weakly_connected_components(graph) == 1


def test_the_learning_network() -> None:
    """AD14"""
    graph = learning_graph(academy()[0])
    assert (len(graph), graph.number_of_edges()) == (14, 13)


@pytest.mark.parametrize(
    "kind",
    ["prototype", "practice", "principle", "outcome", "barrier", "area", "resource"],
)
def test_a_summary_is_one_sentence(kind: str) -> None:
    wrong = [
        f"{one.id}: {one.summary}"
        for one in academy()[0].records.values()
        if one.kind == kind and not is_one_sentence(one.summary or "")
    ]
    assert wrong == []


def is_one_sentence(text: str) -> bool:
    ends = re.findall(r"[.!?](?=\s+[A-Z]|$)", text)
    return 0 < len(text) <= 240 and len(ends) == 1 and text[-1] in ".!?"


EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
TELEPHONE = re.compile(r"(?<![\d./:-])(?:\+44\s?\(?0?\)?|\(?0)[\s-]?[1-9](?:[\s()-]*\d){8,9}(?!\d)")


def record_files() -> Iterator[tuple[str, str]]:
    for kind in KINDS:
        if kind.folder:
            for file in sorted((PROJECT / kind.folder).iterdir()):
                yield f"{kind.folder}/{file.name}", file.read_text(encoding="utf-8")


@pytest.mark.parametrize("pattern", [EMAIL, TELEPHONE], ids=["e-mail", "telephone"])
def test_no_contact_data(pattern: re.Pattern[str]) -> None:
    """PL02"""
    assert [
        (path, pattern.findall(text)) for path, text in record_files() if pattern.search(text)
    ] == []


@pytest.mark.parametrize(
    "text", ["0191 496 0000", "(0191) 4960000", "+44 191 496 0000", "07700 900123", "01632 960 001"]
)
def test_a_telephone_number_would_be_seen(text: str) -> None:
    assert TELEPHONE.search(f"Call {text} now")


def quotes() -> Iterator[tuple[str, Quote]]:
    for record in academy()[0].records.values():
        yield from ((record.id, quote) for quote in record.quotes)


def test_every_quote_has_a_role_and_a_source() -> None:
    """LE17"""
    found = list(quotes())
    assert found
    assert [record for record, quote in found if not quote.role] == []
    assert [record for record, quote in found if quote.source is None] == []


def test_no_record_without_a_source() -> None:
    """PL03"""
    assert gaps("G406") == []


def test_prototypes_and_how_many_are_in_practice() -> None:
    """PR01"""
    assert (len(records(Prototype)), len(in_practice())) == (25, 17)


def test_prototypes_without_a_sponsor() -> None:
    """PR03"""
    assert len([one for one in in_practice() if not one.sponsor]) == 16
    assert len(gaps("G403")) == 16


def test_lessons_both_ways() -> None:
    """PR06"""
    lessons = [one.lessons for one in records(Prototype)]
    assert len([one for one in lessons if one.worked]) == 4
    assert len([one for one in lessons if one.not_worked]) == 3


def test_how_people_were_listened_to() -> None:
    """PR07"""
    assert len([one for one in records(Prototype) if one.co_production]) == 5
    assert len([one for one in in_practice() if one.co_production]) == 3
    assert len(gaps("G404")) == 14


def test_no_prototype_has_a_review_date() -> None:
    """PR12"""
    assert [one.id for one in records(Prototype) if one.next_review] == []


def test_recognition() -> None:
    """PR13"""
    recognised = [one for one in records(Prototype) if one.recognition]
    given = [(award.result, award.year) for one in recognised for award in one.recognition]
    assert len(recognised) == 2
    assert given == [("shortlisted", 2012)] * 2


def test_one_practice_in_several_areas() -> None:
    """PP01"""
    users = [one for one in records(Prototype) if "joint-commissioning" in one.practices]
    assert len(users) == 5
    assert len({area for one in users for area in one.areas}) == 4


def test_leadership_actions() -> None:
    """PP04"""
    themes = Counter(one.theme for one in records(Practice) if one.theme)
    assert themes == {
        "building-mutual-trust": 3,
        "agreeing-shared-strategies": 7,
        "delivering-results": 7,
    }


def test_fidelity() -> None:
    """AD02"""
    adoptions = records(Adoption)
    assert len([one for one in adoptions if one.fidelity_planned == "faithful"]) == 4
    assert len([one for one in adoptions if one.fidelity_actual == "faithful"]) == 0


def test_pace_cannot_be_computed() -> None:
    """AD08"""
    assert len([one for one in records(Adoption) if one.proved_on and one.adopted_on]) == 0
    assert len(gaps("G410")) == 14


def test_levels_of_collaboration() -> None:
    """AD09"""
    levels = Counter(one.level for one in records(Adoption))
    assert levels == {"place-based": 7, "sector-based": 7}


def test_unnamed_adopters_and_practices() -> None:
    """AD13"""
    adoptions = records(Adoption)
    assert sum(one.unnamed_adopters or 0 for one in adoptions) == 2
    assert len([one for one in adoptions if one.practice is None]) == 5
    assert len(gaps("G409")) == 5


def test_horizons() -> None:
    """ME02"""
    horizons = Counter(one.horizon for one in records(Outcome) if one.horizon)
    assert horizons == {"short": 7, "medium": 3, "long": 2}


def test_comparisons() -> None:
    """ME03"""
    compared = [one.comparator for one in records(Measure) if one.comparator]
    assert len([one for one in compared if one.area]) == 8


def test_baselines() -> None:
    """ME06"""
    baselines = [one.baseline for one in results() if one.baseline]
    assert len(results()) == 20
    assert len([one for one in baselines if one.value is not None]) == 0
    assert len([one for one in baselines if one.text]) == 4
    assert len(gaps("G412")) == 20


def test_natures() -> None:
    """ME08"""
    assert Counter(one.nature for one in records(Measure)) == {
        "result": 20, "target": 4, "projection": 23, "estimate": 2, "illustration": 4,
        "baseline": 1, "input": 2, "context": 15,
    }  # fmt: skip


def test_results_in_words() -> None:
    """ME09"""
    assert len([one for one in results() if one.value is None]) == 13


def test_evidence_levels() -> None:
    """ME10"""
    assert Counter(one.evidence_level for one in results()) == {"data": 7, "account": 13}


def test_whose_saving() -> None:
    """ME11"""
    falls_to = Counter(one.partner for one in records(Measure) if one.partner)
    assert sorted(falls_to.values()) == [1, 2]


def test_evidence_and_datasets() -> None:
    """ME15"""
    types = Counter(one.type for one in records(Resource))
    assert (types["evidence"], types["dataset"]) == (3, 3)


def test_barriers_and_where_they_were_met() -> None:
    """BG01"""
    barriers = records(Barrier)
    assert (len(barriers), sum(len(one.occurrences) for one in barriers)) == (15, 17)


def test_national_barriers() -> None:
    """BG03"""
    assert len([one for one in records(Barrier) if one.level == "national"]) == 2


def test_support_sought() -> None:
    """BG06"""
    assert len([one for one in records(Resource) if one.availability == "sought"]) == 4


def test_learning_material() -> None:
    """LE01"""
    types = Counter(one.type for one in records(Resource))
    assert (types["paper"], types["workshop"], types["conference"]) == (4, 0, 0)


def test_videos() -> None:
    """LE04"""
    videos = [one for one in records(Resource) if one.type == "video"]
    assert len(videos) == 2
    assert all(one.url for one in videos)


def test_what_worked() -> None:
    """LE10"""
    assert len([one for one in records(Prototype) if one.verdict == "worked"]) == 5


def test_three_case_studies_and_a_declared_person() -> None:
    """LE17"""
    cases = records(CaseStudy)
    assert len(cases) == 3
    assert all(one.story for one in cases)
    assert [one.persona for one in cases if one.type == "person-pathway"] == ["fictional"]


def test_bodies_that_share() -> None:
    """LE12"""
    networks = {g for one in records(Prototype) for g in one.shared_through}
    assert len(networks) == 4
    assert networks <= {one.id for one in records(Group)}


def test_bodies_that_ended_say_when() -> None:
    """BG07"""
    followed = {old for one in records(Partner) for old in one.succeeds}
    ended = {one.id for one in records(Partner) if one.valid_to}
    assert followed <= ended


def test_official_codes() -> None:
    codes = {one.id: one.code for one in records(Area) if one.code_scheme == "gss"}
    assert codes == {
        "south-tyneside": "E08000023",
        "hartlepool": "E06000001",
        "middlesbrough": "E06000002",
        "redcar-and-cleveland": "E06000003",
        "stockton-on-tees": "E06000004",
        "darlington": "E06000005",
    }
