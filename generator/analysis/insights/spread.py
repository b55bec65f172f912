"""Where each practice stands in each area: in use, perhaps, in part of it, planned, or not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Literal, get_args

from generator.analysis.index import AdoptionIndex, memoised
from generator.analysis.insights.insight import Insight
from generator.model.fields.progress import Progress, stage_progress, status_progress
from generator.model.kinds.adoption import Adoption
from generator.model.kinds.adoption_words import AdoptionStatus
from generator.model.kinds.area import Area
from generator.model.kinds.prototype import Prototype

PracticeUse = Literal["yes", "unknown", "part", "no"]
# the furthest first: what to show of an area that has several adoptions of one practice
_FURTHEST = ("in-place", "begun", "intended", "interested", "paused", "stopped", "declined")


@dataclass(frozen=True, slots=True)
class PracticeStatus:
    """How a practice stands in an area.

    `practised`: “unknown” where adopters are counted but not named and may be this area; “part”
    where only areas inside it have it in practice, which `parts` names.
    `prototypes`: those in practice there, or in an area around it, that use the practice.
    `adoptions`, `plans`: adoptions of the area, or of one around it, that have begun or are
    planned. `halted`: adoptions and prototypes that the area itself paused, stopped or declined;
    `halted_around`: adoptions halted in a wider area, where that decides. What a wider area says
    is left out where a nearer one says otherwise. `unnamed`: how many adopters are not named.
    `status`: how far the nearest adoption has come; `fidelity`: how close it kept, where stated.
    """

    area: str
    practice: str
    practised: PracticeUse
    prototypes: tuple[str, ...] = ()
    adoptions: tuple[str, ...] = ()
    plans: tuple[str, ...] = ()
    unnamed: int = 0
    status: AdoptionStatus | None = None
    fidelity: str | None = None
    halted: tuple[str, ...] = ()
    halted_around: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()

    @property
    def planned(self) -> bool:
        """Whether the area, or one around it, plans to adopt the practice."""
        return bool(self.plans)


@dataclass(frozen=True, slots=True)
class AdoptionGrid:
    """Areas by practices: a standing wherever there is anything to say, by (area, practice)."""

    areas: tuple[str, ...]
    practices: tuple[str, ...]
    standings: dict[tuple[str, str], PracticeStatus]

    def of_area(self, area: str) -> tuple[PracticeStatus, ...]:
        """What there is to say of one area, in the order of the practices."""
        cells = (self.standings.get((area, practice)) for practice in self.practices)
        return tuple(cell for cell in cells if cell is not None)

    def of_practice(self, practice: str) -> tuple[PracticeStatus, ...]:
        """What there is to say of one practice, in the order of the areas."""
        cells = (self.standings.get((area, practice)) for area in self.areas)
        return tuple(cell for cell in cells if cell is not None)


@dataclass(slots=True)
class _AreaStatements:
    """What is said of a practice in an area or around it, each with the area that says so."""

    prototypes: list[tuple[str, Prototype]] = field(default_factory=list)
    adoptions: list[tuple[str, Adoption]] = field(default_factory=list)


@memoised
def adoption_grid(index: AdoptionIndex) -> AdoptionGrid:
    """A practice is practised in an area when a prototype in practice uses it there or in an
    area that contains it, or when the area, or one that contains it, has begun an adoption of it
    or has it in place. What is said of the area itself counts before what is said of a wider one:
    where the area stopped it, a wider area's use does not count. A refusal counts only for the
    area that refused. Where a source counts adopters without naming them, the answer for the
    areas they may be is “unknown”, never “no”. A wider area where only some of the areas inside
    it practise it has it “in part”. Plans are shown apart.
    """
    statements = _statements(index)
    standings = {key: _standing(index, key, said) for key, said in statements.items()}
    for (area, practice), parts in _parts(index, standings, statements).items():
        cell = standings.get((area, practice)) or PracticeStatus(area, practice, "no")
        if cell.practised != "yes":
            practised: PracticeUse = "part" if cell.practised == "no" else cell.practised
            cell = replace(cell, practised=practised, parts=parts)
            standings[area, practice] = cell
    used = {practice for _, practice in standings}
    return AdoptionGrid(
        areas=tuple(area.id for area in index.catalogue.records_of(Area)),
        practices=tuple(one.id for one in index.practices if one.id in used),
        standings=standings,
    )


def practice_use(index: AdoptionIndex, area: str, practice: str) -> PracticeUse:
    """Whether a practice is practised in an area, by the rule of `grid`."""
    standing = adoption_grid(index).standings.get((area, practice))
    return standing.practised if standing else "no"


def _statements(index: AdoptionIndex) -> dict[tuple[str, str], _AreaStatements]:
    found: dict[tuple[str, str], _AreaStatements] = defaultdict(_AreaStatements)
    for prototype in index.prototypes:
        if stage_progress(prototype.stage) == "planned":
            continue
        practices = index.ids(prototype.practices)
        for place in index.ids(prototype.areas):
            for area in index.areas_inside[place]:
                for practice in practices:
                    found[area, practice].prototypes.append((place, prototype))
    for adoption in index.adoptions:
        adopter, adopted = index.id(adoption.area), index.id(adoption.practice)
        if adopter and adopted:
            for area in index.areas_inside[adopter]:
                if area == adopter or adoption.status != "declined":
                    found[area, adopted].adoptions.append((adopter, adoption))
    return dict(found)


def _standing(index: AdoptionIndex, key: tuple[str, str], said: _AreaStatements) -> PracticeStatus:
    area, practice = key
    named = [(place, one) for place, one in said.adoptions if not one.unnamed_adopters]
    live = [(p, one) for p, one in said.prototypes if stage_progress(one.stage) == "happened"]
    actual = [(p, one) for p, one in named if status_progress(one.status) == "happened"]
    halts = [(p, one) for p, one in named if status_progress(one.status) == "halted"]
    users = {place for place, _ in (*live, *actual)}
    nearest = index.nearest_areas(area, users | {place for place, _ in halts})
    used = bool(nearest & users)
    # what areas around the one that decides say does not count here
    overruled = frozenset[str]() if used else index.areas_containing(nearest)
    adoptions = [(place, one) for place, one in said.adoptions if place not in overruled]
    own = sorted(
        ((p, one) for p, one in adoptions if not one.unnamed_adopters),
        key=lambda pair: (
            index.enclosing_areas[area].index(pair[0]),
            _FURTHEST.index(pair[1].status),
            pair[1].id,
        ),
    )
    unnamed = _unnamed(said, area if nearest == {area} and not used else None)
    stated = (one.fidelity_actual for _, one in own if one.fidelity_actual != "not-stated")
    # one trial that was stopped does not end the practice where others go on with it
    stopped = (one.id for place, one in said.prototypes if one.stage == "stopped" and place == area)
    return PracticeStatus(
        area=area,
        practice=practice,
        practised="yes" if used else "unknown" if unnamed else "no",
        prototypes=_unique(one.id for place, one in live if place not in overruled),
        adoptions=_of_progress(adoptions, "happened"),
        plans=_of_progress(own, "planned"),
        unnamed=unnamed,
        status=own[0][1].status if own else None,
        fidelity=next(stated, None),
        halted=(*(one.id for place, one in halts if place == area), *stopped),
        halted_around=()
        if used
        else tuple(one.id for place, one in halts if place in nearest and place != area),
    )


def _of_progress(adoptions: list[tuple[str, Adoption]], progress: Progress) -> tuple[str, ...]:
    return tuple(one.id for _, one in adoptions if status_progress(one.status) == progress)


def _unique(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))


def _unnamed(said: _AreaStatements, only: str | None) -> int:
    """How many adopters are counted and not named, those of one area only where it is given."""
    begun = (
        one
        for place, one in said.adoptions
        if status_progress(one.status) == "happened" and only in (None, place)
    )
    return sum(one.unnamed_adopters or 0 for one in begun)


def _parts(
    index: AdoptionIndex,
    standings: dict[tuple[str, str], PracticeStatus],
    statements: dict[tuple[str, str], _AreaStatements],
) -> dict[tuple[str, str], tuple[str, ...]]:
    """For each area and practice, the areas inside it that say themselves that they have it in
    practice, or in which adopters do that are not named.
    """
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for (area, practice), said in statements.items():
        if standings[area, practice].practised in ("yes", "unknown") and _says_itself(said, area):
            for wider in index.enclosing_areas[area][1:]:
                found[wider, practice].append(area)
    return {key: tuple(sorted(areas)) for key, areas in found.items()}


def _says_itself(said: _AreaStatements, area: str) -> bool:
    """Whether the area itself has the practice in practice."""
    live = (p for p, one in said.prototypes if stage_progress(one.stage) == "happened")
    begun = (p for p, one in said.adoptions if status_progress(one.status) == "happened")
    return area in live or area in begun


@dataclass(frozen=True, slots=True)
class PracticeReach:
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


@memoised
def practice_reach(index: AdoptionIndex) -> dict[str, PracticeReach]:
    """For each practice: the prototypes in practice that use it, the areas where they run or
    where it was adopted, and its adoptions: begun or in place, planned, and halted (paused,
    stopped or declined).
    """
    return {practice.id: _reach(index, practice.id) for practice in index.practices}


def _reach(index: AdoptionIndex, practice: str) -> PracticeReach:
    users = tuple(
        one for one in index.prototypes_using.get(practice, ()) if one in index.in_practice_ids
    )
    by_progress: dict[str, list[Adoption]] = {"happened": [], "planned": [], "halted": []}
    for one in index.adoptions_of.get(practice, ()):
        adoption = index.adoption(one)
        by_progress[status_progress(adoption.status)].append(adoption)
    actual = by_progress["happened"]
    own = (area for one in users for area in index.ids(index.prototype(one).areas))
    adopters = index.ids(one.area for one in actual if not one.unnamed_adopters)
    return PracticeReach(
        practice=practice,
        prototypes=users,
        areas=tuple(dict.fromkeys((*own, *adopters))),
        actual=tuple(one.id for one in actual),
        planned=tuple(one.id for one in by_progress["planned"]),
        halted=tuple(one.id for one in by_progress["halted"]),
        unnamed=sum(one.unnamed_adopters or 0 for one in actual),
    )


def adoption_counts(index: AdoptionIndex) -> dict[str, int]:
    """How many adoptions have each status, those that none has left out."""
    counts = dict.fromkeys(get_args(AdoptionStatus), 0)
    for adoption in index.adoptions:
        counts[adoption.status] += 1
    return {status: count for status, count in counts.items() if count}


def statuses_by_area(whole: AdoptionGrid) -> dict[str, dict[str, PracticeStatus]]:
    """The standings by area and practice; a pair of which nothing is known is left out."""
    rows = ((area, whole.of_area(area)) for area in whole.areas)
    return {area: {one.practice: one for one in row} for area, row in rows if row}


INSIGHTS = (
    Insight(
        "practised", "Which practice is in use in which area?", adoption_grid, statuses_by_area
    ),
    Insight("reach", "How far has each practice come?", practice_reach),
    Insight("adoption_statuses", "How far have adoptions come?", adoption_counts),
)
