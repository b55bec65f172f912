"""Evidence: what results say, how strong they are, what stands out, and what it costs."""

from __future__ import annotations

from collections.abc import Iterator

from generator.insights import evidence, money, outliers, population, value
from generator.insights.evidence import LEVELS
from generator.insights.results import HORIZONS, framework, results
from generator.kinds.measure import Measure
from generator.kinds.outcome import Outcome
from generator.kinds.words import read, read_amount
from generator.pages.answer import (
    answer,
    chip,
    counted,
    link,
    links,
    paged,
    row,
    sentence,
    several,
    words,
)
from generator.pages.doors import EVIDENCE
from generator.pages.drawings import drawing, evidence_figure, growth_drawings, table_pages
from generator.pages.measures import measure_table, results_first
from generator.pages.model import (
    Block,
    Bullets,
    Family,
    Note,
    Number,
    Numbers,
    Page,
    PageSection,
    Plate,
    Row,
    Table,
)
from generator.pages.site import Site

MAP = Plate("evidence/index.html", EVIDENCE, "What works", "Did it work, and how sure are we?")
RESULTS = Plate("evidence/results.html", EVIDENCE, "Results and other figures")
OUTLIERS = Plate("evidence/outliers.html", EVIDENCE, "Beside others", "Where do we stand out?")
VALUE = Plate("evidence/value.html", EVIDENCE, "Costs and value", "Is it worth the money?")
READY = Plate("evidence/ready.html", EVIDENCE, "Ready to adopt", "What is proven and ready?")
WHEN = Plate("evidence/when.html", EVIDENCE, "What shows when", "How soon should we see a change?")
GROWTH = Plate("evidence/population.html", EVIDENCE, "Population growth")
PLATES = (MAP, RESULTS, OUTLIERS, VALUE, READY, WHEN, GROWTH)


def pages(site: Site) -> Iterator[Page]:
    """The pages of the group, the long table of results on several."""
    yield from _map(site)
    yield from _results(site)
    yield _outliers(site)
    yield _value(site)
    yield _ready(site)
    yield _when(site)
    yield _growth(site)


def _map(site: Site) -> Iterator[Page]:
    found = results(site.index)
    proofs = evidence.proofs(site.index)
    total = sum(found.levels.values())
    summary = (
        f"{sentence(several(total, 'result', 'results'))}. {found.levels['account']} rest on "
        f"the account of those involved; {total - found.levels['account']} give figures or more."
    )
    numbers = Numbers(
        tuple(
            Number(f"{found.levels[level]:,}", read(level).lower(), RESULTS.url) for level in LEVELS
        )
    )
    note = Note(
        "Most prototypes use several practices at once, and each of their results counts for every "
        "one of them. The map shows where to look. It does not show what caused what."
    )
    figure = evidence_figure(site, evidence.evidence_map(site.index))
    rows = "evidence/rows.html"
    known = tuple(_proof(site, one) for one in sorted(proofs.values(), key=_strongest)[:100])
    columns = ("Practice", "Strongest evidence", "From", "Improved")
    table = Table("", columns, known, more=len(proofs) - len(known), name="Practices that worked")
    sections = [
        PageSection("map", "Practices and outcomes", (numbers, note, drawing(site, figure, rows))),
        PageSection("proved", "Practices that were judged to work", (table,)),
    ]
    yield answer(MAP, summary, sections, PLATES)
    yield from table_pages(site, MAP, rows, figure)


def _strongest(one: evidence.Proof) -> tuple[int, str]:
    return -evidence.rank(one.level), one.practice


def _proof(site: Site, one: evidence.Proof) -> Row:
    return row(
        link(site, one.practice),
        chip(one.level),
        links(site, one.prototypes),
        counted(len(one.measures), "result", "results"),
    )


def _results(site: Site) -> Iterator[Page]:
    found = results(site.index)
    total = found.natures["result"]
    others = sum(found.natures.values()) - total
    summary = (
        f"{sentence(several(total, 'result', 'results'))}, and {others} other figures that are "
        "not results: targets, projections, estimates, context and illustrations."
    )
    counts = Numbers(
        tuple(Number(f"{n:,}", read(word).lower()) for word, n in found.natures.items())
    )
    base = Note(
        f"{len(found.numeric_baseline)} of {total} results have a starting value as a figure. "
        f"{len(found.worded_baseline)} have one in words. {len(found.in_words)} results are told "
        "in words, without a figure."
    )
    page = answer(
        RESULTS, summary, [PageSection("count", "How many of each", (counts, base))], PLATES
    )
    part = PageSection("all", "Results first, then the rest by what they are", ())
    ordered = results_first(site.catalogue.of(Measure))
    yield from paged(page, part, measure_table(site, "", ordered, name="All figures"))


def _outliers(site: Site) -> Page:
    found = outliers.compared(site.index)
    worse = sum(one.outlier for one in found)
    summary = (
        f"{sentence(several(len(found), 'figure is', 'figures are'))} set beside those of "
        f"others. {sentence(several(worse, 'stands', 'stand'))} worse."
    )
    rows = tuple(
        row(
            link(site, one.measure),
            link(site, one.area),
            chip(one.position),
            link(site, one.beside),
            words(read_amount(one.gap, site.index.measure(one.measure).unit) if one.gap else None),
            chip(one.change),
            chip(one.nature),
        )
        for one in found[:200]
    )
    columns = ("Figure", "Where", "Stands", "Beside", "Gap", "Change", "What it is")
    note = Note(
        "A gap is given only where both figures are stated. How fast a gap closes takes figures at "
        "two times, and is left out where they are missing."
    )
    table = Table("", columns, rows, more=len(found) - len(rows), name="Figures beside others")
    return answer(OUTLIERS, summary, [PageSection("all", "The worst first", (note, table))], PLATES)


