"""Which records of several academies are one, as people say with `same_as`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from generator.model.fields.full_names import academy_of, is_own
from generator.model.record import Record


class SameAsClaim(NamedTuple):
    """The statement that `record` is the same as `target`: entry `number` of its `same_as`."""

    record: str
    number: int
    target: str


@dataclass(frozen=True, slots=True)
class SameRecords:
    """The groups of ids that name one thing, each sorted: an own record comes first.

    `refused` holds claims of this academy that would make two records of one academy one, with the
    ids of these two. `unconfirmed` are claims of others about records of this academy: they count
    once this academy says the same.
    """

    groups: tuple[tuple[str, ...], ...]
    refused: Mapping[SameAsClaim, tuple[str, str]]
    unconfirmed: tuple[SameAsClaim, ...]


def same_records(
    records: Mapping[str, Record], resolve: Callable[[str], str | None]
) -> SameRecords:
    """Return what the records say of each other; `resolve` gives the id that a name means.

    What this academy says counts first, so that no other can undo it. The order in which academies
    were followed makes no difference.
    """
    groups: dict[str, frozenset[str]] = {}
    refused: dict[SameAsClaim, tuple[str, str]] = {}
    unconfirmed: list[SameAsClaim] = []
    for claim in sorted(_claims(records, resolve), key=lambda claim: (not _by_us(claim), claim)):
        first, second = (groups.get(name, frozenset((name,))) for name in claim[::2])
        if first == second or records[claim.record].kind != records[claim.target].kind:
            continue
        if is_own(claim.target) and not _by_us(claim):
            unconfirmed.append(claim)
        elif two := _of_one_academy(first, second):
            refused[claim] = two
        else:
            groups |= dict.fromkeys(first | second, first | second)
    whole = sorted(sorted(group, key=_own_first) for group in set(groups.values()))
    ours = {claim: two for claim, two in refused.items() if _by_us(claim)}
    return SameRecords(tuple(map(tuple, whole)), ours, tuple(unconfirmed))


def _claims(
    records: Mapping[str, Record], resolve: Callable[[str], str | None]
) -> Iterator[SameAsClaim]:
    for record in records.values():
        for number, name in enumerate(record.same_as):
            target = resolve(name)
            if target is not None and target != record.id:
                yield SameAsClaim(record.id, number, target)


def _by_us(claim: SameAsClaim) -> bool:
    return is_own(claim.record)


def _own_first(record_id: str) -> tuple[str, str]:
    return academy_of(record_id), record_id


def _of_one_academy(first: frozenset[str], second: frozenset[str]) -> tuple[str, str] | None:
    """Return two ids of one academy, one from each group, or None."""
    by_academy = {academy_of(name): name for name in first}
    pairs = ((by_academy.get(academy_of(name)), name) for name in sorted(second))
    return next(((known, name) for known, name in pairs if known is not None), None)
