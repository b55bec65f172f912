"""The first screens of partners and groups: what they take part in, and how to reach them."""

from __future__ import annotations

from collections.abc import Iterable

from generator.analysis.insights.governance import group_places, partner_places
from generator.analysis.insights.successors import present_bodies
from generator.english import lower_first
from generator.model.display.inferred import is_inferred
from generator.model.kinds.group import Group
from generator.model.kinds.partner import Partner
from generator.model.kinds.prototype import role_in_words
from generator.site.parts.board_reports import report_link
from generator.site.parts.cells import text_inlines
from generator.site.parts.content import SiteContent
from generator.site.parts.inlines import Inlines, MarkdownText
from generator.site.parts.overview import Overview, StripCell, overview_points
from generator.site.parts.overview_lines import count_cell, prototype_lines, verdict_cell
from generator.site.parts.who_to_ask import NO_CONTACT, ask_lines, contact_routes


def partner_overview(site: SiteContent, partner: Partner) -> Overview:
    """Return the first screen of an organisation."""
    place = partner_places(site.index)[partner.id]
    roles = {
        prototype: _roles(site, prototype, held) for prototype, held in place.prototypes.items()
    }
    today = [body for body in present_bodies(site.index, partner.id) if body != partner.id]
    return Overview(
        strip=(
            count_cell("Takes part in", len(roles), "prototype", "", "work"),
            verdict_cell(site, "Did it work?", tuple(roles), ""),
            count_cell("Belongs to", len(place.groups), "group", "", "groups"),
            _today(partner),
        ),
        left=(
            *overview_points("Takes part in", prototype_lines(site, roles, roles), "work"),
            *overview_points("Groups", _links(site, place.groups), "groups"),
        ),
        right=(
            *overview_points("Today", ask_lines(site, today, {}), "about"),
            *overview_points("How to reach it", _routes(site, partner.id), "ask"),
        ),
        covered_fields=frozenset({"valid_to"}),
    )


def _roles(site: SiteContent, prototype: str, held: Iterable[str]) -> str:
    record = site.index.prototype(prototype)
    words = dict.fromkeys(role_in_words(record, role) for role in held)
    return ", ".join(map(lower_first, words))


def _today(partner: Partner) -> StripCell:
    if partner.valid_to is None:
        return StripCell("Does it still exist?", text_inlines("No end recorded"))
    note = "inferred" if is_inferred(partner, "valid_to") else ""
    return StripCell("Does it still exist?", text_inlines(f"Ended {partner.valid_to.words}"), note)


def group_overview(site: SiteContent, group: Group) -> Overview:
    """Return the first screen of a group."""
    place = group_places(site.index)[group.id]
    purpose = [(MarkdownText(group.purpose),)] if group.purpose else []
    covered = {name for name in ("purpose", "cadence") if getattr(group, name)}
    board = [(report_link(site, place.area),)] if place.area else []
    return Overview(
        strip=(
            count_cell("Members", len(place.members), "member", "", "members"),
            count_cell("Oversees", len(place.oversees), "prototype", "", "work"),
            verdict_cell(site, "Did it work?", place.oversees, ""),
            StripCell("Meets", text_inlines(group.cadence or "")),
        ),
        left=(
            *overview_points("What it is for", purpose, "about"),
            *overview_points("Oversees", prototype_lines(site, place.oversees), "work"),
        ),
        right=(
            *overview_points("Members", ask_lines(site, place.members, {}), "members"),
            *overview_points("How to reach it", _routes(site, group.id), "ask"),
            *overview_points("Board report", board, ""),
        ),
        covered_fields=frozenset(covered),
    )


def _links(site: SiteContent, ids: Iterable[str]) -> list[Inlines]:
    return [(site.link(record_id),) for record_id in ids]


def _routes(site: SiteContent, body: str) -> list[Inlines]:
    routes: list[Inlines] = [(route,) for route in contact_routes(site, body)]
    has_contact = getattr(site.catalogue.records[body], "contact", None)
    return routes if has_contact else [*routes, text_inlines(NO_CONTACT)]
