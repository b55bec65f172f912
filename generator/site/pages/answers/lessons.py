"""Lessons: what worked and what did not, of equal weight."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.analysis.insights.halted import halted_work
from generator.analysis.insights.lessons import lessons
from generator.analysis.insights.value_case import value_cases
from generator.english import counted
from generator.model.kinds.measure import EVIDENCE_LEVELS
from generator.site.pages.answers import listening
from generator.site.pages.answers.listening import LISTENED
from generator.site.pages.records.extras.tables import halted_blocks
from generator.site.parts.answer_page import answer, sentence, with_section
from generator.site.parts.blocks import (
    Block,
    BulletList,
    Card,
    CardList,
    Inlines,
    Layout,
    MarkdownText,
    Page,
    PageFamily,
    PageSection,
    Quotation,
    Quotations,
    Tag,
    TwoColumns,
)
from generator.site.parts.content import SiteContent
from generator.site.parts.limits import ROWS_A_PAGE, cut
from generator.site.parts.navigation import TRIED
from generator.site.parts.record_blocks import card
from generator.site.parts.verdicts import who_judged

BOTH = Layout("lessons/index.html", TRIED, "Lessons", "What have others learnt?")
WORKED = Layout("lessons/worked.html", TRIED, "What has worked", "What has worked?")
NOT = Layout("lessons/not-worked.html", TRIED, "What has not worked", "What has not worked?")
PLATES = (BOTH, WORKED, NOT, LISTENED)


def pages(site: SiteContent) -> Iterator[Page]:
    """The lessons side by side, then a page for each side."""
    found = lessons(site.index)
    summary = (
        f"{sentence(counted(found.lessons_worked, 'lesson', 'lessons'))} from what worked, "
        f"from {counted(len(found.worked), 'prototype', 'prototypes')}. "
        f"{sentence(counted(found.lessons_not_worked, 'lesson', 'lessons'))} from what did not, "
        f"from {counted(len(found.not_worked), 'prototype', 'prototypes')}."
    )
    both = TwoColumns(
        (_told(site, "From what worked", found.worked, True),),
        (_told(site, "From what did not work", found.not_worked, False),),
    )
    yield answer(BOTH, summary, [PageSection("lessons", "Side by side", (both,))], PLATES)
    yield _page(site, WORKED, found.succeeded, found.worked, True)
    yield _with_halted(site, _page(site, NOT, found.failed, found.not_worked, False))
    yield listening.page(site, PLATES)


def _with_halted(site: SiteContent, page: Page) -> Page:
    """The page with what areas paused, stopped or declined, and why, where there is any."""
    blocks = tuple(halted_blocks(site, halted_work(site.index)))
    part = PageSection("halted", "Paused, stopped or declined, and why", blocks)
    return with_section(page, part) if blocks else page


def _page(
    site: SiteContent, plate: Layout, judged: tuple[str, ...], told: tuple[str, ...], good: bool
) -> Page:
    how = "worked" if good else "did not work, or worked only in part"
    verdicts = [one for one in judged if one in lessons(site.index).judges]
    stopped = len(judged) - len(verdicts)
    summary = (
        f"{sentence(counted(len(verdicts), 'prototype', 'prototypes'))} {how}"
        f"{who_judged(site, verdicts)}. "
        f"{_stopped(stopped)}"
        f"{sentence(counted(len(told), 'prototype shares', 'prototypes share'))} a lesson "
        f"{'from it' if good else 'from what did not work'}."
    )
    parts = [
        PageSection(
            "judged",
            f"{sentence(how)}{', or stopped' if stopped else ''}",
            (_cards(site, judged),),
        ),
        PageSection("lessons", "The lessons", (_told(site, "", told, good),)),
    ]
    voices = tuple(_voices(site, judged))
    if voices:
        parts.append(PageSection("voices", "In their words", voices))
    return answer(plate, summary, parts, PLATES)


def _stopped(count: int) -> str:
    """How many were stopped without a verdict."""
    return f"{counted(count, 'more has', 'more have')} stopped without a verdict. " if count else ""


def _cards(site: SiteContent, ids: tuple[str, ...]) -> Block:
    shown, more = cut(ids, ROWS_A_PAGE)
    return CardList("", tuple(_card(site, one) for one in shown), more)


def _card(site: SiteContent, prototype: str) -> Card:
    """A prototype with how strong its results are, and what award it was up for."""
    plain = card(site, site.catalogue.records[prototype])
    strength = value_cases(site.index)[prototype].strongest
    awards = site.index.prototype(prototype).recognition
    labels = (
        Tag(
            f"Evidence: {EVIDENCE_LEVELS.label(strength).lower()}"
            if strength
            else "No results yet",
            "plain",
        ),
        *(Tag(", ".join(filter(None, (one.award, one.result))), "plain") for one in awards),
    )
    return replace(plain, chips=(*plain.chips, *labels))


def _told(site: SiteContent, label: str, ids: tuple[str, ...], good: bool) -> BulletList:
    items: list[Inlines] = []
    for one in ids:
        told = site.index.prototype(one).lessons
        items += [
            (MarkdownText(text), site.to(one))
            for text in (told.worked if good else told.not_worked)
        ]
    shown, more = cut(items, ROWS_A_PAGE)
    return BulletList(label, tuple(shown), more=more)


def _voices(site: SiteContent, ids: tuple[str, ...]) -> Iterator[Quotations]:
    said = [
        Quotation(quote.text, quote.role, (site.to(one),))
        for one in ids[:20]
        for quote in site.index.prototype(one).quotes[:1]
    ]
    if said:
        yield Quotations(tuple(said))


FAMILY = PageFamily(PLATES, pages)
