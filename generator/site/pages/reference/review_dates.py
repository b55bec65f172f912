"""Records to review, by who keeps them up to date, each with a link to confirm it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.insights.upkeep import REASONS, ReviewReason, review_reasons
from generator.english import counted
from generator.model.kinds import KIND_OF
from generator.site.pages.reference.data_gaps import REVIEW_URL, field_label
from generator.site.pages.share import form_url
from generator.site.parts.answer_page import answer_page, paginate
from generator.site.parts.blocks import Table, TableRow
from generator.site.parts.cells import capitalise, record_link, table_row, text_inlines
from generator.site.parts.content import SiteContent
from generator.site.parts.inlines import InternalLink
from generator.site.parts.navigation import ABOUT
from generator.site.parts.page import Layout, Page, PageFamily, PageSection

LAYOUT = Layout(REVIEW_URL, ABOUT, "Records to review")


def pages(site: SiteContent) -> Iterator[Page]:
    """Yield the list of records to review, on as many pages as it needs."""
    to_review = review_reasons(site.index)
    summary = (
        f"{capitalise(counted(len(to_review), 'record', 'records'))} to review. If a record is "
        "still right, tell us. That helps as much as a change."
    )
    ordered = sorted(
        to_review,
        key=lambda review: (review.owner is None, review.owner or "", -len(review.reasons)),
    )
    columns = ("Record", "Kept up to date by", "Why", "Most useful to add", "Still right?")
    rows = tuple(_row(site, review) for review in ordered)
    table = Table("", columns, rows, name="Records to review")
    yield from paginate(
        answer_page(LAYOUT, summary, []), PageSection("all", "All records to review", ()), table
    )


def _row(site: SiteContent, review: ReviewReason) -> TableRow:
    kind = KIND_OF[site.catalogue.records[review.record].kind]
    address = f"{form_url(kind)}?record={review.record}"
    return table_row(
        record_link(site, review.record),
        record_link(site, review.owner),
        text_inlines(", ".join(REASONS.label(reason) for reason in review.reasons)),
        text_inlines(field_label(site, review.record, review.next) if review.next else ""),
        (InternalLink("This is still right", f"{address}&still=right"),),
    )


FAMILY = PageFamily((LAYOUT,), pages)
