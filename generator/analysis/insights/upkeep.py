"""Which records should be reviewed, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.analysis.index import AdoptionIndex, memoised
from generator.analysis.insights.completeness import completeness
from generator.analysis.insights.dates import newest_date
from generator.analysis.insights.insight import Insight
from generator.model.display.vocabulary import Vocabulary
from generator.model.kinds import KIND_OF
from generator.model.kinds.adoption import Adoption
from generator.model.record import Record

Reason = Literal["due", "stale", "never-reviewed", "unconfirmed", "thin"]
REASONS = Vocabulary(
    Reason,
    {
        "due": "Review is due",
        "stale": "Not reviewed for over two years",
        "unconfirmed": "Not confirmed by the adopter",
        "thin": "Says little",
    },
)
STALE_YEARS = 2
_THIN = 3  # a record is thin when it fills less than a third of the fields asked for


@dataclass(frozen=True, slots=True)
class ReviewReason:
    """The reasons to review a record. `owner`: who keeps it up to date, None when not stated.

    `next`: the first missing field, None when all are filled.
    """

    record: str
    owner: str | None
    reasons: tuple[Reason, ...]
    next: str | None


def review_reasons_on(index: AdoptionIndex, day: date) -> tuple[ReviewReason, ...]:
    """Return the records to review on a day, those with most reasons first."""
    rows = []
    for record in index.catalogue.own.records.values():
        if KIND_OF[record.kind].folder is None:
            continue
        reasons = tuple(_reasons(index, record, day))
        if reasons:
            owner = index.id(record.owner)
            rows.append(
                ReviewReason(record.id, owner, reasons, completeness(index)[record.id].next)
            )
    return tuple(sorted(rows, key=lambda row: (-len(row.reasons), row.record)))


@memoised
def review_reasons(index: AdoptionIndex) -> tuple[ReviewReason, ...]:
    """A record is due for review if its next review was before the newest date in any record. It is
    out of date if its last review was more than two years before that, and never reviewed if it has
    no review date. An adoption is unconfirmed until someone who speaks for the adopter confirms it.
    A record says little if it has less than a third of what readers look for.
    """
    return review_reasons_on(index, newest_date(index))


def _reasons(index: AdoptionIndex, record: Record, day: date) -> list[Reason]:
    reasons: list[Reason] = []
    due = getattr(record, "next_review", None) or record.review_due
    if due is not None and due.latest < day:
        reasons.append("due")
    if record.reviewed_on is None:
        reasons.append("never-reviewed")
    elif _is_stale(record.reviewed_on.latest, day):
        reasons.append("stale")
    if isinstance(record, Adoption) and not record.confirmed_by:
        reasons.append("unconfirmed")
    complete = completeness(index)[record.id]
    if complete.filled * _THIN < complete.asked:
        reasons.append("thin")
    return reasons


def _is_stale(reviewed: date, day: date) -> bool:
    """Return whether a review was more than `STALE_YEARS` years before a day."""
    stale_after = reviewed.year + STALE_YEARS, reviewed.month, reviewed.day
    return stale_after < (day.year, day.month, day.day)


INSIGHTS = (Insight("upkeep", "Which records need a review?", review_reasons),)
