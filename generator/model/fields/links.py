"""Relations between records, declared with the field that holds the id."""

from __future__ import annotations

import types
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.diagnostics import choice_with_article
from generator.field_path import FieldPath
from generator.model.fields.marks import mark_of

# “internal” is spread within one area, which does not count as learning from others.
RelationState = Literal["happened", "planned", "halted", "internal"]


@dataclass(frozen=True, slots=True)
class Link:
    """The relation that a field of record ids declares.

    `kinds`: the kinds that it may name; `*` is any. `edge`: the type of the graph edge from the
    record to the one that it names, or in the other direction with `reverse`; None for no edge.
    `backlink_heading`: the heading under which the named record lists the records that name it.
    `planned`, `halted`, `internal`: the headings for relations in these states. `words`: the label
    of the edge in figures, where the edge type would claim more than the record says.
    """

    kinds: tuple[str, ...]
    edge: str | None
    backlink_heading: str
    reverse: bool = False
    planned: str = ""
    halted: str = ""
    internal: str = ""
    words: str = ""

    def heading(self, state: RelationState) -> str:
        """Return the heading for relations in this state, or else `backlink_heading`."""
        headings = {"planned": self.planned, "halted": self.halted, "internal": self.internal}
        return headings.get(state) or self.backlink_heading

    @property
    def request(self) -> str:
        """The hint on what to write in the field; empty where any kind is allowed."""
        return "" if "*" in self.kinds else f"Write the id of {choice_with_article(self.kinds)}."


@dataclass(frozen=True, slots=True)
class NestedRecords:
    """Mark of a field whose values become records; their references and text count as theirs."""


@dataclass(frozen=True, slots=True)
class Reference:
    """One reference to another record: the path of the field, the id, and the relation."""

    path: FieldPath
    target: str
    link: Link


_Step = Callable[[Any], Iterator[Reference]]


def references(record: BaseModel) -> Iterator[Reference]:
    """Yield every reference of a record, in the order of its fields.

    Leaves out `[[id]]` in prose, and values that become records.
    """
    for walk in _walks(type(record)):
        yield from walk(record)


def nested_model(annotation: Any) -> type[BaseModel] | None:
    """Return the model class in an annotation such as `tuple[Lesson, ...] | None`, or None."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    origin = get_origin(annotation)
    if origin in (tuple, Union, types.UnionType, Annotated):
        return next((m for m in map(nested_model, get_args(annotation)) if m), None)
    return None


def is_list(annotation: Any) -> bool:
    """Return whether a field of this type holds a list, such as `tuple[Lesson, ...] | None`."""
    if get_origin(annotation) is tuple:
        return True
    return any(is_list(part) for part in get_args(annotation))


def direct_fields(model: type[BaseModel]) -> Iterator[tuple[str, FieldInfo]]:
    """Yield the fields of a model, without those whose values become records."""
    for name, info in model.model_fields.items():
        if mark_of(info, NestedRecords) is None:
            yield name, info


def links_in(model: type[BaseModel]) -> Iterator[tuple[FieldInfo, Link]]:
    """Yield every field that names records, in a model and its nested models, with its relation."""
    for _, info in direct_fields(model):
        link = mark_of(info, Link)
        inner = nested_model(info.annotation)
        if link is not None:
            yield info, link
        elif inner is not None:
            yield from links_in(inner)


@cache
def _walks(model: type[BaseModel]) -> tuple[_Step, ...]:
    walks: list[_Step] = []
    for name, info in direct_fields(model):
        link = mark_of(info, Link)
        inner = nested_model(info.annotation)
        if link is not None:
            walks.append(_names(name, link))
        elif inner is not None and _walks(inner):
            walks.append(_inside(name))
    return tuple(walks)


def _names(field: str, link: Link) -> _Step:
    def walk(record: Any) -> Iterator[Reference]:
        value = getattr(record, field)
        if isinstance(value, str):
            yield Reference((field,), value, link)
        elif value:
            for number, target in enumerate(value):
                yield Reference((field, number), target, link)

    return walk


def _inside(field: str) -> _Step:
    def walk(record: Any) -> Iterator[Reference]:
        value = getattr(record, field)
        if isinstance(value, BaseModel):
            for reference in references(value):
                yield Reference((field, *reference.path), reference.target, reference.link)
        elif value:
            for number, item in enumerate(value):
                for reference in references(item):
                    yield Reference(
                        (field, number, *reference.path), reference.target, reference.link
                    )

    return walk
