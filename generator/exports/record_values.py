"""The values of a record as data, with references resolved to ids.

The JSON files, the tables and the database are all made from these values. Each date stands in them
twice: in EDTF (ISO 8601-2) for programs, and in words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Any

from pydantic import BaseModel

from generator.analysis.insights import AdoptionIndex
from generator.analysis.release_news import added_days, changed_days
from generator.model.fields.dates import WrittenDate
from generator.model.fields.links import direct_fields
from generator.model.kind import url_of
from generator.model.kinds import KIND_OF
from generator.model.questions import Question, questions
from generator.model.record import Record

COMMON_FIELDS = ("id", "kind", "title", "page")  # fields of every record


@cache
def data_fields(model: type[BaseModel]) -> tuple[Question, ...]:
    """Return the fields of a kind or part, without those whose values are records themselves."""
    own_names = {name for name, _ in direct_fields(model)} - {*COMMON_FIELDS}
    return tuple(_with_words(q for q in questions(model) if q.name in own_names))


def date_words_field(name: str) -> str:
    """Return the name under which a date stands in words, beside its EDTF."""
    return f"{name}_words"


def _with_words(fields: Iterable[Question]) -> Iterator[Question]:
    for field in fields:
        yield replace(field, inside=tuple(_with_words(field.inside)))
        if field.shape == "date":
            name, label = date_words_field(field.name), f"{field.label}, in words"
            yield replace(
                field, name=name, label=label, help="The same date, in words.", shape="line"
            )


def record_values(index: AdoptionIndex, record: Record) -> dict[str, Any]:
    """Return the stated values of a record, ready for JSON."""
    kind = KIND_OF[record.kind]
    head = (record.id, record.kind, index.catalogue.title(record.id), url_of(kind, record.id))
    return {
        **dict(zip(COMMON_FIELDS, head, strict=True)),
        **dict(_field_values(index, record, kind.model)),
        **_release_dates(index, record),
    }


def _release_dates(index: AdoptionIndex, record: Record) -> dict[str, str]:
    """Return the days on which releases added and last changed a record, where there are such."""
    days = {"added_on": added_days(index), "changed_on": changed_days(index)}
    return {name: day.isoformat() for name, known in days.items() if (day := known.get(record.id))}


def _field_values(
    index: AdoptionIndex, value: BaseModel, model: type[BaseModel]
) -> Iterator[tuple[str, Any]]:
    names = vars(value)
    for field in data_fields(model):
        if field.name not in names:
            continue  # the words of a date, which come with it
        held = getattr(value, field.name)
        if isinstance(held, tuple):
            data: Any = [_field_value(index, field, item) for item in held]
        else:
            data = None if held is None else _field_value(index, field, held)
        if data not in (None, [], {}):
            yield field.name, data
        if isinstance(held, WrittenDate):
            yield date_words_field(field.name), held.words


def _field_value(index: AdoptionIndex, field: Question, value: Any) -> Any:
    if isinstance(value, BaseModel):
        return dict(_field_values(index, value, type(value)))
    if field.shape == "record":
        return index.id(value) or value
    return scalar_value(value)


def scalar_value(value: Any) -> Any:
    """Return a single value for JSON: numbers stay numbers, dates become EDTF (ISO 8601-2)."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value.edtf if isinstance(value, WrittenDate) else value
