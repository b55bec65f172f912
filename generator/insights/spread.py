"""Where each practice stands in each area: practised, perhaps, planned, or not."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, get_args

from generator.insights.base import Insight
from generator.insights.index import Index, once
from generator.kinds.adoption import Adoption, Status
from generator.kinds.area import Area

Practised = Literal["yes", "unknown", "no"]
ACTUAL = frozenset({"begun", "in-place"})
PLANNED = frozenset({"interested", "intended"})
# the furthest first: what to show of an area that has several adoptions of one practice
_FURTHEST = ("in-place", "begun", "intended", "interested", "paused", "stopped", "declined")


@dataclass(frozen=True, slots=True)
class Standing:
    """How a practice stands in an area.

    `practised`: “unknown” where adopters are counted but not named and may be this area.
    `prototypes`: those in practice there, or in an area around it, that use the practice.
    `adoptions`: those of the area, or of one around it. `unnamed`: how many adopters are not named.
    `status`: how far the furthest adoption has come; `fidelity`: how close it kept, where stated.
    """

    area: str
    practice: str
    practised: Practised
    prototypes: tuple[str, ...] = ()
    adoptions: tuple[str, ...] = ()
    planned: bool = False
    unnamed: int = 0
    status: Status | None = None
    fidelity: str | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """Areas by practices: a standing wherever there is anything to say, by (area, practice)."""

    areas: tuple[str, ...]
    practices: tuple[str, ...]
    standings: dict[tuple[str, str], Standing]

    def of_area(self, area: str) -> tuple[Standing, ...]:
        """What there is to say of one area, in the order of the practices."""
        cells = (self.standings.get((area, practice)) for practice in self.practices)
        return tuple(cell for cell in cells if cell is not None)

    def of_practice(self, practice: str) -> tuple[Standing, ...]:
        """What there is to say of one practice, in the order of the areas."""
        cells = (self.standings.get((area, practice)) for area in self.areas)
        return tuple(cell for cell in cells if cell is not None)


@dataclass(slots=True)
class _Found:
    """What is known of one cell while it is gathered."""

    prototypes: dict[str, None] = field(default_factory=dict)
    adoptions: dict[str, Adoption] = field(default_factory=dict)


@once
def grid(index: Index) -> Grid:
    """A practice is practised in an area when a prototype in practice uses it there or in an
    area that contains it, or when the area, or one that contains it, has begun an adoption of it
    or has it in place. Where a source counts adopters without naming them, the answer for the
    areas they may be is “unknown”, never “no”. Plans are shown apart.
    """
    found: dict[tuple[str, str], _Found] = {}
    for prototype in index.in_practice:
        for area in index.places(prototype):
            for practice in index.ids(prototype.practices):
                found.setdefault((area, practice), _Found()).prototypes[prototype.id] = None
    for adoption in index.adoptions:
        adopter, taken = index.id(adoption.area), index.id(adoption.practice)
        if adopter and taken:
            for area in index.inside[adopter]:
                found.setdefault((area, taken), _Found()).adoptions[adoption.id] = adoption
    standings = {key: _standing(key, cell) for key, cell in found.items()}
    used = {practice for _, practice in standings}
    return Grid(
        areas=tuple(area.id for area in index.catalogue.of(Area)),
        practices=tuple(one.id for one in index.practices if one.id in used),
        standings=standings,
    )


def practised(index: Index, area: str, practice: str) -> Practised:
    """Whether a practice is practised in an area, by the rule of `grid`."""
    standing = grid(index).standings.get((area, practice))
    return standing.practised if standing else "no"


def _standing(key: tuple[str, str], found: _Found) -> Standing:
    area, practice = key
    adoptions = found.adoptions.values()
    actual = [one for one in adoptions if one.status in ACTUAL]
    named = [one for one in actual if not one.unnamed_adopters]
    unnamed = sum(one.unnamed_adopters or 0 for one in actual)
    answer: Practised = "yes" if found.prototypes or named else "unknown" if unnamed else "no"
    # what unnamed areas did says nothing certain of this one
    own = sorted(
        (one for one in adoptions if not one.unnamed_adopters),
        key=lambda one: (_FURTHEST.index(one.status), one.id),
    )
    stated = (one.fidelity_actual for one in own if one.fidelity_actual != "not-stated")
    return Standing(
        area=area,
        practice=practice,
        practised=answer,
        prototypes=tuple(found.prototypes),
        adoptions=tuple(found.adoptions),
        planned=any(one.status in PLANNED for one in own),
        unnamed=unnamed,
        status=own[0].status if own else None,
        fidelity=next(stated, None),
    )


@dataclass(frozen=True, slots=True)
class Reach:
    """How far a practice has come.

    `areas`: where it is practised, without those that only lie inside another of them.
    `actual`, `planned`, `halted`: its adoptions by status. `unnamed`: adopters not named.
    """

    practice: str
    prototypes: tuple[str, ...]
    areas: tuple[str, ...]
    actual: tuple[str, ...]
    planned: tuple[str, ...]
    halted: tuple[str, ...]
    unnamed: int


@once
def reach(index: Index) -> dict[str, Reach]:
    """For each practice: the prototypes in practice that use it, the areas where they run or
    where it was adopted, and its adoptions: begun or in place, planned, and halted (paused,
    stopped or declined).
    """
    found = {}
    for practice in index.practices:
        users = tuple(one for one in index.users.get(practice.id, ()) if one in index.live)
        adoptions = [index.adoption(one) for one in index.adoptions_of.get(practice.id, ())]
        actual = [one for one in adoptions if one.status in ACTUAL]
        own = (area for one in users for area in index.ids(index.prototype(one).areas))
        taken = (index.ids((one.area,)) for one in actual if not one.unnamed_adopters)
        found[practice.id] = Reach(
            practice=practice.id,
            prototypes=users,
            areas=tuple(dict.fromkeys((*own, *(area for ids in taken for area in ids)))),
            actual=tuple(one.id for one in actual),
            planned=tuple(one.id for one in adoptions if one.status in PLANNED),
            halted=tuple(one.id for one in adoptions if one.status not in ACTUAL | PLANNED),
            unnamed=sum(one.unnamed_adopters or 0 for one in actual),
        )
    return found


def by_status(index: Index) -> dict[str, int]:
    """How many adoptions have each status, those that none has left out."""
    counts = dict.fromkeys(get_args(Status), 0)
    for adoption in index.adoptions:
        counts[adoption.status] += 1
    return {status: count for status, count in counts.items() if count}


def by_area(whole: Grid) -> dict[str, dict[str, Standing]]:
    """The standings by area and practice; a pair of which nothing is known is left out."""
    rows = ((area, whole.of_area(area)) for area in whole.areas)
    return {area: {one.practice: one for one in row} for area, row in rows if row}


INSIGHTS = (
    Insight("practised", "Which practice is in use in which area?", grid, by_area),
    Insight("reach", "How far has each practice come?", reach),
    Insight("adoption_statuses", "How far have adoptions come?", by_status),
)
