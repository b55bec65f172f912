"""One value of a record to the pieces that show it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.kinds.base import Citation, ReadsAs, Shown, vocabulary_of
from generator.kinds.inferred import FIELD_NAME, MARK, inferred_fields, is_inferred, marked
from generator.kinds.links import Link, model_in
from generator.kinds.measure import Baseline, MeasureFields
from generator.kinds.measure_words import baseline_unit, is_change, value_in_words
from generator.kinds.prose import is_prose
from generator.kinds.types import PartialDate
from generator.kinds.words import Option, read_amount, read_date
from generator.pages.model import Chip, Outside, Piece, Pieces, Prose, Silent, To, Words
from generator.pages.site import Site

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
        self._reads = next((m for m in info.metadata if isinstance(m, ReadsAs)), None)

    @property
    def label(self) -> str:
        """The name that people see."""
        return self.shown.label if self.shown else self.name

    def option(self, holder: BaseModel) -> Option | None:
        """The word that it holds, as people read it; None for no word, or a field without any."""
        word = getattr(holder, self.name)
        if self.vocabulary is None or not isinstance(word, str):
            return None
        return self._reads.option(holder) if self._reads else self.vocabulary.option(word)

    def option_marked(self, holder: BaseModel) -> Option | None:
        """The same where it stands without its label: an inferred word says so itself."""
        option = self.option(holder)
        if option is None or (self._reads is not None and self._reads.tells_inferred):
            return option
        return marked(option, inferred=is_inferred(holder, self.name))


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
    if field.name == "value" and isinstance(holder, MeasureFields) and is_change(holder):
        said = value_in_words(holder)
        return (Words(said[:1].upper() + said[1:]),)
    values = value if isinstance(value, tuple) else (value,)
    found: list[Piece] = []
    for one in values:
        found += _one(site, holder, field, one, unit)
    return tuple(found)


def chips(site: Site, holder: BaseModel, name: str) -> tuple[Chip, ...]:
    """The value of a field as labels for a list; nothing when there is none."""
    field = view_of(type(holder), name)
    option = field.option_marked(holder)
    if option is not None:
        return (chip_of(option),)
    found: list[Chip] = []
    for piece in marked_pieces(site, holder, field):
        if isinstance(piece, Words):
            found.append(Chip(f"{field.label} {piece.text}", "open"))
        elif isinstance(piece, To):
            note = f" ({piece.note})" if piece.note else ""
            found.append(Chip(f"{piece.title}{note}", "plain"))
    return tuple(found)


def marked_pieces(site: Site, holder: BaseModel, field: FieldView) -> Pieces:
    """The value of a field where it stands without its label: what is inferred says so itself."""
    option = field.option_marked(holder)
    if option is not None:
        return (chip_of(option),)
    value = pieces(site, holder, field)
    if value == SILENT or field.name not in inferred_fields(holder):
        return value
    if field.link is None:
        *first, last = value
        text = f"{last.text} ({MARK})" if isinstance(last, Words) else f"({MARK})"
        return (*(first if isinstance(last, Words) else value), Words(text))
    held = getattr(holder, field.name)
    targets = held if isinstance(held, tuple) else (held,)
    return tuple(
        replace(piece, note=MARK)
        if isinstance(piece, To) and is_inferred(holder, field.name, target)
        else piece
        for piece, target in zip(value, targets, strict=True)
    )


def _one(site: Site, holder: BaseModel, field: FieldView, value: Any, unit: str | None) -> Pieces:
    if isinstance(value, Citation):
        return (site.to(value.resource, where(value)),)
    if isinstance(value, BaseModel):
        return _in_line(site, value, unit_within(holder, value))
    if field.link is not None:
        return (site.to(value),)
    if field.name == "inferred":
        return (plainly(site, holder, value),)
    option = field.option(holder)
    if option is not None:
        return (chip_of(option),)
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


def unit_within(holder: BaseModel, value: BaseModel) -> str | None:
    """The unit of the figures in a part of a record: what a measure started from has one of its
    own.
    """
    if isinstance(holder, MeasureFields) and isinstance(value, Baseline):
        return baseline_unit(holder)
    unit: str | None = vars(holder).get("unit")
    return unit


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
    if value.startswith(("https://", "http://")):
        return Outside(value)
    return Prose(value) if field.prose else Words(value)


def _in_line(site: Site, holder: BaseModel, unit: str | None) -> Pieces:
    """A small value within a line; a yes is said by the field's name."""
    found: list[Piece] = []
    for field in views(type(holder)):
        value = getattr(holder, field.name)
        if field.shown is not None and not field.shown.part:
            continue  # it is shown with another
        if value is True:
            found.append(Words(field.label))
        elif value is not None and value is not False and value != ():
            found += pieces(site, holder, field, unit)
    if all(isinstance(piece, Words) for piece in found):
        return (Words(", ".join(getattr(piece, "text", "") for piece in found)),)
    return tuple(found)
