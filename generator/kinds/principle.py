"""Principle: a belief that guides the work and can travel."""

from __future__ import annotations

from typing import Annotated

from generator.kinds.base import (
    RECORD_SECTIONS,
    Kind,
    Linked,
    Record,
    Section,
    Shown,
)
from generator.kinds.links import Link
from generator.kinds.types import Ids, Text


class Principle(Record):
    """A belief that guides the work and can travel."""

    statement: Annotated[Text, Shown("The principle", "The belief in a sentence or two.")]
    stated_in: Annotated[
        Ids,
        Link(("area",), "stated_in", "Principles stated here"),
        Shown("Stated in", "The areas that state it.", key=True, always=True),
    ] = ()

    kind = "principle"


KIND = Kind(
    name="principle",
    label="Principle",
    labels="Principles",
    slug="principles",
    model=Principle,
    folder="registry/principles",
    about="Beliefs that guide the work and can travel, and where they are put into practice.",
    linked=Linked("DefinedTerm"),
    sections=(
        Section("about", "The principle"),
        Section("prototypes", "Put into practice by", ("shows:prototype",)),
        Section("practices", "Practices that show it", ("shows:practice",)),
        *RECORD_SECTIONS,
    ),
    chips=("stated_in",),
    next_edges=("shows:prototype", "shows:practice"),
)
