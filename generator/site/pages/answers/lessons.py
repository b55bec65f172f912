"""Lessons from what worked and from what did not, given equal weight."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.analysis.insights.halted import halted_work
from generator.analysis.insights.lessons import lesson_counts
from generator.analysis.insights.value_case import value_cases
from generator.english import counted
from generator.model.kinds.measure_words import EVIDENCE_LEVELS
from generator.site.pages.answers import listening
from generator.site.pages.answers.listening import LISTENED
from generator.site.pages.records.extras.tables import halted_blocks
from generator.site.parts.answer_page import add_section, answer_page
from generator.site.parts.blocks import (
    Block,
    BulletList,
    Card,
    CardList,
    Quotation,
    Quotations,
    TwoColumns,
)
from generator.site.parts.cells import capitalise
from generator.site.parts.content import SiteContent
from generator.site.parts.inlines import Inlines, MarkdownText, Tag
from generator.site.parts.limits import ROWS_PER_PAGE, limit_items
from generator.site.parts.navigation import TRIED
from generator.site.parts.page import Layout, Page, PageFamily, PageSection
from generator.site.parts.record_cards import record_card
from generator.site.parts.verdicts import judges_suffix

BOTH = Layout("lessons/index.html", TRIED, "Lessons", "What have others learnt?")
WORKED = Layout(
    "lessons/worked.html",
    TRIED,
    "What has worked",
    "What has worked?",
    also_asked=("What went well?", "Successes"),
)
NOT_WORKED = Layout(
    "lessons/not-worked.html",
    TRIED,
    "What has not worked",
    "What has not worked?",
    also_asked=(
        "What failed?",
        "Failures",
        "What went wrong?",
        "Mistakes",
        "What didn't work?",
        "What doesn't work?",
    ),
)
LAYOUTS = (BOTH, WORKED, NOT_WORKED, LISTENED)


def pages(site: SiteContent) -> Iterator[Page]:
    """Yield both groups of lessons side by side, a page for each, and a page about involvement."""
    counts = lesson_counts(site.index)
    summary = (
        f"{capitalise(counted(counts.lessons_worked, 'lesson', 'lessons'))} from what worked, "
        f"from {counted(len(counts.worked), 'prototype', 'prototypes')}. "
        f"{capitalise(counted(counts.lessons_not_worked, 'lesson', 'lessons'))} from what did not, "
        f"from {counted(len(counts.not_worked), 'prototype', 'prototypes')}."
    )
    both = TwoColumns(
        (_lesson_list(site, "From what worked", counts.worked, True),),
        (_lesson_list(site, "From what did not work", counts.not_worked, False),),
    )
    page = answer_page(BOTH, summary, [PageSection("lessons", "Side by side", (both,))])
    yield _with_halted(site, page)
    yield _page(site, WORKED, counts.succeeded, counts.worked, True)
    yield _with_halted(site, _page(site, NOT_WORKED, counts.failed, counts.not_worked, False))
    yield listening.page(site)


def _with_halted(site: SiteContent, page: Page) -> Page:
    """Return the page with a section on what was paused, stopped or declined, if anything was."""
    blocks = tuple(halted_blocks(site, halted_work(site.index)))
    part = PageSection("halted", "Paused, stopped or declined, and why", blocks)
    return add_section(page, part) if blocks else page


def _page(
    site: SiteContent, layout: Layout, judged: tuple[str, ...], sharing: tuple[str, ...], good: bool
) -> Page:
    how = "worked" if good else "did not work, or worked only in part"
    verdicts = [prototype for prototype in judged if prototype in lesson_counts(site.index).judges]
    stopped = len(judged) - len(verdicts)
    summary = (
        f"{capitalise(counted(len(verdicts), 'prototype', 'prototypes'))} {how}"
        f"{judges_suffix(site, verdicts)}. "
        f"{_stopped(stopped)}"
        f"{capitalise(counted(len(sharing), 'prototype shares', 'prototypes share'))} a lesson "
        f"{'from it' if good else 'from what did not work'}."
    )
    parts = [
        PageSection(
            "judged",
            f"{capitalise(how)}{', or stopped' if stopped else ''}",
            (_cards(site, judged),),
        ),
        PageSection("lessons", "The lessons", (_lesson_list(site, "", sharing, good),)),
    ]
    voices = tuple(_voices(site, judged))
    if voices:
        parts.append(PageSection("voices", "In their words", voices))
    return answer_page(layout, summary, parts)


def _stopped(count: int) -> str:
    """Return a sentence on how many prototypes were stopped without a verdict."""
    return f"{counted(count, 'more has', 'more have')} stopped without a verdict. " if count else ""


def _cards(site: SiteContent, ids: tuple[str, ...]) -> Block:
    shown, more = limit_items(ids, ROWS_PER_PAGE)
    return CardList("", tuple(_card(site, prototype) for prototype in shown), more)


def _card(site: SiteContent, prototype: str) -> Card:
    """Return the card of a prototype with its strongest evidence and its awards."""
    plain = record_card(site, site.catalogue.records[prototype])
    strength = value_cases(site.index)[prototype].strongest
    awards = site.index.prototype(prototype).recognition
    labels = (
        Tag(
            f"Evidence: {EVIDENCE_LEVELS.label(strength).lower()}"
            if strength
            else "No results yet",
            "plain",
        ),
        *(Tag(", ".join(filter(None, (award.award, award.result))), "plain") for award in awards),
    )
    return replace(plain, tags=(*plain.tags, *labels))


def _lesson_list(site: SiteContent, label: str, ids: tuple[str, ...], good: bool) -> BulletList:
    items: list[Inlines] = []
    for prototype in ids:
        shared = site.index.prototype(prototype).lessons
        items += [
            (MarkdownText(text), site.link(prototype))
            for text in (shared.worked if good else shared.not_worked)
        ]
    shown, more = limit_items(items, ROWS_PER_PAGE)
    return BulletList(label, tuple(shown), more=more)


def _voices(site: SiteContent, ids: tuple[str, ...]) -> Iterator[Quotations]:
    quotations = [
        Quotation(quote.text, quote.role, (site.link(prototype),))
        for prototype in ids[:20]
        for quote in site.index.prototype(prototype).quotes[:1]
    ]
    if quotations:
        yield Quotations(tuple(quotations))


FAMILY = PageFamily(LAYOUTS, pages)
