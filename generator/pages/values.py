"""One value of a record to the pieces that show it."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.kinds.base import Citation, Shown, vocabulary_of
from generator.kinds.links import Link, model_in
from generator.kinds.prose import is_prose
from generator.kinds.types import PartialDate
from generator.kinds.words import Option, read_amount, read_date
from generator.pages.model import Chip, Outside, Piece, Pieces, Prose, Silent, Words
from generator.pages.site import Site

# the field that a line of `inferred` starts with, what of it, and the rest
FIELD_NAME = re.compile(r"([a-z_]+)(?:\.([a-z0-9-]+))?((?:\W.*)?)$", re.DOTALL)
SILENT: Pieces = (Silent(),)


class FieldView:
    """What the pages need to know of a field, worked out once."""

    def __init__(self, name: str, info: FieldInfo) -> None:
        self.name = name
        self.shown = next((m for m in info.metadata if isinstance(m, Shown)), None)
        self.link = next((m for m in info.metadata if isinstance(m, Link)), None)
        self.model = model_in(info.annotation)
        self.prose = is_prose(info.annotation, info.metadata)
        self.vocabulary = vocabulary_of(info)

    @property
    def label(self) -> str:
        """The name that people see."""
        return self.shown.label if self.shown else self.name


@cache
def views(model: type[BaseModel]) -> tuple[FieldView, ...]:
    """The fields of a model that people see, in its order."""
    found = (FieldView(name, info) for name, info in model.model_fields.items())
    return tuple(view for view in found if view.shown is not None)


@cache
def view_of(model: type[BaseModel], name: str) -> FieldView:
    """One field of a model."""
    return FieldView(name, model.model_fields[name])


def pieces(site: Site, holder: BaseModel, field: FieldView, unit: str | None = None) -> Pieces:
    """The value of a field; `SILENT` when there is none. `unit` is that of the whole record."""
    value = getattr(holder, field.name)
    if value is None or value == ():
        return SILENT
    values = value if isinstance(value, tuple) else (value,)
    found: list[Piece] = []
    for one in values:
        found += _one(site, holder, field, one, unit)
    return tuple(found)


def chips(site: Site, holder: BaseModel, name: str) -> tuple[Chip, ...]:
    """The value of a field as labels for a list; nothing when there is none."""
    field = view_of(type(holder), name)
    found: list[Chip] = []
    for piece in pieces(site, holder, field):
        if isinstance(piece, Chip):
            found.append(piece)
        elif isinstance(piece, Words):
            found.append(Chip(f"{field.label} {piece.text}", "open"))
        elif not isinstance(piece, Silent | Prose | Outside):
            found.append(Chip(piece.title, "plain"))
    return tuple(found)


def _one(site: Site, holder: BaseModel, field: FieldView, value: Any, unit: str | None) -> Pieces:
    if isinstance(value, Citation):
        return (site.to(value.resource, where(value)),)
    if isinstance(value, BaseModel):
        return _in_line(site, value, unit_of(holder))
    if field.link is not None:
        return (site.to(value),)
    if field.name == "inferred":
        return (plainly(site, holder, value),)
    return (_scalar(field, value, vars(holder).get("unit") or unit),)


def where(citation: Citation) -> str:
    """The place in a document: “Results, lines 3-5”, or “Results, page 3” as it is written."""
    lines = citation.lines or ""
    word = "lines " if lines[:1].isdigit() else ""
    return f"{citation.section}, {word}{lines}" if lines else citation.section


def plainly(site: Site, holder: BaseModel, line: str) -> Words:
    """A line of `inferred` with the field it starts with under the name that people know."""
    match = FIELD_NAME.match(line)
    if match is None or match.group(1) not in type(holder).model_fields:
        return Words(line)
    label = view_of(type(holder), match.group(1)).label
    inner = match.group(2)
    named = f": {site.catalogue.title(inner)}" if inner else ""
    return Words(f"{label}{named}{match.group(3)}")


def unit_of(holder: BaseModel) -> str | None:
    """The unit of a measure's level; a change in percent says nothing of the level's unit."""
    values = vars(holder)  # a model takes very long to say that it has no such field
    return None if values.get("form") == "percent-change" else values.get("unit")


def chip_of(option: Option) -> Chip:
    """An allowed word as a label."""
    return Chip(option.label, option.tone)


def _scalar(field: FieldView, value: Any, unit: str | None) -> Piece:
    if isinstance(value, str):
        return _text(field, value)
    if isinstance(value, bool):
        return Words("Yes" if value else "No")
    if isinstance(value, PartialDate):
        return Words(read_date(value))
    if isinstance(value, Decimal):
        measured = field.shown is not None and field.shown.measured
        return Words(read_amount(value, unit if measured else None))
    # a year has no thousands
    return Words(str(value) if field.name == "year" else f"{value:,}")


def _text(field: FieldView, value: str) -> Piece:
    if field.vocabulary:
        return chip_of(field.vocabulary.option(value))
    if value.startswith(("https://", "http://")):
        return Outside(value)
    return Prose(value) if field.prose else Words(value)


def _in_line(site: Site, holder: BaseModel, unit: str | None) -> Pieces:
    """A small value within a line; a yes is said by the field's name."""
    found: list[Piece] = []
    for field in views(type(holder)):
        value = getattr(holder, field.name)
        if value is True:
            found.append(Words(field.label))
        elif value is not None and value is not False and value != ():
            found += pieces(site, holder, field, unit)
    if all(isinstance(piece, Words) for piece in found):
        return (Words(", ".join(getattr(piece, "text", "") for piece in found)),)
    return tuple(found)
