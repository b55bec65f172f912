"""Spread: practices by area, who learnt from whom, how fast, and how closely they were followed."""

from __future__ import annotations

from generator.site.pages.answers.spread import (
    adoption_grid,
    common_ground,
    copy_or_apply,
    network,
    pace,
)
from generator.site.pages.answers.spread.layouts import LAYOUTS
from generator.site.parts.content import SiteContent
from generator.site.parts.page import PageBatch, PageFamily, single_page


def parts(_: SiteContent) -> dict[str, PageBatch]:
    """Return the functions that make the pages about spread; a long table takes several."""
    return {
        "spread: grid": adoption_grid.pages,
        "spread: network": network.pages,
        "spread: common ground": common_ground.pages,
        "spread: pace": pace.pages,
        "spread: copy or apply": single_page(copy_or_apply.page),
    }


FAMILY = PageFamily.in_parts(LAYOUTS, parts)
