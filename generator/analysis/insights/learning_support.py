"""Support that is sought and offered, and which offers meet which requests."""

from __future__ import annotations

from dataclasses import dataclass

from generator.analysis.index import AdoptionIndex, memoised
from generator.analysis.insights.insight import Insight
from generator.model.kinds.resource import Resource

# Reading material does not count as support offered.
_HELP = frozenset(
    {
        "coaching", "mentoring", "buddying", "action-learning-set", "champion",
        "leadership-programme", "support", "workshop", "conference", "seminar", "event",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class SupportRequest:
    """A request for support, and the offers that meet it."""

    resource: str
    by: tuple[str, ...]
    asked_of: tuple[str, ...]
    offers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SupportMatches:
    """Requests and offers. `matched`: how many requests an offer meets."""

    sought: tuple[SupportRequest, ...]
    offered: tuple[str, ...]
    planned: tuple[str, ...]
    matched: int


@memoised
def support_matches(index: AdoptionIndex) -> SupportMatches:
    """A request is a resource that someone is looking for. An offer is help that people give and
    that is available. An offer meets a request if both are of the same type and about the same
    practice, prototype or area, or if neither is about anything in particular.
    """
    resources = index.catalogue.records_of(Resource)
    help_given = [resource for resource in resources if resource.type in _HELP]
    offered = [resource for resource in help_given if resource.availability == "available"]
    sought = tuple(
        SupportRequest(
            resource=resource.id,
            by=index.ids(resource.sought_by),
            asked_of=index.ids(resource.provider),
            offers=tuple(offer.id for offer in offered if _meets(index, offer, resource)),
        )
        for resource in resources
        if resource.availability == "sought"
    )
    return SupportMatches(
        sought=sought,
        offered=tuple(resource.id for resource in offered),
        planned=tuple(resource.id for resource in help_given if resource.availability == "planned"),
        matched=sum(bool(request.offers) for request in sought),
    )


def _meets(index: AdoptionIndex, offer: Resource, request: Resource) -> bool:
    asked, about = set(index.ids(request.about)), set(index.ids(offer.about))
    return offer.type == request.type and (bool(asked & about) or not (asked or about))


INSIGHTS = (Insight("support", "What help do people want, and what is offered?", support_matches),)
