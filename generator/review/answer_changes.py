"""Changes in the answers about practices, barriers and lessons."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from generator.analysis.insights.barriers import (
    BarrierHistory,
    BarrierOccurrence,
    barrier_histories,
)
from generator.analysis.insights.evidence import PracticeEvidence, evidence_rank, practice_evidence
from generator.analysis.insights.practice_reach import practice_reach
from generator.analysis.insights.value_case import ready_to_adopt
from generator.english import counted
from generator.model.kinds.measure_words import EVIDENCE_LEVELS
from generator.model.kinds.practice import Practice
from generator.model.kinds.prototype import Prototype
from generator.review.changes import AnswerChange
from generator.review.phrases import join_titles, quote, quote_in_full
from generator.review.snapshots import Snapshots


def reach_changes(snapshots: Snapshots) -> Iterator[AnswerChange]:
    """Yield the practices that are in practice in more or fewer areas."""
    old: dict[str, set[str]] = defaultdict(set)
    for spread in practice_reach(snapshots.before.index).values():
        old[snapshots.later_id(spread.practice)] |= {
            snapshots.later_id(area) for area in spread.areas
        }
    for spread in practice_reach(snapshots.after.index).values():
        was, now = old[spread.practice], set(spread.areas)
        name = quote(snapshots.title(spread.practice))
        if more := now - was:
            count = "one more area" if len(more) == 1 else f"{len(more):,} more areas"
            text = f"{name} is now in practice in {count}: {join_titles(snapshots, more)}."
            yield AnswerChange("more-areas", (spread.practice, *sorted(more)), text)
        if less := was - now:
            count = "one area" if len(less) == 1 else f"{len(less):,} areas"
            text = f"{name} is no longer in practice in {count}: {join_titles(snapshots, less)}."
            yield AnswerChange("fewer-areas", (spread.practice, *sorted(less)), text)


def evidence_changes(snapshots: Snapshots) -> Iterator[AnswerChange]:
    """Yield the practices whose evidence is stronger or weaker."""
    weakest_first = sorted(
        practice_evidence(snapshots.before.index).values(),
        key=lambda evidence: evidence_rank(evidence.level),
    )
    old = {snapshots.later_id(evidence.practice): evidence for evidence in weakest_first}
    new = practice_evidence(snapshots.after.index)
    for practice in snapshots.after.catalogue.records_of(Practice):
        text = _evidence_phrase(old.get(practice.id), new.get(practice.id))
        if text:
            about = "evidence"
            yield AnswerChange(
                about, (practice.id,), f"{quote(snapshots.title(practice.id))} {text}."
            )


def _evidence_phrase(was: PracticeEvidence | None, now: PracticeEvidence | None) -> str:
    before, after = (
        quote(EVIDENCE_LEVELS.label(evidence.level)) if evidence else "" for evidence in (was, now)
    )
    if before == after:
        return ""
    if not before:
        return f"now has evidence that it works: {after}"
    if not after:
        return f"no longer has evidence that it works; it was {before}"
    stronger = (
        was is not None and now is not None and evidence_rank(now.level) > evidence_rank(was.level)
    )
    return f"now has {'stronger' if stronger else 'weaker'} evidence: {after}; it was {before}"


def readiness_changes(snapshots: Snapshots) -> Iterator[AnswerChange]:
    """Yield the programmes that became, or no longer are, ready to adopt."""
    was = {
        snapshots.later_id(readiness.prototype)
        for readiness in ready_to_adopt(snapshots.before.index)
        if readiness.ready
    }
    now = {one.prototype for one in ready_to_adopt(snapshots.after.index) if one.ready}
    for prototype in snapshots.after.catalogue.records_of(Prototype):
        if (prototype.id in was) != (prototype.id in now):
            word = "now" if prototype.id in now else "no longer"
            text = f"{quote(snapshots.title(prototype.id))} is {word} ready to adopt."
            yield AnswerChange("ready", (prototype.id,), text)


def barrier_changes(snapshots: Snapshots) -> Iterator[AnswerChange]:
    """Yield the barriers that were worked through, or that others have answered elsewhere."""
    histories = barrier_histories(snapshots.before.index)
    old = {
        snapshots.later_id(history.barrier): history
        for history in histories
        if not snapshots.is_merged(history.barrier)
    }
    new = {history.barrier: history for history in barrier_histories(snapshots.after.index)}
    for barrier in sorted(new):
        was = old.get(barrier)
        if was is not None:
            yield from _worked_through_changes(snapshots, was, new[barrier])
        yield from _solved_elsewhere_changes(snapshots, was, new[barrier])


def _worked_through_changes(
    snapshots: Snapshots, was: BarrierHistory, now: BarrierHistory
) -> Iterator[AnswerChange]:
    before, after = (
        {snapshots.later_id(area) for area in _areas(was.answered)},
        _areas(now.answered),
    )
    if more := after - before:
        name = quote(snapshots.title(now.barrier))
        text = f"{name} is now solved in {join_titles(snapshots, more)}."
        yield AnswerChange("worked-through", (now.barrier, *sorted(more)), text)


def _solved_elsewhere_changes(
    snapshots: Snapshots, was: BarrierHistory | None, now: BarrierHistory
) -> Iterator[AnswerChange]:
    before = was is not None and was.elsewhere
    if before == now.elsewhere:
        return
    name = quote(snapshots.title(now.barrier))
    solved = _areas(now.answered)
    waiting = _areas(now.waiting) - solved
    where = join_titles(snapshots, waiting)
    if now.elsewhere:
        text = (
            f"{name} is not yet solved in {where}, but is solved in "
            f"{join_titles(snapshots, solved)}."
        )
    elif waiting:
        text = f"{name} is not yet solved in {where}, and is no longer solved elsewhere."
    else:
        text = f"{name} is no longer open in any area."
    yield AnswerChange("answered-elsewhere", (now.barrier,), text)


def _areas(met: tuple[BarrierOccurrence, ...]) -> set[str]:
    return {occurrence.area for occurrence in met}


def lesson_changes(snapshots: Snapshots) -> Iterator[AnswerChange]:
    """Yield the prototypes that share more or fewer lessons from what did not work."""
    earlier = {new.id: old for old, new in snapshots.pairs}
    for prototype in snapshots.after.catalogue.records_of(Prototype):
        old = earlier.get(prototype.id)
        was = old.lessons.not_worked if isinstance(old, Prototype) else ()
        more = len(prototype.lessons.not_worked) - len(was)
        if more:
            lessons = prototype.lessons.not_worked if more > 0 else was
            others = was if more > 0 else prototype.lessons.not_worked
            text = _lesson_sentence(quote(snapshots.title(prototype.id)), more, lessons, others)
            yield AnswerChange("lesson", (prototype.id,), text)


def _lesson_sentence(
    name: str, more: int, lessons: tuple[str, ...], others: tuple[str, ...]
) -> str:
    verb = "shares" if more > 0 else "no longer shares"
    count = counted(abs(more), "lesson", "lessons")
    own_lessons = [lesson for lesson in lessons if lesson not in others]
    quotation = f": {quote_in_full(own_lessons[0])}" if len(own_lessons) == abs(more) == 1 else ""
    end = "" if quotation.endswith((".”", "!”", "?”", "…”")) else "."
    return f"{name} {verb} {count} from what did not work{quotation}{end}"
