"""Gaps: practices with evidence that an area does not use, and who could help to adopt them."""

from __future__ import annotations

from dataclasses import dataclass

from generator.analysis.index import AdoptionIndex, memoised
from generator.analysis.insights.evidence import PracticeEvidence, evidence_rank, practice_evidence
from generator.analysis.insights.insight import Insight
from generator.analysis.insights.practice_reach import practice_reach
from generator.analysis.insights.practice_status import PracticeStatus, adoption_grid
from generator.model.fields.progress import status_progress
from generator.model.kinds.area import Area
from generator.model.kinds.measure_words import EvidenceLevel


@dataclass(frozen=True, slots=True)
class AdoptionGap:
    """A practice with evidence that an area does not have in practice, as far as is known.

    `level`: the strongest evidence for it. `adoptions`: the area's planned adoptions of it.
    `unknown`: the area may be one of `unnamed` adopters. `parts`: the areas inside it that have it
    in practice. See `buddies_for` for who can help.
    """

    area: str
    practice: str
    level: EvidenceLevel
    adoptions: tuple[str, ...]
    unknown: bool
    unnamed: int
    parts: tuple[str, ...] = ()


@memoised
def adoption_gaps(index: AdoptionIndex) -> dict[str, tuple[AdoptionGap, ...]]:
    """A gap is a practice with evidence that is not in use in the area, or only in part of it. It
    is listed with the level of the evidence, any planned adoption, and the areas that have it in
    practice. Practices with mixed evidence come last. Work that the area has paused, stopped or
    declined, or that ended there, is not a gap. It is listed separately, with its reason. If the
    area may be one of the adopters that a source does not name, the gap says so. The data names the
    practices of each area by the level of their evidence.
    """
    strongest = sorted(
        practice_evidence(index).values(), key=lambda evidence: (evidence.mixed, evidence.practice)
    )
    gaps_of = {}
    for area in index.catalogue.records_of(Area):
        gaps = (_gap(index, area.id, evidence) for evidence in strongest)
        gaps_of[area.id] = tuple(gap for gap in gaps if gap is not None)
    return gaps_of


def practices_by_level(
    gaps_of: dict[str, tuple[AdoptionGap, ...]],
) -> dict[str, dict[str, tuple[str, ...]]]:
    """Return the practices of each area by level of evidence, for the data files."""
    data: dict[str, dict[str, tuple[str, ...]]] = {}
    for area, gaps in gaps_of.items():
        levels = sorted({gap.level for gap in gaps}, key=evidence_rank)
        data[area] = {
            level: tuple(gap.practice for gap in gaps if gap.level == level) for level in levels
        }
    return data


def gaps_from_level(index: AdoptionIndex, area: str, level: str) -> tuple[AdoptionGap, ...]:
    """Return the gaps of an area with evidence at `level` or above."""
    return tuple(
        gap
        for gap in adoption_gaps(index).get(area, ())
        if evidence_rank(gap.level) >= evidence_rank(level)
    )


def _gap(index: AdoptionIndex, area: str, evidence: PracticeEvidence) -> AdoptionGap | None:
    status = adoption_grid(index).standings.get((area, evidence.practice)) or PracticeStatus(
        area, evidence.practice, "no"
    )
    over = status.halted or status.halted_around or status.ended
    if status.practised == "yes" or (over and not status.planned):
        return None
    return AdoptionGap(
        area=area,
        practice=evidence.practice,
        level=evidence.level,
        adoptions=status.plans,
        unknown=status.practised == "unknown",
        unnamed=status.unnamed,
        parts=status.parts,
    )


def buddies_for(index: AdoptionIndex, practice: str, area: str) -> tuple[str, ...]:
    """Return the areas, other than `area`, that have a practice in practice, nearest first.

    Areas inside `area` are nearest. The distance of others is the depth of the smallest area that
    contains both. Areas that contain `area` are left out.
    """
    enclosing = index.enclosing_areas.get(area, (area,))
    inside = set(index.areas_inside.get(area, ()))
    reach = practice_reach(index).get(practice)
    others = [place for place in reach.areas if place not in enclosing] if reach else []
    steps = {wider: number for number, wider in enumerate(enclosing)}

    def distance(place: str) -> int:
        if place in inside:
            return 0
        shared = (steps[wider] for wider in index.enclosing_areas.get(place, ()) if wider in steps)
        return min(shared, default=len(enclosing))

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
    Insight("gaps", "What could an area adopt?", adoption_gaps, practices_by_level),
    Insight("buddies", "Who can help with a planned adoption?", plan_helpers),
)
