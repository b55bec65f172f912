"""The status of each practice in each area."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Literal

from generator.analysis.index import AdoptionIndex, memoised
from generator.analysis.insights.insight import Insight
from generator.model.fields.progress import Progress, status_progress
from generator.model.kinds.adoption import Adoption
from generator.model.kinds.adoption_words import AdoptionStatus
from generator.model.kinds.area import Area
from generator.model.kinds.prototype import Prototype, prototype_progress

PracticeUse = Literal["yes", "unknown", "part", "no"]
# Precedence among several adoptions of one practice in one area.
_FURTHEST = ("in-place", "begun", "intended", "interested", "paused", "stopped", "declined")


@dataclass(frozen=True, slots=True)
class PracticeStatus:
    """The status of a practice in an area.

    `practised`: “unknown” where the source counts adopters without naming them and this area may be
    one; “part” where only areas inside it, `parts`, have it in practice. `prototypes`: prototypes
    in practice there, or in an enclosing area, that use the practice. `adoptions`, `plans`: begun
    and planned adoptions of the area or of an enclosing one. `halted`: adoptions and prototypes
    that the area itself halted; `halted_around`: adoptions halted in an enclosing area, where that
    decides. `ended`: prototypes of the area itself that have ended or did not work; like stopped
    prototypes, they do not end the practice there. Statements of a wider area are left out where a
    nearer one contradicts them. `unnamed`: how many adopters are not named. `status`, `fidelity`:
    those of the nearest adoption that states them.
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
    ended: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()

    @property
    def planned(self) -> bool:
        """Whether the area, or one around it, plans to adopt the practice."""
        return bool(self.plans)


@dataclass(frozen=True, slots=True)
class AdoptionGrid:
    """The status of practices in areas, by (area, practice); pairs without any are left out."""

    areas: tuple[str, ...]
    practices: tuple[str, ...]
    standings: dict[tuple[str, str], PracticeStatus]

    def of_area(self, area: str) -> tuple[PracticeStatus, ...]:
        """Return the statuses of one area, in the order of the practices."""
        cells = (self.standings.get((area, practice)) for practice in self.practices)
        return tuple(cell for cell in cells if cell is not None)

    def of_practice(self, practice: str) -> tuple[PracticeStatus, ...]:
        """Return the statuses of one practice, in the order of the areas."""
        cells = (self.standings.get((area, practice)) for area in self.areas)
        return tuple(cell for cell in cells if cell is not None)


@dataclass(slots=True)
class _AreaStatements:
    """Prototypes and adoptions of a practice in an area or an enclosing one, with that area."""

    prototypes: list[tuple[str, Prototype]] = field(default_factory=list)
    adoptions: list[tuple[str, Adoption]] = field(default_factory=list)


@memoised
def adoption_grid(index: AdoptionIndex) -> AdoptionGrid:
    """A practice counts as in use in an area if a prototype in practice uses it there or in a wider
    area that contains it, or if the area or a wider area has begun an adoption of it or has it in
    place. An organisation that adopts it counts for the areas that it serves, but not for the
    places inside them. What is recorded for the area itself comes first: if the area stopped using
    it, use in a wider area does not count. If an area declined it, that counts for that area only,
    and if one organisation stopped, others in its area may still use it. If a source counts
    adopters without naming them, the answer for the areas that they may be is “unknown”, never
    “no”. If only some of the areas inside a wider area use it, the answer for the wider area is “in
    part”. Plans are shown separately.
    """
    statements = _statements(index)
    standings = {
        key: _status(index, key, area_statements) for key, area_statements in statements.items()
    }
    for (area, practice), parts in _parts(index, standings, statements).items():
        cell = standings.get((area, practice)) or PracticeStatus(area, practice, "no")
        if cell.practised != "yes":
            practised: PracticeUse = "part" if cell.practised == "no" else cell.practised
            cell = replace(cell, practised=practised, parts=parts)
            standings[area, practice] = cell
    used = {practice for _, practice in standings}
    return AdoptionGrid(
        areas=tuple(area.id for area in index.catalogue.records_of(Area)),
        practices=tuple(practice.id for practice in index.practices if practice.id in used),
        standings=standings,
    )


def _statements(index: AdoptionIndex) -> dict[tuple[str, str], _AreaStatements]:
    statements: dict[tuple[str, str], _AreaStatements] = defaultdict(_AreaStatements)
    for prototype in index.prototypes:
        if prototype_progress(prototype) == "planned":
            continue
        practices = index.ids(prototype.practices)
        for place in index.ids(prototype.areas):
            for area in index.areas_inside[place]:
                for practice in practices:
                    statements[area, practice].prototypes.append((place, prototype))
    for adoption in index.adoptions:
        adopted = index.id(adoption.practice)
        if adopted is None:
            continue
        for adopter in index.adopting_areas(adoption):
            for area in _bound_areas(index, adopter, adoption):
                statements[area, adopted].adoptions.append((adopter, adoption))
    return dict(statements)


def _bound_areas(index: AdoptionIndex, adopter: str, adoption: Adoption) -> tuple[str, ...]:
    """Return the areas for which an adoption of `adopter` speaks.

    That of an area holds for the areas inside it, unless it was declined. An organisation speaks
    for the areas that it serves, and not for each place inside them.
    """
    own = adoption.partner is not None or adoption.status == "declined"
    return (adopter,) if own else index.areas_inside[adopter]


