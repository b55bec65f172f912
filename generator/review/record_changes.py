"""Records that came, went or have a new id; and the words that the academy explains."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.glossary import GlossaryTerm
from generator.review.changes import AnswerChange, RecordRef, RenamedRecord, Side
from generator.review.phrases import quote
from generator.review.snapshots import Snapshots, record_ref


def added_records(sides: Snapshots) -> Iterator[RecordRef]:
    """Records that were not there before."""
    for one in sides.after.catalogue.records:
        if not sides.existed_before(one):
            yield sides.record_ref(one)


def removed_records(sides: Snapshots) -> Iterator[RecordRef]:
    """Records that are there no longer, under no id."""
    for one in sides.before.catalogue.records:
        if not sides.exists_after(sides.later_id(one)):
            yield record_ref(sides.before.catalogue, one)


def renamed_records(sides: Snapshots) -> Iterator[RenamedRecord]:
    """Records that have a new id and keep the earlier one; measures have none to keep."""
    for one in sides.before.catalogue.records.values():
        new = sides.later_id(one.id)
        if new == one.id or one.kind == "measure":
            continue
        old, found = record_ref(sides.before.catalogue, one.id), sides.record_ref(new)
        merged = sides.is_merged(one.id)
        what = f"{quote(found.title)} has a new id: {new} in the place of {one.id}."
        if merged:
            what = f"{quote(old.title)} is now part of {quote(found.title)}."
        yield RenamedRecord(old, found, merged, f"{what} Links to the earlier one still work.")


def term_changes(sides: Snapshots) -> Iterator[AnswerChange]:
    """Words that the glossary explains anew, no longer, or otherwise."""
    old, new = (_by_name(site.catalogue.terms) for site in (sides.before, sides.after))
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
            and _with_later_ids(sides, was, "before") != _with_later_ids(sides, now, "after")
        ):
            what = f"What the glossary says of {quote(now.term)} has changed."
            yield AnswerChange("term-changed", (), what)


def _by_name(found: tuple[GlossaryTerm, ...]) -> dict[str, GlossaryTerm]:
    return {one.term.casefold(): one for one in found}


def _with_later_ids(sides: Snapshots, term: GlossaryTerm, side: Side) -> GlossaryTerm:
    return term.model_copy(
        update={"about": tuple(sides.canonical_id(side, one) for one in term.about)}
    )
