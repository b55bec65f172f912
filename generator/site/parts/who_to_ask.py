"""Who can be asked about a record: today's organisations, and the way to reach them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.analysis.insights.area_organisations import (
    PresentOrganisation,
    present_organisations,
)
from generator.analysis.insights.successors import present_bodies
from generator.model.kinds.listed_record import ListedRecord
from generator.site.parts.content import SiteContent
from generator.site.parts.inlines import ExternalLink, Inline, Inlines, MarkdownText, Text
from generator.site.parts.overview import OverviewPoint, overview_points

NO_CONTACT = "No team contact is recorded yet."


def ask_lines(site: SiteContent, ids: Iterable[str], notes: dict[str, str]) -> list[Inlines]:
    """Return a line for each organisation or area: who it is, who it is today, and how to reach it.

    `notes` say in which role each takes part. An organisation that has ended is named with those
    that took over from it.
    """
    return [_line(site, record_id, notes.get(record_id, "")) for record_id in site.index.ids(ids)]


def _line(site: SiteContent, record_id: str, note: str) -> Inlines:
    today = present_bodies(site.index, record_id)
    line: list[Inline] = [replace(site.link(record_id), note=note)]
    if today != (record_id,):
        line += [Text("Today:"), *(site.link(body) for body in today)]
    for body in today:
        line += contact_routes(site, body)
    return tuple(line)


def organisation_lines(site: SiteContent, area: str) -> list[Inlines]:
    """Return a line for each organisation that serves an area today, and how to reach it.

    It says from which ended organisations one took over, and which wider area it serves. Of one
    area, the organisations that most records tell of come first.
    """
    nearness = {place: number for number, place in enumerate(site.index.enclosing_areas[area])}
    organisations = sorted(
        present_organisations(site.index, area),
        key=lambda one: (nearness[one.area], -site.degree[one.partner]),
    )
    return [_present(site, area, one) for one in organisations]


def _present(site: SiteContent, area: str, organisation: PresentOrganisation) -> Inlines:
    notes = []
    if organisation.area != area:
        notes.append(f"for {site.catalogue.title(organisation.area)}")
    if organisation.took_over_from:
        former = ", ".join(map(site.catalogue.title, organisation.took_over_from))
        notes.append(f"took over from {former}")
    link = replace(site.link(organisation.partner), note="; ".join(notes))
    return (link, *contact_routes(site, organisation.partner))


def who_to_ask(
    site: SiteContent, ids: Iterable[str], section: str, notes: dict[str, str]
) -> Iterator[OverviewPoint]:
    """Yield who can be asked, as `ask_lines`, and that no team of theirs is recorded if none is."""
    asked = tuple(ids)
    bodies = [body for one in site.index.ids(asked) for body in present_bodies(site.index, one)]
    note = "" if any(_has_contact(site, body) for body in bodies) else NO_CONTACT
    yield from overview_points("Who to ask", ask_lines(site, asked, notes), section, note=note)


def _has_contact(site: SiteContent, body: str) -> bool:
    return bool(getattr(site.catalogue.records[body], "contact", None))


def contact_routes(site: SiteContent, body: str) -> Iterable[Inline]:
    """Yield the contact of a place or an organisation and its website, where they are stated."""
    record = site.catalogue.records[body]
    if not isinstance(record, ListedRecord):
        return
    if record.contact:
        yield MarkdownText(record.contact)
    if record.website:
        yield ExternalLink(record.website, "Website")
