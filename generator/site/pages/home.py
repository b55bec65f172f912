"""Home: what the academy is, its contents in numbers, and where to start."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.kinds import KIND_OF
from generator.model.kinds.measure import Measure
from generator.model.kinds.prototype import Prototype
from generator.site.pages import offline
from generator.site.pages.home_highlights import (
    HomeLessons,
    HomeNews,
    latest_lessons,
    newest_changes,
    strongest_evidence,
    topic_links,
)
from generator.site.pages.home_map import home_map
from generator.site.pages.home_questions import BIG_QUESTIONS, BigQuestion, other_questions
from generator.site.pages.reference import downloads
from generator.site.pages.share import form_url
from generator.site.parts.blocks import Block, Card, CardList
from generator.site.parts.content import SiteContent
from generator.site.parts.first_path import first_path
from generator.site.parts.inlines import Inlines, InternalLink
from generator.site.parts.navigation import NAV_SECTIONS
from generator.site.parts.page import Layout, Page, PageFamily
from generator.site.parts.record_cards import illustrated_card

LAYOUT = Layout("index.html", "Home", "Home")
_MORE = (
    Card(
        InternalLink("Share what you tried", "share.html"),
        "Use a form. For an idea, give a title, a place and a sentence. Tell us what did not "
        "work as well as what did.",
        (),
    ),
    Card(
        InternalLink(offline.LAYOUT.menu_title or "", offline.LAYOUT.url),
        "The whole academy on a USB stick. Read it, search it, add to it and build it again "
        "offline.",
        (),
    ),
    Card(
        InternalLink(downloads.DATA.menu_title or "", downloads.DATA.url),
        "Every record and every figure as tables for a spreadsheet, one database, and more.",
        (),
    ),
)
_FIRST_STEPS = (
    Card(
        InternalLink("Add something you tried", form_url(KIND_OF["prototype"])),
        "A title, a place and a sentence are enough. Say what did not work as well as what did.",
        (),
    ),
    Card(
        InternalLink("Add a way of working", form_url(KIND_OF["practice"])),
        "Describe what others could use too. Then people can see where it spreads.",
        (),
    ),
    Card(
        InternalLink("Add the organisations", form_url(KIND_OF["partner"])),
        "Say who takes part, so that people know where to ask.",
        (),
    ),
)


@dataclass(frozen=True, slots=True)
class HomeCount:
    """A number, and a link to the list of what it counts."""

    number: str
    link: InternalLink


@dataclass(frozen=True, slots=True)
class WayIn:
    """A section of the menu with its lists."""

    title: str
    links: tuple[HomeCount, ...]


@dataclass(frozen=True, slots=True)
class FirstPathStep:
    """A step of the first path: a record, and why to read it."""

    why: str
    card: Card


@dataclass(frozen=True, slots=True)
class HomeView:
    """The values of the page.

    `first_steps` has entries while the academy has nothing to answer from; `big_questions` and the
    other `questions` afterwards.
    """

    name: str
    summary: str
    topics: tuple[InternalLink, ...]
    big_questions: tuple[BigQuestion, ...]
    evidence: tuple[Inlines, ...]
    lessons: HomeLessons
    counts: tuple[HomeCount, ...]
    map: tuple[Block, ...]
    ways: tuple[WayIn, ...]
    path: tuple[FirstPathStep, ...]
    tried: CardList
    first_steps: CardList
    questions: tuple[InternalLink, ...]
    news: tuple[HomeNews, ...]
    more: CardList


def pages(site: SiteContent) -> Iterator[Page]:
    """Yield the home page."""
    grown = _has_answers(site)
    view = HomeView(
        name=site.identity.home_heading or site.name,
        summary=site.identity.home_introduction or site.about,
        counts=tuple(count for count in _counts(site) if grown or count.number != "0"),
        map=tuple(home_map(site)),
        ways=tuple(_ways(site, empty=grown)),
        path=tuple(FirstPathStep(why, card) for why, card in first_path(site)),
        first_steps=CardList("", () if grown else _FIRST_STEPS),
        questions=tuple(other_questions()) if grown else (),
        topics=topic_links(site),
        big_questions=BIG_QUESTIONS if grown else (),
        evidence=strongest_evidence(site),
        lessons=latest_lessons(site),
        news=newest_changes(site),
        tried=CardList("", tuple(_tried(site))),
        more=CardList("", _MORE),
    )
    yield Page("index.html", site.name, site.about, LAYOUT, "home.html", view, searchable=False)


def _has_answers(site: SiteContent) -> bool:
    """Whether the academy has something that the questions of readers rest on."""
    has_results = any(m.nature == "result" for m in site.catalogue.records_of(Measure))
    return has_results or _number(site, "practice") > 0 or _number(site, "adoption") > 0


def _counts(site: SiteContent) -> Iterator[HomeCount]:
    prototypes = site.catalogue.records_of(Prototype)
    live = len(site.index.in_practice)
    results = sum(m.nature == "result" for m in site.catalogue.records_of(Measure))
    numbers = (
        (len(prototypes), ("prototype", "prototypes"), "prototype"),
        (live, ("of them in practice",) * 2, "prototype"),
        (_number(site, "practice"), ("practice", "practices"), "practice"),
        (_number(site, "adoption"), ("adoption followed", "adoptions followed"), "adoption"),
        (results, ("result reported", "results reported"), "measure"),
    )
    for number, words, kind in numbers:
        link = InternalLink(words[number != 1], f"{KIND_OF[kind].slug}/index.html")
        yield HomeCount(f"{number:,}", link)


def _number(site: SiteContent, kind: str) -> int:
    return len(site.catalogue.records_of_kind(KIND_OF[kind]))


def _ways(site: SiteContent, *, empty: bool) -> Iterator[WayIn]:
    """Yield the sections with their lists, those of kinds without a record only if `empty`."""
    for section in NAV_SECTIONS:
        kinds = [KIND_OF[name] for name in section.kinds if name in KIND_OF]
        links = tuple(
            HomeCount(
                f"{_number(site, kind.name):,}",
                InternalLink(kind.labels, f"{kind.slug}/index.html"),
            )
            for kind in kinds
            if empty or _number(site, kind.name)
        )
        if links:
            yield WayIn(section.title, links)


def _tried(site: SiteContent) -> Iterator[Card]:
    """Yield three prototypes in practice: those with a verdict first, then the best connected."""
    live = [p for p in site.index.in_practice if p.stage != "completed"]
    live.sort(key=lambda p: (p.verdict == "not-reported", -site.degree[p.id], p.id))
    for prototype in live[:3]:
        yield illustrated_card(site, prototype)


FAMILY = PageFamily((LAYOUT,), pages)
