"""Two academies to their difference."""

from __future__ import annotations

from generator.review.answer_changes import answered, evidenced, learnt, reached, readied
from generator.review.changes import Difference
from generator.review.field_changes import changes
from generator.review.finding_changes import findings
from generator.review.gap_changes import gaps_moved
from generator.review.page_changes import pages
from generator.review.record_changes import added, removed, renamed, terms
from generator.review.relation_changes import written
from generator.review.snapshots import snapshots
from generator.review.spread_changes import learning, practised
from generator.site.parts.content import SiteContent

ANSWERS = (reached, gaps_moved, evidenced, readied, answered, learnt)


def compare(before: SiteContent, after: SiteContent) -> Difference:
    """All that differs between two academies, with personal data masked. Sites must hold the
    findings of their checks.
    """
    both = snapshots(before, after)
    found = Difference(
        added=tuple(added(both)),
        removed=tuple(removed(both)),
        renamed=tuple(renamed(both)),
        changed=tuple(changes(both)),
        terms=tuple(terms(both)),
        relations=(*practised(both), *learning(both), *written(both)),
        insights=tuple(said for answer in ANSWERS for said in answer(both)),
        findings=tuple(findings(both)),
        pages=tuple(pages(both)),
        unread=both.unread,
        faulty=both.faulty,
    )
    return both.redaction.value(found)
