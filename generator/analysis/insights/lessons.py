"""Lessons, from what worked and from what did not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.analysis.index import AdoptionIndex, memoised
from generator.analysis.insights.evidence import evidence_rank, strongest_level
from generator.analysis.insights.insight import Insight
from generator.model.kinds.prototype_verdict import judge_of
from generator.model.kinds.prototype_words import JUDGED_VERDICTS, Judge

FAILED = frozenset({"not-worked", "worked-in-part"})


@dataclass(frozen=True, slots=True)
class LessonCounts:
    """Prototypes with lessons, and how many lessons there are.

    `worked`, `not_worked`: prototypes with a lesson from what worked, or from what did not.
    `succeeded`: prototypes that worked, the strongest evidence first. `failed`: prototypes that did
    not work, worked in part, or stopped. `judges`: who judged each prototype that has a verdict;
    None where that is not stated.
    """

    worked: tuple[str, ...]
    not_worked: tuple[str, ...]
    succeeded: tuple[str, ...]
    failed: tuple[str, ...]
    lessons_worked: int
    lessons_not_worked: int
    judges: dict[str, Judge | None]


@memoised
def lesson_counts(index: AdoptionIndex) -> LessonCounts:
    """Lessons come from prototypes at every stage, so that work still being tested can share what
    it learns. What worked and what did not have equal weight: a prototype that was stopped, did not
    work or worked in part is listed as openly as one that worked. Each verdict says who gave it:
    those involved, an independent evaluation, or the academy, if the source does not say it
    outright.
    """
    worked = [prototype for prototype in index.prototypes if prototype.lessons.worked]
    not_worked = [prototype for prototype in index.prototypes if prototype.lessons.not_worked]
    succeeded = [prototype for prototype in index.prototypes if prototype.verdict == "worked"]
    failed = (p for p in index.prototypes if p.verdict in FAILED or p.stage == "stopped")
    succeeded.sort(key=lambda prototype: (-_strongest_rank(index, prototype.id), prototype.id))
    return LessonCounts(
        worked=tuple(prototype.id for prototype in worked),
        not_worked=tuple(prototype.id for prototype in not_worked),
        succeeded=tuple(prototype.id for prototype in succeeded),
        failed=tuple(prototype.id for prototype in failed),
        lessons_worked=sum(len(prototype.lessons.worked) for prototype in worked),
        lessons_not_worked=sum(len(prototype.lessons.not_worked) for prototype in not_worked),
        judges={
            prototype.id: judge_of(prototype)
            for prototype in index.prototypes
            if prototype.verdict in JUDGED_VERDICTS
        },
    )


def _strongest_rank(index: AdoptionIndex, prototype: str) -> int:
    return evidence_rank(strongest_level(index.results_of(prototype)))


@dataclass(frozen=True, slots=True)
class ReviewSchedule:
    """Prototypes by their next review.

    `none`: no next review is stated. `overdue`: due before the newest date of any review.
    `reflected`: with review notes.
    """

    none: tuple[str, ...]
    overdue: tuple[str, ...]
    reflected: tuple[str, ...]


@memoised
def review_schedule(index: AdoptionIndex) -> ReviewSchedule:
    """Prototypes without a date for their next review, those whose review was due before the newest
    date in any record, and those with review notes. We use the newest date in the records, so the
    answer does not depend on the day you ask.
    """
    dated = [(p.id, p.next_review or p.review_due) for p in index.prototypes]
    newest = _newest(index)
    return ReviewSchedule(
        none=tuple(prototype for prototype, due in dated if due is None),
        overdue=tuple(
            prototype for prototype, due in dated if due is not None and due.latest < newest
        ),
        reflected=tuple(p.id for p in index.prototypes if p.reviews),
    )


def _newest(index: AdoptionIndex) -> date:
    records = index.catalogue.records.values()
    reviewed = (record.reviewed_on.first for record in records if record.reviewed_on)
    noted = (note.date.first for p in index.prototypes for note in p.reviews)
    return max((*reviewed, *noted), default=date.min)


INSIGHTS = (
    Insight("lessons", "What worked, and what did not?", lesson_counts),
    Insight("reviews", "When will each prototype be reviewed?", review_schedule),
)
