"""The first screen of a practice: did it work where it was used, what does it take, who to ask."""

from __future__ import annotations

from collections.abc import Iterable

from generator.analysis.insights.evidence import strongest_first
from generator.analysis.insights.practice_reach import PracticeReach, practice_reach
from generator.analysis.insights.programmes import programme_evidence
from generator.model.kinds.measure import Measure
from generator.model.kinds.practice import Practice
from generator.site.parts.adoption_counts import adoption_counts
from generator.site.parts.cells import capitalise, record_links, text_inlines
from generator.site.parts.content import SiteContent
from generator.site.parts.field_view import field_views
from generator.site.parts.inlines import Inlines, Text
from generator.site.parts.limits import FEW_LINKS
from generator.site.parts.overview import Overview, StripCell, overview_points
from generator.site.parts.overview_lines import (
    prototype_lines,
    result_lines,
    strength_cell,
    verdict_cell,
)
from generator.site.parts.verdicts import WHOLE_PROGRAMMES
from generator.site.parts.who_to_ask import who_to_ask


def practice_overview(site: SiteContent, practice: Practice) -> Overview:
    """Return the first screen of a practice."""
    index = site.index
    reach = practice_reach(index)[practice.id]
    results = strongest_first(index.results_using(practice.id))
    users = [p for p in index.prototypes_using.get(practice.id, ()) if p in index.tried_ids]
    where = record_links(site, reach.areas, "Nowhere yet", FEW_LINKS)
    note = WHOLE_PROGRAMMES if _share_results(site, results) else ""
    unnamed = f"and {reach.unnamed:,} that are not named" if reach.unnamed else ""
    return Overview(
        strip=(
            verdict_cell(site, "Did it work where it was used?", users, ""),
            strength_cell(results),
            StripCell("In practice in", where, unnamed),
            _adopted(site, reach),
        ),
        left=(
            *overview_points(
                "Strongest results", result_lines(site, results), "evidence", note=note
            ),
            *overview_points("Tried in", prototype_lines(site, users), "use"),
            *overview_points("What it needs", _needs(practice), "transfer"),
            *overview_points("Barriers met", _barriers(site, users), "transfer"),
        ),
        right=tuple(who_to_ask(site, reach.areas, "spread", {})),
    )


def _share_results(site: SiteContent, results: Iterable[Measure]) -> bool:
    """Return whether any of these is the result of a programme that uses several practices."""
    prototypes = set(filter(None, (site.index.id(result.prototype) for result in results)))
    programmes = programme_evidence(site.index)
    return any(len(programmes[prototype].practices) > 1 for prototype in prototypes)


def _adopted(site: SiteContent, reach: PracticeReach) -> StripCell:
    adoptions = (*reach.actual, *reach.planned, *reach.halted)
    words = capitalise(adoption_counts(site.index, adoptions, "None yet"))
    section = "spread" if adoptions else ""
    return StripCell("Adoptions", text_inlines(words), section=section)


def _needs(practice: Practice) -> list[Inlines]:
    """Return what a place must have first, one line for each need that is stated."""
    needs = practice.needs
    if needs is None:
        return []
    stated = ((field.label, getattr(needs, field.name)) for field in field_views(type(needs)))
    return [(Text(f"{label}: {value}"),) for label, value in stated if value]


def _barriers(site: SiteContent, prototypes: list[str]) -> list[Inlines]:
    """Return the barriers that the prototypes met, once each; not those that are only expected."""
    met = dict.fromkeys(
        edge.writer
        for prototype in prototypes
        for edge in site.incoming(prototype)
        if edge.type == "met_by" and edge.state == "happened"
    )
    return [(site.link(barrier),) for barrier in met]
