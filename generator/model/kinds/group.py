"""Group: an alliance, board, team, network or programme that partners belong to."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from generator.model.display.field_display import FieldDisplay, RecordSection
from generator.model.fields.academy_vocabulary import GroupType
from generator.model.fields.links import Link
from generator.model.fields.types import Date, EventDate, Id, Ids, Line, Text
from generator.model.kind import SOURCES_TAB, Kind, SchemaOrgType
from generator.model.kinds.listed_record import CONTACT_SECTION, ListedRecord
from generator.model.kinds.measure import Measures

_ABOUT, _WORK = "About it and its members", "What it does"


class Group(ListedRecord):
    """An alliance, board, team, network or programme that partners belong to."""

    type: Annotated[GroupType, FieldDisplay("Type", "Which type of group is it?", key=True)]
    area: Annotated[
        Id,
        Link(("area",), "covers", "Groups that cover it"),
        FieldDisplay("Area", "Which area does it cover?", key=True),
    ]
    purpose: Annotated[Text | None, FieldDisplay("Purpose", "What is it for?", always=True)] = None
    parent: Annotated[
        Id | None,
        Link(("group",), "part_of", "Groups under it"),
        FieldDisplay("Reports to", "Which group does it report to?", key=True),
    ] = None
    members: Annotated[
        Ids,
        Link(("partner", "group"), "member_of", "Groups it is a member of", reverse=True),
        FieldDisplay("Members", "Which partners and groups are members?", "members", always=True),
    ] = ()
    also_includes: Annotated[
        Line | None, FieldDisplay("Also includes", "Who else? Give roles, not names.", "members")
    ] = None
    chairs: Annotated[
        Line | None,
        FieldDisplay("Chaired by", "Give a job title, not a name.", "members", key=True),
    ] = None
    cadence: Annotated[
        Line | None, FieldDisplay("Meets", "How often does it meet?", "members", key=True)
    ] = None
    started: Annotated[
        Date | None, EventDate(), FieldDisplay("Started", "When did it start?", key=True)
    ] = None
    measures: Annotated[Measures, FieldDisplay("Figures", "Figures about the group.", "")] = ()

    field_synonyms = {
        "type": "Group type, Type of group, Category",
        "area": "Where, Area covered, Covers",
        "parent": "Parent group",
        "members": "Member, Membership",
        "chairs": "Chair",
        "cadence": "Frequency, How often, Meeting frequency",
        "started": "Start date, Date started, Established",
        "measures": "Figure, Result, Results, Measure",
    }

    kind = "group"


KIND = Kind(
    name="group",
    label="Group",
    labels="Groups",
    with_article="a group",
    slug="groups",
    model=Group,
    folder="registry/groups",
    about="Alliances, boards, teams and networks: who their members are and what they oversee.",
    schema_org=SchemaOrgType(
        "Organization",
        (
            ("member", "members"),
            ("foundingDate", "started"),
            ("alternateName", "short_name"),
            ("url", "website"),
            ("sameAs", "same_as"),
            ("contactPoint", "contact"),
        ),
    ),
    sections=(
        RecordSection("about", "About this group", ("part_of", "member_of"), tab=_ABOUT),
        replace(CONTACT_SECTION, tab=_ABOUT),
        RecordSection("members", "Members", tab=_ABOUT),
        RecordSection(
            "work", "What it oversees and shares", ("overseen_by", "shared_through"), tab=_WORK
        ),
        RecordSection("learning", "Learning", ("learnt_from", "provider", "sought_by"), tab=_WORK),
        RecordSection("measures", "Figures", ("of_group",), tab=_WORK),
        RecordSection(
            "keeps",
            "Claims it has made or confirmed",
            ("asserted_by", "confirmed_by", "owned_by"),
            tab=_WORK,
        ),
        *SOURCES_TAB,
    ),
    group_by="type",
    told_apart_by=("place", "area", "type"),
    tags=("type", "area"),
    next_edges=("overseen_by", "shared_through", "sought_by"),
)
