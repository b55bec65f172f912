"""Partner: an organisation."""

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
from generator.kinds.types import Date, Ids, Lines, YesNo
from generator.kinds.words import Vocabulary

PartnerType = Literal[
    "council", "ccg", "primary-care-trust", "nhs-trust", "nhs-body", "commissioning-support",
    "national-body", "regulator", "voluntary-sector", "police", "fire-service", "probation",
    "housing", "public-voice", "workforce-body", "statistics-body", "award-body",
]  # fmt: skip
TYPES = Vocabulary(
    PartnerType,
    {"ccg": "Clinical commissioning group (CCG)", "nhs-trust": "NHS trust", "nhs-body": "NHS body"},
)


class Partner(Record):
    """An organisation that takes part, or that others work with."""

    type: Annotated[
        PartnerType, TYPES, Shown("Type", "Which type of organisation is it?", key=True)
    ]
    serves: Annotated[
        Ids,
        Link(("area",), "serves", "Organisations that serve it"),
        Shown("Serves", "Which areas does it serve?", key=True, always=True),
    ] = ()
    also_known_as: Annotated[Lines, Shown("Also known as", "Does it have other names?")] = ()
    valid_from: Annotated[Date | None, Shown("Started", "When did it start?")] = None
    valid_to: Annotated[Date | None, Shown("Ended", "When did it end, if it has?", key=True)] = None
    succeeds: Annotated[
        Ids,
        Link(("partner",), "succeeds", "Succeeded by"),
        Shown("Took over from", "Which organisations did it replace?"),
    ] = ()
    works_with: Annotated[
        Ids,
        Link(("partner",), "works_with", "Works with"),
        Shown("Works with", "Which organisations does it work closely with?"),
    ] = ()
    collective: Annotated[
        YesNo | None, Shown("Membership body", "Does it represent many organisations?")
    ] = None

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
    linked=Linked(
        "Organization",
        (
            ("alternateName", "also_known_as"),
            ("areaServed", "serves"),
            ("foundingDate", "valid_from"),
            ("dissolutionDate", "valid_to"),
        ),
    ),
    sections=(
        Section("about", "About this partner", ("succeeds", "works_with")),
        Section("work", "What it takes part in", ("partner_in", "recognised_by")),
        Section("groups", "Groups it is a member of", ("member_of",)),
        Section("money", "Costs and savings", ("falls_to",)),
        Section("wanted", "What others ask of it", ("needs", "sought_by", "provider", "funded_by")),
        Section(
            "keeps", "Claims it has made or confirmed", ("asserted_by", "confirmed_by", "owned_by")
        ),
        *RECORD_SECTIONS,
    ),
    group_by="type",
    chips=("type", "serves", "valid_to"),
    next_edges=("succeeds", "partner_in", "member_of"),
)
