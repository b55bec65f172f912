"""Added, removed and renamed records, and changes in the glossary."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.glossary import GlossaryTerm
from generator.review.changes import AnswerChange, RecordRef, RenamedRecord, Side
from generator.review.phrases import quote
from generator.review.snapshots import Snapshots, record_ref


def added_records(snapshots: Snapshots) -> Iterator[RecordRef]:
    """Yield the records that exist only after."""
    for record_id in snapshots.after.catalogue.records:
        if not snapshots.existed_before(record_id):
            yield snapshots.record_ref(record_id)


def removed_records(snapshots: Snapshots) -> Iterator[RecordRef]:
    """Yield the records that exist only before, under any id."""
    for record_id in snapshots.before.catalogue.records:
        if not snapshots.exists_after(snapshots.later_id(record_id)):
            yield record_ref(snapshots.before.catalogue, record_id)


def renamed_records(snapshots: Snapshots) -> Iterator[RenamedRecord]:
    """Yield the records with a new id. Measures are left out: they keep no earlier ids."""
    for record in snapshots.before.catalogue.records.values():
        new = snapshots.later_id(record.id)
        if new == record.id or record.kind == "measure":
            continue
        old, current = record_ref(snapshots.before.catalogue, record.id), snapshots.record_ref(new)
        merged = snapshots.is_merged(record.id)
        what = f"{quote(current.title)} has a new id: {new}. The old one was {record.id}."
        if merged:
            what = f"{quote(old.title)} is now part of {quote(current.title)}."
        yield RenamedRecord(old, current, merged, f"{what} Links to the old one still work.")


def term_changes(snapshots: Snapshots) -> Iterator[AnswerChange]:
    """Yield the glossary terms that were added, removed or changed."""
    old, new = (_by_name(site.catalogue.terms) for site in (snapshots.before, snapshots.after))
    for key in sorted(old.keys() | new.keys()):
        was, now = old.get(key), new.get(key)
        if was is None and now is not None:
            yield AnswerChange("term-added", (), f"The glossary now explains {quote(now.term)}.")
        elif now is None and was is not None:
            yield AnswerChange(
                "term-removed", (), f"The glossary no longer explains {quote(was.term)}."
            )
        elif (
            was is not None
            and now is not None
            and _with_later_ids(snapshots, was, "before")
            != _with_later_ids(snapshots, now, "after")
        ):
            what = f"The glossary's explanation of {quote(now.term)} has changed."
            yield AnswerChange("term-changed", (), what)


def _by_name(terms: tuple[GlossaryTerm, ...]) -> dict[str, GlossaryTerm]:
    return {term.term.casefold(): term for term in terms}


def _with_later_ids(snapshots: Snapshots, term: GlossaryTerm, side: Side) -> GlossaryTerm:
    return term.model_copy(
        update={"about": tuple(snapshots.canonical_id(side, record_id) for record_id in term.about)}
    )
