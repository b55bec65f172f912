"""Case study: the story of a place, a plan or a person's path.

Fields follow SQUIRE 2.0 (Ogrinc and others, 2016); the story is the text below them.
"""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import model_validator

from generator.kinds.base import (
    RECORD_SECTIONS,
    Kind,
    Linked,
    Record,
    Section,
    Shown,
    Standing,
)
from generator.kinds.links import Link
from generator.kinds.types import SOME, Id, Ids, Line, Story, Text, refuse
from generator.kinds.words import Vocabulary

StoryType = Literal["place", "plan", "person-pathway"]
TYPES = Vocabulary(StoryType)
Persona = Literal["fictional", "composite", "consented"]
PERSONAS = Vocabulary(
    Persona,
    {"composite": "Composite of several people", "consented": "A real person, with consent"},
)


class CaseStudy(Record):
    """The story of a place, a plan or a person's path."""

    type: Annotated[
        StoryType,
        TYPES,
        Shown("Type", "The story of a place, a plan or a person.", key=True),
    ]
    persona: Annotated[
        Persona | None,
        PERSONAS,
        Shown("The person", "For a person's story: how the person stands to real life.", key=True),
    ] = None
    areas: Annotated[
        Ids,
        SOME,
        Link(("area",), "about", "Stories about it"),
        Shown("Where", "The areas it is about.", key=True),
    ]
    period: Annotated[Line | None, Shown("Period", "The time it covers.", key=True)] = None
    resource: Annotated[
        Id | None,
        Link(("resource",), "source", "Stories told from it"),
        Shown("Told from", "The document it is told from.", key=True),
    ] = None
    problem: Annotated[Text, Shown("The problem", "What was wrong.", "glance")]
    aim: Annotated[Text | None, Shown("The aim", "What should change.", "glance")] = None
    context: Annotated[Text | None, Shown("The context", "What surrounds it.", "glance")] = None
    intervention: Annotated[Text | None, Shown("What was done", "In short.", "glance")] = None
    before: Annotated[Text | None, Shown("Before", "The person's path now.", "glance")] = None
    after: Annotated[Text | None, Shown("After", "The path as it would be.", "glance")] = None
    results: Annotated[Text | None, Shown("Results", "What came of it.", "glance")] = None
    interpretation: Annotated[
        Text | None, Shown("What they make of it", "How its people read it.", "glance")
    ] = None
    limitations: Annotated[
        Text | None, Shown("Limits", "What it cannot tell.", "glance", always=True)
    ] = None
    method: Annotated[
        Text | None, Shown("How it was told", "How the story was made.", "glance")
    ] = None
    story: Annotated[Story | None, Shown("The story", "The text below the fields.", "story")] = None
    prototypes: Annotated[
        Ids,
        Link(("prototype",), "covers", "Told in"),
        Shown("Prototypes in it", "The prototypes it tells of.", "links"),
    ] = ()
    barriers: Annotated[
        Ids,
        Link(("barrier",), "challenge", "Told in"),
        Shown("Barriers in it", "The barriers it tells of.", "links"),
    ] = ()

    kind = "case_study"

    @model_validator(mode="after")
    def _person_is_declared(self) -> Self:
        if self.type == "person-pathway" and self.persona is None:
            message = "A person's story must say how the person stands to real life."
            hint = "Add “persona: fictional”, “composite” or “consented”."
            raise refuse("M230", message, hint)
        return self


def case_standing(record: CaseStudy) -> Standing | None:
    """Illustrative for a made-up person, planned for a plan, otherwise as reported."""
    if record.persona in ("fictional", "composite"):
        return "illustrative"
    return "planned" if record.type == "plan" else "reported"


KIND = Kind(
    name="case_study",
    label="Case study",
    labels="Case studies",
    prior=0.85,
    slug="case-studies",
    model=CaseStudy,
    folder="case_studies",
    about="The long stories, with voices: a place, a plan, a person's path.",
    linked=Linked("Article", (("contentLocation", "areas"), ("about", "prototypes"))),
    sections=(
        Section("glance", "In short"),
        Section("story", "The story"),
        Section("links", "What it tells of"),
        Section("about", "More"),
        *RECORD_SECTIONS,
    ),
    suffix=".md",
    chips=("type", "areas", "persona"),
    next_edges=("covers", "challenge"),
    standing=case_standing,
)
