"""Validation errors of pydantic as faults: plain messages with positions in the file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from generator.diagnostics import clip, did_you_mean, join_words
from generator.english import counted
from generator.field_path import FieldPath
from generator.model.display.field_display import FieldDisplay, vocabulary_of
from generator.model.fields.links import Link, nested_model
from generator.model.fields.marks import mark_of
from generator.model.fields.refusals import REFUSALS
from generator.model.question_names import question_named
from generator.model.questions import Question, questions
from generator.records.source import SourceFault, SourceFile

MAX_FAULTS = 50
_NAME_STEP = "[key]"  # the last step of pydantic's path to a name in a map


def validation_faults(
    error: ValidationError, model: type[BaseModel], source: SourceFile
) -> list[SourceFault]:
    """Return each error as a fault with position, message and hint; at most `MAX_FAULTS`."""
    details = error.errors(include_url=False)
    faults = [_fault(_Refusal(detail, model), source) for detail in details[:MAX_FAULTS]]
    if len(details) > MAX_FAULTS:
        left = len(details) - MAX_FAULTS
        more = f"{counted(left, 'more error')} in this file."
        faults.append(
            SourceFault(source.place(()), "M299", more, "Correct the first ones, then check again.")
        )
    return faults


@dataclass(frozen=True)
class _Refusal:
    """A validation error of pydantic, with what the model says about the field."""

    detail: ErrorDetails
    model: type[BaseModel]

    @property
    def path(self) -> FieldPath:
        field = self.detail.get("ctx", {}).get("field")
        steps = (step for step in self.detail["loc"] if step != _NAME_STEP)
        return (*steps, *([field] if field else ()))

    @property
    def is_name(self) -> bool:
        """Whether the name of a value is refused, and not the value."""
        return self.detail["loc"][-1:] == (_NAME_STEP,)

    @property
    def name(self) -> str:
        """The last field name on the path, skipping list indices."""
        names = (step for step in reversed(self.path) if isinstance(step, str))
        return next(names, "the record")

    @property
    def written(self) -> str:
        value = self.detail["input"]
        return value if isinstance(value, str) else ""

    @property
    def field(self) -> FieldInfo | None:
        """The field of the model that holds the refused value; None where there is none."""
        path = self.path
        path = path[:-1] if path and isinstance(path[-1], int) else path
        holder = self._model_at(path[:-1])
        return holder.model_fields.get(str(path[-1])) if holder and path else None

    @property
    def required(self) -> bool:
        """Whether the field is required."""
        return bool(self.field and self.field.is_required())

    @property
    def allowed(self) -> tuple[str, ...]:
        """The words that the field allows; empty for other fields."""
        vocabulary = vocabulary_of(self.field) if self.field else None
        return vocabulary.words if vocabulary else ()

    @property
    def help(self) -> str:
        """What the model says one should write there."""
        display = mark_of(self.field, FieldDisplay) if self.field else None
        link = mark_of(self.field, Link) if self.field else None
        text = display.help if display else ""
        return f"{text} {link.request}".strip() if link else text

    def fields_at(self, path: FieldPath) -> list[str]:
        """Return the names of the fields that people can write at a path."""
        model = self._model_at(path)
        # a record's id is its file's name, so it is not offered as a field to write
        hidden = {"id"} if model is self.model else set()
        return [name for name in (model.model_fields if model else {}) if name not in hidden]

    def field_meant(self, name: str) -> Question | None:
        """Return the field beside which `name` stands that people also call by this name."""
        model = self._model_at(self.path[:-1])
        return question_named(questions(model), name) if model else None

    def _model_at(self, path: FieldPath) -> type[BaseModel] | None:
        model: type[BaseModel] | None = self.model
        at_name = False  # whether the next step is a name that people gave
        for step in path:
            if at_name:
                at_name = False
            elif isinstance(step, str) and model is not None:
                info = model.model_fields.get(step)
                annotation = info.annotation if info else None
                at_name = get_origin(annotation) is dict
                model = nested_model(get_args(annotation)[1] if at_name else annotation)
        return None if at_name else model


_Words = tuple[str, str, str]  # code, message, hint


def _fault(refusal: _Refusal, source: SourceFile) -> SourceFault:
    code, message, hint = _WORDS.get(refusal.detail["type"], _other)(refusal)
    at_key = refusal.detail["type"] == "extra_forbidden" or refusal.is_name
    offset = refusal.detail.get("ctx", {}).get("offset")
    if offset is None:
        place = source.place(refusal.path, at_key=at_key)
    else:
        place = source.place_within(refusal.path, offset)
    return SourceFault(place, code, message, hint, refusal.path)


def _missing(refusal: _Refusal) -> _Words:
    name = refusal.name
    message, hint = REFUSALS["missing"].words(name=name, help=refusal.help)
    return "M201", message, hint.strip()


def _unknown(refusal: _Refusal) -> _Words:
    name, path = refusal.name, refusal.path
    if path == ("kind",):
        hint = "Delete this line. The folder says which kind it is."
        return "M202", "Do not write “kind” in the file.", hint
    known = refusal.fields_at(path[:-1])
    meant = refusal.field_meant(name)
    hint = (
        did_you_mean(meant.name if meant else name, known)
        or f"The fields you can use here are {join_words(known, most=40)}."
    )
    return "M202", f"“{clip(name)}” is not a field that you can use here.", hint


def _empty(refusal: _Refusal) -> _Words:
    hint = f"Fill it in, or delete the line if you do not know. {refusal.help}".strip()
    if refusal.required:
        hint = f"You must fill this in. {refusal.help}".strip()
    return "M204", f"“{refusal.name}” is empty.", hint


def _choice(refusal: _Refusal) -> _Words:
    if refusal.detail["input"] is None:
        return _empty(refusal)
    allowed = refusal.allowed
    near = did_you_mean(refusal.written, allowed) if refusal.written else ""
    bare = refusal.written.strip("“”‘’\"'")
    if bare in allowed and bare != refusal.written:
        near = "Remove the quotation marks."
    what = f"“{clip(bare)}”" if bare else "This"
    hint = f"{near} Use one of: {', '.join(allowed)}.".strip()
    return "M203", f"{what} is not one of the allowed words.", hint


def _want_text(refusal: _Refusal) -> _Words:
    name = refusal.name
    if refusal.detail["input"] is None:
        return _empty(refusal)
    if isinstance(refusal.path[-1], int) and isinstance(refusal.detail["input"], dict):
        hint = 'Put the whole text in quotes: - "Nights: too few staff".'
        return "M205", f"This item of “{name}” contains a colon, so it is not read as text.", hint
    message = f"“{name}” must be one piece of text, but this is a list or has fields of its own."
    return "M205", message, f"Write “{name}: text”. If the text has a colon, put it in quotes."


def _want_list(refusal: _Refusal) -> _Words:
    name = refusal.name
    hint = f"Write “{name}:”. Below it, write each item on a new line that starts with “  - ”."
    return "M206", f"“{name}” must be a list.", hint


def _want_map(refusal: _Refusal) -> _Words:
    known = join_words(refusal.fields_at(refusal.path))
    hint = f"Write each field on a new line: {known}."
    if not known:
        hint = "Write each entry on a new line: its id, a colon and its fields."
    return "M207", f"“{refusal.name}” must have fields of its own.", hint


def _want_value(refusal: _Refusal) -> _Words:
    return "M208", f"“{refusal.name}” has the wrong type of value.", refusal.help


def _plain(refusal: _Refusal) -> _Words:
    context = refusal.detail.get("ctx", {})
    return str(context["is"]), str(context["message"]), str(context["hint"])


def _other(refusal: _Refusal) -> _Words:
    reason = refusal.detail["msg"]
    return "M208", f"“{refusal.name}” cannot be used: {reason}.", refusal.help


_WORDS: dict[str, Callable[[_Refusal], _Words]] = {
    "missing": _missing,
    "extra_forbidden": _unknown,
    "literal_error": _choice,
    "string_type": _want_text,
    "tuple_type": _want_list,
    "model_type": _want_map,
    "model_attributes_type": _want_map,
    "dict_type": _want_map,
    "is_instance_of": _want_value,
    "dataclass_type": _want_value,
    "decimal_type": _want_value,
    "int_type": _want_value,
    "bool_type": _want_value,
    "plain": _plain,
}
