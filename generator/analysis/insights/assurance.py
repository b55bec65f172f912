"""What a board needs to know of its area: proven, in use, pending, blocked."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

from generator.analysis.index import AdoptionIndex, memoised
from generator.analysis.insights.barriers import AreaBarrier, barriers_of
from generator.analysis.insights.gaps import AdoptionGap, gaps_from_level
from generator.analysis.insights.halted import HaltedWork, halted_work_near
from generator.analysis.insights.insight import Insight
from generator.analysis.insights.learning import learning_network
from generator.analysis.insights.spread import adoption_grid
from generator.model.fields.progress import Progress, stage_progress, status_progress
from generator.model.kinds.adoption import Adoption
from generator.model.kinds.area import Area


@dataclass(frozen=True, slots=True)
class Assurance:
    """The report of one area.

    `here`: prototypes in practice in it or around it; `inside`: those in practice only in areas
    inside it; `coming`: those here that are not yet in practice.
    `worked`, `not_worked`: those of `here` with that verdict. `taken`: its own adoptions from
    other areas, begun or in place; `pending`: planned ones. `halted`: what was paused, stopped or
    declined here. `gaps`: practices with figures behind them that are not in use here.
    `barriers`: those met or expected here, solved ones among them.
    `teaches`: what others have adopted from the area; `to_teach`: what they plan to adopt.
    """

    area: str
    here: tuple[str, ...]
    inside: tuple[str, ...]
    coming: tuple[str, ...]
    worked: tuple[str, ...]
    not_worked: tuple[str, ...]
    practices: tuple[str, ...]
    taken: tuple[str, ...]
    pending: tuple[str, ...]
    halted: tuple[HaltedWork, ...]
    gaps: tuple[AdoptionGap, ...]
    barriers: tuple[AreaBarrier, ...]
    teaches: tuple[str, ...]
    to_teach: tuple[str, ...]

    @property
    def open_barriers(self) -> tuple[AreaBarrier, ...]:
        """The barriers that still stand."""
        return tuple(barrier for barrier in self.barriers if not barrier.solved)


@memoised
def _in_place(index: AdoptionIndex) -> dict[str, list[str]]:
    """For each area, the prototypes in it, or in an area around it."""
    found: dict[str, list[str]] = {}
    for prototype in index.prototypes:
        for area in index.covered_areas(prototype):
            found.setdefault(area, []).append(prototype.id)
    return found


@memoised
def assurance(index: AdoptionIndex) -> dict[str, Assurance]:
    """For each area: what is in use there, in an area around it or in one inside it, what has
    worked, what is planned, what was halted and why, what has figures behind it and is not in use,
    and which barriers were met or are expected. Spread within the area itself is not counted as
    adopted from others.
    """
    return {area.id: _report(index, area.id) for area in index.catalogue.records_of(Area)}


def _report(index: AdoptionIndex, area: str) -> Assurance:
    ours = _in_place(index).get(area, [])
    here = [one for one in ours if one in index.in_practice_ids]
    adoptions = [index.adoption(one) for one in index.adoptions_by.get(area, ())]
    standings = adoption_grid(index).of_area(area)
    return Assurance(
        area=area,
        here=tuple(here),
        inside=_only_inside(index, area, here),
        coming=tuple(
            one for one in ours if stage_progress(index.prototype(one).stage) == "planned"
        ),
        worked=tuple(one for one in here if index.prototype(one).verdict == "worked"),
        not_worked=tuple(
            one for one in ours if index.prototype(one).verdict in ("not-worked", "worked-in-part")
        ),
        practices=tuple(one.practice for one in standings if one.practised == "yes"),
        taken=_from_others(index, adoptions, "happened"),
        pending=_from_others(index, adoptions, "planned"),
        halted=halted_work_near(index, area),
        gaps=gaps_from_level(index, area, "data"),
        barriers=barriers_of(index, area),
        teaches=tuple(one.adoption for one in learning_network(index).by_whom(area, "happened")),
        to_teach=tuple(one.adoption for one in learning_network(index).by_whom(area, "planned")),
    )


def _only_inside(index: AdoptionIndex, area: str, here: list[str]) -> tuple[str, ...]:
    """The prototypes in practice in the areas inside, without those of the area itself."""
    inner = index.areas_inside.get(area, ())[1:]
    found = (one for place in inner for one in index.prototypes_in.get(place, ()))
    return tuple(
        dict.fromkeys(one for one in found if one in index.in_practice_ids and one not in here)
    )


def _from_others(
    index: AdoptionIndex, adoptions: list[Adoption], progress: Progress
) -> tuple[str, ...]:
    """Adoptions from other areas by named adopters: spread within one area is none."""
    return tuple(
        one.id
        for one in adoptions
        if status_progress(one.status) == progress
        and not one.unnamed_adopters
        and index.sources_of(one)
    )


def assurance_counts(found: dict[str, Assurance]) -> dict[str, dict[str, Any]]:
    """The reports with gaps by the names of practices: gaps have an answer of their own.

    `blocked` names the barriers that still stand.
    """
    return {
        area: {
            **{one.name: getattr(report, one.name) for one in fields(report)},
            "gaps": tuple(gap.practice for gap in report.gaps),
            "blocked": report.open_barriers,
        }
        for area, report in found.items()
    }


INSIGHTS = (
    Insight("assurance", "What should a board know of its area?", assurance, assurance_counts),
)
