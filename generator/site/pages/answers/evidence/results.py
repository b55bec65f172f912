"""The evidence map and the list of results."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.analysis.insights import evidence
from generator.analysis.insights.evidence import RANKED_LEVELS
from generator.analysis.insights.results import result_counts
from generator.english import counted
from generator.model.kinds.measure import Measure
from generator.model.kinds.measure_words import EVIDENCE_LEVELS, NATURES
from generator.site.pages.answers.evidence.layouts import LAYOUTS, MAP, RESULTS
from generator.site.parts.answer_page import add_section, answer_page, paginate
from generator.site.parts.blocks import Callout, Statistic, Statistics, Table, TableRow
from generator.site.parts.cells import (
    capitalise,
    record_link,
    record_links,
    table_row,
    word_tag,
)
from generator.site.parts.content import SiteContent
from generator.site.parts.figure_blocks import evidence_map_figure, figure_block, figure_table_pages
from generator.site.parts.limits import FEW_LINKS, ROWS_PER_PAGE, limit_items
from generator.site.parts.measure_tables import (
    ILLUSTRATION,
    ILLUSTRATIONS_TITLE,
    measure_table,
    results_first,
)
from generator.site.parts.page import Page, PageSection
from generator.site.parts.verdicts import evidence_tag


def map_pages(site: SiteContent) -> Iterator[Page]:
    """Yield the evidence map with the practices used where it worked, then its whole table."""
    counts = result_counts(site.index)
    proofs = evidence.practice_evidence(site.index)
    evidence_by_outcome = evidence.evidence_map(site.index)
    total = sum(counts.levels.values())
    summary = (
        f"{capitalise(counted(total, 'result', 'results'))}. {counts.levels['account'] or 'None'} "
        f"{'is an account' if counts.levels['account'] == 1 else 'are accounts'} in words. "
        f"{total - counts.levels['account']} have figures or stronger evidence."
    )
    numbers = Statistics(
        tuple(
            Statistic(
                f"{counts.levels[level]:,}", EVIDENCE_LEVELS.label(level).lower(), RESULTS.url
            )
            for level in RANKED_LEVELS
        )
    )
    note = Callout(
        "Most prototypes use several practices at once, and each of their results counts for every "
        "one of them. The map shows where to look. It does not show what caused what. "
        f"{_directions(evidence_by_outcome)}"
    )
    figure = evidence_map_figure(site, evidence_by_outcome)
    rows_url = "evidence/rows.html"
    shown, more = limit_items(sorted(proofs.values(), key=_strongest), ROWS_PER_PAGE)
    rows = tuple(_proof(site, proof) for proof in shown)
    columns = ("Practice", "Strongest evidence", "From", "For and against")
    table = Table("", columns, rows, more=more, name="Practices that worked")
    sections = [
        PageSection(
            "map", "Practices and outcomes", (numbers, note, figure_block(site, figure, rows_url))
        ),
        PageSection("proved", "Practices used where it worked", (_counts(proofs), table)),
    ]
    yield answer_page(MAP, summary, sections, LAYOUTS)
    yield from figure_table_pages(site, MAP, rows_url, figure)


def _counts(proofs: dict[str, evidence.PracticeEvidence]) -> Callout:
    """Return how many practices have figures behind them, and for how many the link is inferred."""
    strong = [
        proof
        for proof in proofs.values()
        if evidence.evidence_rank(proof.level) >= evidence.evidence_rank("data")
    ]
    linked = sum(proof.inferred for proof in strong)
    mixed = sum(proof.mixed for proof in proofs.values())
    return Callout(
        f"{capitalise(counted(len(strong), 'practice has', 'practices have'))} figures or stronger "
        f"evidence. For {linked or 'none'} of these, only the academy makes the link to the "
        f"prototype that reports the figures. For {counted(mixed, 'practice', 'practices')} the "
        "evidence against is as strong as the evidence for, or stronger. These come last."
    )


def _directions(evidence_by_outcome: evidence.EvidenceMap) -> str:
    """Return for how many results of the map the sources state which way they went."""
    findings = evidence_by_outcome.findings.values()
    measures = {measure for finding in findings for measure in finding.measures}
    inferred = {measure for finding in findings for measure in finding.inferred}
    unclear = {measure for finding in findings for measure in finding.not_stated}
    stated = len(measures) - len(inferred) - len(unclear)
    return (
        f"Each result counts once in these totals. For {stated} of {len(measures)} the source "
        f"states which way it went, and for {len(inferred)} we inferred it."
    )


def _strongest(proof: evidence.PracticeEvidence) -> tuple[bool, int, str]:
    return proof.mixed, -evidence.evidence_rank(proof.level), proof.practice


def _proof(site: SiteContent, proof: evidence.PracticeEvidence) -> TableRow:
    return table_row(
        record_link(site, proof.practice),
        word_tag(EVIDENCE_LEVELS, proof.level),
        record_links(site, proof.prototypes, most=FEW_LINKS),
        evidence_tag(proof),
    )


def results_pages(site: SiteContent) -> Iterator[Page]:
    """Yield every figure, results first; illustrations are in a section of their own."""
    counts = result_counts(site.index)
    total = counts.natures["result"]
    other_count = sum(counts.natures.values()) - total
    summary = (
        f"{capitalise(counted(total, 'result', 'results'))}, and {other_count} other figures that "
        "are not results: targets, projections, estimates, context and illustrations."
    )
    statistics = Statistics(
        tuple(
            Statistic(f"{n:,}", NATURES.label(word).lower()) for word, n in counts.natures.items()
        )
    )
    base = Callout(
        f"{len(counts.numeric_baseline)} of {total} results have a starting value as a figure. "
        f"{len(counts.worded_baseline)} have one in words. {len(counts.in_words)} results are "
        "in words, without a figure."
    )
    ordered = results_first(site.catalogue.records_of(Measure))
    made_up = [measure for measure in ordered if measure.nature == ILLUSTRATION]
    sections = [PageSection("count", "How many of each", (statistics, base))]
    page = answer_page(RESULTS, summary, sections, LAYOUTS)
    part = PageSection("all", "Results first, then other figures by type", ())
    real = [measure for measure in ordered if measure.nature != ILLUSTRATION]
    first, *rest = paginate(page, part, measure_table(site, "", real, name="All figures"))
    yield add_section(first, _made_up(site, made_up)) if made_up else first
    yield from rest


def _made_up(site: SiteContent, measures: list[Measure]) -> PageSection:
    shown, more = limit_items(measures, ROWS_PER_PAGE)
    table = measure_table(site, "", shown, name=ILLUSTRATIONS_TITLE)
    return PageSection("made-up", ILLUSTRATIONS_TITLE, (replace(table, more=more),))
