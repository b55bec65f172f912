"""What areas now do, and from whom they now learn: what the relations come to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from generator.analysis.index import AdoptionIndex
from generator.analysis.insights.learning import network
from generator.analysis.insights.spread import PracticeStatus, grid
from generator.english import counted
from generator.review.changes import RelationChange
from generator.review.phrases import practice_phrase
from generator.review.snapshots import Snapshots
from generator.site.parts.content import SiteContent

_NONE = ""
# how sure or how far: a later one counts as gained over an earlier one
_PRACTICE_STEPS = (_NONE, "planned", "unknown", "yes")
_GAINED = {
    "planned": "now plans to adopt {}",
    "unknown": "may now practise {}; some adopters are not named",
    "yes": "now practises {}",
}
_LOST = {
    "planned": "no longer plans to adopt {}",
    "unknown": "is no longer one of those that may practise {}",
    "yes": "no longer practises {}",
}


def practice_changes(sides: Snapshots) -> Iterator[RelationChange]:
    """Which area now practises what, or no longer does. What a wide area does, all in it do."""
    least_first = sorted(
        _practice_states(sides.before).items(), key=lambda item: _PRACTICE_STEPS.index(item[1])
    )
    old = {(sides.later_id(a), sides.later_id(p)): state for (a, p), state in least_first}
    new = _practice_states(sides.after)
    moved: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for area, practice in sorted(old.keys() | new.keys()):
        was, now = old.get((area, practice), _NONE), new.get((area, practice), _NONE)
        if was != now and sides.exists_after(area) and sides.exists_after(practice):
            moved[practice, was, now].append(area)
    found = [
        _practice_change(sides, practice, (was, now), area, within)
        for (practice, was, now), areas in moved.items()
        for area, within in _widest_areas(sides.after.index, areas)
    ]
    yield from sorted(found, key=lambda one: (not one.gained, one.sentence, one.record))


def _practice_states(site: SiteContent) -> dict[tuple[str, str], str]:
    return {key: _practice_state(one) for key, one in grid(site.index).standings.items()}


def _practice_state(one: PracticeStatus) -> str:
    # what is in use in part of an area is told of that part
    if one.practised in ("yes", "unknown"):
        return one.practised
    return "planned" if one.planned else _NONE


def _widest_areas(index: AdoptionIndex, areas: list[str]) -> Iterator[tuple[str, int]]:
    """The areas that lie in no other of them, each with how many of them lie in it."""
    for area in areas:
        around = set(index.around.get(area, ())) - {area}
        if not around & set(areas):
            inside = set(index.inside.get(area, ())) - {area}
            yield area, len(inside & set(areas))


def _practice_change(
    sides: Snapshots, practice: str, states: tuple[str, str], area: str, within: int
) -> RelationChange:
    was, now = states
    gained = _PRACTICE_STEPS.index(now) > _PRACTICE_STEPS.index(was)
    what = (_GAINED[now] if gained else _LOST[was]).format(practice_phrase(sides, practice))
    also = f" (and {counted(within, 'area', 'areas')} inside it)" if within else ""
    text = f"{sides.title(area)}{also} {what}."
    return RelationChange(gained, "practises", area, (practice,), text)


# the area learnt from, the adopter, and whether they are areas in it that are not named
LearningEnds = tuple[str, str, bool]


@dataclass(frozen=True, slots=True)
class _Verbs:
    one: str
    many: str


_LEARNS = {
    (True, "actual"): _Verbs("now learns", "now learn"),
    (True, "planned"): _Verbs("now plans to learn", "now plan to learn"),
    (False, "actual"): _Verbs("no longer learns", "no longer learn"),
    (False, "planned"): _Verbs("no longer plans to learn", "no longer plan to learn"),
}
_LEARNING_STEPS = (_NONE, "planned", "actual")


def learning_changes(sides: Snapshots) -> Iterator[RelationChange]:
    """Which area now learns from which, or plans to, or no longer does."""
    least_first = sorted(
        _learning_states(sides.before).items(), key=lambda item: _LEARNING_STEPS.index(item[1])
    )
    old = {
        (sides.later_id(a), sides.later_id(b), unnamed): way for (a, b, unnamed), way in least_first
    }
    new = _learning_states(sides.after)
    found = []
    for ends in sorted(old.keys() | new.keys()):
        was, now = old.get(ends, _NONE), new.get(ends, _NONE)
        if was != now and sides.exists_after(ends[0]) and sides.exists_after(ends[1]):
            found.append(_learning_change(sides, ends, was, now))
    yield from sorted(found, key=lambda one: (not one.gained, one.sentence))


def _learning_states(site: SiteContent) -> dict[LearningEnds, str]:
    found: dict[LearningEnds, str] = {}
    for one in network(site.index).lessons:
        ends = (one.source, one.adopter, one.unnamed > 0)
        way = "actual" if one.actual else "planned" if one.planned else _NONE
        found[ends] = max(found.get(ends, _NONE), way, key=_LEARNING_STEPS.index)
    return found


def _learning_change(sides: Snapshots, ends: LearningEnds, was: str, now: str) -> RelationChange:
    source, adopter, unnamed = ends
    gained = _LEARNING_STEPS.index(now) > _LEARNING_STEPS.index(was)
    verbs = _LEARNS[gained, now if gained else was]
    who, verb = sides.title(adopter), verbs.one
    if unnamed:
        who, verb = f"Areas in {who} that are not named", verbs.many
    return RelationChange(
        gained, "learns", adopter, (source,), f"{who} {verb} from {sides.title(source)}."
    )
