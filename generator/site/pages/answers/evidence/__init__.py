"""Evidence: the direction and strength of results, comparisons, costs and projections."""

from __future__ import annotations

from generator.site.pages.answers.evidence.compared import growth_page, outliers_pages, when_page
from generator.site.pages.answers.evidence.layouts import LAYOUTS
from generator.site.pages.answers.evidence.programmes import programme_pages
from generator.site.pages.answers.evidence.results import results_pages
from generator.site.pages.answers.evidence.worth import ready_pages, value_page
from generator.site.parts.content import SiteContent
from generator.site.parts.page import PageBatch, PageFamily, single_page


def parts(_: SiteContent) -> dict[str, PageBatch]:
    """Return the functions that make the pages about evidence; a long table takes several."""
    return {
        "evidence: programmes": programme_pages,
        "evidence: results": results_pages,
        "evidence: outliers": outliers_pages,
        "evidence: value": single_page(value_page),
        "evidence: ready": ready_pages,
        "evidence: when": single_page(when_page),
        "evidence: growth": single_page(growth_page),
    }


FAMILY = PageFamily.in_parts(LAYOUTS, parts)
