"""Records of another academy under their full names, so that no id is that of another record."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Literal, TypeVar

from pydantic import BaseModel

from generator.model.fields.full_names import is_full_name
from generator.model.fields.links import Link, nested_model
from generator.model.fields.marks import mark_of
from generator.model.fields.prose import CODE_PATTERN, MENTION_PATTERN, is_prose

Rename = Callable[[str], str]
R = TypeVar("R", bound=BaseModel)
Step = Literal["ids", "names", "prose", "inside"]
_IDS = ("id", "aliases")  # beside the fields that name other records
_NAMES = ("same_as",)  # full names of records, and other texts


def with_full_names(record: R, rename: Rename) -> R:
    """Return a record whose id, and every id that it names, is renamed."""
    changes = {
        name: _renamed(getattr(record, name), step, rename)
        for name, step in steps_of(type(record))
        if getattr(record, name)
    }
    return with_values(record, changes) if changes else record


def with_values(record: R, changes: Mapping[str, Any]) -> R:
    """Return a record with other values in some fields."""
    values = {name: getattr(record, name) for name in type(record).model_fields} | {**changes}
    # without validation: the values are valid, and a full name is allowed in no file as an id
    return type(record).model_construct(_fields_set=set(record.model_fields_set), **values)


def _renamed(value: Any, step: Step, rename: Rename) -> Any:
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
    return outside_code(text, lambda part: _mentions(part, rename))


def outside_code(text: str, change: Callable[[str], str]) -> str:
    """Return Markdown whose text outside code is changed; only what has brackets can need it."""
    if "[" not in text:
        return text
    parts, last = [], 0
    for code in CODE_PATTERN.finditer(text):
        parts += [change(text[last : code.start()]), code[0]]
        last = code.end()
    return "".join((*parts, change(text[last:])))


def _mentions(text: str, rename: Rename) -> str:
    return MENTION_PATTERN.sub(
        lambda match: f"[[{rename(match[1].strip())}{f'|{match[2]}' if match[2] else ''}]]", text
    )


@cache
def steps_of(model: type[BaseModel]) -> tuple[tuple[str, Step], ...]:
    """Return what to do with each field of a model that can name a record."""
    steps: list[tuple[str, Step]] = []
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
