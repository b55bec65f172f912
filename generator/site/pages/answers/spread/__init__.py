"""Spread: practices by area, who learnt from whom, how fast, and how closely they were followed."""

from __future__ import annotations

from collections.abc import Iterator

from generator.site.pages.answers.spread import (
    adoption_grid,
    common_ground,
    copy_or_apply,
    network,
    pace,
)
from generator.site.pages.answers.spread.layouts import LAYOUTS
from generator.site.parts.content import SiteContent
from generator.site.parts.page import Page, PageFamily


def pages(site: SiteContent) -> Iterator[Page]:
    """Yield every page about spread; a long table continues on further pages."""
    yield from adoption_grid.pages(site)
    yield from network.pages(site)
    yield from common_ground.pages(site)
    yield from pace.pages(site)
    yield copy_or_apply.page(site)


FAMILY = PageFamily(LAYOUTS, pages)
