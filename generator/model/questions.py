"""The model as questions: the common source of form, JSON Schema and spreadsheet.

All of them ask the same questions, so that a record written with one of them can be read and edited
with another.
"""

from __future__ import annotations

import types
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import AfterValidator, BaseModel
from pydantic.fields import FieldInfo

from generator.model.display.field_display import display_of, vocabulary_of
from generator.model.display.vocabulary import Option
from generator.model.fields.academy_vocabulary import AcademyVocabulary, section_of
from generator.model.fields.alternatives import alternatives_of
from generator.model.fields.dates import WrittenDate
from generator.model.fields.links import Link, is_list, nested_model
from generator.model.fields.marks import mark_of
from generator.model.fields.types import (
    MAX_LINE_LENGTH,
    MAX_STORY_LENGTH,
    MAX_TEXT_LENGTH,
    SHAPE_OF_VALIDATOR,
    DegreeLimit,
    Markdown,
)
from generator.model.fields.vocabulary_terms import SectionName
from generator.model.kind import Kind
from generator.model.record import BODY_FIELD, asked_fields, synonyms_of

Shape = Literal[
    "line", "text", "story", "choice", "date", "number", "whole", "yes-no", "web", "id",
    "p-value", "picture-file", "document-file", "record",
    "group",
]  # fmt: skip
MAX_LENGTHS: dict[Shape, int] = {
    "line": MAX_LINE_LENGTH,
    "text": MAX_TEXT_LENGTH,
    "story": MAX_STORY_LENGTH,
}
_PLAIN: dict[type, Shape] = {WrittenDate: "date", int: "whole", bool: "yes-no"}


@dataclass(frozen=True, slots=True)
class Question:
    """A field as a question.

    `shape`: the type of the answer. `many`: whether there may be several answers. `kinds`: the
    kinds of record that the answer may name; `*` is any. `relates`: whether the answer is a
    relation to another record, which no record has with itself. `inside`: the questions of a group.
    `part`: the section of the record's page that shows the answer. `one_of`: the questions, this
    one among them, of which exactly one is answered; empty for most. `limit`: the limit of an
    angle. `method_terms` are the allowed words where these are terms of the method, `section` names
    the section of the vocabulary where they are terms of the world; see `options_of`. `synonyms`:
    other names of the field; see `question_names`.
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
    method_terms: tuple[Option, ...] = ()
    section: SectionName | None = None
    kinds: tuple[str, ...] = ()
    relates: bool = False
    inside: tuple[Question, ...] = ()
    one_of: tuple[str, ...] = ()
    limit: DegreeLimit | None = None
    synonyms: tuple[str, ...] = ()


def options_of(question: Question, vocabulary: AcademyVocabulary) -> tuple[Option, ...]:
    """Return the allowed answers of a question, with their labels; empty for free text."""
    if question.section is None:
        return question.method_terms
    return tuple(Option(term, term.label) for term in vocabulary.section(question.section))


def words_of(question: Question, vocabulary: AcademyVocabulary) -> tuple[str, ...]:
    """Return the allowed words of a question; empty for free text."""
    return tuple(option.word for option in options_of(question, vocabulary))


def questions_of(kind: Kind) -> tuple[Question, ...]:
    """Return the questions of a kind, in the order in which people are asked."""
    return questions(kind.written_model)


@cache
def questions(model: type[BaseModel]) -> tuple[Question, ...]:
    """Return the questions of a record or of a nested model."""
    names = [name for name in asked_fields(model) if name != "id" or "kind" not in vars(model)]
    one_of = alternatives_of(model)
    return tuple(_question(model, name, one_of if name in one_of else ()) for name in names)


def _question(model: type[BaseModel], name: str, one_of: tuple[str, ...]) -> Question:
    info = model.model_fields[name]
    shown = display_of(info)
    link = mark_of(info, Link)
    inner = nested_model(info.annotation)
    words = vocabulary_of(info)
    section = section_of(info)
    return Question(
        name=name,
        label=shown.label,
        help=shown.help,
        example=shown.example,
        shape=_shape(name, info, link, inner, is_choice=bool(words or section)),
        many=is_list(info.annotation),
        required=info.is_required(),
        asked_first=shown.asked_first,
        part=shown.part,
        method_terms=words.options if words else (),
        section=section,
        kinds=link.kinds if link else (),
        relates=bool(link and link.edge),
        inside=questions(inner) if inner else (),
        one_of=one_of,
        limit=mark_of(info, DegreeLimit),
        synonyms=synonyms_of(model, name),
    )


def _shape(
    name: str,
    info: FieldInfo,
    link: Link | None,
    inner: type[BaseModel] | None,
    *,
    is_choice: bool,
) -> Shape:
    if inner is not None:
        return "group"
    if link is not None:
        return "record"
    if is_choice:
        return "choice"
    if name == BODY_FIELD:
        return "story"
    return _simple(info.annotation, tuple(info.metadata))


def _simple(annotation: Any, marks: tuple[Any, ...]) -> Shape:
    """Return the shape of a single value, or of the items of a list."""
    if any(isinstance(mark, Markdown) for mark in marks):
        return "text"
    special = (
        SHAPE_OF_VALIDATOR.get(mark.func) for mark in marks if isinstance(mark, AfterValidator)
    )
    if (shape := next((shape for shape in special if shape), None)) is not None:
        return shape
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
