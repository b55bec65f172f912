"""Changes in the practices that areas could take up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from generator.analysis.insights.evidence import practice_evidence
from generator.analysis.insights.gaps import adoption_gaps
from generator.english import counted
from generator.review.changes import AnswerChange
from generator.review.phrases import join_titles, quote
from generator.review.snapshots import Snapshots
from generator.site.parts.content import SiteContent

AreaPractice = tuple[str, str]  # an area and a practice


def gap_changes(snapshots: Snapshots) -> Iterator[AnswerChange]:
    """Yield the gaps that closed, opened or fell away, by practice, then one sentence
    per new area.
    """
    old = {
        (snapshots.later_id(area), snapshots.later_id(practice))
        for area, practice in _gap_pairs(snapshots.before)
    }
    new = _gap_pairs(snapshots.after)
    fresh = {area for area, _ in new if not snapshots.existed_before(area)}
    moved: dict[tuple[str, str], list[str]] = defaultdict(list)
    for area, practice in sorted(old ^ new):
        if area not in fresh and snapshots.exists_after(area) and snapshots.exists_after(practice):
            moved[_change_type(snapshots, (area, practice), new), practice].append(area)
    for (way, practice), areas in sorted(moved.items()):
        text = _SENTENCES[way].format(
            join_titles(snapshots, areas), quote(snapshots.title(practice))
        )
        yield AnswerChange(f"gap-{way}", (practice, *areas), text)
    for area in sorted(fresh):
        count = sum(other_area == area for other_area, _ in new)
        which = counted(count, "practice that has evidence", "practices that have evidence")
        text = f"{snapshots.title(area)} is new. It could adopt {which}."
        yield AnswerChange("gap-opened", (area,), text)


_SENTENCES = {
    "closed": "One gap fewer in {0}: {1} is now in practice there.",
    "opened": "New gap in {0}: {1} has evidence, and we have no record of its use there.",
    "fell-away": "One gap fewer in {0}: {1} no longer has evidence that it works.",
}


def _change_type(snapshots: Snapshots, pair: AreaPractice, new: set[AreaPractice]) -> str:
    if pair in new:
        return "opened"
    return "closed" if pair[1] in practice_evidence(snapshots.after.index) else "fell-away"


def _gap_pairs(site: SiteContent) -> set[AreaPractice]:
    return {
        (area, gap.practice)
        for area, practice_gaps in adoption_gaps(site.index).items()
        for gap in practice_gaps
    }
