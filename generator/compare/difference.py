"""Two academies to their difference."""

from __future__ import annotations

from generator.compare.answers import answered, evidenced, learnt, reached, readied
from generator.compare.fields import changes
from generator.compare.findings import findings
from generator.compare.model import Difference
from generator.compare.openings import gaps_moved
from generator.compare.paging import pages
from generator.compare.records import added, removed, renamed, terms
from generator.compare.relations import written
from generator.compare.sides import sides
from generator.compare.standings import learning, practised
from generator.pages.site import Site

ANSWERS = (reached, gaps_moved, evidenced, readied, answered, learnt)


def compare(before: Site, after: Site) -> Difference:
    """All that differs between two academies, with personal data masked. Sites must hold the
    findings of their checks.
    """
    both = sides(before, after)
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
