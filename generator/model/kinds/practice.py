"""Practice: a way of working that can be carried from one place to another."""

from __future__ import annotations

from typing import Annotated, Literal

from generator.model.display.field_display import FieldDisplay, RecordSection
from generator.model.display.vocabulary import Vocabulary
from generator.model.fields.academy_vocabulary import PracticeType
from generator.model.fields.links import Link
from generator.model.fields.types import Id, Ids, Line, Text, Texts
from generator.model.kind import SOURCES_TAB, Kind, SchemaOrgType
from generator.model.kinds.web_link import WebLinks
from generator.model.record import Model, Record

Theme = Literal["building-mutual-trust", "agreeing-shared-strategies", "delivering-results"]
THEMES = Vocabulary(Theme)


class PracticeNeeds(Model):
    """What a place needs before it can adopt a practice."""

    people: Annotated[
        Line | None, FieldDisplay("People", "Which roles does it need, and how many?")
    ] = None
    time: Annotated[
        Line | None, FieldDisplay("Time", "How long does it take to set up and to do?")
    ] = None
    kit: Annotated[
        Line | None, FieldDisplay("Kit", "Which equipment, software or rooms does it need?")
    ] = None
    training: Annotated[Line | None, FieldDisplay("Training", "What must people learn first?")] = (
        None
    )
    cost_to_start: Annotated[
        Line | None,
        FieldDisplay("Cost to start", "What does it cost to set up?", example="£2,000 a site"),
    ] = None


class Practice(Record):
    """A way of working that can be carried from one place to another."""

    type: Annotated[PracticeType, FieldDisplay("Type", "Which type of practice is it?", key=True)]
    theme: Annotated[
        Theme | None,
        THEMES,
        FieldDisplay("Theme", "For a leadership action: what is it for?", key=True),
    ] = None
    broader: Annotated[
        Id | None,
        Link(("practice",), "broader", "Kinds of this practice"),
        FieldDisplay("Kind of", "Which wider practice is it a kind of?", key=True),
    ] = None
    principles: Annotated[
        Ids,
        Link(("principle",), "shows", "Practices that show it"),
        FieldDisplay("Principles it shows", "Which beliefs are behind it?"),
    ] = ()
    why: Annotated[
        Text | None, FieldDisplay("Why it helps", "Which problem does it solve, and how?")
    ] = None
    steps: Annotated[
        Texts,
        FieldDisplay("How to do it", "Write each step, in order.", "transfer", ordered=True),
    ] = ()
    needs: Annotated[
        PracticeNeeds | None,
        FieldDisplay("What it needs", "What must a place have before it starts?", "transfer"),
    ] = None
    core: Annotated[
        Texts,
        FieldDisplay(
            "Essential parts to keep", "What must you keep for it to work?", "transfer", always=True
        ),
    ] = ()
    adaptable: Annotated[
        Texts,
        FieldDisplay("Parts you can change", "What can you change?", "transfer", always=True),
    ] = ()
    expects: Annotated[
        Ids,
        Link(("outcome",), "expects", "Practices that should report it"),
        FieldDisplay("Measure these", "Which outcomes should every place report?", "transfer"),
    ] = ()
    links: Annotated[
        WebLinks, FieldDisplay("On the web", "Which web pages help others to adopt it?", "read")
    ] = ()

    field_synonyms = {
        "type": "Practice type, Category",
        "broader": "Broader practice, Type of practice",
        "principles": "Principle",
        "why": "Rationale, Benefits",
        "expects": "Expected outcomes, Outcomes",
    }

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
    schema_org=SchemaOrgType("LearningResource", (("teaches", "principles"),)),
    sections=(
        RecordSection("about", "About this practice", ("broader",), tab="Where tried"),
        RecordSection(
            "use",
            "Where it has been tried",
            ("uses",),
            planned="Where it is planned",
            tab="Where tried",
        ),
        RecordSection("evidence", "Did it work?", tab="Results"),
        RecordSection("spread", "How it spreads", ("of_practice",), tab="Spread"),
        RecordSection("transfer", "How to adopt it: the transfer pack", tab="How to adopt it"),
        RecordSection("barriers", "Barriers it answers", ("answers",), tab="How to adopt it"),
        *SOURCES_TAB,
    ),
    group_by="type",
    tags=("type", "theme"),
    next_edges=("uses", "of_practice", "about"),
    comparable=True,
)
