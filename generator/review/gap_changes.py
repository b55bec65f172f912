"""What areas could take up: gaps that closed, opened or fell away."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from generator.analysis.insights.evidence import proofs
from generator.analysis.insights.gaps import gaps
from generator.english import counted
from generator.review.changes import AnswerChange
from generator.review.phrases import each, quoted
from generator.review.snapshots import Snapshots
from generator.site.parts.content import SiteContent

Pair = tuple[str, str]  # an area and a practice


def gaps_moved(sides: Snapshots) -> Iterator[AnswerChange]:
    """The gaps of areas that closed or opened, by practice; those of a new area in one sentence."""
    old = {(sides.now(area), sides.now(one)) for area, one in _gaps(sides.before)}
    new = _gaps(sides.after)
    fresh = {area for area, _ in new if not sides.was(area)}
    moved: dict[tuple[str, str], list[str]] = defaultdict(list)
    for area, practice in sorted(old ^ new):
        if area not in fresh and sides.here(area) and sides.here(practice):
            moved[_way(sides, (area, practice), new), practice].append(area)
    for (way, practice), areas in sorted(moved.items()):
        text = _TEXT[way].format(each(sides, areas), quoted(sides.title(practice)))
        yield AnswerChange(f"gap-{way}", (practice, *areas), text)
    for area in sorted(fresh):
        count = sum(one == area for one, _ in new)
        which = counted(count, "practice that has evidence", "practices that have evidence")
        text = f"{sides.title(area)} is new. It could take up {which}."
        yield AnswerChange("gap-opened", (area,), text)


_TEXT = {
    "closed": "A gap closes in {0}: {1} is now in practice there.",
    "opened": "A gap opens in {0}: {1} has evidence and is not known to be in practice there.",
    "fell-away": "A gap falls away in {0}: {1} no longer has evidence that it works.",
}


def _way(sides: Snapshots, pair: Pair, new: set[Pair]) -> str:
    if pair in new:
        return "opened"
    return "closed" if pair[1] in proofs(sides.after.index) else "fell-away"


def _gaps(site: SiteContent) -> set[Pair]:
    return {(area, one.practice) for area, some in gaps(site.index).items() for one in some}
