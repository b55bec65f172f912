"""Who listened to the people concerned, and how."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.insights.listening import listening
from generator.english import counted
from generator.model.kinds.prototype import STAGES
from generator.site.parts.answer_page import answer, bullets, link, row, sentence, words
from generator.site.parts.blocks import Block, Layout, Page, PageSection, Table
from generator.site.parts.content import SiteContent
from generator.site.parts.limits import ROWS_A_PAGE, cut
from generator.site.parts.navigation import TRIED

LISTENED = Layout(
    "lessons/listening.html", TRIED, "Involving people", "Who involved people, and how?"
)


def page(site: SiteContent, beside: tuple[Layout, ...]) -> Page:
    """Prototypes that say how people were involved, then those in practice that do not."""
    found = listening(site.index)
    in_practice = sum(one in site.index.live for one in found.listened)
    summary = (
        f"{sentence(counted(len(found.listened), 'prototype says', 'prototypes say'))} how people "
        f"were listened to, {in_practice} of them in practice."
    )
    parts = [PageSection("listened", "Who took part, and how", (_table(site, found.listened),))]
    if found.not_stated:
        blocks = tuple(_not_stated(site, found.not_stated))
        parts.append(PageSection("not-stated", "In practice, not recorded yet", blocks))
    return answer(LISTENED, summary, parts, beside)


def _table(site: SiteContent, prototypes: tuple[str, ...]) -> Table:
    shown, more = cut(prototypes, ROWS_A_PAGE)
    rows = []
    for one in shown:
        record = site.index.prototype(one)
        said = record.co_production
        rows.append(
            row(
                link(site, one),
                words(STAGES.label(record.stage)),
                words(said.who if said else None),
                words(said.how if said else None),
            )
        )
    columns = ("Prototype", "Stage", "Who took part", "How")
    return Table("", columns, tuple(rows), more=more, name="How people were involved")


def _not_stated(site: SiteContent, prototypes: tuple[str, ...]) -> Iterator[Block]:
    yield bullets(site, "This does not mean that nobody was asked", prototypes)
