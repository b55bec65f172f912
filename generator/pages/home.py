"""Home: what this is, the ways in, the academy in numbers, and a first path for newcomers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.kinds import KIND_OF
from generator.kinds.measure import Measure
from generator.kinds.prototype import IN_PRACTICE, Prototype
from generator.pages import downloads, offline
from generator.pages.answering import ANSWERING
from generator.pages.blocks import card
from generator.pages.doors import DOORS
from generator.pages.model import Card, Cards, Family, Page, Plate, To
from generator.pages.path import first_path
from generator.pages.site import Site

PLATE = Plate("index.html", "Home", "Home")
_MORE = (
    Card(
        To("Share what you tried", "share.html"),
        "Use a form. For an idea, give a title, a place and a sentence. Tell us what did not "
        "work as well as what did.",
        (),
    ),
    Card(
        To(offline.PLATE.listed or "", offline.PLATE.url),
        "The whole academy on a USB stick. Read it, search it, add to it and build it again "
        "offline.",
        (),
    ),
    Card(
        To(downloads.DATA.listed or "", downloads.DATA.url),
        "Every record and every figure as tables for a spreadsheet, one database, and more.",
        (),
    ),
)


@dataclass(frozen=True, slots=True)
class Count:
    """A number that links to what it counts."""

    number: str
    link: To


@dataclass(frozen=True, slots=True)
class Way:
    """A way in: the lists behind one door."""

    title: str
    links: tuple[Count, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the first path."""

    why: str
    card: Card


@dataclass(frozen=True, slots=True)
class HomeView:
    """What Home shows."""

    name: str
    summary: str
    counts: tuple[Count, ...]
    ways: tuple[Way, ...]
    path: tuple[Step, ...]
    tried: Cards
    questions: tuple[To, ...]
    more: Cards


def pages(site: Site) -> Iterator[Page]:
    """The one page."""
    view = HomeView(
        name=site.name,
        summary=site.about,
        counts=tuple(_counts(site)),
        ways=tuple(_ways(site)),
        path=tuple(Step(why, card) for why, card in first_path(site)),
        questions=tuple(_questions()),
        tried=Cards("", tuple(_tried(site))),
        more=Cards("", _MORE),
    )
    yield Page("index.html", site.name, site.about, PLATE, "home.html", view, found=False)


def _counts(site: Site) -> Iterator[Count]:
    prototypes = site.catalogue.of(Prototype)
    live = sum(p.stage in IN_PRACTICE for p in prototypes)
    results = sum(m.nature == "result" for m in site.catalogue.of(Measure))
    numbers = (
        (len(prototypes), ("prototype", "prototypes"), "prototype"),
        (live, ("of them in practice",) * 2, "prototype"),
        (_number(site, "practice"), ("practice", "practices"), "practice"),
        (_number(site, "adoption"), ("adoption followed", "adoptions followed"), "adoption"),
        (results, ("result reported", "results reported"), "measure"),
    )
    for number, words, kind in numbers:
        link = To(words[number != 1], f"{KIND_OF[kind].slug}/index.html")
        yield Count(f"{number:,}", link)


def _questions() -> Iterator[To]:
    """What readers come to ask, with the page that answers it."""
    for plate in (plate for family in ANSWERING for plate in family.plates):
        if plate.question:
            yield To(plate.question, plate.url, plate.listed or "")


def _number(site: Site, kind: str) -> int:
    return len(site.catalogue.of_kind(KIND_OF[kind]))


def _ways(site: Site) -> Iterator[Way]:
    for door in DOORS:
        kinds = [KIND_OF[name] for name in door.kinds if name in KIND_OF]
        links = (
            Count(f"{_number(site, kind.name):,}", To(kind.labels, f"{kind.slug}/index.html"))
            for kind in kinds
        )
        yield Way(door.title, tuple(links))


def _tried(site: Site) -> Iterator[Card]:
    """A few prototypes that are tested or live and say most, whatever their verdict."""
    live = [p for p in site.catalogue.of(Prototype) if p.stage in IN_PRACTICE - {"completed"}]
    live.sort(key=lambda p: (p.verdict == "not-reported", -site.degree[p.id], p.id))
    for prototype in live[:6]:
        yield card(site, prototype)


FAMILY = Family((PLATE,), pages)
