"""Insights to figures with their tables, as blocks of a page."""

from __future__ import annotations

from collections.abc import Iterator

from generator.insights.evidence import EvidenceMap, Finding, by_pair
from generator.insights.learning import Network
from generator.insights.pace import Event, Timeline
from generator.insights.population import Growth
from generator.insights.spread import Grid
from generator.kinds.measure import Measure
from generator.kinds.words import read, read_date, read_number
from generator.pages.answer import chip, links, row, words
from generator.pages.model import Block, Note, Table
from generator.pages.site import Site


def spread_drawing(site: Site, whole: Grid) -> Iterator[Block]:
    """The grid of areas and practices."""
    cells = [one for area in whole.areas for one in whole.of_area(area)]
    rows = tuple(
        row(
            links(site, (one.practice,)),
            links(site, (one.area,)),
            words({"yes": "Yes", "unknown": "Not known", "no": "Not yet"}[one.practised]),
            chip(one.status),
            chip(one.fidelity),
            links(site, (*one.prototypes, *one.adoptions)),
        )
        for one in cells[:200]
    )
    columns = ("Practice", "Area", "In use?", "Adoption", "Fidelity", "By")
    more = len(cells) - len(rows)
    yield Table("", columns, rows, more=more, name="Practices by area")


def network_drawing(site: Site, whole: Network) -> Iterator[Block]:
    """The learning network."""
    rows = tuple(
        row(
            links(site, (one.source,)),
            links(site, (one.adopter,)),
            links(site, (one.practice,) if one.practice else ()),
            chip(one.status),
            chip(one.fidelity_actual),
            links(site, (one.adoption,)),
        )
        for one in whole.lessons[:200]
    )
    columns = ("From", "To", "Practice", "Status", "Fidelity in fact", "Adoption")
    more = len(whole.lessons) - len(rows)
    yield Table("", columns, rows, more=more, name="Who learnt from whom")


def evidence_drawing(site: Site, whole: EvidenceMap) -> Iterator[Block]:
    """The map of practices and outcomes."""
    found = by_pair(whole)
    rows = tuple(
        row(
            links(site, (one.practice,)),
            links(site, (one.outcome,)),
            words(f"{len(one.measures):,}"),
            words(_ways(one)),
            chip(one.strongest),
        )
        for one in found[:200]
    )
    columns = ("Practice", "Outcome", "Results", "Which way", "Strongest")
    yield Table("", columns, rows, more=len(found) - len(rows), name="Results by practice")


def _ways(one: Finding) -> str:
    counts = (
        (one.improved, "improved"),
        (one.stable, "stable"),
        (one.worsened, "worsened"),
        (one.unclear, "not stated"),
    )
    return ", ".join(f"{number} {word}" for number, word in counts if number)


def growth_drawings(site: Site, found: tuple[Growth, ...]) -> Iterator[Block]:
    """How populations are projected to grow, an outcome at a time."""
    for outcome in dict.fromkeys(one.outcome for one in found):
        some = [one for one in found if one.outcome == outcome]
        rows = tuple(
            row(
                links(site, (one.area,)),
                words(f"{read_number(one.before)}{_when(one.before_period)}"),
                words(f"{read_number(one.after)}{_when(one.after_period)}"),
                words(read_number(one.change)),
                words(f"{read_number(one.percent)}%" if one.percent is not None else None),
            )
            for one in some
        )
        columns = ("Area", "From", "To", "More people", "Growth")
        yield Table(site.catalogue.title(outcome), columns, rows)


def _when(period: str | None) -> str:
    return f" ({period})" if period and period != "not stated" else ""


def timeline_drawing(site: Site, found: Timeline) -> Iterator[Block]:
    """How a practice spread over time; nothing where no date is stated."""
    rows = tuple(
        row(words(read_date(one.date)), words(_event(one)), links(site, (one.record,)),
            links(site, (one.area,)))
        for one in found.events
    )  # fmt: skip
    if rows:
        yield Table("When", ("Date", "What happened", "Where it is told", "Area"), rows)
    elif found.undated:
        yield Note("When it spread cannot be told: no date is stated for any use or adoption.")


def _event(one: Event) -> str:
    plain = {"started": "Started", "proved": "Shown to work", "adopted": "In place"}
    return plain.get(one.what) or read(one.word or one.what)


def measure_drawings(site: Site, measures: list[Measure]) -> Iterator[Block]:
    """Charts of measures, one for each unit."""
    yield from ()
