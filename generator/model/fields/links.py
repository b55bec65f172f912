"""Relations, declared with the field that writes them."""

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

# “internal”: a practice that spread within one area, which is not learning from others
RelationState = Literal["happened", "planned", "halted", "internal"]


@dataclass(frozen=True, slots=True)
class Link:
    """What a field that names records means.

    `kinds`: which kinds it may name. `edge`: the type of the graph edge, drawn from the record to
    the one it names, or the other way round when `reverse`; None draws no edge. `back`: the
    heading under which the named record lists the ones that name it. Where these may be planned,
    halted, or within one area only, such relations have headings of their own. `words`: how a
    picture reads the edge, where its name would say more than is known.
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
        """The heading for relations in this state; `back` where they have none of their own."""
        own = {"planned": self.planned, "halted": self.halted, "internal": self.internal}
        return own.get(state) or self.backlink_heading

    @property
    def request(self) -> str:
        """What to write in the field; empty where any kind will do."""
        return "" if "*" in self.kinds else f"Write the id of {choice_with_article(self.kinds)}."


@dataclass(frozen=True, slots=True)
class NestedRecords:
    """Marks a field whose values become records of their own: what they name and say is theirs."""


@dataclass(frozen=True, slots=True)
class Reference:
    """One place in a record that names another: the field's path, the id, the relation."""

    path: FieldPath
    target: str
    link: Link


_Step = Callable[[Any], Iterator[Reference]]


def references(record: BaseModel) -> Iterator[Reference]:
    """Every reference of a record, in the order of its fields.

    Prose is not looked into, nor are values that become records of their own.
    """
    for walk in _walks(type(record)):
        yield from walk(record)


def nested_model(annotation: Any) -> type[BaseModel] | None:
    """The model class inside an annotation such as `tuple[Lesson, ...] | None`, if any."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    origin = get_origin(annotation)
    if origin in (tuple, Union, types.UnionType, Annotated):
        return next((m for m in map(nested_model, get_args(annotation)) if m), None)
    return None


def direct_fields(model: type[BaseModel]) -> Iterator[tuple[str, FieldInfo]]:
    """The fields of a model but those whose values become records of their own."""
    for name, info in model.model_fields.items():
        if not any(isinstance(mark, NestedRecords) for mark in info.metadata):
            yield name, info


def links_in(model: type[BaseModel]) -> Iterator[tuple[FieldInfo, Link]]:
    """Every field that names records, in a model and in its parts, with what it means."""
    for _, info in direct_fields(model):
        link = next((m for m in info.metadata if isinstance(m, Link)), None)
        inner = nested_model(info.annotation)
        if link is not None:
            yield info, link
        elif inner is not None:
            yield from links_in(inner)


@cache
def _walks(model: type[BaseModel]) -> tuple[_Step, ...]:
    walks: list[_Step] = []
    for name, info in direct_fields(model):
        link = next((m for m in info.metadata if isinstance(m, Link)), None)
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
            for found in references(value):
                yield Reference((field, *found.path), found.target, found.link)
        elif value:
            for number, item in enumerate(value):
                for found in references(item):
                    yield Reference((field, number, *found.path), found.target, found.link)

    return walk
