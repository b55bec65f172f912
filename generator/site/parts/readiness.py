"""How ready a programme is to be adopted, in the same words wherever it is offered.

A candidate was judged to have worked, with an improved result in figures. It is ready to adopt when
a cost that did not get worse is reported too, and nothing as strong speaks against it.
"""

from __future__ import annotations

from generator.analysis.insights.value_case import Readiness, readiness_by_programme
from generator.site.parts.content import SiteContent
from generator.site.parts.inlines import Tag

THE_RULE = (
    "A candidate worked, and has an improved result with figures. It is ready when it also has a "
    "cost that did not get worse, and no result against it that is as strong."
)


def is_candidate(readiness: Readiness) -> bool:
    """Return whether a programme is proved, but not ready."""
    return bool(readiness.proved) and not readiness.ready


def readiness_tag(readiness: Readiness) -> Tag:
    """Return how ready a programme is, and what is missing or against it."""
    if readiness.ready:
        return Tag("Ready to adopt", "good")
    if not readiness.proved:
        return Tag("Not ready: no improved result with figures", "open")
    return Tag(f"Candidate: {_what_is_missing(readiness)}", "part")


def offer_tags(site: SiteContent, prototype: str) -> tuple[Tag, ...]:
    """Return the same for a programme that an area is offered; nothing without figures or costs."""
    readiness = readiness_by_programme(site.index).get(prototype)
    return (readiness_tag(readiness),) if readiness else ()


def _what_is_missing(readiness: Readiness) -> str:
    if readiness.mixed:
        return "evidence against it is as strong"
    if readiness.failed:
        return "one of its practices did not work elsewhere"
    if readiness.cost_worsened:
        return "its cost got worse"
    return "which way its cost went is not stated" if readiness.costs else "no cost reported"
