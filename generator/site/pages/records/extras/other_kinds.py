"""Outcomes, prototypes, partners, groups, barriers and principles: what the insights add."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.index import by
from generator.analysis.insights.barriers import barriers
from generator.analysis.insights.expected_measures import expected_measures
from generator.analysis.insights.governance import where_each_fits
from generator.analysis.insights.principles import principles
from generator.analysis.insights.value_case import value_cases, ways_to
from generator.english import counted
from generator.model.kinds.barrier import Barrier
from generator.model.kinds.group import Group
from generator.model.kinds.outcome import Outcome
from generator.model.kinds.partner import Partner
from generator.model.kinds.principle import Principle
from generator.model.kinds.prototype import VERDICTS, Prototype
from generator.site.pages.records.extras.area import report_url
from generator.site.pages.records.extras.extra import RecordExtras
from generator.site.parts.answer_page import count_inlines, link, links, row, words
from generator.site.parts.blocks import (
    Block,
    BulletList,
    Callout,
    InternalLink,
    SummaryList,
    SummaryRow,
    Table,
    Text,
)
from generator.site.parts.content import SiteContent
from generator.site.parts.figure_blocks import measure_drawings
from generator.site.parts.limits import FEW_NAMED, cut
from generator.site.parts.measure_tables import results_first


def of_outcome(site: SiteContent, outcome: Outcome) -> RecordExtras:
    """Every measure of it side by side, and the ways to it with what they cost."""
    index = site.index
    measures = [index.measure(one) for one in index.measures_by_outcome.get(outcome.id, ())]
    results = sum(m.nature == "result" for m in measures)
    facts = (SummaryRow("Results so far", count_inlines(results, "result", "results")),)
    side: tuple[Block, ...] = tuple(measure_drawings(site, results_first(measures)))
    return RecordExtras(facts, {"measures": side, "ways": tuple(_ways(site, outcome.id))})


def _ways(site: SiteContent, outcome: str) -> Iterator[Block]:
    found = ways_to(site.index).get(outcome, ())
    if not found:
        return
    yield Callout(
        "Most prototypes use several practices at once: a result is shown for each of them, and "
        "none of this shows what caused what."
    )
    if not any(way.costs for way in found):
        yield Callout("Cost missing: nobody has reported what any of these ways cost or saved.")
    shown, more = cut(found)
    rows = tuple(
        row(
            link(site, way.practice),
            links(site, way.results, most=FEW_NAMED),
            links(site, way.costs, "Cost missing", FEW_NAMED),
        )
        for way in shown
    )
    columns = ("Practice", "Result reported", "Cost reported")
    yield Table("", columns, rows, more=more, name="Ways to this outcome")


def of_prototype(site: SiteContent, prototype: Prototype) -> RecordExtras:
    """Its figures as charts, its value case, and which expected measures are missing."""
    index = site.index
    measures = [index.measure(one) for one in index.measures_of.get(prototype.id, ())]
    blocks: list[Block] = [*measure_drawings(site, results_first(measures))]
    for one in by(index, expected_measures, "prototype").get(prototype.id, ()):
        if one.missing:
            label = f"Not yet measured, of what “{site.catalogue.title(one.practice)}” expects"
            blocks.append(BulletList(label, tuple((site.to(outcome),) for outcome in one.missing)))
    case = value_cases(index).get(prototype.id)
    value: tuple[Block, ...] = ()
    if case is not None:
        value = (
            SummaryList(
                (
                    SummaryRow("Cost results", links(site, case.costs, "No cost figure")),
                    SummaryRow(
                        "Other results", count_inlines(len(case.effects), "result", "results")
                    ),
                    SummaryRow("Resources used", links(site, case.inputs, "None stated")),
                    SummaryRow(
                        "Expected benefits (not results)", links(site, case.hoped, "None stated")
                    ),
                )
            ),
        )
    return RecordExtras(blocks={"results": tuple(blocks), "value": value})


def of_partner(site: SiteContent, partner: Partner) -> RecordExtras:
    """The wider groups that it reaches through those it sits on."""
    found = where_each_fits(site.index)[partner.id]
    if not found.through:
        return RecordExtras()
    label = "Through these it reaches"
    items = tuple((site.to(one),) for one in found.through)
    return RecordExtras(blocks={"groups": (BulletList(label, items),)})


def of_group(site: SiteContent, group: Group) -> RecordExtras:
    """The board report of the area that it covers."""
    area = site.index.id(group.area)
    if area is None:
        return RecordExtras()
    report = InternalLink(f"Board report for {site.catalogue.title(area)}", report_url(area))
    return RecordExtras(links=(report,))


def of_barrier(site: SiteContent, barrier: Barrier) -> RecordExtras:
    """Who waits for an answer, and who has one."""
    found = by(site.index, barriers, "barrier")[barrier.id][0]
    if not found.elsewhere:
        return RecordExtras()
    practices = dict.fromkeys(p for met in found.answered for p in met.practices)
    whom = dict.fromkeys(met.area for met in found.answered)
    facts = (
        SummaryRow("Answered elsewhere by", links(site, practices, "Not stated how"), wide=True),
        SummaryRow("Ask", links(site, whom)),
    )
    return RecordExtras(facts)


def of_principle(site: SiteContent, principle: Principle) -> RecordExtras:
    """How the prototypes that show it turned out."""
    found = by(site.index, principles, "principle")[principle.id][0]
    said = ", ".join(f"{VERDICTS.label(word)}: {count}" for word, count in found.verdicts.items())
    if found.by_academy:
        said += f". {len(found.by_academy)} judged by the academy"
    count = counted(len(found.prototypes), "prototype", "prototypes")
    if found.inferred:
        count += f", {len(found.inferred)} linked by our interpretation"
    return RecordExtras(
        (SummaryRow("Shown by", (Text(count),)), SummaryRow("Their verdicts", words(said)))
    )
