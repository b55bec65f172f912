"""What a board needs to know of its area: proven, in use, pending, blocked."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

from generator.insights.barriers import Help, standing_in
from generator.insights.base import Insight
from generator.insights.gaps import Gap, gaps_at
from generator.insights.index import Index, once
from generator.insights.learning import network
from generator.insights.spread import ACTUAL, PLANNED, grid
from generator.kinds.area import Area


@dataclass(frozen=True, slots=True)
class Assurance:
    """The report of one area.

    `here`: prototypes in practice in it or around it; `coming`: those there that are not yet.
    `worked`, `not_worked`: those of them with that verdict. `taken`: its own adoptions, begun or
    in place; `pending`: planned ones. `gaps`: practices with figures behind them that are not in
    use here.
    `blocked`: barriers that stand here. `teaches`: what others take from prototypes of the area.
    """

    area: str
    here: tuple[str, ...]
    coming: tuple[str, ...]
    worked: tuple[str, ...]
    not_worked: tuple[str, ...]
    practices: tuple[str, ...]
    taken: tuple[str, ...]
    pending: tuple[str, ...]
    gaps: tuple[Gap, ...]
    blocked: tuple[Help, ...]
    teaches: tuple[str, ...]


@once
def _in_place(index: Index) -> dict[str, list[str]]:
    """For each area, the prototypes in it, or in an area around it."""
    found: dict[str, list[str]] = {}
    for prototype in index.prototypes:
        for area in index.places(prototype):
            found.setdefault(area, []).append(prototype.id)
    return found


@once
def assurance(index: Index) -> dict[str, Assurance]:
    """For each area: what is in use there or in an area around it, what has worked, what is
    planned, what has figures behind it and is not in use, and what stands in the way.
    """
    return {area.id: _report(index, area.id) for area in index.catalogue.of(Area)}


def _report(index: Index, area: str) -> Assurance:
    ours = _in_place(index).get(area, [])
    here = [one for one in ours if one in index.live]
    adoptions = [index.adoption(one) for one in index.adoptions_by.get(area, ())]
    standings = grid(index).of_area(area)
    return Assurance(
        area=area,
        here=tuple(here),
        coming=tuple(one for one in ours if _coming(index, one)),
        worked=tuple(one for one in here if index.prototype(one).verdict == "worked"),
        not_worked=tuple(
            one for one in ours if index.prototype(one).verdict in ("not-worked", "worked-in-part")
        ),
        practices=tuple(one.practice for one in standings if one.practised == "yes"),
        taken=tuple(
            one.id for one in adoptions if one.status in ACTUAL and not one.unnamed_adopters
        ),
        pending=tuple(
            one.id for one in adoptions if one.status in PLANNED and not one.unnamed_adopters
        ),
        gaps=gaps_at(index, area, "data"),
        blocked=standing_in(index, area),
        teaches=tuple(
            one.adoption for one in network(index).by_whom(area) if one.actual or one.planned
        ),
    )


def _coming(index: Index, prototype: str) -> bool:
    stage = index.prototype(prototype).stage
    return stage in ("idea", "proposed", "agreed", "designing", "procuring")


def without_rows(found: dict[str, Assurance]) -> dict[str, dict[str, Any]]:
    """The reports with gaps by the names of practices: gaps have an answer of their own."""
    return {
        area: {
            **{one.name: getattr(report, one.name) for one in fields(report)},
            "gaps": tuple(gap.practice for gap in report.gaps),
        }
        for area, report in found.items()
    }


INSIGHTS = (Insight("assurance", "What should a board know of its area?", assurance, without_rows),)
