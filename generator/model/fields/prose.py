"""The Markdown text in a record, and the `[[id]]` mentions in it."""

from __future__ import annotations

import re
import types
from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel

from generator.field_path import FieldPath
from generator.model.fields.links import direct_fields, nested_model
from generator.model.fields.types import Markdown

# [[id]] or [[id|other words]]; in a table people also write [[id\|other words]]
MENTION_PATTERN = re.compile(r"\[\[([^\[\]|\n]{1,200}?)(?:\\?\|([^\[\]\n]{1,200}))?\]\]")
# A mention inside code is shown as it is written.
CODE_PATTERN = re.compile(r"^(```|~~~).*?^\1|(`+)[^`].*?\2", re.DOTALL | re.MULTILINE)
_NOT_LINE_END = re.compile(r"[^\n]")


class Mention(NamedTuple):
    """An `[[id]]` in prose: the path of its field, the id, and where it starts in the text."""

    path: FieldPath
    target: str
    offset: int


def mentions_in(record: BaseModel) -> Iterator[Mention]:
    """Yield each `[[id]]` in the prose of a record.

    Leaves out the prose of values that become records; it belongs to those.
    """
    for path, text in prose_texts(record):
        if "[[" in text:
            for match in MENTION_PATTERN.finditer(blank_code(text)):
                yield Mention(path, match.group(1).strip(), match.start())


def blank_code(text: str) -> str:
    """Return Markdown with spaces in place of code, so that positions stay the same."""
    return CODE_PATTERN.sub(lambda code: _NOT_LINE_END.sub(" ", code[0]), text)


def prose_texts(record: BaseModel) -> Iterator[tuple[FieldPath, str]]:
    """Yield each Markdown text in a record, with the path of its field."""
    for name, is_prose in _prose_fields(type(record)):
        yield from _texts(getattr(record, name), (name,), is_prose=is_prose)


def is_prose(annotation: Any, metadata: tuple[Any, ...] | list[Any] = ()) -> bool:
    """Return whether a field of this type holds Markdown, alone or in a list."""
    if any(isinstance(m, Markdown) for m in metadata):
        return True
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *marks = get_args(annotation)
        return is_prose(inner, marks)
    if origin in (tuple, Union, types.UnionType):
        return any(is_prose(inner) for inner in get_args(annotation))
    return False


@cache
def _prose_fields(model: type[BaseModel]) -> tuple[tuple[str, bool], ...]:
    prose_fields = []
    for name, info in direct_fields(model):
        prose = is_prose(info.annotation, info.metadata)
        inner = nested_model(info.annotation)
        if prose or (inner is not None and _prose_fields(inner)):
            prose_fields.append((name, prose))
    return tuple(prose_fields)


def _texts(value: Any, path: FieldPath, *, is_prose: bool) -> Iterator[tuple[FieldPath, str]]:
    if isinstance(value, str):
        if is_prose:
            yield path, value
    elif isinstance(value, BaseModel):
        for inner, text in prose_texts(value):
            yield (*path, *inner), text
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _texts(item, (*path, number), is_prose=is_prose)
