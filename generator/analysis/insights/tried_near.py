"""What was tried in an area, in the areas around it and in those inside it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.analysis.index import AdoptionIndex, memoised


@dataclass(frozen=True, slots=True)
class TriedNear:
    """Prototypes that are in practice, have ended or were stopped, each listed once.

    `here`: those that name the area itself. `around`: those of an area that contains it.
    `inside`: those of an area inside it.
    """

    here: tuple[str, ...] = ()
    around: tuple[str, ...] = ()
    inside: tuple[str, ...] = ()


@memoised
def _tried_by_area(index: AdoptionIndex) -> dict[str, tuple[str, ...]]:
    tried: dict[str, list[str]] = {}
    for prototype in index.tried:
        for area in index.ids(prototype.areas):
            tried.setdefault(area, []).append(prototype.id)
    return {area: tuple(prototypes) for area, prototypes in tried.items()}


def tried_near(index: AdoptionIndex, area: str) -> TriedNear:
    """Return what was tried in an area and near it, the nearest areas first."""
    tried = _tried_by_area(index)
    here = dict.fromkeys(tried.get(area, ()))
    around = _of(tried, index.enclosing_areas.get(area, (area,)), here)
    inside = _of(tried, index.areas_inside.get(area, ()), {**here, **around})
    return TriedNear(tuple(here), tuple(around), tuple(inside))


def _of(
    tried: dict[str, tuple[str, ...]], areas: tuple[str, ...], without: dict[str, None]
) -> dict[str, None]:
    prototypes = dict.fromkeys(prototype for area in areas for prototype in tried.get(area, ()))
    return {prototype: None for prototype in prototypes if prototype not in without}
