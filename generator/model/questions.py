"""The model as questions to people: what every way of writing a record is made from.

The form, the JSON Schema and the spreadsheet ask the same questions, so that a record made by one
of them reads back as if it had been made by another.
"""

from __future__ import annotations

import types
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import AfterValidator, BaseModel
from pydantic.fields import FieldInfo

from generator.model.display.field_display import FieldDisplay, vocabulary_of
from generator.model.display.vocabulary import Option
from generator.model.fields.links import Link, nested_model
from generator.model.fields.types import (
    MAX_LINE_LENGTH,
    MAX_STORY_LENGTH,
    MAX_TEXT_LENGTH,
    SHAPE_OF_VALIDATOR,
    Markdown,
    PartialDate,
)
from generator.model.kind import Kind
from generator.model.record import BODY_FIELD, asked_fields

Shape = Literal[
    "line", "text", "story", "choice", "date", "number", "whole", "yes-no", "web", "id",
    "record", "group",
]  # fmt: skip
MAX_LENGTHS: dict[Shape, int] = {
    "line": MAX_LINE_LENGTH,
    "text": MAX_TEXT_LENGTH,
    "story": MAX_STORY_LENGTH,
}
_PLAIN: dict[type, Shape] = {PartialDate: "date", int: "whole", bool: "yes-no"}


@dataclass(frozen=True, slots=True)
class Question:
    """One field as people are asked for it.

    `shape` says what an answer looks like; `many` that there may be several. `options` are the
    allowed words. `kinds` are those that a record named here may be of; `*` is any. `inside` are
    the questions of a group. `part` is the part of the record's page where the answer stands.
    """

    name: str
    label: str
    help: str
    example: str
    shape: Shape
    many: bool
    required: bool
    asked_first: bool
    part: str
    options: tuple[Option, ...] = ()
    kinds: tuple[str, ...] = ()
    inside: tuple[Question, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """The allowed words; none where people write their own."""
        return tuple(one.word for one in self.options)


def questions_of(kind: Kind) -> tuple[Question, ...]:
    """The questions of a kind, in the order in which people are asked."""
    return questions(kind.written_model)


@cache
def questions(model: type[BaseModel]) -> tuple[Question, ...]:
    """The questions of a record, or of a part of one."""
    names = [name for name in asked_fields(model) if name != "id" or "kind" not in vars(model)]
    return tuple(_question(name, model.model_fields[name]) for name in names)


def _question(name: str, info: FieldInfo) -> Question:
    shown = next(mark for mark in info.metadata if isinstance(mark, FieldDisplay))
    link = next((mark for mark in info.metadata if isinstance(mark, Link)), None)
    inner = nested_model(info.annotation)
    vocabulary = vocabulary_of(info)
    options = vocabulary.options if vocabulary else ()
    return Question(
        name=name,
        label=shown.label,
        help=shown.help,
        example=shown.example,
        shape=_shape(name, info, link, inner, options),
        many=_is_list(info.annotation),
        required=info.is_required(),
        asked_first=shown.asked_first,
        part=shown.part,
        options=options,
        kinds=link.kinds if link else (),
        inside=questions(inner) if inner else (),
    )


def _shape(
    name: str,
    info: FieldInfo,
    link: Link | None,
    inner: type[BaseModel] | None,
    options: tuple[Option, ...],
) -> Shape:
    if inner is not None:
        return "group"
    if link is not None:
        return "record"
    if options:
        return "choice"
    if name == BODY_FIELD:
        return "story"
    return _simple(info.annotation, tuple(info.metadata))


def _simple(annotation: Any, marks: tuple[Any, ...]) -> Shape:
    """The shape of a single value, or of each in a list."""
    if any(isinstance(mark, Markdown) for mark in marks):
        return "text"
    special = (
        SHAPE_OF_VALIDATOR.get(mark.func) for mark in marks if isinstance(mark, AfterValidator)
    )
    if (found := next((one for one in special if one), None)) is not None:
        return found
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *more = get_args(annotation)
        return _simple(inner, (*marks, *more))
    if origin in (tuple, Union, types.UnionType):
        parts = (part for part in get_args(annotation) if part not in (type(None), Ellipsis))
        return _simple(next(parts), marks)
    if isinstance(annotation, type):
        return _PLAIN.get(annotation, "line" if annotation is str else "number")
    return "line"


def _is_list(annotation: Any) -> bool:
    if get_origin(annotation) is tuple:
        return True
    return any(
        _is_list(part) for part in get_args(annotation) if get_origin(annotation) is not tuple
    )
