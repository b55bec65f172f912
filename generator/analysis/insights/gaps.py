"""What an area could take up: practices with evidence that are not in use there."""

from __future__ import annotations

from dataclasses import dataclass

from generator.analysis.index import AdoptionIndex, memoised
from generator.analysis.insights.evidence import PracticeEvidence, evidence_rank, practice_evidence
from generator.analysis.insights.insight import Insight
from generator.analysis.insights.spread import PracticeStatus, adoption_grid
from generator.model.fields.progress import status_progress
from generator.model.kinds.area import Area
from generator.model.kinds.measure_words import EvidenceLevel


@dataclass(frozen=True, slots=True)
class AdoptionGap:
    """A practice with evidence that an area does not have in practice, as far as is known.

    `level`: the strongest evidence for it. `adoptions`: the area's plans for it. `unknown`: the
    area may be one of `unnamed` adopters. `parts`: the areas inside it that have it in practice.
    `buddies_for` says who can help.
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
    """A gap is a practice with evidence that is not practised in the area, or only in part of
    it. It is listed with the level of the evidence, any planned adoption, and the areas that have
    it in practice. What the area has paused, stopped or declined is no gap: it is listed with its
    reason instead. Where the area may be one of the adopters that a source does not name, the gap
    says so. The data names the practices of each area by the level of their evidence.
    """
    strongest = sorted(practice_evidence(index).values(), key=lambda one: one.practice)
    found = {}
    for area in index.catalogue.records_of(Area):
        rows = (_gap(index, area.id, proof) for proof in strongest)
        found[area.id] = tuple(row for row in rows if row is not None)
    return found


def practices_by_level(
    found: dict[str, tuple[AdoptionGap, ...]],
) -> dict[str, dict[str, tuple[str, ...]]]:
    """The practices of each area by level: the rest of a gap would say the same again and again."""
    data: dict[str, dict[str, tuple[str, ...]]] = {}
    for area, some in found.items():
        levels = sorted({gap.level for gap in some}, key=evidence_rank)
        data[area] = {
            level: tuple(gap.practice for gap in some if gap.level == level) for level in levels
        }
    return data


def gaps_from_level(index: AdoptionIndex, area: str, level: str) -> tuple[AdoptionGap, ...]:
    """The gaps of an area among the practices evidenced at `level` or above."""
    return tuple(
        gap
        for gap in adoption_gaps(index).get(area, ())
        if evidence_rank(gap.level) >= evidence_rank(level)
    )


def _gap(index: AdoptionIndex, area: str, proof: PracticeEvidence) -> AdoptionGap | None:
    standing = adoption_grid(index).standings.get((area, proof.practice)) or PracticeStatus(
        area, proof.practice, "no"
    )
    halted = standing.halted or standing.halted_around
    if standing.practised == "yes" or (halted and not standing.planned):
        return None
    return AdoptionGap(
        area=area,
        practice=proof.practice,
        level=proof.level,
        adoptions=standing.plans,
        unknown=standing.practised == "unknown",
        unnamed=standing.unnamed,
        parts=standing.parts,
    )


@memoised
def _where(index: AdoptionIndex) -> dict[str, tuple[str, ...]]:
    """For each practice, the areas that have it in practice themselves: the smallest that do."""
    found: dict[str, dict[str, None]] = {}
    for prototype in index.in_practice:
        for practice in index.ids(prototype.practices):
            found.setdefault(practice, {}).update(dict.fromkeys(index.ids(prototype.areas)))
    for adoption in index.adoptions:
        practice_id, adopter = index.id(adoption.practice), index.id(adoption.area)
        begun = status_progress(adoption.status) == "happened" and not adoption.unnamed_adopters
        if practice_id and adopter and begun:
            found.setdefault(practice_id, {})[adopter] = None
    return {practice: tuple(sorted(areas)) for practice, areas in found.items()}


def buddies_for(index: AdoptionIndex, practice: str, area: str) -> tuple[str, ...]:
    """The areas, other than `area`, that have a practice in practice: those nearest first.

    Those inside `area` are the nearest. Of the others, near means that both lie in the same wider
    area, the smaller the nearer. An area that `area` lies in is no buddy of it.
    """
    around = index.enclosing_areas.get(area, (area,))
    inside = set(index.areas_inside.get(area, ()))
    others = [one for one in _where(index).get(practice, ()) if one not in around]
    steps = {wider: number for number, wider in enumerate(around)}

    def distance(other: str) -> int:
        if other in inside:
            return 0
        shared = (steps[wider] for wider in index.enclosing_areas.get(other, ()) if wider in steps)
        return min(shared, default=len(around))

    return tuple(sorted(others, key=lambda one: (distance(one), one)))


@dataclass(frozen=True, slots=True)
class PlanHelpers:
    """Who could help with a planned adoption; none yet where nobody has it in practice."""

    adoption: str
    area: str
    practice: str
    buddies: tuple[str, ...]


@memoised
def plan_helpers(index: AdoptionIndex) -> tuple[PlanHelpers, ...]:
    """For each planned adoption of a named practice: the other areas that have the practice in
    practice, those nearest first. Where there are none, the answer is “none yet”.
    """
    found = []
    for adoption in index.adoptions:
        area, practice = index.id(adoption.area), index.id(adoption.practice)
        if area and practice and status_progress(adoption.status) == "planned":
            others = buddies_for(index, practice, area)
            found.append(PlanHelpers(adoption.id, area, practice, others))
    return tuple(found)


INSIGHTS = (
    Insight("gaps", "What could an area take up?", adoption_gaps, practices_by_level),
    Insight("buddies", "Who can help with a planned adoption?", plan_helpers),
)
