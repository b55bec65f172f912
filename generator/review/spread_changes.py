"""Changes in what areas practise, and in who learns from whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from generator.analysis.index import AdoptionIndex
from generator.analysis.insights.learning import learning_network
from generator.analysis.insights.practice_status import PracticeStatus, adoption_grid
from generator.english import counted
from generator.review.changes import RelationChange
from generator.review.phrases import practice_phrase
from generator.review.snapshots import Snapshots
from generator.site.parts.content import SiteContent

_NONE = ""
# ordered: a later state is a gain over an earlier one
_PRACTICE_STEPS = (_NONE, "planned", "unknown", "yes")
_GAINED = {
    "planned": "now plans to adopt {}",
    "unknown": "may now use {} (some adopters are not named)",
    "yes": "now uses {}",
}
_LOST = {
    "planned": "no longer plans to adopt {}",
    "unknown": "is no longer among the areas that may use {}",
    "yes": "no longer uses {}",
}


def practice_changes(snapshots: Snapshots) -> Iterator[RelationChange]:
    """Yield which areas started or stopped practising what.

    A change of a wide area implies those of the areas inside it, which are only counted.
    """
    least_first = sorted(
        _practice_states(snapshots.before).items(), key=lambda item: _PRACTICE_STEPS.index(item[1])
    )
    old = {(snapshots.later_id(a), snapshots.later_id(p)): state for (a, p), state in least_first}
    new = _practice_states(snapshots.after)
    moved: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for area, practice in sorted(old.keys() | new.keys()):
        was, now = old.get((area, practice), _NONE), new.get((area, practice), _NONE)
        if was != now and snapshots.exists_after(area) and snapshots.exists_after(practice):
            moved[practice, was, now].append(area)
    changes = [
        _practice_change(snapshots, practice, (was, now), area, within)
        for (practice, was, now), areas in moved.items()
        for area, within in _widest_areas(snapshots.after.index, areas)
    ]
    yield from sorted(
        changes, key=lambda change: (not change.gained, change.sentence, change.record)
    )


def _practice_states(site: SiteContent) -> dict[tuple[str, str], str]:
    return {
        key: _practice_state(status) for key, status in adoption_grid(site.index).standings.items()
    }


def _practice_state(status: PracticeStatus) -> str:
    # practice in a part of an area is reported for that part
    if status.practised in ("yes", "unknown"):
        return status.practised
    return "planned" if status.planned else _NONE


def _widest_areas(index: AdoptionIndex, areas: list[str]) -> Iterator[tuple[str, int]]:
    """Yield the areas that lie in none of the others, each with the number of others inside it."""
    for area in areas:
        around = set(index.enclosing_areas.get(area, ())) - {area}
        if not around & set(areas):
            inside = set(index.areas_inside.get(area, ())) - {area}
            yield area, len(inside & set(areas))


def _practice_change(
    snapshots: Snapshots, practice: str, states: tuple[str, str], area: str, within: int
) -> RelationChange:
    was, now = states
    gained = _PRACTICE_STEPS.index(now) > _PRACTICE_STEPS.index(was)
    what = (_GAINED[now] if gained else _LOST[was]).format(practice_phrase(snapshots, practice))
    also = f" (and {counted(within, 'area', 'areas')} inside it)" if within else ""
    text = f"{snapshots.title(area)}{also} {what}."
    return RelationChange(gained, "practises", area, (practice,), text)


# source area, adopting area, and whether the adopters are unnamed areas inside it
LearningEnds = tuple[str, str, bool]


@dataclass(frozen=True, slots=True)
class _Verbs:
    singular: str
    plural: str


_LEARNS = {
    (True, "actual"): _Verbs("now learns", "now learn"),
    (True, "planned"): _Verbs("now plans to learn", "now plan to learn"),
    (False, "actual"): _Verbs("no longer learns", "no longer learn"),
    (False, "planned"): _Verbs("no longer plans to learn", "no longer plan to learn"),
}
_LEARNING_STEPS = (_NONE, "planned", "actual")


def learning_changes(snapshots: Snapshots) -> Iterator[RelationChange]:
    """Yield which areas started or stopped learning, or planning to learn, from which."""
    least_first = sorted(
        _learning_states(snapshots.before).items(), key=lambda item: _LEARNING_STEPS.index(item[1])
    )
    old = {
        (snapshots.later_id(a), snapshots.later_id(b), unnamed): way
        for (a, b, unnamed), way in least_first
    }
    new = _learning_states(snapshots.after)
    changes = []
    for ends in sorted(old.keys() | new.keys()):
        was, now = old.get(ends, _NONE), new.get(ends, _NONE)
        if was != now and snapshots.exists_after(ends[0]) and snapshots.exists_after(ends[1]):
            changes.append(_learning_change(snapshots, ends, was, now))
    yield from sorted(changes, key=lambda change: (not change.gained, change.sentence))


def _learning_states(site: SiteContent) -> dict[LearningEnds, str]:
    states: dict[LearningEnds, str] = {}
    for lesson in learning_network(site.index).lessons:
        ends = (lesson.source, lesson.adopter, lesson.unnamed > 0)
        way = "actual" if lesson.actual else "planned" if lesson.planned else _NONE
        states[ends] = max(states.get(ends, _NONE), way, key=_LEARNING_STEPS.index)
    return states


def _learning_change(
    snapshots: Snapshots, ends: LearningEnds, was: str, now: str
) -> RelationChange:
    source, adopter, unnamed = ends
    gained = _LEARNING_STEPS.index(now) > _LEARNING_STEPS.index(was)
    verbs = _LEARNS[gained, now if gained else was]
    who, verb = snapshots.title(adopter), verbs.singular
    if unnamed:
        who, verb = f"Areas in {who} that are not named", verbs.plural
    return RelationChange(
        gained, "learns", adopter, (source,), f"{who} {verb} from {snapshots.title(source)}."
    )
