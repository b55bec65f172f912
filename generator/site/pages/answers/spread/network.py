"""The learning network: who learnt from whom, and who plans to."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.insights import learning
from generator.english import counted
from generator.site.pages.answers.spread.layouts import NETWORK
from generator.site.parts.answer_page import answer_page
from generator.site.parts.blocks import Block, BulletList, Table
from generator.site.parts.cells import (
    capitalise,
    link_list,
    record_link,
    record_links,
    table_row,
    text_inlines,
)
from generator.site.parts.content import SiteContent
from generator.site.parts.figure_blocks import (
    figure_block,
    figure_table_pages,
    learning_network_figure,
)
from generator.site.parts.inlines import Inlines, Text
from generator.site.parts.learners import unnamed_notes
from generator.site.parts.limits import (
    FEW_LINKS,
    MAX_ROWS,
    ROWS_PER_PAGE,
    limit_items,
    sample_items,
)
from generator.site.parts.page import Page, PageSection


def pages(site: SiteContent) -> Iterator[Page]:
    """Yield the network, then its whole table on further pages where it is long."""
    learning_network = learning.learning_network(site.index)
    figure, rows = learning_network_figure(site, learning_network), "spread/network-rows.html"
    parts = [
        PageSection("network", "The network", (figure_block(site, figure, rows),)),
        PageSection(
            "roles", "Sources, adopters and bridges", tuple(_roles(site, learning_network))
        ),
        PageSection("strands", "Who leads what, and for which areas", (_taught_table(site),)),
        *_other_sources(site),
    ]
    yield answer_page(NETWORK, _learning_summary(learning_network), parts)
    yield from figure_table_pages(site, NETWORK, rows, figure)


def _learning_summary(learning_network: learning.LearningNetwork) -> str:
    """Return how many areas have learnt, then the number of plans and of halted adoptions."""
    sources = counted(len(learning_network.sources), "area", "areas")
    adopters = counted(len(learning_network.adopters), "area", "areas")
    parts = [
        f"{capitalise(adopters)} {_have(len(learning_network.adopters))} learnt from {sources}."
        if learning_network.adopters
        else "No area has learnt from another yet."
    ]
    if planned := len(learning_network.of("planned")):
        parts.append(
            f"{capitalise(counted(planned, 'more adoption is', 'more adoptions are'))} planned."
        )
    if halted := len(learning_network.of("halted")):
        were = counted(halted, "was", "were")
        parts.append(f"{capitalise(were)} paused, stopped or declined.")
    if unnamed := len(unnamed_notes(learning_network.of("happened"))):
        stand = counted(unnamed, "area that has learnt stands", "areas that have learnt stand")
        parts.append(f"{capitalise(stand)} for areas inside it that are not named.")
    return " ".join(parts)


def _have(number: int) -> str:
    return "has" if number == 1 else "have"


def _roles(site: SiteContent, learning_network: learning.LearningNetwork) -> Iterator[Block]:
    notes = unnamed_notes(learning_network.of("happened"))
    for label, areas, named in (
        ("Areas that others have learnt from, most learners first", learning_network.sources, {}),
        (
            "Areas that have learnt from others, most sources first",
            learning_network.adopters,
            notes,
        ),
        ("Bridges: areas that do both", learning_network.bridges, notes),
    ):
        links = record_links(site, areas, "None yet", MAX_ROWS, notes=named)
        yield BulletList(label, tuple((link,) for link in links))
    for label, areas in (
        ("Areas that others plan to learn from", learning_network.sources_planned),
        ("Areas that plan to learn from others", learning_network.adopters_planned),
    ):
        if areas:
            yield link_list(site, label, areas)
    for label, groups in (
        ("Areas joined by adoptions that have begun", learning_network.components),
        ("Areas joined by plans only", learning_network.components_planned),
    ):
        shown, more = sample_items(groups)
        if shown:
            yield BulletList(label, tuple(record_links(site, group) for group in shown), more=more)


def _taught_table(site: SiteContent) -> Table:
    shown, more = limit_items(learning.taught_prototypes(site.index), ROWS_PER_PAGE)
    rows = tuple(
        table_row(
            record_link(site, taught.prototype),
            record_link(site, taught.lead),
            text_inlines(f"{len(taught.areas) + taught.unnamed}"),
            text_inlines(_how_many_begun(taught)),
            (*record_links(site, taught.areas, " ", FEW_LINKS), *_unnamed(taught.unnamed)),
        )
        for taught in shown
    )
    columns = ("What others adopt", "Led by", "For how many areas", "How far", "Which areas")
    return Table("", columns, rows, more=more, name="Who leads what")


def _other_sources(site: SiteContent) -> Iterator[PageSection]:
    """Yield a section on what came from organisations and documents, if anything did."""
    shown, more = limit_items(learning.other_sources(site.index), ROWS_PER_PAGE)
    rows = tuple(
        table_row(
            record_link(site, learnt.adoption),
            record_link(site, learnt.adopter),
            record_link(site, learnt.practice),
            record_link(site, learnt.source) if learnt.source else _words(learnt.described),
        )
        for learnt in shown
    )
    if rows:
        columns = ("Adoption", "Adopter", "Practice", "Source")
        title = "Sources that are not areas"
        table = Table("", columns, rows, more=more, name=title)
        yield PageSection("others", title, (table,))


def _words(described: str | None) -> Inlines:
    return text_inlines(described or "")


def _how_many_begun(taught: learning.TaughtPrototype) -> str:
    begun, planned = len(taught.begun), len(taught.adoptions) - len(taught.begun)
    parts = (f"{begun} begun" if begun else "", f"{planned} planned" if planned else "")
    return ", ".join(part for part in parts if part)


def _unnamed(number: int) -> tuple[Text, ...]:
    return (Text(f"{number} not named"),) if number else ()
