"""Who learnt from whom, and who plans to."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.insights import learning
from generator.english import counted
from generator.site.pages.answers.spread.layouts import NETWORK, PLATES
from generator.site.parts.answer_page import answer, bullets, link, links, row, sentence, words
from generator.site.parts.blocks import Block, BulletList, Page, PageSection, Table, Text
from generator.site.parts.content import SiteContent
from generator.site.parts.figure_blocks import drawing, network_figure, table_pages
from generator.site.parts.limits import FEW_NAMED, ROWS_A_PAGE, cut


def pages(site: SiteContent) -> Iterator[Page]:
    """The network, and its rows on pages of their own where they are many."""
    whole = learning.network(site.index)
    figure, rows = network_figure(site, whole), "spread/network-rows.html"
    parts = [
        PageSection("network", "The network", (drawing(site, figure, rows),)),
        PageSection("roles", "Sources, adopters and bridges", tuple(_roles(site, whole))),
        PageSection("strands", "Who leads what, and for which areas", (_strands(site),)),
    ]
    yield answer(NETWORK, _learning_summary(whole), parts, PLATES)
    yield from table_pages(site, NETWORK, rows, figure)


def _learning_summary(whole: learning.LearningNetwork) -> str:
    """Who has learnt, then the plans, then what was halted: each counted by itself."""
    sources = counted(len(whole.sources), "area", "areas")
    adopters = counted(len(whole.adopters), "area", "areas")
    parts = [
        f"{sentence(adopters)} {_have(len(whole.adopters))} learnt from {sources}."
        if whole.adopters
        else "No area has learnt from another yet."
    ]
    if planned := len(whole.of("planned")):
        parts.append(
            f"{sentence(counted(planned, 'more adoption is', 'more adoptions are'))} planned."
        )
    if halted := len(whole.of("halted")):
        were = counted(halted, "was", "were")
        parts.append(f"{sentence(were)} paused, stopped or declined.")
    return " ".join(parts)


def _have(number: int) -> str:
    return "has" if number == 1 else "have"


def _roles(site: SiteContent, whole: learning.LearningNetwork) -> Iterator[Block]:
    for label, areas in (
        ("Areas that others have learnt from, most learners first", whole.sources),
        ("Areas that have learnt from others, most sources first", whole.adopters),
        ("Bridges: areas that do both", whole.bridges),
    ):
        yield bullets(site, label, areas, "None yet")
    for label, areas in (
        ("Areas that others plan to learn from", whole.sources_planned),
        ("Areas that plan to learn from others", whole.adopters_planned),
    ):
        if areas:
            yield bullets(site, label, areas)
    for label, groups in (
        ("Areas joined by adoptions that have begun", whole.components),
        ("Areas joined by plans only", whole.components_planned),
    ):
        some, more = cut(groups)
        if some:
            yield BulletList(label, tuple(links(site, group) for group in some), more=more)


def _strands(site: SiteContent) -> Table:
    shown, more = cut(learning.strands(site.index), ROWS_A_PAGE)
    rows = tuple(
        row(
            link(site, one.prototype),
            link(site, one.lead),
            words(f"{len(one.areas) + one.unnamed}"),
            words(_how_many_begun(one)),
            (*links(site, one.areas, " ", FEW_NAMED), *_unnamed(one.unnamed)),
        )
        for one in shown
    )
    columns = ("What others adopt", "Led by", "For how many areas", "How far", "Which areas")
    return Table("", columns, rows, more=more, name="Who leads what")


def _how_many_begun(one: learning.TaughtPrototype) -> str:
    begun, planned = len(one.begun), len(one.adoptions) - len(one.begun)
    parts = (f"{begun} begun" if begun else "", f"{planned} planned" if planned else "")
    return ", ".join(part for part in parts if part)


def _unnamed(number: int) -> tuple[Text, ...]:
    return (Text(f"{number} not named"),) if number else ()
