"""The organisations that serve an area today, those of the wider areas around it included."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from generator.analysis.index import AdoptionIndex, memoised
from generator.analysis.insights.successors import present_bodies
from generator.model.kinds.partner import Partner


@dataclass(frozen=True, slots=True)
class PresentOrganisation:
    """An organisation that exists today.

    `area` is the nearest area that it, or one that it took over from, serves. `took_over_from`
    names the ended organisations for which it stands here; empty where it serves the area itself.
    """

    partner: str
    area: str
    took_over_from: tuple[str, ...]


@memoised
def _partners_serving(index: AdoptionIndex) -> dict[str, tuple[str, ...]]:
    serving: dict[str, list[str]] = defaultdict(list)
    for partner in index.catalogue.records_of(Partner):
        for area in index.ids(partner.serves):
            serving[area].append(partner.id)
    return {area: tuple(partners) for area, partners in serving.items()}


def present_organisations(index: AdoptionIndex, area: str) -> tuple[PresentOrganisation, ...]:
    """Return who serves an area today, once each, those of the area itself first.

    Then come those of the wider areas, the nearest first. An organisation that has ended is
    replaced by those that took over from it, or left out where nobody did.
    """
    organisations: dict[str, tuple[str, list[str]]] = {}
    for place in index.enclosing_areas.get(area, (area,)):
        for partner in _partners_serving(index).get(place, ()):
            for body in present_bodies(index, partner):
                _, former = organisations.setdefault(body, (place, []))
                if body != partner:
                    former.append(partner)
    return tuple(
        PresentOrganisation(body, place, tuple(former))
        for body, (place, former) in organisations.items()
        if not _has_ended(index, body)
    )


def _has_ended(index: AdoptionIndex, partner: str) -> bool:
    record = index.catalogue.records[partner]
    return isinstance(record, Partner) and record.valid_to is not None
