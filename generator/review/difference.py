"""Compare two states of an academy."""

from __future__ import annotations

from generator.review.answer_changes import (
    barrier_changes,
    evidence_changes,
    lesson_changes,
    reach_changes,
    readiness_changes,
)
from generator.review.changes import Difference
from generator.review.field_changes import field_changes
from generator.review.finding_changes import finding_changes
from generator.review.gap_changes import gap_changes
from generator.review.page_changes import page_changes
from generator.review.record_changes import (
    added_records,
    removed_records,
    renamed_records,
    term_changes,
)
from generator.review.record_contents import record_contents
from generator.review.relation_changes import relation_changes
from generator.review.snapshots import pair_snapshots
from generator.review.spread_changes import learning_changes, practice_changes
from generator.site.parts.content import SiteContent

ANSWER_CHANGES = (
    reach_changes,
    gap_changes,
    evidence_changes,
    readiness_changes,
    barrier_changes,
    lesson_changes,
)


def compare(before: SiteContent, after: SiteContent, *, with_pages: bool = True) -> Difference:
    """Return all differences between two states of an academy, with personal data masked.

    Both sites must hold the findings of their checks. To compare pages, every page of both is made,
    which takes longer than everything else; without `with_pages` that is left out.
    """
    snapshots = pair_snapshots(before, after)
    difference = Difference(
        added=tuple(added_records(snapshots)),
        contents=tuple(record_contents(snapshots)),
        removed=tuple(removed_records(snapshots)),
        renamed=tuple(renamed_records(snapshots)),
        changed=tuple(field_changes(snapshots)),
        terms=tuple(term_changes(snapshots)),
        relations=(
            *practice_changes(snapshots),
            *learning_changes(snapshots),
            *relation_changes(snapshots),
        ),
        insights=tuple(change for answer in ANSWER_CHANGES for change in answer(snapshots)),
        findings=tuple(finding_changes(snapshots)),
        pages=tuple(page_changes(snapshots)) if with_pages else (),
        unread=snapshots.unread,
        faulty=snapshots.faulty,
    )
    return snapshots.redaction.mask_value(difference)
