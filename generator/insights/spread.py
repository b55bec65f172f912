"""Where each practice stands in each area: in use, perhaps, in part of it, planned, or not."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import Literal, get_args

from generator.insights.base import Insight
from generator.insights.index import Index, once
from generator.kinds.adoption import Adoption, Status
from generator.kinds.area import Area
from generator.kinds.progress import stage_progress, status_progress
from generator.kinds.prototype import Prototype

Practised = Literal["yes", "unknown", "part", "no"]
# the furthest first: what to show of an area that has several adoptions of one practice
_FURTHEST = ("in-place", "begun", "intended", "interested", "paused", "stopped", "declined")
_NOWHERE = 10**6  # farther away than any area that another one lies in


@dataclass(frozen=True, slots=True)
class Standing:
    """How a practice stands in an area.

    `practised`: “unknown” where adopters are counted but not named and may be this area; “part”
    where only areas inside it have it in practice, which `parts` names.
    `prototypes`: those in practice there, or in an area around it, that use the practice.
    `adoptions`: those of the area, or of one around it, that are not overruled by a nearer one.
    `halted`: adoptions and prototypes that were paused, stopped or declined here.
    `unnamed`: how many adopters are not named. `status`: how far the nearest adoption has come;
    `fidelity`: how close it kept, where stated.
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
    halted: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()


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
class _Statements:
    """What is said of a practice in an area or in one around it.

    Each statement comes with its distance: 0 for the area itself, more for wider areas.
    """

    prototypes: list[tuple[int, Prototype]] = field(default_factory=list)
    adoptions: list[tuple[int, Adoption]] = field(default_factory=list)


@once
def grid(index: Index) -> Grid:
    """A practice is practised in an area when a prototype in practice uses it there or in an
    area that contains it, or when the area, or one that contains it, has begun an adoption of it
    or has it in place. What is said of the area itself counts before what is said of a wider one:
    where the area stopped it, a wider area's use does not count. A refusal counts only for the
    area that refused. Where a source counts adopters without naming them, the answer for the
    areas they may be is “unknown”, never “no”. A wider area where only some of the areas inside
    it practise it has it “in part”. Plans are shown apart.
    """
    statements = _statements(index)
    standings = {key: _standing(key, said) for key, said in statements.items()}
    for (area, practice), parts in _parts(index, standings, statements).items():
        cell = standings.get((area, practice)) or Standing(area, practice, "no")
        if cell.practised != "yes":
            practised: Practised = "part" if cell.practised == "no" else cell.practised
            cell = replace(cell, practised=practised, parts=parts)
            standings[area, practice] = cell
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


def _statements(index: Index) -> dict[tuple[str, str], _Statements]:
    found: dict[tuple[str, str], _Statements] = defaultdict(_Statements)
    for prototype in index.prototypes:
        if stage_progress(prototype.stage) == "planned":
            continue
        practices = index.ids(prototype.practices)
        for area, distance in _distances(index, index.ids(prototype.areas)).items():
            for practice in practices:
                found[area, practice].prototypes.append((distance, prototype))
    for adoption in index.adoptions:
        adopter, adopted = index.id(adoption.area), index.id(adoption.practice)
        if adopter and adopted:
            for area, distance in _distances(index, (adopter,)).items():
                if distance == 0 or adoption.status != "declined":
                    found[area, adopted].adoptions.append((distance, adoption))
    return dict(found)


def _distances(index: Index, stated: tuple[str, ...]) -> dict[str, int]:
    """Each area that lies in one of `stated`, with how many areas around it are nearer."""
    found: dict[str, int] = {}
    for wider in stated:
        for area in index.inside[wider]:
            distance = index.around[area].index(wider)
            found[area] = min(found.get(area, distance), distance)
    return found


