"""Checks of references: each names an existing record of an allowed kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import NamedTuple

from generator.checks.check import CheckFinding, error
from generator.diagnostics import clip, closest_word, join_words
from generator.field_path import FieldPath
from generator.model.fields.links import Reference, references
from generator.model.fields.refusals import REFUSALS
from generator.model.kinds import KIND_OF
from generator.model.kinds.measure import (
    GIVE_AN_ID_HINT,
    Measure,
    derived_id_message,
    has_derived_id,
)
from generator.model.record import Record
from generator.model.record_refusals import RECORD_REFUSALS
from generator.records.catalogue import Catalogue


class _Place(NamedTuple):
    record: str
    path: FieldPath
    kinds: tuple[str, ...]
    offset: int | None = None


def references_exist(catalogue: Catalogue) -> Iterator[CheckFinding]:
    """Every record that is named, in a field or as `[[id]]` in text, exists.

    If you rename or delete a record, every place that still names it is listed. An earlier id (in
    `aliases`) also works. If the file of the named record has an error, only that error is shown.
    """
    for target, places in sorted(_missing(catalogue).items()):
        if any(target == stem or target.startswith(f"{stem}-") for stem in catalogue.refused):
            continue  # the record, or the parent of the measure, is in a file that was refused
        named_by = list(dict.fromkeys(place.record for place in places))
        kind_sets = {place.kinds for place in places}
        unnamed = _unnamed_measure(catalogue, target)
        nearest_of = {kinds: _nearest(catalogue, target, kinds) for kinds in kind_sets}
        for place in places:
            near = unnamed or nearest_of[place.kinds]
            message, hint = RECORD_REFUSALS["mention"].words(text=clip(target))
            others = [name for name in named_by if name != place.record]
            also = f" It is also named by {join_words(others, last='and')}." if others else ""
            fix = near or hint
            yield CheckFinding(place.record, place.path, message, fix + also, offset=place.offset)


def references_to_measures_hold(catalogue: Catalogue) -> Iterator[CheckFinding]:
    """A measure that a record refers to, in a field or as `[[id]]` in text, has an id of its own.

    If a measure has no id, the academy makes one from what the measure says. When somebody corrects
    the measure, that id changes, and the link would no longer work.
    """
    for record in catalogue.records.values():
        written = [
            (reference.path, reference.target, None) for reference in _written(catalogue, record)
        ]
        for path, target, offset in (*written, *catalogue.mentions[record.id]):
            measure = catalogue.find(target)
            if measure is not None and has_derived_id(measure):
                path_of_measure, place = catalogue.place(measure.id)
                hint = f"{GIVE_AN_ID_HINT} The result is in {path_of_measure}, line {place.line}."
                yield CheckFinding(record.id, path, derived_id_message(target), hint, offset=offset)


def references_fit(catalogue: Catalogue) -> Iterator[CheckFinding]:
    """A field that names a record names one of the right kind."""
    duplicates = {duplicate.id for duplicate, _ in catalogue.duplicates}
    for record in catalogue.records.values():
        for reference in _written(catalogue, record):
            target = catalogue.find(reference.target)
            if (
                target is None
                or target.id in duplicates
                or "*" in reference.link.kinds
                or target.kind in reference.link.kinds
            ):
                continue
            wanted = join_words(KIND_OF[kind].with_article for kind in reference.link.kinds)
            is_one = KIND_OF[target.kind].with_article
            message = f"“{reference.target}” is {is_one}, but this field needs {wanted}."
            yield CheckFinding(record.id, reference.path, message, f"Give the id of {wanted}.")


def references_do_not_point_at_themselves(catalogue: Catalogue) -> Iterator[CheckFinding]:
    """A record does not refer to itself."""
    for record in catalogue.records.values():
        for reference in _written(catalogue, record):
            if catalogue.resolve(reference.target) == record.id and reference.link.edge:
                words = RECORD_REFUSALS["itself"].words(text=record.id)
                yield CheckFinding(record.id, reference.path, *words)


def lists_name_each_record_once(catalogue: Catalogue) -> Iterator[CheckFinding]:
    """A list names each record once.

    If it names one twice, pages would show it twice and counts would be wrong. An earlier id (in
    `aliases`) counts as the record that has it now.
    """
    for record in catalogue.records.values():
        listed: set[tuple[FieldPath, str]] = set()
        for reference in _written(catalogue, record):
            target = catalogue.resolve(reference.target)
            if target is None or not isinstance(reference.path[-1], int):
                continue
            if (place := (reference.path[:-1], target)) in listed:
                message, hint = REFUSALS["repeated"].words(text=clip(catalogue.title(target)))
                yield CheckFinding(record.id, reference.path, message, hint)
            listed.add(place)


def _written(catalogue: Catalogue, record: Record) -> tuple[Reference, ...]:
    # References that a measure inherits from its parent are reported for the parent.
    return catalogue.cache.answer(_written_references, record)


def _written_references(record: Record) -> tuple[Reference, ...]:
    fields = record.model_fields_set
    return tuple(reference for reference in references(record) if reference.path[0] in fields)


def _nearest(catalogue: Catalogue, target: str, kinds: tuple[str, ...]) -> str:
    """Return a hint with the record most likely meant, of an allowed kind; or empty."""
    if called := catalogue.named(target.replace("-", " "), kinds):
        return (
            f"{'Which one? ' if len(called) > 1 else ''}Did you mean {_choice(catalogue, called)}?"
        )
    fitting = (
        record.id
        for record in catalogue.records.values()
        if ("*" in kinds or record.kind in kinds) and not has_derived_id(record)
    )
    near = closest_word(target, tuple(fitting), parts=True)
    return f"Did you mean “{near}” ({clip(catalogue.title(near))})?" if near else ""


def _choice(catalogue: Catalogue, ids: Iterable[str]) -> str:
    return join_words(f"“{record_id}” ({clip(catalogue.title(record_id))})" for record_id in ids)


def _unnamed_measure(catalogue: Catalogue, target: str) -> str:
    """Return a hint where `target` looks like the derived id of a measure; or empty."""
    for measure in catalogue.records_of(Measure):
        origin = catalogue.origins[measure.id]
        holder = PurePosixPath(origin.source.path).stem
        if has_derived_id(measure) and target.startswith(f"{holder}-{measure.outcome}"):
            return f"Do you mean a result in {origin.source.path}? {GIVE_AN_ID_HINT}"
    return ""


def _missing(catalogue: Catalogue) -> dict[str, list[_Place]]:
    missing: dict[str, list[_Place]] = defaultdict(list)
    for record in catalogue.records.values():
        for reference in _written(catalogue, record):
            if catalogue.resolve(reference.target) is None:
                missing[reference.target].append(
                    _Place(record.id, reference.path, reference.link.kinds)
                )
        for path, target, offset in catalogue.mentions[record.id]:
            if catalogue.resolve(target) is None:
                missing[target].append(_Place(record.id, path, ("*",), offset))
    return missing


CHECKS = (
    error("C303", references_exist),
    error("C304", references_fit),
    error("C305", references_do_not_point_at_themselves),
    error("C383", lists_name_each_record_once),
    error("C330", references_to_measures_hold),
)
