"""The first screen of an outcome: what was achieved, how sure is that, and who can be asked."""

from __future__ import annotations

from generator.analysis.insights.evidence import strongest_first
from generator.analysis.insights.value_case import outcome_routes
from generator.english import counted
from generator.model.kinds.outcome import Outcome
from generator.site.parts.cells import text_inlines
from generator.site.parts.content import SiteContent
from generator.site.parts.overview import Overview, StripCell, overview_points
from generator.site.parts.overview_lines import (
    count_cell,
    prototype_lines,
    result_lines,
    strength_cell,
)
from generator.site.parts.verdicts import changes_phrase
from generator.site.parts.who_to_ask import who_to_ask


def outcome_overview(site: SiteContent, outcome: Outcome) -> Overview:
    """Return the first screen of an outcome."""
    index = site.index
    measures = [index.measure(one) for one in index.measures_by_outcome.get(outcome.id, ())]
    results = strongest_first(measure for measure in measures if measure.nature == "result")
    ways = changes_phrase(results)
    reporting = dict.fromkeys(filter(None, (index.id(result.prototype) for result in results)))
    areas = [area for one in reporting for area in index.prototype(one).areas]
    aims = [edge for edge in site.incoming(outcome.id) if edge.type == "aims_at"]
    return Overview(
        strip=(
            count_cell("Results so far", len(results), "result", ways, "measures"),
            strength_cell(results),
            _costs(site, outcome),
            count_cell("Prototypes that aim for it", len(aims), "prototype", "", "aimed"),
        ),
        left=(
            *overview_points("Strongest results", result_lines(site, results), "measures"),
            *overview_points("Reported by", prototype_lines(site, reporting), "measures"),
        ),
        right=tuple(who_to_ask(site, areas, "ways", {})),
    )


def _costs(site: SiteContent, outcome: Outcome) -> StripCell:
    """Return for how many of the programmes with results for it a cost is reported."""
    ways = outcome_routes(site.index).get(outcome.id, ())
    costed = sum(bool(way.costs) for way in ways)
    value = f"For {counted(costed, 'programme')}" if costed else "Not reported"
    section = "ways" if costed else ""
    return StripCell("Cost or saving", text_inlines(value), section=section)
