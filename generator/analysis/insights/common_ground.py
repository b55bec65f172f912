"""What areas have in common: practices that several use, principles that several state."""

from __future__ import annotations

from dataclasses import dataclass

from generator.analysis.index import AdoptionIndex, memoised
from generator.analysis.insights.insight import Insight
from generator.analysis.insights.practice_reach import practice_reach
from generator.model.kinds.principle import Principle
from generator.model.kinds.prototype import prototype_progress


@dataclass(frozen=True, slots=True)
class SharedPractice:
    """A practice of several areas: where it is in practice, and where it is only planned."""

    practice: str
    in_practice: tuple[str, ...]
    planned: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SharedPrinciple:
    """A principle and the areas that state it."""

    principle: str
    areas: tuple[str, ...]


@memoised
def shared_practices(index: AdoptionIndex) -> tuple[SharedPractice, ...]:
    """A practice is shared if at least two areas use it or plan to, and neither area is inside the
    other. Areas that have it in practice and areas that only plan it are shown separately.
    Practices in use in most areas come first.
    """
    planned = _planned_in(index)
    rows = []
    for reach in practice_reach(index).values():
        plans = tuple(area for area in planned.get(reach.practice, ()) if area not in reach.areas)
        if _has_separate_areas(index, (*reach.areas, *plans)):
            rows.append(SharedPractice(reach.practice, reach.areas, plans))
    rows.sort(key=lambda row: (-len(row.in_practice), -len(row.planned), row.practice))
    return tuple(rows)


@memoised
def principles_by_place(index: AdoptionIndex) -> tuple[SharedPrinciple, ...]:
    """Each principle with the areas that state it. Principles that several areas state come first,
    then those of one area only, which show where places differ.
    """
    rows = (
        SharedPrinciple(principle.id, index.ids(principle.stated_in))
        for principle in index.catalogue.records_of(Principle)
    )
    return tuple(sorted(rows, key=lambda row: (-len(row.areas), row.areas, row.principle)))


def _planned_in(index: AdoptionIndex) -> dict[str, tuple[str, ...]]:
    """Return for each practice the areas that plan it, by a prototype or an adoption."""
    areas_of: dict[str, dict[str, None]] = {}
    for prototype in index.prototypes:
        if prototype_progress(prototype) == "planned":
            for practice in index.ids(prototype.practices):
                areas_of.setdefault(practice, {}).update(dict.fromkeys(index.ids(prototype.areas)))
    for practice, reach in practice_reach(index).items():
        adoptions = (index.adoption(adoption) for adoption in reach.planned)
        for adoption in adoptions:
            areas = () if adoption.unnamed_adopters else index.adopting_areas(adoption)
            areas_of.setdefault(practice, {}).update(dict.fromkeys(areas))
    return {practice: tuple(areas) for practice, areas in areas_of.items()}


def _has_separate_areas(index: AdoptionIndex, areas: tuple[str, ...]) -> bool:
    """Return whether there are two of `areas` of which neither contains the other."""
    return any(
        other not in index.enclosing_areas[area] and area not in index.enclosing_areas[other]
        for number, area in enumerate(areas)
        for other in areas[:number]
    )


INSIGHTS = (
    Insight("shared_practices", "Which practices do places share?", shared_practices),
    Insight("principles_by_place", "Which principles do places share?", principles_by_place),
)