def _value(site: Site) -> Page:
    cases = value.value_cases(site.index)
    worked = [one for one in cases.values() if one.verdict == "worked"]
    costed = sum(bool(one.costs) for one in worked)
    summary = (
        f"{sentence(several(len(worked), 'prototype', 'prototypes'))} in practice judged to "
        f"have worked. {sentence(several(costed, 'reports', 'report'))} what it cost or saved."
    )
    ordered = sorted(cases.values(), key=lambda one: (one.verdict != "worked", len(one.missing)))
    rows = tuple(_case(site, one) for one in ordered[:200])
    columns = (
        "Prototype",
        "Did it work?",
        "Cost results",
        "Other results",
        "What went in",
        "Hoped for",
    )
    table = Table("", columns, rows, more=len(ordered) - len(rows), name="Value cases")
    sections = [
        PageSection("cases", "Costs and effects side by side", (table,)),
        PageSection("money", "Sums of money", tuple(_money(site))),
    ]
    return answer(VALUE, summary, sections, PLATES)


def _case(site: Site, one: value.ValueCase) -> Row:
    return row(
        link(site, one.prototype),
        chip(one.verdict),
        links(site, one.costs, "No cost figure"),
        counted(len(one.effects), "result", "results"),
        links(site, one.inputs, "None stated"),
        links(site, one.hoped, "None stated"),
    )


def _money(site: Site) -> Iterator[Block]:
    found = money.money(site.index)
    for refused in found.refused:
        title = site.catalogue.title(refused.outcome)
        yield Note(f"{title}: these sums are not added up, because {'; '.join(refused.reasons)}.")
    rows = tuple(
        row(
            link(site, one.measure),
            words(read_amount(one.value, money.GBP)),
            chip(one.nature),
            link(site, one.partner),
            words(one.model),
            words(one.period),
        )
        for one in found.sums[:200]
    )
    columns = ("What it says", "Sum", "What it is", "Falls to", "Financial model", "Period")
    yield Table("", columns, rows, more=len(found.sums) - len(rows), name="Sums of money")
    if found.totals:
        totals = tuple(
            row(link(site, one.outcome), words(read_amount(one.total, money.GBP)),
                words(one.model), words(one.period), links(site, one.measures))
            for one in found.totals
        )  # fmt: skip
        heads = ("Outcome", "Total", "Financial model", "Period", "Of")
        yield Table("Totals of like with like", heads, totals)


def _ready(site: Site) -> Page:
    found = value.ready_to_adopt(site.index)
    ready = [one for one in found if one.ready]
    summary = (
        f"{sentence(several(len(ready), 'practice is', 'practices are'))} ready to adopt: "
        "results with figures, and a known cost, from the same prototype."
    )
    rows = tuple(
        row(
            link(site, one.practice),
            words("Ready" if one.ready else "On the way"),
            links(site, one.proved, "No result with figures"),
            links(site, one.costed, "No cost result"),
        )
        for one in found[:200]
    )
    columns = ("Practice", "Ready?", "Results with figures", "Cost result")
    table = Table("", columns, rows, more=len(found) - len(rows), name="Ready to adopt")
    return answer(READY, summary, [PageSection("all", "Ready, and on the way", (table,))], PLATES)


def _when(site: Site) -> Page:
    groups = framework(site.index)
    stated = sum(len(groups[word]) for word in HORIZONS)
    summary = (
        f"{stated} outcomes say when they should show. For {len(groups['not-stated'])} nobody has "
        "said."
    )
    sections = [
        PageSection(
            f"term-{word}", f"{read(word)} ({len(ids)})", (_outcomes(site, read(word), ids),)
        )
        for word, ids in groups.items()
        if ids
    ]
    return answer(WHEN, summary, sections, PLATES)


def _outcomes(site: Site, term: str, ids: tuple[str, ...]) -> Table:
    rows = []
    for one in ids[:200]:
        record = site.catalogue.records[one]
        kind = record.type if isinstance(record, Outcome) else None
        measures = [site.index.measure(m) for m in site.index.measures_by_outcome.get(one, ())]
        count = sum(m.nature == "result" for m in measures)
        rows.append(row(link(site, one), chip(kind), counted(count, "result", "results")))
    columns = ("Outcome", "Sort", "Results so far")
    return Table(
        "", columns, tuple(rows), more=len(ids) - len(rows), name=f"Outcomes: {term.lower()}"
    )


def _growth(site: Site) -> Page:
    found = population.growth(site.index)
    summary = (
        f"{sentence(several(len(found), 'projection', 'projections'))} of how many people there "
        "will be. A projection is not a result."
    )
    shown = found[:60]
    sections = [PageSection("growth", "From and to", tuple(growth_drawings(site, shown)))]
    more = len(found) - len(shown)
    if more:
        sections.append(PageSection("more", "More", (Bullets("", (), more=more),)))
    return answer(GROWTH, summary, sections if found else [], PLATES)


FAMILY = Family(PLATES, pages)
