"""What insights add to outcomes, partners, groups, barriers and principles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from generator.analysis.index import group_answer_by
from generator.analysis.insights.evidence import strongest_level
from generator.analysis.insights.governance import partner_places
from generator.analysis.insights.principles import principle_evidence
from generator.analysis.insights.programmes import programme_evidence
from generator.analysis.insights.value_case import OutcomeRoute, outcome_routes
from generator.english import counted
from generator.model.kinds.barrier import Barrier
from generator.model.kinds.group import Group
from generator.model.kinds.measure import Measure
from generator.model.kinds.measure_words import EVIDENCE_LEVELS
from generator.model.kinds.outcome import Outcome
from generator.model.kinds.partner import Partner
from generator.model.kinds.principle import Principle
from generator.model.kinds.prototype_words import VERDICTS
from generator.site.pages.records.extras.barrier_overview import barrier_overview
from generator.site.pages.records.extras.extra import RecordExtras
from generator.site.pages.records.extras.organisation_overview import (
    group_overview,
    partner_overview,
)
from generator.site.pages.records.extras.outcome_overview import outcome_overview
from generator.site.parts.blocks import Block, BulletList, Callout, SummaryRow, Table, TableRow
from generator.site.parts.cells import (
    record_link,
    record_links,
    table_row,
    text_inlines,
    word_tag,
)
from generator.site.parts.content import SiteContent
from generator.site.parts.figure_blocks import effect_direction_blocks, measure_chart_blocks
from generator.site.parts.inlines import Text
from generator.site.parts.limits import FEW_LINKS, sample_items
from generator.site.parts.measure_tables import measure_tag, results_first
from generator.site.parts.place_maps import folded_map
from generator.site.parts.verdicts import WHOLE_PROGRAMMES, practices_inside


def outcome_extras(site: SiteContent, outcome: Outcome) -> RecordExtras:
    """Return the programmes with results for an outcome, with costs, and charts of its measures."""
    index = site.index
    measures = [
        index.measure(measure_id) for measure_id in index.measures_by_outcome.get(outcome.id, ())
    ]
    results = [measure for measure in measures if measure.nature == "result"]
    charts: tuple[Block, ...] = (
        *measure_chart_blocks(site, results_first(measures)),
        *effect_direction_blocks(site, results, "directions"),
    )
    charts = (*charts, *folded_map(site, "Where it was measured", _measured_in(site, results)))
    blocks = {"measures": charts, "ways": tuple(_ways(site, outcome.id))}
    return RecordExtras(blocks=blocks, overview=outcome_overview(site, outcome))


def _measured_in(site: SiteContent, results: Sequence[Measure]) -> dict[str, str]:
    """Return how many results each area reports, those with most first."""
    counts = Counter(filter(None, (site.index.id(result.area) for result in results)))
    return {area: counted(number, "result") for area, number in counts.most_common()}


def _ways(site: SiteContent, outcome: str) -> Iterator[Block]:
    ways = outcome_routes(site.index).get(outcome, ())
    if not ways:
        return
    if not any(way.costs for way in ways):
        yield Callout("Cost missing: no programme here has reported what it cost or saved.")
    shown, more = sample_items(ways)
    rows = tuple(_way(site, way) for way in shown)
    columns = ("Programme", "What happened", "Result reported", "Strength of evidence", "Cost")
    yield Table("", columns, rows, more=more, name="Programmes with a result for this outcome")
    yield Callout(f"A programme is a bundle of practices. {WHOLE_PROGRAMMES}")


def _way(site: SiteContent, way: OutcomeRoute) -> TableRow:
    results = [site.index.measure(result) for result in way.results]
    programme = programme_evidence(site.index)[way.prototype]
    return table_row(
        (*record_link(site, way.prototype), Text(practices_inside(programme))),
        tuple(dict.fromkeys(tag for one in results for tag in measure_tag(one, "change"))),
        record_links(site, way.results, most=FEW_LINKS),
        word_tag(EVIDENCE_LEVELS, strongest_level(results)),
        record_links(site, way.costs, "Cost missing", FEW_LINKS),
    )


def partner_extras(site: SiteContent, partner: Partner) -> RecordExtras:
    """Return the wider groups that a partner reaches through those it belongs to."""
    wider = partner_places(site.index)[partner.id].through
    items = tuple((site.link(group),) for group in wider)
    lists = (BulletList("Wider groups that these belong to", items),) if items else ()
    return RecordExtras(blocks={"groups": lists}, overview=partner_overview(site, partner))


def group_extras(site: SiteContent, group: Group) -> RecordExtras:
    """Return the first screen of a group."""
    return RecordExtras(overview=group_overview(site, group))


def barrier_extras(site: SiteContent, barrier: Barrier) -> RecordExtras:
    """Return the first screen of a barrier."""
    return RecordExtras(overview=barrier_overview(site, barrier))


def principle_extras(site: SiteContent, principle: Principle) -> RecordExtras:
    """Return the verdicts on the prototypes that show a principle."""
    support = group_answer_by(site.index, principle_evidence, "principle")[principle.id][0]
    verdicts = ", ".join(
        f"{VERDICTS.label(word)}: {count}" for word, count in support.verdicts.items()
    )
    if support.by_academy:
        verdicts += f". {len(support.by_academy)} judged by the academy"
    count = counted(len(support.prototypes), "prototype", "prototypes")
    if support.inferred:
        count += f", {len(support.inferred)} linked by our interpretation"
    return RecordExtras(
        (
            SummaryRow("Shown by", (Text(count),)),
            SummaryRow("Their verdicts", text_inlines(verdicts)),
        )
    )