def _standing(key: tuple[str, str], said: _Statements) -> Standing:
    area, practice = key
    named = [(near, one) for near, one in said.adoptions if not one.unnamed_adopters]
    in_use = [near for near, one in said.prototypes if stage_progress(one.stage) == "happened"]
    in_use += [near for near, one in named if status_progress(one.status) == "happened"]
    halts = [(near, one.id) for near, one in named if status_progress(one.status) == "halted"]
    # one trial that was stopped does not end the practice where others go on with it
    stopped = [one.id for near, one in said.prototypes if one.stage == "stopped" and not near]
    nearest_use = min(in_use, default=_NOWHERE)
    nearest_halt = min((near for near, _ in halts), default=_NOWHERE)
    used = nearest_use < _NOWHERE and nearest_use <= nearest_halt
    # what is said farther away than the halt does not count here
    limit = _NOWHERE if used else nearest_halt
    unnamed = _unnamed(said) if nearest_halt or used else 0
    own = sorted(
        (pair for pair in named if pair[0] <= limit),
        key=lambda pair: (pair[0], _FURTHEST.index(pair[1].status), pair[1].id),
    )
    stated = (one.fidelity_actual for _, one in own if one.fidelity_actual != "not-stated")
    return Standing(
        area=area,
        practice=practice,
        practised="yes" if used else "unknown" if unnamed else "no",
        prototypes=tuple(
            one.id
            for near, one in said.prototypes
            if near <= limit and stage_progress(one.stage) == "happened"
        ),
        adoptions=tuple(one.id for near, one in said.adoptions if near <= limit),
        planned=any(status_progress(one.status) == "planned" for _, one in own),
        unnamed=unnamed,
        status=own[0][1].status if own else None,
        fidelity=next(stated, None),
        halted=(
            *(record for near, record in halts if near <= min(nearest_halt, nearest_use)),
            *stopped,
        ),
    )


def _unnamed(said: _Statements) -> int:
    begun = (one for _, one in said.adoptions if status_progress(one.status) == "happened")
    return sum(one.unnamed_adopters or 0 for one in begun)


def _parts(
    index: Index,
    standings: dict[tuple[str, str], Standing],
    statements: dict[tuple[str, str], _Statements],
) -> dict[tuple[str, str], tuple[str, ...]]:
    """For each area and practice, the areas inside it that say themselves that they have it in
    practice, or in which adopters do that are not named.
    """
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for (area, practice), said in statements.items():
        if standings[area, practice].practised in ("yes", "unknown") and _says_itself(said):
            for wider in index.around[area][1:]:
                found[wider, practice].append(area)
    return {key: tuple(sorted(areas)) for key, areas in found.items()}


def _says_itself(said: _Statements) -> bool:
    used = (near for near, one in said.prototypes if stage_progress(one.stage) == "happened")
    begun = (near for near, one in said.adoptions if status_progress(one.status) == "happened")
    return 0 in used or 0 in begun


@dataclass(frozen=True, slots=True)
class Reach:
    """How far a practice has come.

    `areas`: where it is practised, without those that only lie inside another of them.
    `actual`, `planned`, `halted`: its adoptions by progress. `unnamed`: adopters not named.
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
    return {practice.id: _reach(index, practice.id) for practice in index.practices}


def _reach(index: Index, practice: str) -> Reach:
    users = tuple(one for one in index.users.get(practice, ()) if one in index.live)
    by_progress: dict[str, list[Adoption]] = {"happened": [], "planned": [], "halted": []}
    for one in index.adoptions_of.get(practice, ()):
        adoption = index.adoption(one)
        by_progress[status_progress(adoption.status)].append(adoption)
    actual = by_progress["happened"]
    own = (area for one in users for area in index.ids(index.prototype(one).areas))
    adopters = index.ids(one.area for one in actual if not one.unnamed_adopters)
    return Reach(
        practice=practice,
        prototypes=users,
        areas=tuple(dict.fromkeys((*own, *adopters))),
        actual=tuple(one.id for one in actual),
        planned=tuple(one.id for one in by_progress["planned"]),
        halted=tuple(one.id for one in by_progress["halted"]),
        unnamed=sum(one.unnamed_adopters or 0 for one in actual),
    )


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
