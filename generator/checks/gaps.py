"""Checks for gaps: useful statements that are missing. Gaps never refuse a build."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.check import CheckFinding, gap, not_stated
from generator.model.fields.units import is_money
from generator.model.kinds.adoption import Adoption
from generator.model.kinds.barrier import Barrier
from generator.model.kinds.measure import Measure
from generator.model.kinds.practice import Practice
from generator.model.kinds.resource import Resource
from generator.records.catalogue import Catalogue


def sources_are_given(catalogue: Catalogue) -> Iterator[CheckFinding]:
    """A record says where its information comes from."""
    for record in catalogue.records.values():
        if isinstance(record, Barrier):
            bare = [n for n, met in enumerate(record.occurrences) if not met.sources]
            for number in bare:
                yield not_stated(record.id, ("occurrences", number, "sources"), "a source")
        elif not record.sources and not isinstance(record, Measure):
            yield not_stated(record.id, ("sources",), "a source")


def summaries_are_given(catalogue: Catalogue) -> Iterator[CheckFinding]:
    """A record says what it is in one sentence."""
    for record in catalogue.records.values():
        if not record.summary and not isinstance(record, Measure):
            yield not_stated(record.id, ("summary",), "what it is, in one sentence")


def adoptions_are_confirmed(catalogue: Catalogue) -> Iterator[CheckFinding]:
    """An adoption is confirmed by someone who speaks for the adopter."""
    for adoption in catalogue.records_of(Adoption):
        if not adoption.confirmed_by:
            message = "The adopter has not confirmed this adoption."
            hint = "Ask the adopter. Then add “confirmed_by:” and “confirmed_on:”."
            yield CheckFinding(adoption.id, ("confirmed_by",), message, hint)


def adoptions_name_the_practice(catalogue: Catalogue) -> Iterator[CheckFinding]:
    """An adoption names the practice that is adopted."""
    for adoption in catalogue.records_of(Adoption):
        if not adoption.practice:
            yield not_stated(adoption.id, ("practice",), "which practice is adopted")


def adoptions_have_both_dates(catalogue: Catalogue) -> Iterator[CheckFinding]:
    """An adoption says when the practice was shown to work and when it was adopted.

    With both dates, we can work out how long adoption takes.
    """
    for adoption in catalogue.records_of(Adoption):
        if not (adoption.proved_on and adoption.adopted_on):
            message = "We cannot work out how long this adoption took."
            hint = "If you know the dates, add “proved_on:” and “adopted_on:”."
            yield CheckFinding(adoption.id, ("adopted_on",), message, hint)


def faithful_copies_have_a_core(catalogue: Catalogue) -> Iterator[CheckFinding]:
    """A practice that someone plans to copy exactly says which parts are essential."""
    copied = {
        catalogue.resolve(adoption.practice)
        for adoption in catalogue.records_of(Adoption)
        if adoption.practice and adoption.fidelity_planned == "faithful"
    }
    for practice in catalogue.records_of(Practice):
        if practice.id in copied and not practice.core:
            yield not_stated(practice.id, ("core",), "which parts are essential when it is copied")


def results_have_a_baseline(catalogue: Catalogue) -> Iterator[CheckFinding]:
    """A result has a starting value as a figure."""
    for measure in catalogue.records_of(Measure):
        stated = measure.baseline is not None and measure.baseline.value is not None
        if measure.nature == "result" and not stated:
            yield not_stated(measure.id, ("baseline",), "the starting value as a figure")


def money_names_its_model(catalogue: Catalogue) -> Iterator[CheckFinding]:
    """An amount of money says how it was worked out (the financial model)."""
    for measure in catalogue.records_of(Measure):
        if is_money(measure.unit) and not measure.financial_model:
            what = "how this amount was worked out (the financial model)"
            yield not_stated(measure.id, ("financial_model",), what)


def resources_can_be_reached(catalogue: Catalogue) -> Iterator[CheckFinding]:
    """Material to watch has a link, and a seminar says who can use it."""
    for resource in catalogue.records_of(Resource):
        if resource.type in ("video", "webcast", "webinar") and not resource.url:
            yield not_stated(resource.id, ("url",), "where people can watch it")
        if resource.type == "seminar" and resource.access in (None, "not-stated"):
            yield not_stated(resource.id, ("access",), "who can use it")


def documents_are_whole(catalogue: Catalogue) -> Iterator[CheckFinding]:
    """A source document is complete: no figure, page or link is missing from it."""
    for resource in catalogue.records_of(Resource):
        for number, part in enumerate(resource.missing_parts):
            path = ("missing_parts", number)
            hint = "If you have it, add it to the document and delete this line."
            yield CheckFinding(resource.id, path, f"Missing from the document: {part}", hint)


CHECKS = (
    gap("G406", sources_are_given),
    gap("G407", summaries_are_given),
    gap("G408", adoptions_are_confirmed),
    gap("G409", adoptions_name_the_practice),
    gap("G410", adoptions_have_both_dates),
    gap("G411", faithful_copies_have_a_core),
    gap("G412", results_have_a_baseline),
    gap("G413", money_names_its_model),
    gap("G414", resources_can_be_reached),
    gap("G415", documents_are_whole),
)
