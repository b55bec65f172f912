"""What insights add to an area: practices in use, gaps and who can help, plans and barriers."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.index import group_answer_by
from generator.analysis.insights.area_organisations import present_organisations
from generator.analysis.insights.assurance import Assurance, assurance
from generator.analysis.insights.evidence import evidence_rank
from generator.analysis.insights.gaps import adoption_gaps, plan_helpers
from generator.analysis.insights.learning import learnt_by_others, learnt_from_others
from generator.analysis.insights.tried_near import tried_near
from generator.model.kinds.area import Area
from generator.site.pages.records.extras.area_overview import area_overview
from generator.site.pages.records.extras.extra import RecordExtras
from generator.site.pages.records.extras.tables import (
    barrier_blocks,
    gap_summary,
    gap_table,
    halted_blocks,
    no_gap_text,
)
from generator.site.parts.blocks import Block, Callout, CardList, Details, SummaryRow, Table
from generator.site.parts.cells import link_list, record_link, record_links, table_row
from generator.site.parts.content import SiteContent
from generator.site.parts.learners import learner_links
from generator.site.parts.limits import FEW_LINKS, MAX_CARDS, sample_items
from generator.site.parts.record_cards import record_card


def area_extras(site: SiteContent, area: Area) -> RecordExtras:
    """Return the insights about an area."""
    area_assurance = assurance(site.index)[area.id]
    blocks = {
        "gaps": tuple(_gaps(site, area.id)),
        "nearby": tuple(_elsewhere(site, area.id)),
        "planned": tuple(_buddies(site, area.id)),
        "halted": tuple(halted_blocks(site, area_assurance.halted)),
        "barriers": tuple(barrier_blocks(site, area_assurance.barriers)),
        "people": tuple(_wider_organisations(site, area.id)),
    }
    return RecordExtras(
        tuple(_facts(site, area_assurance)),
        blocks,
        covered=frozenset({"met_in"}),
        overview=area_overview(site, area, area_assurance),
    )


def _facts(site: SiteContent, area_assurance: Assurance) -> Iterator[SummaryRow]:
    index, area = site.index, area_assurance.area
    for label, lessons, always in (
        ("Has learnt from", learnt_from_others(index, area, "happened"), True),
        ("Plans to learn from", learnt_from_others(index, area, "planned"), False),
    ):
        sources = dict.fromkeys(lesson.source for lesson in lessons)
        if sources or always:
            yield SummaryRow(label, record_links(site, sources, "Nobody yet", FEW_LINKS))
    for label, lessons, always in (
        ("Who has learnt from it", learnt_by_others(index, area, "happened"), True),
        ("Who plans to learn from it", learnt_by_others(index, area, "planned"), False),
    ):
        if lessons or always:
            yield SummaryRow(label, learner_links(site, lessons))


def _gaps(site: SiteContent, area: str) -> Iterator[Block]:
    area_gaps = adoption_gaps(site.index).get(area, ())
    strong = [gap for gap in area_gaps if evidence_rank(gap.level) >= evidence_rank("data")]
    weak = [gap for gap in area_gaps if evidence_rank(gap.level) < evidence_rank("data")]
    yield Callout(gap_summary(site, strong) if strong else no_gap_text(site, area))
    if strong:
        yield gap_table(site, "Programmes with figures", strong)
    if weak:
        label = f"{len(weak)} more have only accounts in words"
        yield Details(label, (gap_table(site, "Programmes with accounts in words", weak),))


def _elsewhere(site: SiteContent, area: str) -> Iterator[Block]:
    """Yield what was tried in the areas around this one, then in those inside it."""
    tried = tried_near(site.index, area)
    for label, prototypes in (
        ("In the wider areas it belongs to", tried.around),
        ("In part of it", tried.inside),
    ):
        if prototypes:
            shown, more = sample_items(prototypes, MAX_CARDS)
            cards = tuple(
                record_card(site, site.catalogue.records[prototype]) for prototype in shown
            )
            yield CardList(label, cards, more)


def _wider_organisations(site: SiteContent, area: str) -> Iterator[Block]:
    """Yield who serves the areas around this one, or took over from those that served it."""
    own = {edge.writer for edge in site.incoming(area) if edge.type == "serves"}
    wider = [
        organisation.partner
        for organisation in present_organisations(site.index, area)
        if organisation.partner not in own
    ]
    if wider:
        yield link_list(site, "Organisations of the wider areas, and successors", wider)


def _buddies(site: SiteContent, area: str) -> Iterator[Block]:
    plans, more = sample_items(group_answer_by(site.index, plan_helpers, "area").get(area, ()))
    rows = tuple(
        table_row(
            record_link(site, plan.practice),
            record_link(site, plan.adoption),
            record_links(site, plan.buddies, "None yet", FEW_LINKS),
        )
        for plan in plans
    )
    if rows:
        columns = ("Planned practice", "The plan", "Buddies: areas that have it in practice")
        yield Table("", columns, rows, more=more, name="Buddies for what is planned")
