"""Partner: an organisation."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from generator.model.display.field_display import FieldDisplay, RecordSection
from generator.model.fields.academy_vocabulary import CodeScheme, PartnerType
from generator.model.fields.links import Link
from generator.model.fields.types import Date, Ids, Line, Lines, YesNo
from generator.model.kind import SOURCES_TAB, Kind, SchemaOrgType
from generator.model.kinds.listed_record import CONTACT_SECTION, ListedRecord

_WORK, _ABOUT, _MORE = "What it does", "About it", "Money and requests"


class Partner(ListedRecord):
    """An organisation that takes part, or that others work with."""

    type: Annotated[
        PartnerType, FieldDisplay("Type", "Which type of organisation is it?", key=True)
    ]
    serves: Annotated[
        Ids,
        Link(("area",), "serves", "Organisations that serve it"),
        FieldDisplay("Serves", "Which areas does it serve?", key=True, always=True),
    ] = ()
    code: Annotated[
        Line | None, FieldDisplay("Code", "Does it have an official code?", example="RXX")
    ] = None
    code_scheme: Annotated[
        CodeScheme | None,
        FieldDisplay(
            "Code scheme",
            "Who gave the code? ods is the NHS, gss is the Office for National Statistics.",
        ),
    ] = None
    also_known_as: Annotated[Lines, FieldDisplay("Also known as", "Does it have other names?")] = ()
    valid_from: Annotated[Date | None, FieldDisplay("Started", "When did it start?")] = None
    valid_to: Annotated[
        Date | None, FieldDisplay("Ended", "When did it end, if it has?", key=True)
    ] = None
    succeeds: Annotated[
        Ids,
        Link(("partner",), "succeeds", "Succeeded by"),
        FieldDisplay("Took over from", "Which organisations did it replace?"),
    ] = ()
    works_with: Annotated[
        Ids,
        Link(("partner",), "works_with", "Works with"),
        FieldDisplay("Works with", "Which organisations does it work closely with?"),
    ] = ()
    collective: Annotated[
        YesNo | None, FieldDisplay("Membership body", "Does it represent many organisations?")
    ] = None

    field_synonyms = {
        "title": "Organisation, Organization, Organisation name",
        "type": "Type of organisation, Organisation type, Partner type, Category",
        "serves": "Area, Areas, Where, Area served, Areas served, Covers",
        "also_known_as": "Other names, Other name, Former names",
        "valid_from": "Start date, Founded, Established",
        "valid_to": "End date, Closed, Abolished",
        "succeeds": "Replaced, Successor to, Predecessor",
    }

    kind = "partner"


KIND = Kind(
    name="partner",
    label="Partner",
    labels="Partners",
    with_article="a partner",
    slug="partners",
    model=Partner,
    folder="registry/partners",
    about="Organisations, the places they serve, the groups they belong to and what they take part "
    "in.",
    schema_org=SchemaOrgType(
        "Organization",
        (
            ("alternateName", "also_known_as"),
            ("alternateName", "short_name"),
            ("identifier", "code"),
            ("url", "website"),
            ("sameAs", "same_as"),
            ("contactPoint", "contact"),
            ("areaServed", "serves"),
            ("foundingDate", "valid_from"),
            ("dissolutionDate", "valid_to"),
        ),
    ),
    sections=(
        RecordSection("work", "What it takes part in", ("partner_in", "recognised_by"), tab=_WORK),
        RecordSection(
            "spread", "Learning from and with others", ("adopts", "learnt_from"), tab=_WORK
        ),
        RecordSection("groups", "Groups it is a member of", ("member_of",), tab="Groups"),
        RecordSection("about", "About this partner", ("succeeds", "works_with"), tab=_ABOUT),
        replace(CONTACT_SECTION, tab=_ABOUT),
        RecordSection("money", "Costs and savings", ("falls_to",), tab=_MORE),
        RecordSection(
            "wanted",
            "What others ask of it",
            ("needs", "sought_by", "provider", "funded_by"),
            tab=_MORE,
        ),
        RecordSection(
            "keeps",
            "Claims it has made or confirmed",
            ("asserted_by", "confirmed_by", "owned_by"),
            tab=_MORE,
        ),
        *SOURCES_TAB,
    ),
    group_by="type",
    told_apart_by=("place", "serves", "type"),
    tags=("type", "serves", "valid_to"),
    next_edges=("succeeds", "partner_in", "member_of"),
)
