"""What changed since the last release, as the entry of the next one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from generator.model.fields.date_parser import parse_date
from generator.model.kinds.measure import Measure
from generator.model.release import (
    STEP_FIELDS,
    ChangedRecord,
    Release,
    ReleasedRecord,
    RenamedEntry,
)
from generator.records.catalogue import Catalogue
from generator.review.release_snapshot import AcademyState, RecordState


@dataclass(frozen=True, slots=True)
class ReleaseChanges:
    """Everything that changed, in full."""

    added: tuple[ReleasedRecord, ...] = ()
    changed: tuple[ChangedRecord, ...] = ()
    renamed: tuple[RenamedEntry, ...] = ()
    removed: tuple[ReleasedRecord, ...] = ()

    def __bool__(self) -> bool:
        return any((self.added, self.changed, self.renamed, self.removed))


def release_changes(
    before: AcademyState, after: AcademyState, catalogue: Catalogue
) -> ReleaseChanges:
    """Return what changed from one state to another. `catalogue` is the academy of `after`."""
    later = _later_ids(before, after, catalogue)
    known = frozenset(later.values())
    pairs = [
        (old, later[old])
        for old in before.records
        if old in later and not _is_merged(before, old, later[old])
    ]
    return ReleaseChanges(
        added=tuple(_entries(after, (new for new in after.records if new not in known))),
        changed=tuple(_changed(before, after, pairs)),
        renamed=tuple(_renamed(after, later)),
        removed=tuple(_entries(before, (old for old in before.records if old not in later))),
    )


def first_release(day: date, records: int, note: str) -> Release:
    """Return the entry of the first release, which counts the records that are there."""
    return Release(date=parse_date(day.isoformat()), note=note or None, records=records)


def release_entry(changes: ReleaseChanges, day: date, note: str) -> Release:
    """Return the entry that lists the changes."""
    return Release(
        date=parse_date(day.isoformat()),
        note=note or None,
        added=changes.added,
        changed=changes.changed,
        renamed=changes.renamed,
        removed=changes.removed,
    )


def _is_merged(before: AcademyState, old: str, new: str) -> bool:
    """Return whether a record is now part of another that was there before."""
    return old != new and new in before.records


def _later_ids(before: AcademyState, after: AcademyState, catalogue: Catalogue) -> dict[str, str]:
    """Return the present id of each record that is still there."""
    later = {old: now for old in before.records if (now := catalogue.resolve(old)) is not None}
    lost = [old for old in before.records if old not in later]
    taken = set(later.values())
    new = [record for record in after.records if record not in taken]
    return {**later, **_matched(before, lost, after, new, later)}


def _matched(
    before: AcademyState,
    lost: list[str],
    after: AcademyState,
    new: list[str],
    later: Mapping[str, str],
) -> dict[str, str]:
    """Return the present ids of figures whose id was made from a value that changed.

    A figure is the same if it is in the same record and about the same outcome.
    """
    waiting: dict[tuple[str, str], list[str]] = defaultdict(list)
    for record_id in new:
        state = after.records[record_id]
        if state.kind == Measure.kind:
            waiting[state.within, state.fields.get("outcome", "")].append(record_id)
    matched: dict[str, str] = {}
    for old in lost:
        state = before.records[old]
        home = later.get(state.within, state.within)
        if candidates := waiting.get((home, state.fields.get("outcome", ""))):
            matched[old] = candidates.pop(0)
    return matched


def _entries(state: AcademyState, ids: Iterator[str]) -> Iterator[ReleasedRecord]:
    for record_id in ids:
        record = state.records[record_id]
        yield ReleasedRecord(record=record_id, kind=record.kind, title=record.title)


def _changed(
    before: AcademyState, after: AcademyState, pairs: list[tuple[str, str]]
) -> Iterator[ChangedRecord]:
    for old, new in pairs:
        was, now = before.records[old], after.records[new]
        if fields := _changed_fields(was, now):
            step = STEP_FIELDS.get(now.kind, "")
            steps = (was.step, now.step) if was.step != now.step and step in fields else ("", "")
            yield ChangedRecord(
                record=new,
                kind=now.kind,
                title=now.title,
                fields=fields,
                was=steps[0] or None,
                now=steps[1] or None,
            )


def _changed_fields(was: RecordState, now: RecordState) -> tuple[str, ...]:
    kind = ("kind",) if was.kind != now.kind else ()
    names = dict.fromkeys((*was.fields, *now.fields))
    return (*kind, *(n for n in names if was.fields.get(n) != now.fields.get(n)))


def _renamed(after: AcademyState, later: Mapping[str, str]) -> Iterator[RenamedEntry]:
    """Yield the records with a new id. Figures are left out: they keep no earlier ids."""
    for old, new in later.items():
        state = after.records[new]
        if old != new and state.kind != Measure.kind:
            yield RenamedEntry(record=new, kind=state.kind, title=state.title, was=old)
