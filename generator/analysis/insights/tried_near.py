"""What was tried in an area, in the areas around it and in those inside it."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass

from generator.analysis.index import AdoptionIndex


@dataclass(frozen=True, slots=True)
class TriedNear:
    """Prototypes that are in practice, have ended or were stopped, each listed once.

    `here`: those that name the area itself. `around`: those of an area that contains it.
    `inside`: those of an area inside it.
    """

    here: tuple[str, ...] = ()
    around: tuple[str, ...] = ()
    inside: tuple[str, ...] = ()


def tried_near(index: AdoptionIndex, area: str) -> TriedNear:
    """Return what was tried in an area and near it, the nearest areas first."""
    here = _tried_in(index, (area,))
    around = _without(_tried_in(index, index.enclosing_areas.get(area, ())), here)
    inside = _without(_tried_in(index, index.areas_inside.get(area, ())), {*here, *around})
    return TriedNear(here, around, inside)


def _tried_in(index: AdoptionIndex, areas: Iterable[str]) -> tuple[str, ...]:
    named = dict.fromkeys(one for area in areas for one in index.prototypes_in.get(area, ()))
    return tuple(prototype for prototype in named if prototype in index.tried_ids)


def _without(prototypes: Iterable[str], known: Container[str]) -> tuple[str, ...]:
    return tuple(prototype for prototype in prototypes if prototype not in known)
