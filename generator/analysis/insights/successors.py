"""Who does today what an organisation did that has ended: its successors, and theirs."""

from __future__ import annotations

from collections import defaultdict

from generator.analysis.index import AdoptionIndex, memoised
from generator.model.kinds.partner import Partner


@memoised
def _successors(index: AdoptionIndex) -> dict[str, tuple[str, ...]]:
    """Return the organisations that took over from each, in the order of the catalogue."""
    after: dict[str, dict[str, None]] = defaultdict(dict)
    for partner in index.catalogue.records_of(Partner):
        for former in index.ids(partner.succeeds):
            after[former][partner.id] = None
    return {former: tuple(ids) for former, ids in after.items()}


def former_bodies(index: AdoptionIndex, partner: str) -> tuple[str, ...]:
    """Return the organisations whose work an organisation took over, and whose work those had."""
    records = index.catalogue.records
    former: dict[str, None] = {}
    open_ends = [partner]
    while open_ends:
        record = records[open_ends.pop(0)]
        before = index.ids(record.succeeds) if isinstance(record, Partner) else ()
        fresh = [other for other in before if other not in former and other != partner]
        former.update(dict.fromkeys(fresh))
        open_ends += fresh
    return tuple(former)


def present_bodies(index: AdoptionIndex, partner: str) -> tuple[str, ...]:
    """Return who does today what an organisation did: the last of those that took over from it.

    An organisation that nobody took over from stands for itself. A circle of organisations that
    took over from each other ends where it began.
    """
    after = _successors(index)
    ends: dict[str, None] = {}
    seen: set[str] = set()
    open_ends = [partner]
    while open_ends:
        here = open_ends.pop(0)
        if here in seen:
            continue
        seen.add(here)
        followers = [other for other in after.get(here, ()) if other not in seen]
        if followers:
            open_ends += followers
        else:
            ends[here] = None
    return tuple(ends)
