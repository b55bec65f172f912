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

    statement: Annotated[Text, Shown("The principle", "Say it in one or two sentences.")]
    stated_in: Annotated[
        Ids,
        Link(("area",), "stated_in", "Principles stated here"),
        Shown("Stated in", "Which areas state it?", key=True, always=True),
    ] = ()

    kind = "principle"


KIND = Kind(
    name="principle",
    label="Principle",
    labels="Principles",
    with_article="a principle",
    slug="principles",
    model=Principle,
    folder="registry/principles",
    about="Beliefs that guide the work, and where they are put into practice.",
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
