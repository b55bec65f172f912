"""Evidence: what results say, how strong they are, what stands out, and what it costs."""

from __future__ import annotations

from collections.abc import Iterator

from generator.pages.evidence.compared import growth_page, outliers_pages, when_page
from generator.pages.evidence.plates import PLATES
from generator.pages.evidence.results import map_pages, results_pages
from generator.pages.evidence.worth import ready_pages, value_page
from generator.pages.model import Family, Page
from generator.pages.site import Site


def pages(site: Site) -> Iterator[Page]:
    """The pages of the group, the long table of results on several."""
    yield from map_pages(site)
    yield from results_pages(site)
    yield from outliers_pages(site)
    yield value_page(site)
    yield from ready_pages(site)
    yield when_page(site)
    yield growth_page(site)


FAMILY = Family(PLATES, pages)
