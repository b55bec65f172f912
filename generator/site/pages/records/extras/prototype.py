"""What insights add to prototypes: the first screen, charts, and what it takes."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.index import group_answer_by
from generator.analysis.insights.expected_measures import expected_measures
from generator.analysis.insights.value_case import value_cases
from generator.model.kinds.prototype import Prototype, role_in_words
from generator.site.pages.records.extras.extra import RecordExtras
from generator.site.pages.records.extras.prototype_overview import prototype_overview
from generator.site.parts.blocks import Block, BulletList, Details, SummaryList, SummaryRow
from generator.site.parts.cells import record_links
from generator.site.parts.content import SiteContent
from generator.site.parts.field_view import field_view
from generator.site.parts.figure_blocks import measure_chart_blocks
from generator.site.parts.inlines import Tag
from generator.site.parts.measure_tables import results_first


def prototype_extras(site: SiteContent, prototype: Prototype) -> RecordExtras:
    """Return the first screen of a prototype, charts of its figures, and what it takes."""
    index = site.index
    measures = [index.measure(measure) for measure in index.measures_of.get(prototype.id, ())]
    charts = tuple(measure_chart_blocks(site, results_first(measures)))
    blocks: list[Block] = [Details("These figures as a chart", charts)] if charts else []
    for expected in group_answer_by(index, expected_measures, "prototype").get(prototype.id, ()):
        if expected.missing:
            label = f"Expected by “{site.catalogue.title(expected.practice)}” but not yet measured"
            links = tuple((site.link(outcome),) for outcome in expected.missing)
            blocks.append(BulletList(label, links))
    return RecordExtras(
        blocks={
            "results": tuple(blocks),
            "value": _resources(site, prototype.id),
            "who": tuple(_partners(site, prototype)),
        },
        overview=prototype_overview(site, prototype),
    )


def _partners(site: SiteContent, prototype: Prototype) -> Iterator[Block]:
    items = tuple(
        (site.link(one.partner), Tag(role_in_words(prototype, one.role), "plain"))
        for one in prototype.partners
    )
    if items:
        yield BulletList(field_view(Prototype, "partners").label, items)


def _resources(site: SiteContent, prototype: str) -> tuple[Block, ...]:
    """Return the resources used and the benefits that are only expected, where any are stated."""
    case = value_cases(site.index).get(prototype)
    if case is None:
        return ()
    stated = (
        ("Resources used", case.inputs),
        ("Expected benefits (not results)", case.expected),
    )
    rows = tuple(SummaryRow(label, record_links(site, ids)) for label, ids in stated if ids)
    return (SummaryList(rows),) if rows else ()
