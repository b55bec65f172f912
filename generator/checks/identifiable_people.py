"""Checks for people who could be identified, by small counts or by names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.check import CheckFinding, warning
from generator.field_path import FieldPath
from generator.model.fields.prose import prose_texts
from generator.model.kinds.measure import Measure
from generator.model.record import Record
from generator.records.catalogue import Catalogue

# Below this count people may be identifiable (statistical disclosure control).
MIN_COUNT = 8
_COUNTED = frozenset({"people", "patients", "residents", "carers", "children", "clients", "users"})
_NAMED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Cllr|Councillor)\.? [A-Z][a-z]+"
)


def small_counts_are_not_given(catalogue: Catalogue) -> Iterator[CheckFinding]:
    """A figure does not count fewer than 8 people, because somebody may recognise one of them.

    This is for results and starting values, not for plans or the size of a group's own team.
    """
    for measure in catalogue.records_of(Measure):
        value = measure.value
        if measure.group or measure.nature not in ("result", "baseline"):
            continue
        if measure.unit not in _COUNTED or measure.form not in (None, "level"):
            continue
        if value is not None and 0 < value < MIN_COUNT and value == value.to_integral_value():
            message = (
                f"This figure counts {value} {measure.unit}. Somebody may recognise one of them."
            )
            hint = f"Replace “value” with “suppressed: <{MIN_COUNT}”."
            yield CheckFinding(measure.id, ("value",), message, hint)


def people_are_not_named(catalogue: Catalogue) -> Iterator[CheckFinding]:
    """A record gives job titles and organisations, not people's names."""
    for record in catalogue.records.values():
        for path, start, offset in catalogue.cache.answer(_names, record):
            message = f"This may name a person (“{start}…”)."
            hint = "Give a job title, such as “a senior manager”."
            yield CheckFinding(record.id, path, message, hint, offset=offset)


def _names(record: Record) -> tuple[tuple[FieldPath, str, int], ...]:
    """Return where a record may name a person: the path, the first letters and the offset."""
    matches = ((path, _NAMED.search(text)) for path, text in _texts(record))
    return tuple((path, match.group()[:3], match.start()) for path, match in matches if match)


def _texts(record: Record) -> Iterator[tuple[FieldPath, str]]:
    yield from prose_texts(record)
    for number, quote in enumerate(record.quotes):
        yield ("quotes", number, "role"), quote.role
        yield ("quotes", number, "text"), quote.text
    if record.summary:
        yield ("summary",), record.summary


CHECKS = (warning("C319", small_counts_are_not_given), warning("C320", people_are_not_named))
