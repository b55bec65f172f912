"""Practice: a way of working that can be carried from one place to another."""

from __future__ import annotations

from typing import Annotated, Literal

from generator.kinds.base import (
    RECORD_SECTIONS,
    Kind,
    Linked,
    Record,
    Section,
    Shown,
)
from generator.kinds.links import Link
from generator.kinds.types import Id, Ids, Texts
from generator.kinds.words import Vocabulary

PracticeType = Literal[
    "leadership", "service", "commissioning", "governance", "improvement-method", "learning"
]
TYPES = Vocabulary(PracticeType)
Theme = Literal["building-mutual-trust", "agreeing-shared-strategies", "delivering-results"]
THEMES = Vocabulary(Theme)


class Practice(Record):
    """A way of working that can be carried from one place to another."""

    type: Annotated[PracticeType, TYPES, Shown("Type", "Which type of practice is it?", key=True)]
    theme: Annotated[
        Theme | None,
        THEMES,
        Shown("Theme", "For a leadership action: what is it for?", key=True),
    ] = None
    broader: Annotated[
        Id | None,
        Link(("practice",), "broader", "Kinds of this practice"),
        Shown("Kind of", "Which wider practice is it a kind of?", key=True),
    ] = None
    principles: Annotated[
        Ids,
        Link(("principle",), "shows", "Practices that show it"),
        Shown("Principles it shows", "Which beliefs are behind it?"),
    ] = ()
    core: Annotated[
        Texts,
        Shown(
            "Essential parts to keep", "What must you keep for it to work?", "transfer", always=True
        ),
    ] = ()
    adaptable: Annotated[
        Texts,
        Shown("Parts you can change", "What can you change?", "transfer", always=True),
    ] = ()
    expects: Annotated[
        Ids,
        Link(("outcome",), "expects", "Practices that should report it"),
        Shown("Measure these", "Which outcomes should every place report?", "transfer"),
    ] = ()

    kind = "practice"


KIND = Kind(
    name="practice",
    label="Practice",
    labels="Practices",
    with_article="a practice",
    slug="practices",
    model=Practice,
    folder="registry/practices",
    about="Ways of working that one place can adopt from another.",
    linked=Linked("LearningResource", (("teaches", "principles"),)),
    sections=(
        Section("about", "About this practice", ("broader",)),
        Section("use", "Where it has been tried", ("uses",), planned="Where it is planned"),
        Section("evidence", "Did it work?"),
        Section("spread", "How it spreads", ("of_practice",)),
        Section("transfer", "How to adopt it: the transfer pack"),
        Section("barriers", "Barriers it answers", ("answers",)),
        *RECORD_SECTIONS,
    ),
    group_by="type",
    chips=("type", "theme"),
    next_edges=("uses", "of_practice", "about"),
)
