"""Area: a place, or a footprint that contains places."""

from __future__ import annotations

from typing import Annotated, Literal

from generator.kinds.base import (
    RECORD_SECTIONS,
    Kind,
    Linked,
    Part,
    Record,
    Section,
    Shown,
)
from generator.kinds.links import Link
from generator.kinds.measure import Measures
from generator.kinds.types import Ids, Line, Number, Texts
from generator.kinds.words import Vocabulary

AreaType = Literal[
    "borough", "county", "ccg-area", "place", "sub-region", "region", "country", "overseas"
]
TYPES = Vocabulary(AreaType, {"ccg-area": "CCG area"})
CodeScheme = Literal["gss", "ods", "other"]
CODE_SCHEMES = Vocabulary(
    CodeScheme, {"gss": "GSS (Office for National Statistics)", "ods": "ODS (NHS)"}
)


class Location(Part):
    """A point on the map, in degrees (WGS 84)."""

    latitude: Annotated[Number, Shown("Latitude", "Degrees north.", example="54.98")]
    longitude: Annotated[Number, Shown("Longitude", "Degrees east.", example="-1.43")]


class Area(Record):
    """A place, or a footprint that contains places."""

    type: Annotated[AreaType, TYPES, Shown("Type of area", "Which type of area is it?", key=True)]
    part_of: Annotated[
        Ids,
        Link(("area",), "part_of", "Places inside it"),
        Shown("Part of", "Which wider areas is it in?", key=True),
    ] = ()
    code: Annotated[
        Line | None, Shown("Code", "Does it have an official code?", example="E06000005")
    ] = None
    code_scheme: Annotated[
        CodeScheme | None,
        CODE_SCHEMES,
        Shown(
            "Code scheme",
            "Who gave the code? gss is the Office for National Statistics, ods is the NHS.",
        ),
    ] = None
    location: Annotated[Location | None, Shown("On the map", "Latitude and longitude.")] = None
    priorities: Annotated[
        Texts, Shown("Stated priorities", "What does the area say matters most?")
    ] = ()
    context: Annotated[
        Texts, Shown("Context", "What should readers in other places know about it?")
    ] = ()
    measures: Annotated[Measures, Shown("Figures", "Figures about the area.", "")] = ()

    kind = "area"


KIND = Kind(
    name="area",
    label="Area",
    labels="Areas",
    with_article="an area",
    slug="areas",
    model=Area,
    folder="registry/areas",
    about="Places, and the wider areas they belong to: what is in practice there and who "
    "they learn from.",
    linked=Linked("AdministrativeArea", (("containedInPlace", "part_of"), ("identifier", "code"))),
    sections=(
        Section("here", "Prototypes here", ("in_area:prototype",)),
        Section("nearby", "In practice around it and inside it"),
        Section("gaps", "What this area could adopt"),
        Section("halted", "Paused, stopped or declined"),
        Section("planned", "Planned here, and who can help"),
        Section("spread", "Learning from and with others", ("adopts", "learnt_from", "sought_by")),
        Section("barriers", "Barriers met or expected", ("met_in",)),
        Section("about", "About this area", ("part_of",)),
        Section("people", "Who works here", ("serves", "covers")),
        Section("measures", "Figures", ("in_area:measure", "compared_with")),
        Section("more", "Read and learn more", ("about", "stated_in")),
        *RECORD_SECTIONS,
    ),
    group_by="type",
    chips=("type", "part_of"),
    next_edges=("in_area:prototype", "adopts", "about"),
)
