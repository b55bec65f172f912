"""Group: an alliance, board, team, network or programme that partners belong to."""

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
from generator.kinds.measure import Measures
from generator.kinds.types import Date, Happened, Id, Ids, Line, Text
from generator.kinds.words import Vocabulary

GroupType = Literal[
    "alliance", "collaborative", "leadership-team", "board", "sub-committee", "steering-group",
    "commissioning-unit", "network", "programme",
]  # fmt: skip
TYPES = Vocabulary(GroupType)


class Group(Record):
    """An alliance, board, team, network or programme that partners belong to."""

    type: Annotated[GroupType, TYPES, Shown("Type", "What sort of group it is.", key=True)]
    area: Annotated[
        Id,
        Link(("area",), "covers", "Groups that cover it"),
        Shown("Area", "The area it covers.", key=True),
    ]
    purpose: Annotated[Text | None, Shown("Purpose", "What it is for.", always=True)] = None
    parent: Annotated[
        Id | None,
        Link(("group",), "part_of", "Groups under it"),
        Shown("Reports to", "The group it is part of.", key=True),
    ] = None
    members: Annotated[
        Ids,
        Link(("partner", "group"), "member_of", "Groups it sits on", reverse=True),
        Shown("Members", "The partners and groups that sit on it.", "members", always=True),
    ] = ()
    also_includes: Annotated[
        Line | None, Shown("Also includes", "Other people, by role.", "members")
    ] = None
    chairs: Annotated[
        Line | None, Shown("Chaired by", "By role, never by name.", "members", key=True)
    ] = None
    cadence: Annotated[Line | None, Shown("Meets", "How often it meets.", "members", key=True)] = (
        None
    )
    started: Annotated[Date | None, Happened(), Shown("Started", "When it began.", key=True)] = None
    measures: Annotated[Measures, Shown("Figures", "Figures about the group.", "")] = ()

    kind = "group"


KIND = Kind(
    name="group",
    label="Group",
    labels="Groups",
    slug="groups",
    model=Group,
    folder="registry/groups",
    about="Alliances, boards, teams and networks: who sits on them and what they oversee.",
    linked=Linked("Organization", (("member", "members"), ("foundingDate", "started"))),
    sections=(
        Section("about", "About this group", ("part_of", "member_of")),
        Section("members", "Who sits on it"),
        Section("work", "What it oversees and shares", ("overseen_by", "shared_through")),
        Section("learning", "Learning", ("learnt_from", "provider", "sought_by")),
        Section("measures", "Figures", ("of_group",)),
        Section("keeps", "What it vouches for", ("asserted_by", "confirmed_by", "owned_by")),
        *RECORD_SECTIONS,
    ),
    group_by="type",
    chips=("type", "area"),
    next_edges=("overseen_by", "shared_through", "sought_by"),
)
