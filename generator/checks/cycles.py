"""Check for cycles in relations such as `part_of`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.checks.check import CheckFinding, error
from generator.model.kinds import KINDS
from generator.model.record import Record
from generator.records.catalogue import Catalogue

# Fields that name a wider or an earlier record.
_UPWARD = ("part_of", "broader", "parent", "supersedes", "succeeds", "continues")


def no_cycles(catalogue: Catalogue) -> Iterator[CheckFinding]:
    """Records do not lead in a circle through part of, broader, parent, replaces, took over from or
    continues.

    If a place were inside itself, or an organisation took over from itself, we could not work out
    what counts where.
    """
    for name in _UPWARD:
        yield from _cycles(catalogue, name)


def _cycles(catalogue: Catalogue, name: str) -> Iterator[CheckFinding]:
    done: set[str] = set()
    models = {kind.model for kind in KINDS if name in kind.model.model_fields}
    for start, record in catalogue.records.items():
        if start in done or type(record) not in models:
            continue
        trail: list[tuple[str, Iterator[str]]] = [(start, iter(_above(catalogue, start, name)))]
        on_trail = {start: 0}
        while trail:
            current, remaining = trail[-1]
            above = next(remaining, None)
            if above is None:
                trail.pop()
                on_trail.pop(current)
                done.add(current)
            elif above in on_trail:
                circle = [step for step, _ in trail[on_trail[above] :]]
                yield _finding(circle, name)
            elif above not in done:
                on_trail[above] = len(trail)
                trail.append((above, iter(_above(catalogue, above, name))))


def _above(catalogue: Catalogue, record_id: str, name: str) -> Sequence[str]:
    record: Record = catalogue.records[record_id]
    value = getattr(record, name, None) or ()
    targets = (value,) if isinstance(value, str) else value
    return [target for target in catalogue.resolve_all(targets) if target != record_id]


def _finding(circle: list[str], name: str) -> CheckFinding:
    path = " → ".join([*circle, circle[0]])
    message = f"“{name}” leads in a circle: {path}."
    return CheckFinding(circle[-1], (name,), message, "Delete the step that is wrong.")


CHECKS = (error("C306", no_cycles),)
