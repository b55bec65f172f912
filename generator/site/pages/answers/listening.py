"""Prototypes by whether and how people concerned were involved."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.insights.listening import listening_records
from generator.english import counted
from generator.model.kinds.prototype_words import STAGES
from generator.site.parts.answer_page import answer_page
from generator.site.parts.blocks import Block, Table
from generator.site.parts.cells import capitalise, link_list, record_link, table_row, text_inlines
from generator.site.parts.content import SiteContent
from generator.site.parts.limits import ROWS_PER_PAGE, limit_items
from generator.site.parts.navigation import TRIED
from generator.site.parts.page import Layout, Page, PageSection

LISTENED = Layout(
    "lessons/listening.html", TRIED, "Involving people", "Who involved people, and how?"
)


def page(site: SiteContent) -> Page:
    """Return prototypes that say how people were involved, then those in practice that do not."""
    involvement = listening_records(site.index)
    in_practice = sum(prototype in site.index.in_practice_ids for prototype in involvement.listened)
    summary = (
        f"{capitalise(counted(len(involvement.listened), 'prototype says', 'prototypes say'))} how "
        f"people were involved, {in_practice} of them in practice."
    )
    parts = [
        PageSection("listened", "Who took part, and how", (_table(site, involvement.listened),))
    ]
    if involvement.not_stated:
        blocks = tuple(_not_stated(site, involvement.not_stated))
        parts.append(PageSection("not-stated", "In practice, not recorded yet", blocks))
    return answer_page(LISTENED, summary, parts)


def _table(site: SiteContent, prototypes: tuple[str, ...]) -> Table:
    shown, more = limit_items(prototypes, ROWS_PER_PAGE)
    rows = []
    for prototype in shown:
        record = site.index.prototype(prototype)
        co_production = record.co_production
        rows.append(
            table_row(
                record_link(site, prototype),
                text_inlines(STAGES.label(record.stage)),
                text_inlines(co_production.who if co_production else None),
                text_inlines(co_production.how if co_production else None),
            )
        )
    columns = ("Prototype", "Stage", "Who took part", "How")
    return Table("", columns, tuple(rows), more=more, name="How people were involved")


def _not_stated(site: SiteContent, prototypes: tuple[str, ...]) -> Iterator[Block]:
    yield link_list(site, "This does not mean that nobody was asked", prototypes)
