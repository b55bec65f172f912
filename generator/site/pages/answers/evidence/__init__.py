"""Evidence: the direction and strength of results, comparisons, costs and projections."""

from __future__ import annotations

from collections.abc import Iterator

from generator.site.pages.answers.evidence.compared import growth_page, outliers_pages, when_page
from generator.site.pages.answers.evidence.layouts import LAYOUTS
from generator.site.pages.answers.evidence.programmes import programme_pages
from generator.site.pages.answers.evidence.results import results_pages
from generator.site.pages.answers.evidence.worth import ready_pages, value_page
from generator.site.parts.content import SiteContent
from generator.site.parts.page import Page, PageFamily


def pages(site: SiteContent) -> Iterator[Page]:
    """Yield the pages about evidence; a long table continues on further pages."""
    yield from programme_pages(site)
    yield from results_pages(site)
    yield from outliers_pages(site)
    yield value_page(site)
    yield from ready_pages(site)
    yield when_page(site)
    yield growth_page(site)


FAMILY = PageFamily(LAYOUTS, pages)
