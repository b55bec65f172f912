"""Pictures and documents of another academy, under names that no own file has."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import Any

from pydantic import BaseModel

from generator.federation.full_names import Step, outside_code, steps_of, with_values
from generator.markdown.pictures import PICTURE_PATTERN
from generator.model.fields.media import MEDIA_FOLDER
from generator.model.kinds.resource import Resource
from generator.model.record import Picture, Record

RenameFile = Callable[[str], str | None]
# what no page shows as a picture, unless it has a name of another academy already
_OTHER_IN_PROSE = re.compile(rf"!?\[([^\[\]\n]*)\]\(<?{MEDIA_FOLDER}/(?!~)[^()\n]*\)")


def with_media_names(record: Record, rename: RenameFile) -> Record:
    """Return a record whose pictures and document have other names.

    A file for which `rename` gives None is left out; what a picture shows stays as words.
    """
    changes = _texts(record, rename)
    if record.pictures:
        changes["pictures"] = tuple(_pictures(record.pictures, rename))
    if isinstance(record, Resource) and record.file:
        changes["file"] = rename(record.file)
    return with_values(record, changes) if changes else record


def _pictures(pictures: tuple[Picture, ...], rename: RenameFile) -> list[Picture]:
    named = ((picture, rename(picture.file)) for picture in pictures)
    return [with_values(picture, {"file": name}) for picture, name in named if name]


def _texts(model: BaseModel, rename: RenameFile) -> dict[str, Any]:
    """Return the fields of a model whose texts have pictures, with their names changed."""
    changes = {}
    for name, step in steps_of(type(model)):
        if step in ("prose", "inside") and (before := getattr(model, name)):
            after = _renamed(before, step, rename)
            if after is not before:
                changes[name] = after
    return changes


def _renamed(value: Any, step: Step, rename: RenameFile) -> Any:
    if isinstance(value, tuple):
        items = tuple(_renamed(item, step, rename) for item in value)
        is_same = all(new is old for new, old in zip(items, value, strict=True))
        return value if is_same else items
    if isinstance(value, BaseModel):
        changes = _texts(value, rename)
        return with_values(value, changes) if changes else value
    if step != "prose" or f"{MEDIA_FOLDER}/" not in value:
        return value
    return outside_code(value, partial(_prose, rename=rename))


def _prose(text: str, rename: RenameFile) -> str:
    def picture(match: re.Match[str]) -> str:
        name = rename(match["file"])
        if not name:
            return match["alt"]
        start, end = (place - match.start() for place in match.span("file"))
        return f"{match[0][:start]}{name}{match[0][end:]}"

    return _OTHER_IN_PROSE.sub(r"\1", PICTURE_PATTERN.sub(picture, text))
