"""Case study: the story of a place, a plan or a person's path.

Fields follow SQUIRE 2.0 (Ogrinc and others, 2016); the story is the text below them.
"""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import model_validator

from generator.model.display.field_display import FieldDisplay, RecordSection
from generator.model.display.vocabulary import Vocabulary
from generator.model.fields.links import Link
from generator.model.fields.refusals import refuse
from generator.model.fields.types import Id, Ids, Line, NonEmpty, Story, Text
from generator.model.kind import RECORD_SECTIONS, EvidenceBasis, Kind, RequiredWhen, SchemaOrgType
from generator.model.record import Record

StoryType = Literal["place", "plan", "person-pathway"]
TYPES = Vocabulary(StoryType)
Persona = Literal["fictional", "composite", "consented"]
PERSONAS = Vocabulary(
    Persona,
    {"composite": "Composite of several people", "consented": "A real person, with consent"},
)
PERSON_DECLARED = RequiredWhen(
    "M230", "type", ("person-pathway",), ("persona",), "persona",
    "A person's story must say if it is about a real person.",
    "Add “persona: fictional”, “composite” or “consented”.",
    "Answer “{question}”.",
)  # fmt: skip


class CaseStudy(Record):
    """The story of a place, a plan or a person's path."""

    type: Annotated[
        StoryType,
        TYPES,
        FieldDisplay("Type", "Is it about a place, a plan or a person?", key=True),
    ]
    persona: Annotated[
        Persona | None,
        PERSONAS,
        FieldDisplay("The person", "For a person's story: is this about a real person?", key=True),
    ] = None
    areas: Annotated[
        Ids,
        NonEmpty,
        Link(("area",), "about", "Case studies about it"),
        FieldDisplay("Where", "Which areas is it about?", key=True),
    ]
    period: Annotated[
        Line | None, FieldDisplay("Period", "Which time does it cover?", key=True)
    ] = None
    resource: Annotated[
        Id | None,
        Link(("resource",), "source", "Case studies based on it"),
        FieldDisplay("Source", "Which document is it based on?", key=True),
    ] = None
    problem: Annotated[Text, FieldDisplay("The problem", "What was wrong?", "glance")]
    aim: Annotated[
        Text | None, FieldDisplay("The aim", "What did they want to change?", "glance")
    ] = None
    context: Annotated[
        Text | None,
        FieldDisplay("The context", "What else should readers know about it?", "glance"),
    ] = None
    intervention: Annotated[
        Text | None, FieldDisplay("What was done", "What did they do?", "glance")
    ] = None
    before: Annotated[
        Text | None, FieldDisplay("Before", "What happens to the person now?", "glance")
    ] = None
    after: Annotated[Text | None, FieldDisplay("After", "What would happen instead?", "glance")] = (
        None
    )
    results: Annotated[Text | None, FieldDisplay("Results", "What was the result?", "glance")] = (
        None
    )
    interpretation: Annotated[
        Text | None, FieldDisplay("Their explanation", "How do they explain it?", "glance")
    ] = None
    limitations: Annotated[
        Text | None, FieldDisplay("Limits", "What does it not show?", "glance", always=True)
    ] = None
    method: Annotated[
        Text | None, FieldDisplay("How it was written", "How was this case study made?", "glance")
    ] = None
    story: Annotated[
        Story | None, FieldDisplay("The story", "The text below the fields.", "story")
    ] = None
    prototypes: Annotated[
        Ids,
        Link(("prototype",), "covers", "Case studies"),
        FieldDisplay("Prototypes in it", "Which prototypes does it cover?", "links"),
    ] = ()
    barriers: Annotated[
        Ids,
        Link(("barrier",), "challenge", "Case studies"),
        FieldDisplay("Barriers in it", "Which barriers does it cover?", "links"),
    ] = ()

    field_synonyms = {
        "areas": "Area, Place, Places, Location, Locations, Site, Sites",
        "type": "Category, Type of case study, Case study type",
        "period": "Dates, Time period",
        "resource": "Source document, Document",
        "problem": "Challenge, Issue",
        "aim": "Aims, Objective, Objectives",
        "context": "Background",
        "intervention": "Solution, Action, What we did, Approach",
        "results": "Result, Impact",
        "interpretation": "Explanation",
        "limitations": "Limitation",
        "story": "Full story, Body, Text",
        "prototypes": "Prototype",
        "barriers": "Barrier",
    }

    kind = "case_study"

    @model_validator(mode="after")
    def _person_is_declared(self) -> Self:
        if not PERSON_DECLARED.is_met(self):
            message = PERSON_DECLARED.message_for(self.type)
            raise refuse(PERSON_DECLARED.code, message, PERSON_DECLARED.hint)
        return self


def case_study_basis(record: CaseStudy) -> EvidenceBasis | None:
    """Return “illustrative” for a made-up person, “planned” for a plan, else “reported”."""
    if record.persona in ("fictional", "composite"):
        return "illustrative"
    return "planned" if record.type == "plan" else "reported"


KIND = Kind(
    name="case_study",
    label="Case study",
    labels="Case studies",
    with_article="a case study",
    search_weight=0.85,
    slug="case-studies",
    model=CaseStudy,
    folder="case_studies",
    about="Longer stories of a place, a plan or a person, in their own words.",
    schema_org=SchemaOrgType("Article", (("contentLocation", "areas"), ("about", "prototypes"))),
    sections=(
        RecordSection("glance", "In short"),
        RecordSection("story", "The story"),
        RecordSection("links", "Records it covers"),
        RecordSection("about", "More"),
        *RECORD_SECTIONS,
    ),
    suffix=".md",
    tags=("type", "areas", "persona"),
    next_edges=("covers", "challenge"),
    required_when=(PERSON_DECLARED,),
    evidence_basis=case_study_basis,
)
