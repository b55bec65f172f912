"""Area: a place, or a footprint that contains places."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from generator.model.display.field_display import FieldDisplay, RecordSection
from generator.model.fields.academy_vocabulary import AreaType, CodeScheme
from generator.model.fields.links import Link
from generator.model.fields.types import Ids, Latitude, Line, Longitude, Texts
from generator.model.kind import SOURCES_TAB, Kind, SchemaOrgType
from generator.model.kinds.listed_record import CONTACT_SECTION, ListedRecord
from generator.model.kinds.measure import Measures
from generator.model.record import Model


class Location(Model):
    """A point on the map, in degrees (WGS 84)."""

    latitude: Annotated[Latitude, FieldDisplay("Latitude", "Degrees north.", example="54.98")]
    longitude: Annotated[Longitude, FieldDisplay("Longitude", "Degrees east.", example="-1.43")]


class Area(ListedRecord):
    """A place, or a footprint that contains places."""

    type: Annotated[AreaType, FieldDisplay("Type of area", "Which type of area is it?", key=True)]
    part_of: Annotated[
        Ids,
        Link(("area",), "part_of", "Places inside it"),
        FieldDisplay("Part of", "Which wider areas is it in?", key=True),
    ] = ()
    code: Annotated[
        Line | None, FieldDisplay("Code", "Does it have an official code?", example="E06000005")
    ] = None
    code_scheme: Annotated[
        CodeScheme | None,
        FieldDisplay(
            "Code scheme",
            "Who gave the code? gss is the Office for National Statistics, ods is the NHS.",
        ),
    ] = None
    location: Annotated[Location | None, FieldDisplay("On the map", "Latitude and longitude.")] = (
        None
    )
    priorities: Annotated[
        Texts, FieldDisplay("Stated priorities", "What does the area say matters most?")
    ] = ()
    context: Annotated[
        Texts, FieldDisplay("Context", "What should readers in other places know about it?")
    ] = ()
    measures: Annotated[Measures, FieldDisplay("Figures", "Figures about the area.", "")] = ()

    field_synonyms = {
        "type": "Area type, Category",
        "part_of": "Within, Inside, Parent area",
        "location": "Map, Coordinates, Position",
        "priorities": "Priority",
        "measures": "Figure, Result, Results, Measure",
    }

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
    schema_org=SchemaOrgType(
        "AdministrativeArea",
        (
            ("containedInPlace", "part_of"),
            ("identifier", "code"),
            ("alternateName", "short_name"),
            ("url", "website"),
            ("sameAs", "same_as"),
        ),
    ),
    sections=(
        RecordSection("here", "Prototypes here", ("in_area:prototype",), tab="Tried"),
        RecordSection("nearby", "Tried around it and inside it", tab="Tried"),
        RecordSection("halted", "Paused, stopped or declined", tab="Tried"),
        RecordSection("gaps", "What this area could adopt", tab="Could adopt"),
        RecordSection("planned", "Planned here, and who can help", tab="Plans and learning"),
        RecordSection(
            "spread",
            "Learning from and with others",
            ("adopts", "learnt_from", "sought_by"),
            tab="Plans and learning",
        ),
        RecordSection("barriers", "Barriers met or expected", ("met_in",), tab="Barriers"),
        replace(CONTACT_SECTION, tab="Organisations"),
        RecordSection("people", "Who works here", ("serves", "covers"), tab="Organisations"),
        RecordSection("about", "About this area", ("part_of",), tab="The place"),
        RecordSection("measures", "Figures", ("in_area:measure", "compared_with"), tab="The place"),
        RecordSection("more", "Read and learn more", ("about", "stated_in"), tab="The place"),
        *SOURCES_TAB,
    ),
    group_by="type",
    told_apart_by=("place", "part_of", "type"),
    tags=("type", "part_of"),
    next_edges=("in_area:prototype", "adopts", "about"),
    comparable=True,
)
