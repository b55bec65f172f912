"""How complete each record is, and what to add next."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from pydantic import BaseModel

from generator.analysis.index import AdoptionIndex, memoised
from generator.analysis.insights.insight import Insight
from generator.model.display.field_display import FieldDisplay, display_of
from generator.model.fields.links import nested_model
from generator.model.kinds import KIND_OF
from generator.model.record import Record


@dataclass(frozen=True, slots=True)
class Completeness:
    """How much of what readers look for a record says.

    `filled` of `asked` fields; `next`: the first field that is missing, None when all are there;
    a field inside another is written with a dot.
    """

    filled: int
    asked: int
    next: str | None


@memoised
def completeness(index: AdoptionIndex) -> dict[str, Completeness]:
    """For each record: how many of the fields that its page always shows are filled, and the
    first one that is not. Fields stand in the order of the model, which is the order of use to a
    reader, so the first missing one is the most useful to add.
    """
    return {one.id: _of(one) for one in index.catalogue.records.values()}


def _of(record: Record) -> Completeness:
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
    """The paths of the fields that are always shown and that people write: those on the first
    screen first, those that every record has last.
    """
    found: list[tuple[int, tuple[str, ...]]] = []
    for name, info in model.model_fields.items():
        if name not in written.model_fields:
            continue
        mark = next((m for m in info.metadata if isinstance(m, FieldDisplay)), None)
        inner = nested_model(info.annotation)
        if mark is not None and (mark.always or name == "summary"):
            found.append((_place(mark, name), (name,)))
        elif mark is not None and inner is not None and isinstance(info.default, BaseModel):
            names = (n for n, i in inner.model_fields.items() if display_of(i).always)
            found += [(1, (name, one)) for one in names]
    return tuple(path for _, path in sorted(found, key=lambda item: item[0]))


def _place(mark: FieldDisplay, name: str) -> int:
    if mark.key or name == "summary":
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
