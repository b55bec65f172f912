"""What a record's source does not state outright, and how words read that depend on more."""

from __future__ import annotations

from typing import Any

import pytest

from generator.model.display.inferred import inferred_fields, is_inferred, mark_inferred
from generator.model.display.vocabulary import Option
from generator.model.kinds.measure import Measure
from generator.model.kinds.measure_basis import measure_basis
from generator.model.kinds.prototype import Prototype, prototype_basis
from generator.model.kinds.prototype_verdict import judge_of, verdict_option
from generator.model.kinds.resource import Resource, availability_option
from generator.records.catalogue import default_vocabulary

RESULT = {"statement": "S", "outcome": "days", "nature": "result", "evidence_level": "data"}


def prototype(**fields: Any) -> Prototype:
    return Prototype(id="p", title="T", areas=("ashby",), **{"stage": "live", **fields})


def measure(**fields: Any) -> Measure:
    return Measure.model_validate({"id": "m", **RESULT, **fields}, context=default_vocabulary())


def resource(**fields: Any) -> Resource:
    return Resource.model_validate(
        {"id": "r", "title": "R", "type": "paper", "availability": "available", **fields},
        context=default_vocabulary(),
    )


def test_a_line_of_inferred_names_a_field_or_an_entry_of_it_and_may_say_why() -> None:
    record = prototype(
        inferred=("stage (text: has begun)", "practices.lean", "that it is one service")
    )
    assert inferred_fields(record) == {"stage", "practices", "that"}
    assert is_inferred(record, "stage")
    assert is_inferred(record, "practices", "lean")
    assert not is_inferred(record, "practices", "visits")
    assert not is_inferred(record, "practices")


def test_every_entry_of_a_field_that_is_inferred_as_a_whole_is_inferred() -> None:
    assert is_inferred(prototype(inferred=("practices",)), "practices", "lean")


def test_an_inferred_word_says_so_itself() -> None:
    live = Option("live", "Live", "good")
    assert mark_inferred(live, inferred=True) == Option("live", "Live (inferred)", "good")
    assert mark_inferred(live, inferred=False) == live


@pytest.mark.parametrize(
    ("fields", "reads"),
    [
        ({"judged_by": "those-involved"}, "Worked, in the view of those involved"),
        ({"judged_by": "independent"}, "Worked, judged by an independent evaluation"),
        ({"judged_by": "academy"}, "Worked, judged by the academy from what the source says"),
        ({}, "Worked, who judged it is not stated"),
        ({"inferred": ("verdict",)}, "Worked, judged by the academy from what the source says"),
    ],
)
def test_a_verdict_says_who_gave_it(fields: dict[str, Any], reads: str) -> None:
    record = prototype(verdict="worked", measures=(RESULT,), **fields)
    assert verdict_option(record).label == reads
    assert verdict_option(record).tone == "good"


def test_an_inferred_verdict_is_the_academys_whatever_else_the_record_says() -> None:
    record = prototype(verdict="worked", judged_by="those-involved", inferred=("verdict",))
    assert judge_of(record) == "academy"


@pytest.mark.parametrize("nature", ["target", "estimate", "illustration"])
def test_a_verdict_that_rests_on_no_result_says_so(nature: str) -> None:
    record = prototype(
        verdict="worked", judged_by="those-involved", measures=({**RESULT, "nature": nature},)
    )
    assert verdict_option(record).label == (
        "Worked, in the view of those involved; no result is recorded"
    )


def test_what_is_not_judged_names_no_judge() -> None:
    assert judge_of(prototype(verdict="too-early")) is None
    assert verdict_option(prototype(verdict="too-early")).label == "Too early to say"
    inferred = prototype(verdict="not-reported", inferred=("verdict",))
    assert verdict_option(inferred).label == "No result reported (inferred)"


@pytest.mark.parametrize(
    ("fields", "standing"),
    [
        ({}, "with-figures"),
        ({"baseline": {"period": "2012"}}, "with-figures"),
        ({"comparator": {"text": "some places"}}, "with-figures"),
        ({"baseline": {"value": "300"}}, "observed"),
        ({"baseline": {"text": "long waits"}}, "observed"),
        ({"comparator": {"value": "12"}}, "observed"),
        ({"comparator": {"area": "brook"}}, "observed"),
        ({"data_source": "survey"}, "observed"),
        ({"evidence_level": "account", "baseline": {"value": "300"}}, "reported"),
        ({"evidence_level": None}, "reported"),
        ({"nature": "target", "baseline": {"value": "300"}}, "planned"),
        ({"evidence_level": "illustration"}, "illustrative"),
    ],
)
def test_a_result_is_observed_only_where_the_record_says_how_it_was_measured(
    fields: dict[str, Any], standing: str
) -> None:
    assert measure_basis(measure(**fields)) == standing


@pytest.mark.parametrize(
    ("measures", "standing"),
    [
        ((), "reported"),
        ((RESULT,), "with-figures"),
        ((RESULT, {**RESULT, "baseline": {"value": "3"}}), "observed"),
        (({**RESULT, "nature": "target", "baseline": {"value": "3"}},), "reported"),
    ],
)
def test_a_prototype_stands_as_its_best_result_does(
    measures: tuple[dict[str, Any], ...], standing: str
) -> None:
    assert prototype_basis(prototype(measures=measures)) == standing


@pytest.mark.parametrize(
    ("fields", "reads"),
    [
        ({}, "Mentioned in the document"),
        ({"url": "https://example.org/a"}, "Available"),
        ({"file_name": "a.txt"}, "Available"),
        ({"availability": "planned"}, "Planned"),
    ],
)
def test_what_nobody_can_open_is_mentioned_and_not_available(
    fields: dict[str, Any], reads: str
) -> None:
    assert availability_option(resource(**fields)).label == reads
