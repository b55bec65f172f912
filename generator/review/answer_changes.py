"""What the academy now answers otherwise: what a practice has come to, and what gets in the way."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from generator.analysis.insights.barriers import BarrierHistory, BarrierOccurrence, barriers
from generator.analysis.insights.evidence import PracticeEvidence, proofs, rank
from generator.analysis.insights.spread import reach
from generator.analysis.insights.value_case import ready_to_adopt
from generator.english import counted
from generator.model.kinds.measure import EVIDENCE_LEVELS
from generator.model.kinds.practice import Practice
from generator.model.kinds.prototype import Prototype
from generator.review.changes import AnswerChange
from generator.review.phrases import SHORT_TEXT, join_titles, quote
from generator.review.snapshots import Snapshots


def reach_changes(sides: Snapshots) -> Iterator[AnswerChange]:
    """Practices that are in practice in more areas, or in fewer."""
    old: dict[str, set[str]] = defaultdict(set)
    for one in reach(sides.before.index).values():
        old[sides.later_id(one.practice)] |= {sides.later_id(area) for area in one.areas}
    for one in reach(sides.after.index).values():
        was, now = old[one.practice], set(one.areas)
        name = quote(sides.title(one.practice))
        if more := now - was:
            count = "one more area" if len(more) == 1 else f"{len(more):,} more areas"
            text = f"{name} is now in practice in {count}: {join_titles(sides, more)}."
            yield AnswerChange("more-areas", (one.practice, *sorted(more)), text)
        if less := was - now:
            count = "one area" if len(less) == 1 else f"{len(less):,} areas"
            text = f"{name} is no longer in practice in {count}: {join_titles(sides, less)}."
            yield AnswerChange("fewer-areas", (one.practice, *sorted(less)), text)


def evidence_changes(sides: Snapshots) -> Iterator[AnswerChange]:
    """Practices with stronger evidence that they work, or weaker."""
    weakest_first = sorted(proofs(sides.before.index).values(), key=lambda one: rank(one.level))
    old = {sides.later_id(one.practice): one for one in weakest_first}
    new = proofs(sides.after.index)
    for practice in sides.after.catalogue.of(Practice):
        text = _evidence_phrase(old.get(practice.id), new.get(practice.id))
        if text:
            about = "evidence"
            yield AnswerChange(about, (practice.id,), f"{quote(sides.title(practice.id))} {text}.")


def _evidence_phrase(was: PracticeEvidence | None, now: PracticeEvidence | None) -> str:
    before, after = (quote(EVIDENCE_LEVELS.label(one.level)) if one else "" for one in (was, now))
    if before == after:
        return ""
    if not before:
        return f"now has evidence that it works: {after}"
    if not after:
        return f"no longer has evidence that it works; it was {before}"
    stronger = was is not None and now is not None and rank(now.level) > rank(was.level)
    return f"now has {'stronger' if stronger else 'weaker'} evidence: {after}; it was {before}"


def readiness_changes(sides: Snapshots) -> Iterator[AnswerChange]:
    """Practices that are now ready to adopt, or no longer."""
    was = {sides.later_id(one.practice) for one in ready_to_adopt(sides.before.index) if one.ready}
    now = {one.practice for one in ready_to_adopt(sides.after.index) if one.ready}
    for one in sides.after.catalogue.of(Practice):
        if (one.id in was) != (one.id in now):
            word = "now" if one.id in now else "no longer"
            text = f"{quote(sides.title(one.id))} is {word} ready to adopt."
            yield AnswerChange("ready", (one.id,), text)


def barrier_changes(sides: Snapshots) -> Iterator[AnswerChange]:
    """Barriers that somebody has now worked through, and those that wait where it would help."""
    found = barriers(sides.before.index)
    old = {sides.later_id(one.barrier): one for one in found if not sides.is_merged(one.barrier)}
    new = {one.barrier: one for one in barriers(sides.after.index)}
    for barrier in sorted(new):
        was = old.get(barrier)
        if was is not None:
            yield from _worked_through_changes(sides, was, new[barrier])
        yield from _solved_elsewhere_changes(sides, was, new[barrier])


def _worked_through_changes(
    sides: Snapshots, was: BarrierHistory, now: BarrierHistory
) -> Iterator[AnswerChange]:
    before, after = {sides.later_id(one) for one in _areas(was.answered)}, _areas(now.answered)
    if more := after - before:
        name = quote(sides.title(now.barrier))
        text = f"{name} is now worked through in {join_titles(sides, more)}."
        yield AnswerChange("worked-through", (now.barrier, *sorted(more)), text)


def _solved_elsewhere_changes(
    sides: Snapshots, was: BarrierHistory | None, now: BarrierHistory
) -> Iterator[AnswerChange]:
    before = was is not None and was.elsewhere
    if before == now.elsewhere:
        return
    name = quote(sides.title(now.barrier))
    solved = _areas(now.answered)
    waiting = _areas(now.waiting) - solved
    if now.elsewhere:
        text = (
            f"{name} is now answered elsewhere: it stands in {join_titles(sides, waiting)} and was "
            f"worked through in {join_titles(sides, solved)}."
        )
    elif waiting:
        text = (
            f"{name} is no longer answered elsewhere; it stands in {join_titles(sides, waiting)}."
        )
    else:
        text = f"{name} no longer stands where others have answered it."
    yield AnswerChange("answered-elsewhere", (now.barrier,), text)


def _areas(met: tuple[BarrierOccurrence, ...]) -> set[str]:
    return {one.area for one in met}


def lesson_changes(sides: Snapshots) -> Iterator[AnswerChange]:
    """Lessons that were added, or taken out, from what did not work."""
    earlier = {new.id: old for old, new in sides.pairs}
    for one in sides.after.catalogue.of(Prototype):
        old = earlier.get(one.id)
        was = old.lessons.not_worked if isinstance(old, Prototype) else ()
        more = len(one.lessons.not_worked) - len(was)
        if more:
            lessons = one.lessons.not_worked if more > 0 else was
            others = was if more > 0 else one.lessons.not_worked
            text = _lesson_sentence(quote(sides.title(one.id)), more, lessons, others)
            yield AnswerChange("lesson", (one.id,), text)


def _lesson_sentence(
    name: str, more: int, lessons: tuple[str, ...], others: tuple[str, ...]
) -> str:
    verb = "shares" if more > 0 else "no longer shares"
    count = counted(abs(more), "lesson", "lessons")
    own = [one for one in lessons if one not in others]
    told = f": {quote(own[0], 2 * SHORT_TEXT)}" if len(own) == abs(more) == 1 else ""
    end = "" if told.endswith((".”", "!”", "?”", "…”")) else "."
    return f"{name} {verb} {count} from what did not work{told}{end}"
