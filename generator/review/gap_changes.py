"""Changes in the programmes that areas could adopt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from generator.analysis.insights.gaps import adoption_gaps
from generator.analysis.insights.programmes import programme_evidence
from generator.english import counted
from generator.review.changes import AnswerChange
from generator.review.phrases import join_titles, quote
from generator.review.snapshots import Snapshots
from generator.site.parts.content import SiteContent

AreaProgramme = tuple[str, str]  # an area and a programme


def gap_changes(snapshots: Snapshots) -> Iterator[AnswerChange]:
    """Yield the gaps that closed, opened or fell away, by programme, then one sentence
    per new area.
    """
    old = {
        (snapshots.later_id(area), snapshots.later_id(programme))
        for area, programme in _gap_pairs(snapshots.before)
    }
    new = _gap_pairs(snapshots.after)
    fresh = {area for area, _ in new if not snapshots.existed_before(area)}
    moved: dict[tuple[str, str], list[str]] = defaultdict(list)
    for area, programme in sorted(old ^ new):
        known = snapshots.exists_after(area) and snapshots.exists_after(programme)
        if area not in fresh and known:
            change = _change_type(snapshots, (area, programme), new)
            moved[change, programme].append(area)
    for (way, programme), areas in sorted(moved.items()):
        text = _SENTENCES[way].format(
            join_titles(snapshots, areas), quote(snapshots.title(programme))
        )
        yield AnswerChange(f"gap-{way}", (programme, *areas), text)
    for area in sorted(fresh):
        count = sum(other_area == area for other_area, _ in new)
        which = counted(count, "programme that has evidence", "programmes that have evidence")
        text = f"{snapshots.title(area)} is new. It could adopt {which}."
        yield AnswerChange("gap-opened", (area,), text)


_SENTENCES = {
    "closed": "One gap fewer in {0}: nothing of {1} is left to adopt there.",
    "opened": "New gap in {0}: {1} has evidence, and not all of it is in use there.",
    "fell-away": "One gap fewer in {0}: {1} no longer has evidence that it works.",
}


def _change_type(snapshots: Snapshots, pair: AreaProgramme, new: set[AreaProgramme]) -> str:
    if pair in new:
        return "opened"
    programme = programme_evidence(snapshots.after.index).get(pair[1])
    return "closed" if programme and programme.level else "fell-away"


def _gap_pairs(site: SiteContent) -> set[AreaProgramme]:
    return {
        (area, gap.prototype) for area, gaps in adoption_gaps(site.index).items() for gap in gaps
    }
