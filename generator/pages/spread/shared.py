"""What places share: the practices that several use, and the principles that they state."""

from __future__ import annotations

from collections.abc import Iterator

from generator.insights.shared import principles_by_place, shared_practices
from generator.pages.amounts import FEW_NAMED, cut
from generator.pages.answer import answer, bullets, link, links, paged, row, sentence, several
from generator.pages.model import Block, Bullets, Note, Page, PageSection, Table, To
from generator.pages.site import Site
from generator.pages.spread.plates import COPY, PLATES, SHARED


def pages(site: Site) -> Iterator[Page]:
    """The principles side by side, then the practices, a long list of them on several pages."""
    practices = shared_practices(site.index)
    principles = principles_by_place(site.index)
    common = sum(len(one.areas) > 1 for one in principles)
    summary = (
        f"{sentence(several(len(practices), 'practice is', 'practices are'))} used or planned in "
        f"more than one place. {sentence(several(common, 'principle is', 'principles are'))} "
        "stated by more than one."
    )
    parts = [PageSection("principles", "Principles", tuple(_principles(site)))]
    page = answer(SHARED, summary, parts if principles else [], PLATES)
    rows = tuple(
        row(
            link(site, one.practice),
            links(site, one.in_practice, "Nowhere yet", FEW_NAMED),
            links(site, one.planned, "None stated", FEW_NAMED),
        )
        for one in practices
    )
    columns = ("Practice", "In practice in", "Planned in")
    section = PageSection("practices", "Practices", ())
    yield from paged(page, section, Table("", columns, rows, name="Practices that places share"))


def _principles(site: Site) -> Iterator[Block]:
    found = principles_by_place(site.index)
    several_areas = [one for one in found if len(one.areas) > 1]
    shown, more = cut(several_areas)
    rows = tuple(row(link(site, one.principle), links(site, one.areas)) for one in shown)
    if rows:
        yield Table("Stated by several places", ("Principle", "Stated by"), rows, more=more)
    by_area: dict[str, list[str]] = {}
    for one in found:
        if len(one.areas) == 1:
            by_area.setdefault(one.areas[0], []).append(one.principle)
    for area, principles in by_area.items():
        label = f"Stated only by {site.catalogue.title(area)}"
        yield bullets(site, label, tuple(principles))
    if by_area:
        yield Note(
            "Where one place states a principle and another does not, they may pull in different "
            "directions: one may want to copy what works exactly, another to adapt it."
        )
        yield Bullets("", ((To(COPY.listed or "", COPY.url, "what adoptions did"),),))
