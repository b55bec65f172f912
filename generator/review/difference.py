"""Two academies to their difference."""

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


def compare(before: SiteContent, after: SiteContent) -> Difference:
    """All that differs between two academies, with personal data masked. Sites must hold the
    findings of their checks.
    """
    both = pair_snapshots(before, after)
    found = Difference(
        added=tuple(added_records(both)),
        removed=tuple(removed_records(both)),
        renamed=tuple(renamed_records(both)),
        changed=tuple(field_changes(both)),
        terms=tuple(term_changes(both)),
        relations=(*practice_changes(both), *learning_changes(both), *relation_changes(both)),
        insights=tuple(said for answer in ANSWER_CHANGES for said in answer(both)),
        findings=tuple(finding_changes(both)),
        pages=tuple(page_changes(both)),
        unread=both.unread,
        faulty=both.faulty,
    )
    return both.redaction.value(found)
