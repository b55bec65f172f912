"""How people meet a field: its label and help, and the part of a page that it stands in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pydantic.fields import FieldInfo

from generator.model.display.vocabulary import Option, Vocabulary


@dataclass(frozen=True, slots=True)
class FieldDisplay:
    """How people meet a field.

    `label`: its name on pages. `help`: one sentence on what to write. `part`: the part of the page
    it stands in. `key`: it is among the facts on the first screen. `always`: it reads “not stated”
    when empty. `example`: a value that could stand there. `light`: it is asked for at once.
    `measured`: the figure is in the measure's unit. A field whose part is empty is shown with
    another.
    """

    label: str
    help: str
    part: str = "about"
    key: bool = False
    always: bool = False
    asked_first: bool = False
    example: str = ""
    measured: bool = False


@dataclass(frozen=True, slots=True)
class ContextualLabel:
    """Marks a field whose word reads differently with what else the record says.

    `option` gives the word of a record as people read it. `tells_inferred`: it says by itself when
    the word is inferred.
    """

    option: Callable[[Any], Option]
    tells_inferred: bool = False


@dataclass(frozen=True, slots=True)
class RecordSection:
    """A part of a record's page: its fields, then the records that name it by these edges.

    `planned` is its title where none of these relations has happened.
    """

    id: str
    title: str
    incoming: tuple[str, ...] = ()
    planned: str = ""


def display_of(info: FieldInfo) -> FieldDisplay:
    """The `FieldDisplay` of a field; a field without one is not for people."""
    return next(m for m in info.metadata if isinstance(m, FieldDisplay))


def vocabulary_of(info: FieldInfo) -> Vocabulary | None:
    """The allowed words of a field; None for a field that takes something else."""
    return next((mark for mark in info.metadata if isinstance(mark, Vocabulary)), None)
