"""The map on Home: where things were tried, adopted or are planned."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.insights.learning import learning_network
from generator.english import counted
from generator.model.fields.progress import status_progress
from generator.model.kinds.area import Area
from generator.site.parts.adoption_counts import adoption_counts
from generator.site.parts.blocks import Block
from generator.site.parts.content import SiteContent
from generator.site.parts.place_maps import map_blocks


def home_map(site: SiteContent) -> Iterator[Block]:
    """Yield the map of the areas that something is known of; nothing without a location."""
    tried = {area.id: _tried(site, area.id) for area in site.catalogue.records_of(Area)}
    notes = {area: note for area in tried if (note := _note(site, area, tried[area]))}
    order = sorted(notes, key=lambda area: -tried[area])
    planned = frozenset(area for area in notes if not tried[area] and not _has_begun(site, area))
    yield from map_blocks(
        site, "Tried, adopted or planned", {area: notes[area] for area in order}, planned
    )


def _tried(site: SiteContent, area: str) -> int:
    prototypes = site.index.prototypes_in.get(area, ())
    return sum(prototype in site.index.tried_ids for prototype in prototypes)


def _note(site: SiteContent, area: str, tried: int) -> str:
    """Return what is known of an area: “3 prototypes tried; adoptions: 2 planned”."""
    adoptions = adoption_counts(site.index, _own_adoptions(site, area), "")
    parts = (
        f"{counted(tried, 'prototype')} tried" if tried else "",
        f"adoptions: {adoptions}" if adoptions else "",
    )
    known = "; ".join(part for part in parts if part)
    taught = area in learning_network(site.index).sources
    return known or ("others learnt from it" if taught else "")


def _has_begun(site: SiteContent, area: str) -> bool:
    adoptions = _own_adoptions(site, area)
    begun = any(status_progress(site.index.adoption(a).status) == "happened" for a in adoptions)
    return begun or area in learning_network(site.index).sources


def _own_adoptions(site: SiteContent, area: str) -> list[str]:
    """Return the adoptions of an area itself, without those by areas in it that are not named."""
    adoptions = site.index.adoptions_by.get(area, ())
    return [one for one in adoptions if not site.index.adoption(one).unnamed_adopters]