def _status(
    index: AdoptionIndex, key: tuple[str, str], statements: _AreaStatements
) -> PracticeStatus:
    area, practice = key
    named = [(place, item) for place, item in statements.adoptions if not item.unnamed_adopters]
    live = [
        (place, prototype)
        for place, prototype in statements.prototypes
        if prototype_progress(prototype) == "happened"
    ]
    users = {place for place, _ in (*live, *_with_progress(named, "happened"))}
    halted = _with_progress(named, "halted")
    # one organisation that stops does not end the practice in its area
    halts = [pair for pair in halted if pair[1].area]
    nearest = index.nearest_areas(area, users | {place for place, _ in halts})
    used = bool(nearest & users)
    # Statements of areas wider than the nearest ones do not count.
    overruled = frozenset[str]() if used else index.areas_containing(nearest)
    adoptions = [pair for pair in statements.adoptions if pair[0] not in overruled]
    ranked = _nearest_first(index, area, [pair for pair in named if pair[0] not in overruled])
    unnamed = _unnamed(statements, area if nearest == {area} and not used else None)
    around = frozenset[str]() if used else nearest - {area}
    return PracticeStatus(
        area=area,
        practice=practice,
        practised="yes" if used else "unknown" if unnamed else "no",
        prototypes=_ids(pair for pair in live if pair[0] not in overruled),
        adoptions=_ids(_with_progress(adoptions, "happened")),
        plans=_ids(_with_progress(ranked, "planned")),
        unnamed=unnamed,
        status=ranked[0][1].status if ranked else None,
        fidelity=_stated_fidelity(ranked),
        halted=(
            *_ids(pair for pair in halted if pair[0] == area),
            *_over(statements, area, stopped=True),
        ),
        halted_around=_ids(pair for pair in halts if pair[0] in around),
        ended=_over(statements, area, stopped=False),
    )


def _nearest_first(
    index: AdoptionIndex, area: str, adoptions: list[tuple[str, Adoption]]
) -> list[tuple[str, Adoption]]:
    """Return adoptions sorted by distance from `area`, then by `_FURTHEST`, then by id."""
    enclosing = index.enclosing_areas[area]
    return sorted(
        adoptions,
        key=lambda pair: (
            enclosing.index(pair[0]),
            _FURTHEST.index(pair[1].status),
            pair[1].id,
        ),
    )


def _stated_fidelity(adoptions: list[tuple[str, Adoption]]) -> str | None:
    stated = (adoption.fidelity_actual for _, adoption in adoptions)
    return next((fidelity for fidelity in stated if fidelity != "not-stated"), None)


def _over(statements: _AreaStatements, area: str, *, stopped: bool) -> tuple[str, ...]:
    """Return the prototypes of the area itself that were stopped, or else those that have ended."""
    return _ids(
        (place, prototype)
        for place, prototype in statements.prototypes
        if place == area
        and prototype_progress(prototype) == "halted"
        and (prototype.stage == "stopped") == stopped
    )


def _with_progress(
    adoptions: list[tuple[str, Adoption]], progress: Progress
) -> list[tuple[str, Adoption]]:
    return [pair for pair in adoptions if status_progress(pair[1].status) == progress]


def _ids(statements: Iterable[tuple[str, Prototype | Adoption]]) -> tuple[str, ...]:
    """Return the ids of the records in pairs of area and record, each once."""
    return tuple(dict.fromkeys(record.id for _, record in statements))


def _unnamed(statements: _AreaStatements, only: str | None) -> int:
    """Return how many unnamed adopters have begun; only those stated by area `only`, if given."""
    begun = (
        adoption
        for place, adoption in statements.adoptions
        if status_progress(adoption.status) == "happened" and only in (None, place)
    )
    return sum(adoption.unnamed_adopters or 0 for adoption in begun)


def _parts(
    index: AdoptionIndex,
    standings: dict[tuple[str, str], PracticeStatus],
    statements: dict[tuple[str, str], _AreaStatements],
) -> dict[tuple[str, str], tuple[str, ...]]:
    """Return for each area and practice the areas inside it that have it in practice.

    Only areas with a statement of their own count, including statements of unnamed adopters.
    """
    parts: dict[tuple[str, str], list[str]] = defaultdict(list)
    for (area, practice), area_statements in statements.items():
        if standings[area, practice].practised in ("yes", "unknown") and _is_practised_itself(
            area_statements, area
        ):
            for wider in index.enclosing_areas[area][1:]:
                parts[wider, practice].append(area)
    return {key: tuple(sorted(areas)) for key, areas in parts.items()}


def _is_practised_itself(statements: _AreaStatements, area: str) -> bool:
    """Return whether the area itself states that it has the practice in practice."""
    live = (p for p, trial in statements.prototypes if prototype_progress(trial) == "happened")
    begun = (
        p for p, adoption in statements.adoptions if status_progress(adoption.status) == "happened"
    )
    return area in live or area in begun


def statuses_by_area(grid: AdoptionGrid) -> dict[str, dict[str, PracticeStatus]]:
    """Return the statuses by area and practice; areas without any are left out."""
    rows = ((area, grid.of_area(area)) for area in grid.areas)
    return {area: {status.practice: status for status in row} for area, row in rows if row}


INSIGHTS = (
    Insight(
        "practised", "Which practice is in use in which area?", adoption_grid, statuses_by_area
    ),
)
