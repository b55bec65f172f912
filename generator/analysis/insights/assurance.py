"""The report for an area's board: what is proven, in use, planned and blocked."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

from generator.analysis.index import AdoptionIndex, memoised
from generator.analysis.insights.barriers import AreaBarrier, barriers_of
from generator.analysis.insights.gaps import AdoptionGap, gaps_from_level
from generator.analysis.insights.halted import HaltedWork, halted_work_near
from generator.analysis.insights.insight import Insight
from generator.analysis.insights.learning import learnt_by_others
from generator.analysis.insights.practice_status import adoption_grid
from generator.model.fields.progress import Progress, status_progress
from generator.model.kinds.adoption import Adoption
from generator.model.kinds.area import Area
from generator.model.kinds.prototype import prototype_progress
from generator.model.kinds.prototype_words import Verdict


@dataclass(frozen=True, slots=True)
class Assurance:
    """The report of one area.

    `here`: prototypes in practice in it or in an enclosing area. `inside`: prototypes in practice
    only in areas inside it. `coming`: planned prototypes here. `worked`: those of `here` that
    worked. `not_worked`: prototypes here that did not work, or only in part. `taken`: its adoptions
    from other areas, begun or in place; `pending`: planned ones. `halted`: paused, stopped or
    declined work. `gaps`: programmes with figures as evidence that it could adopt. `barriers`:
    barriers met or expected here, solved ones included. `teaches`: adoptions by others from this
    area; `to_teach`: planned ones.
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
        """The barriers that are not solved here."""
        return tuple(barrier for barrier in self.barriers if not barrier.solved)


@memoised
def _prototypes_by_area(index: AdoptionIndex) -> dict[str, list[str]]:
    """Return for each area the prototypes in it or in an enclosing area."""
    prototypes: dict[str, list[str]] = {}
    for prototype in index.prototypes:
        for area in index.covered_areas.get(prototype.id, ()):
            prototypes.setdefault(area, []).append(prototype.id)
    return prototypes


@memoised
def assurance(index: AdoptionIndex) -> dict[str, Assurance]:
    """For each area: what is in use there, in a wider area or in an area inside it, what has
    worked, what is planned, what was paused, stopped or declined and why, what has figures behind
    it and is not in use, and which barriers were met or are expected. Spread within the area itself
    does not count as adopted from others.
    """
    return {area.id: _report(index, area.id) for area in index.catalogue.records_of(Area)}


def _report(index: AdoptionIndex, area: str) -> Assurance:
    prototypes = _prototypes_by_area(index).get(area, [])
    here = [prototype for prototype in prototypes if prototype in index.in_practice_ids]
    adoptions = [index.adoption(adoption) for adoption in index.adoptions_by.get(area, ())]
    statuses = adoption_grid(index).of_area(area)
    return Assurance(
        area=area,
        here=tuple(here),
        inside=_only_inside(index, area, here),
        coming=tuple(
            prototype
            for prototype in prototypes
            if prototype_progress(index.prototype(prototype)) == "planned"
        ),
        worked=_with_verdict(index, here, "worked"),
        not_worked=_with_verdict(index, prototypes, "not-worked", "worked-in-part"),
        practices=tuple(status.practice for status in statuses if status.practised == "yes"),
        taken=_from_others(index, adoptions, "happened"),
        pending=_from_others(index, adoptions, "planned"),
        halted=halted_work_near(index, area),
        gaps=gaps_from_level(index, area, "data"),
        barriers=barriers_of(index, area),
        teaches=tuple(link.adoption for link in learnt_by_others(index, area, "happened")),
        to_teach=tuple(link.adoption for link in learnt_by_others(index, area, "planned")),
    )


def _with_verdict(
    index: AdoptionIndex, prototypes: list[str], *verdicts: Verdict
) -> tuple[str, ...]:
    return tuple(
        prototype for prototype in prototypes if index.prototype(prototype).verdict in verdicts
    )


def _only_inside(index: AdoptionIndex, area: str, here: list[str]) -> tuple[str, ...]:
    """Return the prototypes in practice in areas inside, without those in `here`."""
    inner = index.areas_inside.get(area, ())[1:]
    prototypes = dict.fromkeys(
        prototype for place in inner for prototype in index.prototypes_in.get(place, ())
    )
    live = (prototype for prototype in prototypes if prototype in index.in_practice_ids)
    return tuple(prototype for prototype in live if prototype not in here)


def _from_others(
    index: AdoptionIndex, adoptions: list[Adoption], progress: Progress
) -> tuple[str, ...]:
    """Return the adoptions by named adopters from other areas, organisations or documents."""
    return tuple(
        adoption.id
        for adoption in adoptions
        if status_progress(adoption.status) == progress
        and not adoption.unnamed_adopters
        and index.is_from_others(adoption)
    )


def assurance_counts(reports: dict[str, Assurance]) -> dict[str, dict[str, Any]]:
    """Return the reports with only the programmes of gaps, which the insight “gaps” details.

    `blocked` are the barriers that are not solved.
    """
    return {
        area: {
            **{field.name: getattr(report, field.name) for field in fields(report)},
            "gaps": tuple(gap.prototype for gap in report.gaps),
            "blocked": report.open_barriers,
        }
        for area, report in reports.items()
    }


INSIGHTS = (
    Insight("assurance", "What should a board know about its area?", assurance, assurance_counts),
)
