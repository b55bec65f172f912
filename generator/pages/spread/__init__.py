"""Spread: what is in use where, who learnt it from whom, how fast, and how close they kept."""

from __future__ import annotations

from collections.abc import Iterator

from generator.pages.model import Family, Page
from generator.pages.site import Site
from generator.pages.spread import copy_or_apply, grid, network, pace, shared
from generator.pages.spread.plates import PLATES


def pages(site: Site) -> Iterator[Page]:
    """Every page about spread, the long lists of some of them on several."""
    yield from grid.pages(site)
    yield from network.pages(site)
    yield from shared.pages(site)
    yield from pace.pages(site)
    yield copy_or_apply.page(site)


FAMILY = Family(PLATES, pages)
