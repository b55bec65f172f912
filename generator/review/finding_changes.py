"""New and resolved faults, warnings and gaps, compared by record instead of by line."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity, clip
from generator.records.catalogue import LEFTOVER_CODE
from generator.review.changes import FindingChange, Side
from generator.review.phrases import quote
from generator.review.snapshots import Snapshots

_NOUN = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.GAP: "gap"}
_ORDER = tuple(_NOUN)
_NUMBER = re.compile(r"\[\d+\]")
_LONGEST_MESSAGE = 300
# record id or empty, file path or empty, and the code
FindingKey = tuple[str, str, str]


def finding_changes(snapshots: Snapshots) -> Iterator[FindingChange]:
    """Yield new findings, then resolved ones, each with the most severe first."""
    old, new = _findings_by_record(snapshots, "before"), _findings_by_record(snapshots, "after")
    new_changes = [
        _finding_change(snapshots, key, finding, new=True) for key, finding in _surplus(new, old)
    ]
    gone = [
        _finding_change(snapshots, key, finding, new=False) for key, finding in _surplus(old, new)
    ]
    # findings of a removed record do not count as resolved
    resolved = [
        change for change in gone if not change.record or snapshots.exists_after(change.record)
    ]
    for changes in (new_changes, resolved):
        yield from sorted(changes, key=_sort_key)


def _sort_key(change: FindingChange) -> tuple[int, str, str, str, str]:
    return (
        _ORDER.index(Severity(change.severity)),
        change.code,
        change.record,
        change.path,
        change.message,
    )


def _findings_by_record(snapshots: Snapshots, side: Side) -> dict[FindingKey, list[Diagnostic]]:
    site = snapshots.before if side == "before" else snapshots.after
    left_out = {file.path for file in snapshots.unread}
    by_key: dict[FindingKey, list[Diagnostic]] = defaultdict(list)
    for finding in site.findings:
        if finding.code == LEFTOVER_CODE:
            continue  # a leftover of this machine, not of the contribution
        # for a file that one side cannot read, only faults can be compared
        if finding.severity is Severity.ERROR or finding.path not in left_out:
            record = site.record_at(finding.path, finding.field)
            if record and side == "before" and snapshots.is_merged(record):
                continue  # two records became one, and so did their findings
            key = (snapshots.canonical_id(side, record), "") if record else ("", finding.path)
            by_key[*key, finding.code].append(finding)
    return by_key


def _surplus(
    found_here: dict[FindingKey, list[Diagnostic]], others: dict[FindingKey, list[Diagnostic]]
) -> Iterator[tuple[FindingKey, Diagnostic]]:
    """Yield the findings of which the other side has fewer, those it lacks entirely first."""
    for key, findings in found_here.items():
        known = others.get(key, [])
        same = Counter(_message_key(finding) for finding in known)
        fresh: list[Diagnostic] = []
        rest: list[Diagnostic] = []
        for finding in findings:
            (rest if same[_message_key(finding)] > 0 else fresh).append(finding)
            same[_message_key(finding)] -= 1
        yield from (
            (key, finding) for finding in (*fresh, *rest)[: max(len(findings) - len(known), 0)]
        )


def _message_key(finding: Diagnostic) -> tuple[str, str]:
    return finding.message, _NUMBER.sub("", finding.field)


def _finding_change(
    snapshots: Snapshots, key: FindingKey, finding: Diagnostic, *, new: bool
) -> FindingChange:
    record, _, code = key
    name = quote(snapshots.title(record)) if record else clip(finding.path, 200)
    message = clip(finding.message, _LONGEST_MESSAGE)
    text = (
        f"{'New' if new else 'Corrected'} {_NOUN[finding.severity]} in {name} ({code}): {message}"
    )
    return FindingChange(new, finding.severity.value, code, record, finding.path, message, text)
