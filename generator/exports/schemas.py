"""A JSON Schema (draft 2020-12) for each kind, with which editors complete and check files.

YAML reads `2020` as a number and `yes` as true, but the academy reads both as text. So the schemas
accept either wherever text, a date, or yes or no is allowed.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

from generator.exports.export import AcademyEdition, DataFile, Export
from generator.model.fields.academy_vocabulary import AcademyVocabulary
from generator.model.fields.date_forms import WRITTEN_DATE_PATTERN
from generator.model.fields.id_suggestions import MAX_ID_LENGTH
from generator.model.fields.media import DOCUMENT_ENDINGS, PICTURE_ENDINGS, schema_pattern
from generator.model.fields.refusals import DATE_HELP
from generator.model.fields.types import ID_PATTERN, P_VALUE_PATTERN
from generator.model.kinds import KINDS, Kind
from generator.model.questions import MAX_LENGTHS, Question, Shape, questions_of, words_of
from generator.model.record import BODY_FIELD
from generator.site_paths import DATA_FOLDER

SCHEMA_FOLDER = "schema"
DIALECT = "https://json-schema.org/draft/2020-12/schema"
_YES_NO = ["yes", "no", True, False]


def schema_text(kind: Kind, vocabulary: AcademyVocabulary) -> str:
    """Return the JSON text of the schema of a kind's files, with the terms of `vocabulary`."""
    asked = [question for question in questions_of(kind) if question.name != BODY_FIELD]
    fields = object_schema(asked, partial(_field_schema, vocabulary))
    schema = {
        "$schema": DIALECT,
        "title": kind.label,
        "description": kind.about,
        **fields,
        "properties": {**fields["properties"], **_RELEASE_DATES},
    }
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def object_schema(
    asked: Sequence[Question], field: Callable[[Question], dict[str, Any]]
) -> dict[str, Any]:
    """Return the schema of an object with these fields; `field` returns that of one field."""
    needed = [question.name for question in asked if question.required]
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": {question.name: field(question) for question in asked},
        **({"required": needed} if needed else {}),
        **_exactly_one(asked),
    }


def _exactly_one(asked: Sequence[Question]) -> dict[str, Any]:
    """Return the rule that exactly one of some fields is filled, where there are such fields."""
    names = next((question.one_of for question in asked if question.one_of), ())
    stated = {"not": {"type": "null"}}
    filled = [{"required": [name], "properties": {name: stated}} for name in names]
    return {"oneOf": filled} if filled else {}


def _field_schema(vocabulary: AcademyVocabulary, question: Question) -> dict[str, Any]:
    value = (
        object_schema(question.inside, partial(_field_schema, vocabulary))
        if question.inside
        else _value_schema(question, vocabulary)
    )
    if question.many:
        value = {"type": ["array", "null"], "items": value}
        if question.required:
            value = {"type": "array", "minItems": 1, "items": value["items"]}
    elif not question.required:
        value = _nullable(value)
    texts = {"title": question.label, "description": _field_description(question)}
    examples = {"examples": [question.example]} if question.example and not question.inside else {}
    return {**texts, **value, **examples}


def _nullable(value: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a field that may be left empty."""
    if "enum" in value:
        return {**value, "enum": [*value["enum"], None]}
    kinds = value.get("type", [])
    return {**value, "type": [*([kinds] if isinstance(kinds, str) else kinds), "null"]}


def _field_description(question: Question) -> str:
    if question.shape == "date":
        return f"{question.help} {DATE_HELP}"
    if question.kinds and "*" not in question.kinds:
        return f"{question.help} The id of a record: {' or '.join(question.kinds)}."
    return question.help


def _value_schema(question: Question, vocabulary: AcademyVocabulary) -> dict[str, Any]:
    if words := words_of(question, vocabulary):
        return {"enum": [*words, *_earlier_words(question, vocabulary)]}
    if question.shape == "yes-no":
        return {"enum": _YES_NO}
    if question.limit:
        most = question.limit.most
        return {**_VALUES["number"], "minimum": -most, "maximum": most}
    return dict(_VALUES.get(question.shape) or _text_schema(question.shape))


def _earlier_words(question: Question, vocabulary: AcademyVocabulary) -> Iterator[str]:
    """Yield the earlier ids of the terms that a question allows; they still read."""
    for term in vocabulary.section(question.section) if question.section else ():
        yield from term.definition.was


def _text_schema(shape: Shape) -> dict[str, Any]:
    return {"type": ["string", "number", "boolean"], "maxLength": MAX_LENGTHS[shape]}


_RELEASE_DATES = {
    name: {
        "title": title,
        "description": "“academy release” writes this date. Leave it as it is.",
        "type": ["string", "null"],
        "pattern": WRITTEN_DATE_PATTERN,
    }
    for name, title in (("added_on", "Added on"), ("changed_on", "Changed on"))
}
_ID = {"type": "string", "pattern": f"^{ID_PATTERN}$", "maxLength": MAX_ID_LENGTH}
_SHORT = f"(?![^/]{{{MAX_ID_LENGTH + 1}}}){ID_PATTERN}"
# the id of a record of this academy, or the full name of one of another academy
_NAME = {"type": "string", "pattern": f"^{_SHORT}(?:/{_SHORT})?$"}
_VALUES: dict[Shape, dict[str, Any]] = {
    "record": _NAME,
    "id": _ID,
    "date": {"type": ["string", "integer"], "pattern": WRITTEN_DATE_PATTERN},
    "number": {"type": ["number", "string"], "pattern": r"^-?\d{1,15}(\.\d{1,6})?$"},
    "whole": {"type": ["integer", "string"], "pattern": r"^[0-9]{1,9}$"},
    "web": {"type": "string", "pattern": "^https?://"},
    "p-value": {"type": ["number", "string"], "pattern": f"^(?:{P_VALUE_PATTERN})$"},
    "picture-file": {"type": "string", "pattern": schema_pattern(PICTURE_ENDINGS)},
    "document-file": {"type": "string", "pattern": schema_pattern(DOCUMENT_ENDINGS)},
}


def files(edition: AcademyEdition) -> Iterator[DataFile]:
    """Yield the schema of each kind that has files."""
    for kind in KINDS:
        if kind.folder:
            url = f"{DATA_FOLDER}{SCHEMA_FOLDER}/{kind.schema_file}"
            yield DataFile(url, partial(_schema_content, edition, kind), kind.labels)


def _schema_content(edition: AcademyEdition, kind: Kind) -> bytes:
    return schema_text(kind, edition.index.catalogue.vocabulary).encode()


EXPORT = Export(
    "schemas",
    "Schemas for record files",
    "Write records in a text editor that checks them",
    "For people who write records in a text editor. If the editor supports JSON Schema, it "
    "suggests fields and marks errors as you type.",
    files,
)
