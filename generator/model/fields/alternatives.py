"""Fields of which a value fills exactly one, such as the area or the organisation that adopts."""

from __future__ import annotations

from typing import TypeVar

from pydantic import BaseModel

from generator.diagnostics import join_words
from generator.model.fields.refusals import REFUSALS

M = TypeVar("M", bound=BaseModel)


def alternatives_of(model: type[BaseModel]) -> tuple[str, ...]:
    """Return the fields of a model of which exactly one is filled; empty for most models."""
    names: tuple[str, ...] = getattr(model, "exactly_one", ())
    return names


def has_exactly_one(value: M) -> M:
    """Return a value that fills exactly one of the fields in `exactly_one` of its model.

    It is the validator of such models. Raises a refusal when none or several are filled.
    """
    names = alternatives_of(type(value))
    filled = [name for name in names if getattr(value, name) is not None]
    if not filled:
        quoted = join_words([f"“{name}”" for name in names], last="or")
        raise REFUSALS["none_filled"].error(names=quoted)
    if len(filled) > 1:
        quoted = join_words([f"“{name}”" for name in filled], last="and")
        raise REFUSALS["several_filled"].error(names=quoted, field=filled[1])
    return value
