"""How far each practice has spread, and how many adoptions have each status."""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

from generator.analysis.index import AdoptionIndex, memoised
from generator.analysis.insights.insight import Insight
from generator.model.fields.progress import status_progress
from generator.model.kinds.adoption import Adoption
from generator.model.kinds.adoption_words import AdoptionStatus


@dataclass(frozen=True, slots=True)
class PracticeReach:
    """How far a practice has spread.

    `areas`: areas that state that they practise it, without the areas inside them. `actual`,
    `planned`, `halted`: its adoptions by progress. `unnamed`: how many adopters are not named.
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
    """For each practice: the prototypes in practice that use it, the areas where they run or where
    it was adopted, and its adoptions. An organisation that adopts counts for the areas that it
    serves. Adoptions are begun or in place, planned, or halted (paused,
    stopped or declined).
    """
    return {practice.id: _reach(index, practice.id) for practice in index.practices}


def _reach(index: AdoptionIndex, practice: str) -> PracticeReach:
    users = tuple(
        prototype
        for prototype in index.prototypes_using.get(practice, ())
        if prototype in index.in_practice_ids
    )
    by_progress: dict[str, list[Adoption]] = {"happened": [], "planned": [], "halted": []}
    for adoption_id in index.adoptions_of.get(practice, ()):
        adoption = index.adoption(adoption_id)
        by_progress[status_progress(adoption.status)].append(adoption)
    actual = by_progress["happened"]
    tried_in = (area for user in users for area in index.ids(index.prototype(user).areas))
    adopters = (
        area
        for adoption in actual
        if not adoption.unnamed_adopters
        for area in index.adopting_areas(adoption)
    )
    return PracticeReach(
        practice=practice,
        prototypes=users,
        areas=tuple(dict.fromkeys((*tried_in, *adopters))),
        actual=tuple(adoption.id for adoption in actual),
        planned=tuple(adoption.id for adoption in by_progress["planned"]),
        halted=tuple(adoption.id for adoption in by_progress["halted"]),
        unnamed=sum(adoption.unnamed_adopters or 0 for adoption in actual),
    )


def adoption_counts(index: AdoptionIndex) -> dict[str, int]:
    """The number of adoptions with each status. A status that no adoption has is left out."""
    counts = dict.fromkeys(get_args(AdoptionStatus), 0)
    for adoption in index.adoptions:
        counts[adoption.status] += 1
    return {status: count for status, count in counts.items() if count}


INSIGHTS = (
    Insight("reach", "How far has each practice spread?", practice_reach),
    Insight("adoption_statuses", "How far have adoptions got?", adoption_counts),
)
