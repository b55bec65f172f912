"""What the model refuses, in plain words and at its place in the file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.diagnostics import clip, did_you_mean, listed
from generator.kinds.base import Shown
from generator.kinds.links import Link, model_in
from generator.source import Fault, FieldPath, Source

MOST_FAULTS = 50


def faults_of(error: ValidationError, model: type[BaseModel], source: Source) -> list[Fault]:
    """Each refusal of `model` for `source`, as a fault with place, words and hint."""
    details = error.errors(include_url=False)
    faults = [_fault(detail, model, source) for detail in details[:MOST_FAULTS]]
    if len(details) > MOST_FAULTS:
        more = f"There are {len(details) - MOST_FAULTS} more faults in this file."
        faults.append(Fault(source.place(()), "M299", more, "Mend the first ones, then check."))
    return faults


def _fault(detail: ErrorDetails, model: type[BaseModel], source: Source) -> Fault:
    path: FieldPath = tuple(detail["loc"])
    word = _WORDS.get(detail["type"], _other)
    code, message, hint = word(detail, model, path)
    unknown_name = detail["type"] == "extra_forbidden"
    return Fault(source.place(path, at_key=unknown_name), code, message, hint, path)


_Words = tuple[str, str, str]


def _missing(detail: ErrorDetails, model: type[BaseModel], path: FieldPath) -> _Words:
    name = str(path[-1])
    how = _help(model, path)
    return "M201", f"“{name}” is missing.", f"Add “{name}: …”. {how}".strip()


def _unknown(detail: ErrorDetails, model: type[BaseModel], path: FieldPath) -> _Words:
    name = str(path[-1])
    if len(path) == 1 and name == "kind":
        hint = "Delete it: the folder says which kind it is."
        return "M202", "“kind” is not written in the file.", hint
    known = _fields_at(model, path[:-1])
    near = did_you_mean(name, known)
    return (
        "M202",
        f"“{clip(name)}” is not a field here.",
        near or f"The fields here are {listed(known, most=40)}.",
    )


def _choice(detail: ErrorDetails, model: type[BaseModel], path: FieldPath) -> _Words:
    expected = str(detail.get("ctx", {}).get("expected", ""))
    allowed = [word.strip().strip("'") for word in expected.replace(" or ", ", ").split(", ")]
    written = _written(detail)
    near = did_you_mean(written, allowed) if written else ""
    choice = f"Use one of: {', '.join(allowed)}."
    what = f"“{clip(written)}”" if written else "This"
    return "M203", f"{what} is not one of the allowed words.", f"{near} {choice}".strip()


def _want_text(detail: ErrorDetails, model: type[BaseModel], path: FieldPath) -> _Words:
    name = _name(path)
    if detail["input"] is None:
        return "M204", f"“{name}” is empty.", f"Write it, or delete the line. {_help(model, path)}"
    return (
        "M205",
        f"“{name}” takes one piece of text, but a list or named fields stand here.",
        f"Write “{name}: text”. If the text holds a colon, put it in quotes.",
    )


def _want_list(detail: ErrorDetails, model: type[BaseModel], path: FieldPath) -> _Words:
    name = _name(path)
    return (
        "M206",
        f"“{name}” takes a list.",
        f"Write “{name}:” and below it one line for each, starting with “  - ”.",
    )


def _want_map(detail: ErrorDetails, model: type[BaseModel], path: FieldPath) -> _Words:
    known = _fields_at(model, path)
    return (
        "M207",
        f"“{_name(path)}” takes named fields.",
        f"Write them on lines of their own: {listed(known)}.",
    )


def _want_value(detail: ErrorDetails, model: type[BaseModel], path: FieldPath) -> _Words:
    return "M208", f"“{_name(path)}” has a value of the wrong sort.", _help(model, path)


def _plain(detail: ErrorDetails, model: type[BaseModel], path: FieldPath) -> _Words:
    context = detail.get("ctx", {})
    return str(context["is"]), str(context["message"]), str(context["hint"])


def _other(detail: ErrorDetails, model: type[BaseModel], path: FieldPath) -> _Words:
    return "M208", f"“{_name(path)}” cannot be used: {detail['msg']}.", _help(model, path)


_WORDS: dict[str, Callable[[ErrorDetails, type[BaseModel], FieldPath], _Words]] = {
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


def _written(detail: ErrorDetails) -> str:
    value = detail["input"]
    return value if isinstance(value, str) else ""


def _name(path: Sequence[str | int]) -> str:
    return next((step for step in reversed(path) if isinstance(step, str)), "the record")


def _model_at(model: type[BaseModel], path: Sequence[str | int]) -> type[BaseModel] | None:
    found: type[BaseModel] | None = model
    for step in path:
        if isinstance(step, str) and found is not None:
            info = found.model_fields.get(step)
            found = model_in(info.annotation) if info else None
    return found


def _fields_at(model: type[BaseModel], path: Sequence[str | int]) -> list[str]:
    found = _model_at(model, path)
    # a record's id is its file's name, so it is not offered as a field to write
    hidden = {"id"} if found is model else set()
    return [name for name in (found.model_fields if found else {}) if name not in hidden]


def _help(model: type[BaseModel], path: Sequence[str | int]) -> str:
    holder = _model_at(model, path[:-1])
    info: Any = holder.model_fields.get(str(path[-1])) if holder else None
    if info is None:
        return ""
    help_text = next((m.help for m in info.metadata if isinstance(m, Shown)), "")
    link = next((m for m in info.metadata if isinstance(m, Link)), None)
    if link is None or "*" in link.kinds:
        return help_text
    return f"{help_text} Write the id of a {listed(link.kinds)}.".strip()
