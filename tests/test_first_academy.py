"""The frozen copy of the first academy is the one whose answers the tests of the engine expect.

Its numbers are exact. Codes such as PR01 name the requirement.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import Any

import networkx as nx
import pytest

from generator.analysis.graph import full_graph, learning_graph
from generator.analysis.relations import edges
from generator.checks import run_checks
from generator.diagnostics import Diagnostic, Severity
from generator.model.kinds.adoption import Adoption
from generator.model.kinds.measure import Measure
from generator.model.kinds.prototype import Prototype
from generator.model.kinds.prototype_words import IN_PRACTICE
from generator.model.kinds.resource import Resource
from generator.records.catalogue import Catalogue
from tests.catalogues import first_academy
from tests.content.documents import first_records
from tests.content.facts import FACTS, RECORDS, RELATIONS, Fact
from tests.sites import FIRST_ACADEMY

# drawn as well, but not facts of the inventory
BESIDE = {"asserted_by", "mentions", "part_in", "share_of", "sum_of"}


@cache
def academy() -> tuple[Catalogue, tuple[Diagnostic, ...]]:
    catalogue, faults = first_academy()
    return catalogue, (*faults, *run_checks(catalogue))


def records(model: type[Any]) -> list[Any]:
    return list(academy()[0].records_of(model))


def results() -> list[Measure]:
    return [one for one in records(Measure) if one.nature == "result"]


def in_practice() -> list[Prototype]:
    return [one for one in records(Prototype) if one.stage in IN_PRACTICE]


def gaps(code: str) -> list[Diagnostic]:
    return [one for one in academy()[1] if one.code == code]


def test_how_many_records() -> None:
    catalogue, _ = academy()
    assert Counter(record.kind for record in catalogue.records.values()) == RECORDS
    assert len(catalogue.records) == 392


@pytest.mark.parametrize("fact", FACTS, ids=str)
def test_what_was_counted(fact: Fact) -> None:
    assert fact.count(first_records(FIRST_ACADEMY)) == fact.number


def test_every_record_cites_a_document() -> None:
    """So that the suite of the content finds all of them by their citations."""
    assert first_records(FIRST_ACADEMY).ids == {*academy()[0].records}


def test_no_errors() -> None:
    assert [one.as_text() for one in academy()[1] if one.severity is Severity.ERROR] == []


def test_one_warning_the_share_that_the_source_misprints() -> None:
    """ME14"""
    [warning] = [one for one in academy()[1] if one.severity is Severity.WARNING]
    assert (warning.code, warning.path) == ("C311", "registry/areas/darlington.yaml")
    assert warning.message.endswith("but we worked it out as 3.19.")


def test_relations() -> None:
    catalogue, _ = academy()
    kind = {one.id: one.kind for one in catalogue.records.values()}
    drawn = [e for e in edges(catalogue) if e.type not in BESIDE]
    counts = Counter(f"{kind[e.source]} {e.type} {kind[e.target]}" for e in drawn)
    assert dict(counts) == RELATIONS
    assert len(drawn) == 977


def test_relations_beside_the_inventory() -> None:
    counts = Counter(e.type for e in edges(academy()[0]) if e.type in BESIDE)
    assert set(counts) == BESIDE
    assert counts["asserted_by"] <= RECORDS["adoption"]


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
def test_a_summary_is_a_few_short_sentences(kind: str) -> None:
    wrong = [
        f"{one.id}: {one.summary}"
        for one in academy()[0].records.values()
        if one.kind == kind and not is_short_prose(one.summary or "")
    ]
    assert wrong == []


def is_short_prose(text: str) -> bool:
    """Whether `text` is one to four whole sentences in at most 240 characters."""
    ends = re.findall(r"[.!?](?=\s+[A-Z]|$)", text)
    return 0 < len(text) <= 240 and 1 <= len(ends) <= 4 and text[-1] in ".!?"


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


def test_how_people_were_listened_to() -> None:
    """PR07"""
    assert len([one for one in records(Prototype) if one.co_production]) == 5
    assert len([one for one in in_practice() if one.co_production]) == 3
    assert len(gaps("G404")) == 14


def test_no_prototype_has_a_review_date() -> None:
    """PR12"""
    assert [one.id for one in records(Prototype) if one.next_review] == []


def test_fidelity() -> None:
    """AD02"""
    adoptions = records(Adoption)
    assert len([one for one in adoptions if one.fidelity_planned == "faithful"]) == 4
    assert len([one for one in adoptions if one.fidelity_actual == "faithful"]) == 0


def test_pace_cannot_be_computed() -> None:
    """AD08"""
    assert len([one for one in records(Adoption) if one.proved_on and one.adopted_on]) == 0
    assert len(gaps("G410")) == 14


def test_unnamed_adopters_and_practices() -> None:
    """AD13"""
    adoptions = records(Adoption)
    assert sum(one.unnamed_adopters or 0 for one in adoptions) == 2
    assert len([one for one in adoptions if one.practice is None]) == 5
    assert len(gaps("G409")) == 5


def test_baselines() -> None:
    """ME06"""
    baselines = [one.baseline for one in results() if one.baseline]
    assert len(results()) == 20
    assert len([one for one in baselines if one.value is not None]) == 0
    assert len([one for one in baselines if one.text]) == 4
    assert len(gaps("G412")) == 20


def test_results_in_words() -> None:
    """ME09"""
    assert len([one for one in results() if one.value is None]) == 13


def test_evidence_levels() -> None:
    """ME10"""
    assert Counter(one.evidence_level for one in results()) == {"data": 7, "account": 13}


def test_support_sought() -> None:
    """BG06"""
    assert len([one for one in records(Resource) if one.availability == "sought"]) == 4


def test_learning_material() -> None:
    """LE01"""
    types = Counter(one.type for one in records(Resource))
    assert (types["paper"], types["workshop"], types["conference"]) == (4, 0, 0)


def test_what_worked() -> None:
    """LE10"""
    assert len([one for one in records(Prototype) if one.verdict == "worked"]) == 5
