"""The records of this repository still say what the two source documents say.

Only records that cite the documents are looked at. There may be more of them than were counted, and
they may say more. In an academy that was emptied there are none, and every expected number is 0.
"""

from __future__ import annotations

from collections import Counter

import pytest

from generator.diagnostics import Severity
from generator.model.kind import Kind
from generator.model.kinds import KINDS
from generator.model.kinds.area import Area
from generator.model.kinds.partner import Partner
from generator.model.kinds.resource import Resource
from tests.content.documents import FirstRecords
from tests.content.facts import FACTS, OFFICIAL_CODES, RECORDS, RELATIONS, Fact


def test_there_are_records_of_the_documents_or_the_academy_was_emptied(first: FirstRecords) -> None:
    assert len(first.ids) >= 392 or not first.ids, (
        f"Only {len(first.ids)} of 392 records cite a source document."
    )


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_no_record_of_the_documents_is_missing(kind: Kind, first: FirstRecords) -> None:
    assert len(first.of(kind.model)) >= first.expected(RECORDS.get(kind.name, 0))


def test_no_relation_of_the_documents_is_missing(first: FirstRecords) -> None:
    kind = {record.id: record.kind for record in first.records}
    counts = Counter(f"{kind[e.source]} {e.type} {kind[e.target]}" for e in first.edges)
    wanted = {relation: first.expected(count) for relation, count in RELATIONS.items()}
    assert {
        relation: counts[relation] for relation in wanted if counts[relation] < wanted[relation]
    } == {}


@pytest.mark.parametrize("fact", FACTS, ids=str)
def test_what_the_documents_say_is_said(fact: Fact, first: FirstRecords) -> None:
    assert fact.count(first) >= first.expected(fact.number)


def test_no_record_of_the_documents_has_an_error(first: FirstRecords) -> None:
    paths = {first.catalogue.place(record)[0] for record in first.ids}
    errors = [one for one in first.findings if one.severity is Severity.ERROR and one.path in paths]
    assert [one.as_text() for one in errors] == []


def test_the_share_that_a_document_misprints_is_kept_and_warned_about(first: FirstRecords) -> None:
    """ME14"""
    warnings = [one for one in first.findings if one.code == "C311" and "3.19" in one.message]
    assert len(warnings) >= first.expected(1)


def test_the_records_hang_together(first: FirstRecords) -> None:
    """AD14"""
    assert first.parts == first.expected(1)


def test_every_quote_has_a_role_and_a_source(first: FirstRecords) -> None:
    """LE17"""
    quotes = [(record.id, quote) for record in first.records for quote in record.quotes]
    assert len(quotes) >= first.expected(1)
    assert [record for record, quote in quotes if not (quote.role and quote.source)] == []


def test_videos_can_be_watched(first: FirstRecords) -> None:
    """LE04"""
    assert all(one.url for one in first.of(Resource) if one.type == "video")


def test_bodies_that_ended_say_when(first: FirstRecords) -> None:
    """BG07"""
    followed = {old for one in first.of(Partner) for old in one.succeeds}
    assert followed & first.ids <= {one.id for one in first.of(Partner) if one.valid_to}


def test_official_codes_are_those_of_the_statistical_office(first: FirstRecords) -> None:
    codes = {one.id: one.code for one in first.of(Area) if one.id in OFFICIAL_CODES}
    assert codes == {area: OFFICIAL_CODES[area] for area in codes}
