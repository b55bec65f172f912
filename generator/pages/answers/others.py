"""Outcomes, prototypes, partners, groups, barriers and principles: what the insights add."""

from __future__ import annotations

from collections.abc import Iterator

from generator.insights.barriers import barriers
from generator.insights.events import expected_measures
from generator.insights.governance import where_each_fits
from generator.insights.index import by
from generator.insights.principles import principles
from generator.insights.value import value_cases, ways_to
from generator.kinds.barrier import Barrier
from generator.kinds.group import Group
from generator.kinds.outcome import Outcome
from generator.kinds.partner import Partner
from generator.kinds.principle import Principle
from generator.kinds.prototype import VERDICTS, Prototype
from generator.pages.amounts import FEW_NAMED, cut
from generator.pages.answer import counted, link, links, row, several, words
from generator.pages.answers.area import report_url
from generator.pages.answers.base import Answers
from generator.pages.drawings import measure_drawings
from generator.pages.measures import results_first
from generator.pages.model import Block, Bullets, Fact, Facts, Note, Table, To, Words
from generator.pages.site import Site


def of_outcome(site: Site, outcome: Outcome) -> Answers:
    """Every measure of it side by side, and the ways to it with what they cost."""
    index = site.index
    measures = [index.measure(one) for one in index.measures_by_outcome.get(outcome.id, ())]
    results = sum(m.nature == "result" for m in measures)
    facts = (Fact("Results so far", counted(results, "result", "results")),)
    side: tuple[Block, ...] = tuple(measure_drawings(site, results_first(measures)))
    return Answers(facts, {"measures": side, "ways": tuple(_ways(site, outcome.id))})


def _ways(site: Site, outcome: str) -> Iterator[Block]:
    found = ways_to(site.index).get(outcome, ())
    if not found:
        return
    yield Note(
        "Most prototypes use several practices at once: a result is shown for each of them, and "
        "none of this shows what caused what."
    )
    if not any(way.costs for way in found):
        yield Note("Cost missing: nobody has reported what any of these ways cost or saved.")
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


def of_prototype(site: Site, prototype: Prototype) -> Answers:
    """Its figures as charts, its value case, and which expected measures are missing."""
    index = site.index
    measures = [index.measure(one) for one in index.measures_of.get(prototype.id, ())]
    blocks: list[Block] = [*measure_drawings(site, results_first(measures))]
    for one in by(index, expected_measures, "prototype").get(prototype.id, ()):
        if one.missing:
            label = f"Not yet measured, of what “{site.catalogue.title(one.practice)}” expects"
            blocks.append(Bullets(label, tuple((site.to(outcome),) for outcome in one.missing)))
    case = value_cases(index).get(prototype.id)
    value: tuple[Block, ...] = ()
    if case is not None:
        value = (
            Facts(
                (
                    Fact("Cost results", links(site, case.costs, "No cost figure")),
                    Fact("Other results", counted(len(case.effects), "result", "results")),
                    Fact("Resources used", links(site, case.inputs, "None stated")),
                    Fact("Expected benefits (not results)", links(site, case.hoped, "None stated")),
                )
            ),
        )
    return Answers(blocks={"results": tuple(blocks), "value": value})


def of_partner(site: Site, partner: Partner) -> Answers:
    """The wider groups that it reaches through those it sits on."""
    found = where_each_fits(site.index)[partner.id]
    if not found.through:
        return Answers()
    label = "Through these it reaches"
    items = tuple((site.to(one),) for one in found.through)
    return Answers(blocks={"groups": (Bullets(label, items),)})


def of_group(site: Site, group: Group) -> Answers:
    """The board report of the area that it covers."""
    area = site.index.id(group.area)
    if area is None:
        return Answers()
    report = To(f"Board report for {site.catalogue.title(area)}", report_url(area))
    return Answers(links=(report,))


def of_barrier(site: Site, barrier: Barrier) -> Answers:
    """Who waits for an answer, and who has one."""
    found = by(site.index, barriers, "barrier")[barrier.id][0]
    if not found.elsewhere:
        return Answers()
    practices = dict.fromkeys(p for met in found.answered for p in met.practices)
    whom = dict.fromkeys(met.area for met in found.answered)
    facts = (
        Fact("Answered elsewhere by", links(site, practices, "Not stated how"), wide=True),
        Fact("Ask", links(site, whom)),
    )
    return Answers(facts)


def of_principle(site: Site, principle: Principle) -> Answers:
    """How the prototypes that show it turned out."""
    found = by(site.index, principles, "principle")[principle.id][0]
    said = ", ".join(f"{VERDICTS.label(word)}: {count}" for word, count in found.verdicts.items())
    if found.by_academy:
        said += f". {len(found.by_academy)} judged by the academy"
    count = several(len(found.prototypes), "prototype", "prototypes")
    if found.inferred:
        count += f", {len(found.inferred)} linked by our interpretation"
    return Answers((Fact("Shown by", (Words(count),)), Fact("Their verdicts", words(said))))
