"""Support sought and offered, and whether they meet."""

from __future__ import annotations

from dataclasses import dataclass

from generator.analysis.index import AdoptionIndex, memoised
from generator.analysis.insights.insight import Insight
from generator.model.kinds.resource import Resource

# what is read is no help that someone gives
_HELP = frozenset(
    {
        "coaching", "mentoring", "buddying", "action-learning-set", "champion",
        "leadership-programme", "support", "workshop", "conference", "seminar", "event",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class SupportRequest:
    """Help that someone asks for, and what is on offer that would meet it."""

    resource: str
    by: tuple[str, ...]
    asked_of: tuple[str, ...]
    offers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SupportMatches:
    """What is sought and what is offered. `matched` counts the requests that an offer meets."""

    sought: tuple[SupportRequest, ...]
    offered: tuple[str, ...]
    planned: tuple[str, ...]
    matched: int


@memoised
def support_matches(index: AdoptionIndex) -> SupportMatches:
    """A request is a resource that is sought; an offer is help of a kind that people give, that
    is available. An offer meets a request when it is of the same type and they are about the same
    practice, prototype or area, or when the request is about nothing in particular and so is it.
    """
    resources = index.catalogue.records_of(Resource)
    help_given = [one for one in resources if one.type in _HELP]
    offered = [one for one in help_given if one.availability == "available"]
    sought = tuple(
        SupportRequest(
            resource=one.id,
            by=index.ids(one.sought_by),
            asked_of=index.ids(one.provider),
            offers=tuple(offer.id for offer in offered if _meets(index, offer, one)),
        )
        for one in resources
        if one.availability == "sought"
    )
    return SupportMatches(
        sought=sought,
        offered=tuple(one.id for one in offered),
        planned=tuple(one.id for one in help_given if one.availability == "planned"),
        matched=sum(bool(one.offers) for one in sought),
    )


def _meets(index: AdoptionIndex, offer: Resource, wanted: Resource) -> bool:
    asked, about = set(index.ids(wanted.about)), set(index.ids(offer.about))
    return offer.type == wanted.type and (bool(asked & about) or not (asked or about))


INSIGHTS = (Insight("support", "What help is sought, and what is offered?", support_matches),)
