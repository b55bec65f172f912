"""What results say and how strong they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.analysis.insights import evidence
from generator.analysis.insights.evidence import LEVELS
from generator.analysis.insights.results import results
from generator.english import counted
from generator.model.kinds.measure import EVIDENCE_LEVELS, NATURES, Measure
from generator.site.pages.answers.evidence.layouts import LAYOUTS, MAP, RESULTS
from generator.site.parts.answer_page import add_section, answer_page, paginate
from generator.site.parts.blocks import Callout, Statistic, Statistics, Table, TableRow
from generator.site.parts.cells import (
    capitalise,
    record_link,
    record_links,
    table_row,
    text_inlines,
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
from generator.site.parts.verdicts import evidence_phrase


def map_pages(site: SiteContent) -> Iterator[Page]:
    """Practices by outcomes: how many results, how strong; then the same as a table."""
    found = results(site.index)
    proofs = evidence.proofs(site.index)
    whole = evidence.evidence_map(site.index)
    total = sum(found.levels.values())
    summary = (
        f"{capitalise(counted(total, 'result', 'results'))}. {found.levels['account'] or 'None'} "
        f"rest on the account of those involved; "
        f"{total - found.levels['account']} give figures or more."
    )
    numbers = Statistics(
        tuple(
            Statistic(f"{found.levels[level]:,}", EVIDENCE_LEVELS.label(level).lower(), RESULTS.url)
            for level in LEVELS
        )
    )
    note = Callout(
        "Most prototypes use several practices at once, and each of their results counts for every "
        "one of them. The map shows where to look. It does not show what caused what. "
        f"{_directions(whole)}"
    )
    figure = evidence_map_figure(site, whole)
    rows = "evidence/rows.html"
    shown, more = limit_items(sorted(proofs.values(), key=_strongest), ROWS_PER_PAGE)
    known = tuple(_proof(site, one) for one in shown)
    columns = ("Practice", "Strongest evidence", "From", "For and against")
    table = Table("", columns, known, more=more, name="Practices that worked")
    sections = [
        PageSection(
            "map", "Practices and outcomes", (numbers, note, figure_block(site, figure, rows))
        ),
        PageSection("proved", "Practices used where it worked", (_counts(proofs), table)),
    ]
    yield answer_page(MAP, summary, sections, LAYOUTS)
    yield from figure_table_pages(site, MAP, rows, figure)


def _counts(proofs: dict[str, evidence.PracticeEvidence]) -> Callout:
    """How many practices have figures behind them, and how many of those links are inferred."""
    strong = [one for one in proofs.values() if evidence.rank(one.level) >= evidence.rank("data")]
    linked = sum(one.inferred for one in strong)
    mixed = sum(one.mixed for one in proofs.values())
    return Callout(
        f"{capitalise(counted(len(strong), 'practice has', 'practices have'))} figures or more to "
        f"show for {'it' if len(strong) == 1 else 'them'}. For {linked or 'none'}, only the "
        f"academy makes the link to the prototype that reports the figures. For "
        f"{counted(mixed, 'practice', 'practices')} the evidence against is "
        "as strong as the evidence for, or stronger."
    )


def _directions(whole: evidence.EvidenceMap) -> str:
    """How many directions the sources state, over all cells of the map."""
    findings = whole.findings.values()
    told = sum(len(one.measures) - one.unclear for one in findings)
    inferred = sum(len(one.inferred) for one in findings)
    return (
        f"Which way a result went is stated for {told - inferred} of the {told} directions that "
        f"the map counts; {inferred} {'is' if inferred == 1 else 'are'} inferred."
    )


def _strongest(one: evidence.PracticeEvidence) -> tuple[int, str]:
    return -evidence.rank(one.level), one.practice


def _proof(site: SiteContent, one: evidence.PracticeEvidence) -> TableRow:
    return table_row(
        record_link(site, one.practice),
        word_tag(EVIDENCE_LEVELS, one.level),
        record_links(site, one.prototypes, most=FEW_LINKS),
        text_inlines(evidence_phrase(one)),
    )


def results_pages(site: SiteContent) -> Iterator[Page]:
    """Every figure, results first; made-up ones stand apart."""
    found = results(site.index)
    total = found.natures["result"]
    others = sum(found.natures.values()) - total
    summary = (
        f"{capitalise(counted(total, 'result', 'results'))}, and {others} other figures that are "
        "not results: targets, projections, estimates, context and illustrations."
    )
    counts = Statistics(
        tuple(Statistic(f"{n:,}", NATURES.label(word).lower()) for word, n in found.natures.items())
    )
    base = Callout(
        f"{len(found.numeric_baseline)} of {total} results have a starting value as a figure. "
        f"{len(found.worded_baseline)} have one in words. {len(found.in_words)} results are in "
        "words, without a figure."
    )
    ordered = results_first(site.catalogue.of(Measure))
    made_up = [one for one in ordered if one.nature == ILLUSTRATION]
    sections = [PageSection("count", "How many of each", (counts, base))]
    page = answer_page(RESULTS, summary, sections, LAYOUTS)
    part = PageSection("all", "Results first, then other figures by type", ())
    real = [one for one in ordered if one.nature != ILLUSTRATION]
    first, *rest = paginate(page, part, measure_table(site, "", real, name="All figures"))
    yield add_section(first, _made_up(site, made_up)) if made_up else first
    yield from rest


def _made_up(site: SiteContent, measures: list[Measure]) -> PageSection:
    shown, more = limit_items(measures, ROWS_PER_PAGE)
    table = measure_table(site, "", shown, name=ILLUSTRATIONS_TITLE)
    return PageSection("made-up", ILLUSTRATIONS_TITLE, (replace(table, more=more),))
