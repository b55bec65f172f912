"""The JSON Schema of the exported records.

The schemas of `schemas.py` describe what people may write. This one describes what programs read:
numbers are numbers, and fields without a value are absent.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from generator.exports.record_values import COMMON_FIELDS, data_fields
from generator.exports.schemas import DIALECT, object_schema
from generator.model.fields.academy_vocabulary import AcademyVocabulary
from generator.model.fields.media import DOCUMENT_ENDINGS, PICTURE_ENDINGS, schema_pattern
from generator.model.fields.types import ID_PATTERN
from generator.model.kinds import KINDS, Kind
from generator.model.questions import Question, Shape, words_of
from generator.site_paths import DATA_FOLDER

SCHEMA_URL = f"{DATA_FOLDER}schema/records.schema.json"
_EDTF_END = r"(?:\.\.|\d{4}(?:-\d{2}(?:-\d{2})?)?~?)"
DATE_PATTERN = rf"^{_EDTF_END}(?:/{_EDTF_END})?$"
# of a record of this academy, or the full name of one that it follows
_ID = {"type": "string", "pattern": f"^{ID_PATTERN}(?:/{ID_PATTERN})?$"}
_VALUES: dict[Shape, dict[str, Any]] = {
    "record": _ID,
    "id": _ID,
    "date": {"type": "string", "pattern": DATE_PATTERN},
    "number": {"type": "number"},
    "whole": {"type": "integer"},
    "yes-no": {"type": "boolean"},
    "web": {"type": "string", "pattern": "^https?://"},
    "p-value": {"type": "string"},
    "picture-file": {"type": "string", "pattern": schema_pattern(PICTURE_ENDINGS)},
    "document-file": {"type": "string", "pattern": schema_pattern(DOCUMENT_ENDINGS)},
}


def records_schema(vocabulary: AcademyVocabulary) -> dict[str, Any]:
    """Return the schema of one record, and of the file with all records."""
    kinds = {kind.name: _kind_schema(kind, vocabulary) for kind in KINDS}
    return {
        "$schema": DIALECT,
        "title": "Records of a learning academy",
        "description": "One record, or all of them under “records”.",
        "anyOf": [{"$ref": "#/$defs/record"}, {"$ref": "#/$defs/records"}],
        "$defs": {
            "record": {"anyOf": [{"$ref": f"#/$defs/{name}"} for name in kinds]},
            "records": {
                "type": "object",
                "required": ["records"],
                "properties": {
                    "academy": {"type": "string"},
                    "academy_id": {"type": "string"},
                    "licence": {"type": "string"},
                    "records": {"type": "array", "items": {"$ref": "#/$defs/record"}},
                },
                "additionalProperties": False,
            },
            **kinds,
        },
    }


def _kind_schema(kind: Kind, vocabulary: AcademyVocabulary) -> dict[str, Any]:
    head = {
        "id": _ID,
        "kind": {"const": kind.name},
        "title": {"type": "string"},
        "page": {"type": "string", "description": "The address of its page within the site."},
    }
    own_fields = object_schema(data_fields(kind.model), partial(_field_schema, vocabulary))
    return {
        "title": kind.label,
        "description": kind.about,
        **own_fields,
        "properties": {**head, **own_fields["properties"], **_RELEASE_DATES},
        "required": [*COMMON_FIELDS, *own_fields.get("required", ())],
    }


_RELEASE_DATES = {
    "added_on": {**_VALUES["date"], "description": "The release that added it."},
    "changed_on": {**_VALUES["date"], "description": "The last release that changed it."},
}


def _field_schema(vocabulary: AcademyVocabulary, question: Question) -> dict[str, Any]:
    value = (
        object_schema(question.inside, partial(_field_schema, vocabulary))
        if question.inside
        else _value_schema(question, vocabulary)
    )
    if question.many:
        value = {"type": "array", "items": value, "minItems": 1}
    return {"title": question.label, "description": question.help, **value}


def _value_schema(question: Question, vocabulary: AcademyVocabulary) -> dict[str, Any]:
    if words := words_of(question, vocabulary):
        return {"enum": list(words)}
    return dict(_VALUES.get(question.shape, {"type": "string"}))
