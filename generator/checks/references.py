"""References: whatever names a record names one that exists, of the right kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from generator.catalogue import Catalogue
from generator.checks.base import Finding, error
from generator.diagnostics import clip, listed, nearest, one_of
from generator.kinds import KIND_OF, Record
from generator.kinds.links import Reference, references
from generator.source import FieldPath


class _Place(NamedTuple):
    record: str
    path: FieldPath
    kinds: tuple[str, ...]


def references_exist(catalogue: Catalogue) -> Iterator[Finding]:
    """A record that is named, in a field or as `[[id]]` in prose, exists.

    When a record is renamed or deleted, every place that still names it is listed. An id that
    stands among the `aliases` of a record still finds it. Where the record's own file cannot be
    read, that is the fault to mend, and it is not repeated here.
    """
    for target, places in sorted(_missing(catalogue).items()):
        if any(target == one or target.startswith(f"{one}-") for one in catalogue.refused):
            continue  # the file of that record, or of the one its measure is written in
        namers = list(dict.fromkeys(place.record for place in places))
        sorts = {place.kinds for place in places}
        nearest_of = {kinds: _nearest(catalogue, target, kinds) for kinds in sorts}
        for place in places:
            near = nearest_of[place.kinds]
            message = f"There is no record “{clip(target)}”."
            others = [name for name in namers if name != place.record]
            also = f" It is also named by {listed(others, last='and')}." if others else ""
            fix = near or "Correct the id, or add the record first."
            yield Finding(place.record, place.path, message, fix + also)


def references_fit(catalogue: Catalogue) -> Iterator[Finding]:
    """A record that is named in a field is of a kind that the field takes."""
    twins = {twin.id for twin, _ in catalogue.twins}
    for record in catalogue.records.values():
        for found in _written(catalogue, record):
            target = catalogue.find(found.target)
            if (
                target is None
                or target.id in twins
                or "*" in found.link.kinds
                or target.kind in found.link.kinds
            ):
                continue
            wanted = one_of(KIND_OF[kind].label.lower() for kind in found.link.kinds)
            is_one = one_of([KIND_OF[target.kind].label.lower()])
            message = f"“{found.target}” is {is_one}; this field takes {wanted}."
            yield Finding(record.id, found.path, message, f"Name {wanted} instead.")


def references_do_not_point_at_themselves(catalogue: Catalogue) -> Iterator[Finding]:
    """A record does not name itself in a relation."""
    for record in catalogue.records.values():
        for found in _written(catalogue, record):
            if catalogue.resolve(found.target) == record.id and found.link.edge:
                message = f"“{record.id}” names itself."
                yield Finding(record.id, found.path, message, "Name another record, or delete it.")


def _written(catalogue: Catalogue, record: Record) -> tuple[Reference, ...]:
    # what a measure takes over from the record it is written in is told there
    return catalogue.by_itself(_own, record)


def _own(record: Record) -> tuple[Reference, ...]:
    own = record.model_fields_set
    return tuple(found for found in references(record) if found.path[0] in own)


def _nearest(catalogue: Catalogue, target: str, kinds: tuple[str, ...]) -> str:
    """The record that was most likely meant, of a kind that fits here."""
    fitting = (r.id for r in catalogue.records.values() if "*" in kinds or r.kind in kinds)
    near = nearest(target, tuple(fitting), parts=True)
    return f"Did you mean “{near}” ({clip(catalogue.title(near))})?" if near else ""


def _missing(catalogue: Catalogue) -> dict[str, list[_Place]]:
    missing: dict[str, list[_Place]] = defaultdict(list)
    for record in catalogue.records.values():
        for found in _written(catalogue, record):
            if catalogue.resolve(found.target) is None:
                missing[found.target].append(_Place(record.id, found.path, found.link.kinds))
        for path, target in catalogue.mentions[record.id]:
            if catalogue.resolve(target) is None:
                missing[target].append(_Place(record.id, path, ("*",)))
    return missing


CHECKS = (
    error("C303", references_exist),
    error("C304", references_fit),
    error("C305", references_do_not_point_at_themselves),
)
