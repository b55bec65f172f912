"""Records of another academy under their full names, so that no id is that of another record."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any, Literal, TypeVar

from pydantic import BaseModel

from generator.model.fields.full_names import is_full_name
from generator.model.fields.links import Link, nested_model
from generator.model.fields.marks import mark_of
from generator.model.fields.media import MEDIA_FOLDER
from generator.model.fields.prose import CODE_PATTERN, MENTION_PATTERN, is_prose
from generator.model.record import Record

Rename = Callable[[str], str]
R = TypeVar("R", bound=BaseModel)
_Step = Literal["ids", "names", "prose", "inside"]
_IDS = ("id", "aliases")  # beside the fields that name other records
_NAMES = ("same_as",)  # full names of records, and other texts
# pictures and documents stay in their own academy
_MEDIA_FIELDS = {"pictures": (), "file": None}
_MEDIA_IN_PROSE = re.compile(rf"!?\[([^\[\]\n]*)\]\(<?{MEDIA_FOLDER}/[^()\n]*\)")


def with_full_names(record: R, rename: Rename) -> R:
    """Return a record whose id, and every id that it names, is renamed.

    It leaves out pictures and documents; what a picture shows stays as words.
    """
    changes = {
        name: _renamed(getattr(record, name), step, rename)
        for name, step in _steps(type(record))
        if getattr(record, name)
    }
    if isinstance(record, Record):
        changes |= {name: empty for name, empty in _MEDIA_FIELDS.items() if hasattr(record, name)}
    if not changes:
        return record
    values = {name: getattr(record, name) for name in type(record).model_fields} | changes
    # without validation: the values are valid, and a full name is allowed in no file as an id
    return type(record).model_construct(_fields_set=set(record.model_fields_set), **values)


def _renamed(value: Any, step: _Step, rename: Rename) -> Any:
    if isinstance(value, tuple):
        items = (_renamed(item, step, rename) for item in value)
        return tuple(dict.fromkeys(items) if step == "ids" else items)
    if step == "names":
        return rename(value) if is_full_name(value) else value
    if step == "inside":
        return with_full_names(value, rename) if isinstance(value, BaseModel) else value
    return rename(value) if step == "ids" else _prose(value, rename)


def _prose(text: str, rename: Rename) -> str:
    """Return Markdown in which every mention outside code names the record by its full name."""
    if "[" not in text:
        return text
    parts, last = [], 0
    for code in CODE_PATTERN.finditer(text):
        parts += [_mentions(text[last : code.start()], rename), code[0]]
        last = code.end()
    return "".join((*parts, _mentions(text[last:], rename)))


def _mentions(text: str, rename: Rename) -> str:
    text = _MEDIA_IN_PROSE.sub(r"\1", text)
    return MENTION_PATTERN.sub(
        lambda match: f"[[{rename(match[1].strip())}{f'|{match[2]}' if match[2] else ''}]]", text
    )


@cache
def _steps(model: type[BaseModel]) -> tuple[tuple[str, _Step], ...]:
    """Return what to do with each field of a model that can name a record."""
    steps: list[tuple[str, _Step]] = []
    for name, info in model.model_fields.items():
        if name in _IDS or mark_of(info, Link) is not None:
            steps.append((name, "ids"))
        elif name in _NAMES:
            steps.append((name, "names"))
        elif is_prose(info.annotation, info.metadata):
            steps.append((name, "prose"))
        elif nested_model(info.annotation) is not None:
            steps.append((name, "inside"))
    return tuple(steps)
