"""How complete each record is, and which field to add next."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from pydantic import BaseModel

from generator.analysis.index import AdoptionIndex, memoised
from generator.analysis.insights.insight import Insight
from generator.model.display.field_display import FieldDisplay, display_of
from generator.model.fields.links import nested_model
from generator.model.fields.marks import mark_of
from generator.model.kinds import KIND_OF
from generator.model.record import Record


@dataclass(frozen=True, slots=True)
class Completeness:
    """How many of the fields that its page always shows a record has filled.

    `filled` of `asked` fields. `next`: the first missing field, or None; a nested field is written
    with a dot.
    """

    filled: int
    asked: int
    next: str | None


@memoised
def completeness(index: AdoptionIndex) -> dict[str, Completeness]:
    """For each record: how many of the fields that its page always shows are filled in, and the
    first one that is not. Fields are in the order of their use to a reader, so the first missing
    one is the most useful to add.
    """
    return {record.id: _completeness(record) for record in index.catalogue.records.values()}


def _completeness(record: Record) -> Completeness:
    kind = KIND_OF[record.kind]
    missing = [
        path
        for path in _wanted(kind.model, kind.written_model)
        if _value(record, path) in (None, (), "")
    ]
    asked = len(_wanted(kind.model, kind.written_model))
    return Completeness(asked - len(missing), asked, ".".join(missing[0]) if missing else None)


@cache
def _wanted(model: type[BaseModel], written: type[BaseModel]) -> tuple[tuple[str, ...], ...]:
    """Return the paths of the fields that are always shown and that people write.

    Fields of the summary come first, fields common to all records last.
    """
    ranked_paths: list[tuple[int, tuple[str, ...]]] = []
    for name, info in model.model_fields.items():
        if name not in written.model_fields:
            continue
        display = mark_of(info, FieldDisplay)
        inner = nested_model(info.annotation)
        if display is not None and (display.always or name == "summary"):
            ranked_paths.append((_rank(display, name), (name,)))
        elif display is not None and inner is not None and isinstance(info.default, BaseModel):
            names = (n for n, i in inner.model_fields.items() if display_of(i).always)
            ranked_paths += [(1, (name, nested)) for nested in names]
    return tuple(path for _, path in sorted(ranked_paths, key=lambda item: item[0]))


def _rank(display: FieldDisplay, name: str) -> int:
    if display.key or name == "summary":
        return 0
    return 2 if name in Record.model_fields else 1


def _value(record: BaseModel, path: tuple[str, ...]) -> object:
    value: object = record
    for name in path:
        value = getattr(value, name)
    return value


INSIGHTS = (
    Insight("completeness", "What would be most useful to add to each record?", completeness),
)
