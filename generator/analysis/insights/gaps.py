"""Gaps: programmes with evidence that an area could adopt, and who could help.

A programme is offered once, however many practices are in it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.analysis.index import AdoptionIndex, memoised
from generator.analysis.insights.evidence import evidence_rank
from generator.analysis.insights.insight import Insight
from generator.analysis.insights.practice_reach import practice_reach
from generator.analysis.insights.practice_status import PracticeStatus, adoption_grid
from generator.analysis.insights.programmes import ProgrammeEvidence, proven_programmes
from generator.model.fields.progress import status_progress
from generator.model.kinds.area import Area
from generator.model.kinds.measure_words import EvidenceLevel

_COUNTRY = "Country"  # in the vocabulary of schema.org


@dataclass(frozen=True, slots=True)
class AdoptionGap:
    """A programme with evidence that an area does not have in use, as far as is known.

    `level`: the strongest evidence for it. `practices`: those of its practices that the area could
    adopt; `in_use`: those that are in use there; `halted`: those that were paused, stopped or
    declined there, or that ended. `adoptions`: plans of the area for `practices`. `unknown`: the
    area may be one of `unnamed` adopters. `parts`: the areas inside it that use one of them. See
    `helpers_for` for who can help.
    """

    area: str
    prototype: str
    level: EvidenceLevel
    practices: tuple[str, ...]
    in_use: tuple[str, ...] = ()
    halted: tuple[str, ...] = ()
    adoptions: tuple[str, ...] = ()
    unknown: bool = False
    unnamed: int = 0
    parts: tuple[str, ...] = ()


@memoised
def adoption_gaps(index: AdoptionIndex) -> dict[str, tuple[AdoptionGap, ...]]:
    """A gap is a programme that worked elsewhere, with an improved result, and that is not in use
    in the area, or only in part. It is listed once, with its practices that the area does not use,
    any plans for them, and the areas inside it that use one. A country, and an area that holds
    places of the same type as those where the programme was tried, is not offered it: the places
    are. Programmes with mixed evidence come last. A practice that the area has paused, stopped or
    declined, or that ended there, is not offered again. It is listed separately, with its reason.
    If the area may be one of the adopters that a source does not name, the gap says so. The data
    names the programmes of each area by the level of their evidence.
    """
    programmes = sorted(proven_programmes(index), key=lambda one: (one.mixed, one.prototype))
    gaps_of = {}
    for area in index.catalogue.records_of(Area):
        gaps = (
            _gap(index, area.id, programme)
            for programme in programmes
            if not is_meant_for_places_inside(index, area, programme.prototype)
        )
        gaps_of[area.id] = tuple(gap for gap in gaps if gap is not None)
    return gaps_of


def programmes_by_level(
    gaps_of: dict[str, tuple[AdoptionGap, ...]],
) -> dict[str, dict[str, tuple[str, ...]]]:
    """Return the programmes of each area by level of evidence, for the data files."""
    data: dict[str, dict[str, tuple[str, ...]]] = {}
    for area, gaps in gaps_of.items():
        levels = sorted({gap.level for gap in gaps}, key=evidence_rank)
        data[area] = {
            level: tuple(gap.prototype for gap in gaps if gap.level == level) for level in levels
        }
    return data


def gaps_from_level(index: AdoptionIndex, area: str, level: str) -> tuple[AdoptionGap, ...]:
    """Return the gaps of an area with evidence at `level` or above."""
    return tuple(
        gap
        for gap in adoption_gaps(index).get(area, ())
        if evidence_rank(gap.level) >= evidence_rank(level)
    )


def is_meant_for_places_inside(index: AdoptionIndex, area: Area, prototype: str) -> bool:
    """Return whether an area is a country, or holds places like those where it was tried.

    An area like those where it was tried is offered it, whatever it holds.
    """
    tried_in = _types_where_tried(index).get(prototype, frozenset())
    if area.type in tried_in:
        return False
    definition = getattr(area.type, "definition", None)
    is_country = definition is not None and definition.schema_org == _COUNTRY
    return is_country or bool(_types_inside(index).get(area.id, frozenset()) & tried_in)


@memoised
def _types_where_tried(index: AdoptionIndex) -> dict[str, frozenset[str]]:
    """Return for each prototype the types of the areas that it names."""
    return {
        prototype.id: frozenset(_area_type(index, area) for area in index.ids(prototype.areas))
        for prototype in index.prototypes
    }


@memoised
def _types_inside(index: AdoptionIndex) -> dict[str, frozenset[str]]:
    """Return for each area the types of the areas inside it."""
    return {
        area: frozenset(_area_type(index, place) for place in inside[1:])
        for area, inside in index.areas_inside.items()
    }


def _area_type(index: AdoptionIndex, area: str) -> str:
    return str(getattr(index.catalogue.records[area], "type", ""))


def _gap(index: AdoptionIndex, area: str, programme: ProgrammeEvidence) -> AdoptionGap | None:
    if area in index.covered_areas.get(programme.prototype, ()):
        return None
    standings = adoption_grid(index).standings
    statuses = [
        standings.get((area, practice)) or PracticeStatus(area, practice, "no")
        for practice in programme.practices
    ]
    in_use = tuple(status.practice for status in statuses if status.practised == "yes")
    halted = tuple(status.practice for status in statuses if _is_settled(status))
    missing = [
        status
        for status in statuses
        if status.practice not in in_use and status.practice not in halted
    ]
    if statuses and not missing:
        return None
    return AdoptionGap(
        area=area,
        prototype=programme.prototype,
        level=programme.level or "account",
        practices=tuple(status.practice for status in missing),
        in_use=in_use,
        halted=halted,
        adoptions=tuple(dict.fromkeys(plan for status in missing for plan in status.plans)),
        unknown=any(status.practised == "unknown" for status in missing),
        unnamed=max((status.unnamed for status in missing), default=0),
        parts=tuple(dict.fromkeys(part for status in missing for part in status.parts)),
    )


def _is_settled(status: PracticeStatus) -> bool:
    """Return whether a practice was halted or ended in an area, with no new plan for it."""
    over = status.halted or status.halted_around or status.ended
    return status.practised != "yes" and bool(over) and not status.planned


def helpers_for(index: AdoptionIndex, prototype: str, area: str) -> tuple[str, ...]:
    """Return the areas that could help `area` with a programme, nearest first.

    They have the programme in practice, or all of its practices.
    """
    record = index.prototype(prototype)
    places = index.ids(record.areas) if prototype in index.in_practice_ids else ()
    reach = [set(practice_reach(index)[one].areas) for one in index.ids(record.practices)]
    shared = set.intersection(*reach) if reach else set()
    return _nearest_first(index, {*places, *shared}, area)


def buddies_for(index: AdoptionIndex, practice: str, area: str) -> tuple[str, ...]:
    """Return the areas, other than `area`, that have a practice in practice, nearest first."""
    reach = practice_reach(index).get(practice)
    return _nearest_first(index, reach.areas if reach else (), area)


def _nearest_first(index: AdoptionIndex, places: Iterable[str], area: str) -> tuple[str, ...]:
    """Return the places nearest to an area first, without it and those that contain it.

    Areas inside `area` are nearest. The distance of others is the depth of the smallest area that
    contains both.
    """
    enclosing = index.enclosing_areas.get(area, (area,))
    inside = set(index.areas_inside.get(area, ()))
    steps = {wider: number for number, wider in enumerate(enclosing)}

    def distance(place: str) -> int:
        if place in inside:
            return 0
        shared = (steps[wider] for wider in index.enclosing_areas.get(place, ()) if wider in steps)
        return min(shared, default=len(enclosing))

    others = (place for place in places if place not in enclosing)
    return tuple(sorted(others, key=lambda place: (distance(place), place)))


@dataclass(frozen=True, slots=True)
class PlanHelpers:
    """The areas that could help with a planned adoption; empty where none has the practice."""

    adoption: str
    area: str
    practice: str
    buddies: tuple[str, ...]


@memoised
def plan_helpers(index: AdoptionIndex) -> tuple[PlanHelpers, ...]:
    """For each planned adoption of a named practice: the other areas that have it in practice,
    nearest first. If there are none, the answer is “none yet”.
    """
    helpers = []
    for adoption in index.adoptions:
        practice = index.id(adoption.practice)
        if practice and status_progress(adoption.status) == "planned":
            for area in index.adopting_areas(adoption):
                buddies = buddies_for(index, practice, area)
                helpers.append(PlanHelpers(adoption.id, area, practice, buddies))
    return tuple(helpers)


INSIGHTS = (
    Insight("gaps", "What could an area adopt?", adoption_gaps, programmes_by_level),
    Insight("buddies", "Who can help with a planned adoption?", plan_helpers),
)
