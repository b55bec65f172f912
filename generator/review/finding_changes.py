"""Faults, warnings and gaps that are new, and those that have gone: by record, not by line."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity, clip
from generator.records.catalogue import LEFT_BEHIND
from generator.review.changes import FindingChange, Side
from generator.review.phrases import quote
from generator.review.snapshots import Snapshots

_NOUN = {Severity.ERROR: "fault", Severity.WARNING: "warning", Severity.GAP: "gap"}
_ORDER = tuple(_NOUN)
_NUMBER = re.compile(r"\[\d+\]")
_LONGEST_MESSAGE = 300
# the id of a record, or else the file; and the code
FindingKey = tuple[str, str, str]


def finding_changes(sides: Snapshots) -> Iterator[FindingChange]:
    """What is new first, then what has gone; the gravest first."""
    old, new = _findings_by_record(sides, "before"), _findings_by_record(sides, "after")
    came = [_finding_change(sides, key, one, new=True) for key, one in _surplus(new, old)]
    gone = [_finding_change(sides, key, one, new=False) for key, one in _surplus(old, new)]
    # what was wrong with a record that has gone is not mended
    mended = [one for one in gone if not one.record or sides.exists_after(one.record)]
    for found in (came, mended):
        yield from sorted(found, key=_sort_key)


def _sort_key(one: FindingChange) -> tuple[int, str, str, str, str]:
    return _ORDER.index(Severity(one.severity)), one.code, one.record, one.path, one.message


def _findings_by_record(sides: Snapshots, side: Side) -> dict[FindingKey, list[Diagnostic]]:
    site = sides.before if side == "before" else sides.after
    left_out = {one.path for one in sides.unread}
    found: dict[FindingKey, list[Diagnostic]] = defaultdict(list)
    for one in site.findings:
        if one.code == LEFT_BEHIND:
            continue  # by this machine, not by the contribution
        # of a file that one side cannot read, only the faults can be compared
        if one.severity is Severity.ERROR or one.path not in left_out:
            record = site.record_at(one.path, one.field)
            if record and side == "before" and sides.is_merged(record):
                continue  # what was said of two records is now said of one
            key = (sides.canonical_id(side, record), "") if record else ("", one.path)
            found[*key, one.code].append(one)
    return found


def _surplus(
    some: dict[FindingKey, list[Diagnostic]], others: dict[FindingKey, list[Diagnostic]]
) -> Iterator[tuple[FindingKey, Diagnostic]]:
    """The findings of a record that the other side has fewer of: those that it has not, first."""
    for key, found in some.items():
        known = others.get(key, [])
        same = Counter(_message_key(one) for one in known)
        fresh: list[Diagnostic] = []
        rest: list[Diagnostic] = []
        for one in found:
            (rest if same[_message_key(one)] > 0 else fresh).append(one)
            same[_message_key(one)] -= 1
        yield from ((key, one) for one in (*fresh, *rest)[: max(len(found) - len(known), 0)])


def _message_key(found: Diagnostic) -> tuple[str, str]:
    return found.message, _NUMBER.sub("", found.field)


def _finding_change(
    sides: Snapshots, key: FindingKey, one: Diagnostic, *, new: bool
) -> FindingChange:
    record, _, code = key
    name = quote(sides.title(record)) if record else clip(one.path, 200)
    message = clip(one.message, _LONGEST_MESSAGE)
    text = f"{'New' if new else 'Corrected'} {_NOUN[one.severity]} in {name} ({code}): {message}"
    return FindingChange(new, one.severity.value, code, record, one.path, message, text)
