"""How a field is shown: its label and help, and its section on a record's page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pydantic.fields import FieldInfo

from generator.model.display.vocabulary import Option, Vocabulary
from generator.model.fields.marks import mark_of


@dataclass(frozen=True, slots=True)
class FieldDisplay:
    """How a field is shown on pages and asked for in forms.

    `label`: its name on pages. `help`: one sentence on what to write. `part`: the id of its section
    on the page; empty for a field that is shown together with another. `key`: shown in the summary
    at the top of the page. `always`: shown as “not stated” when empty. `asked_first`: asked in the
    short form. `example`: a possible value. `measured`: the number is in the unit of its measure.
    `ordered`: the order of its items matters, so they are numbered.
    """

    label: str
    help: str
    part: str = "about"
    key: bool = False
    always: bool = False
    asked_first: bool = False
    example: str = ""
    measured: bool = False
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class ContextualLabel:
    """Mark of a field whose label depends on other fields of the record.

    `option` returns the label and tone for a record. `tells_inferred`: the label already says when
    the word is inferred.
    """

    option: Callable[[Any], Option]
    tells_inferred: bool = False


@dataclass(frozen=True, slots=True)
class RecordSection:
    """A section of a record's page: its fields, then the records linked to it by `incoming` edges.

    An entry of `incoming` is an edge type, or an edge type and a kind: `in_area:prototype`.
    `planned` is the title where none of these relations has happened. Sections with the same `tab`,
    next to each other, can be shown in turn; those without one always stay in view.
    """

    id: str
    title: str
    incoming: tuple[str, ...] = ()
    planned: str = ""
    tab: str = ""


def display_of(info: FieldInfo) -> FieldDisplay:
    """Return the `FieldDisplay` of a field. Raises StopIteration for a field without one."""
    return next(m for m in info.metadata if isinstance(m, FieldDisplay))


def vocabulary_of(info: FieldInfo) -> Vocabulary | None:
    """Return the allowed words of a field; None for a field that takes other values."""
    return mark_of(info, Vocabulary)
