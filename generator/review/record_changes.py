"""Records that came, went or have a new id; and the words that the academy explains."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.glossary import GlossaryTerm
from generator.review.changes import AnswerChange, RecordRef, RenamedRecord, Side
from generator.review.phrases import quoted
from generator.review.snapshots import Snapshots, name_in


def added(sides: Snapshots) -> Iterator[RecordRef]:
    """Records that were not there before."""
    for one in sides.after.catalogue.records:
        if not sides.was(one):
            yield sides.named(one)


def removed(sides: Snapshots) -> Iterator[RecordRef]:
    """Records that are there no longer, under no id."""
    for one in sides.before.catalogue.records:
        if not sides.here(sides.now(one)):
            yield name_in(sides.before.catalogue, one)


def renamed(sides: Snapshots) -> Iterator[RenamedRecord]:
    """Records that have a new id and keep the earlier one; measures have none to keep."""
    for one in sides.before.catalogue.records.values():
        new = sides.now(one.id)
        if new == one.id or one.kind == "measure":
            continue
        old, found = name_in(sides.before.catalogue, one.id), sides.named(new)
        merged = sides.merged(one.id)
        what = f"{quoted(found.title)} has a new id: {new} in the place of {one.id}."
        if merged:
            what = f"{quoted(old.title)} is now part of {quoted(found.title)}."
        yield RenamedRecord(old, found, merged, f"{what} Links to the earlier one still work.")


def terms(sides: Snapshots) -> Iterator[AnswerChange]:
    """Words that the glossary explains anew, no longer, or otherwise."""
    old, new = (_by_name(site.catalogue.terms) for site in (sides.before, sides.after))
    for key in sorted(old.keys() | new.keys()):
        was, now = old.get(key), new.get(key)
        if was is None and now is not None:
            yield AnswerChange("term-added", (), f"The glossary now explains {quoted(now.term)}.")
        elif now is None and was is not None:
            yield AnswerChange(
                "term-removed", (), f"The glossary no longer explains {quoted(was.term)}."
            )
        elif (
            was is not None
            and now is not None
            and _told(sides, was, "before") != _told(sides, now, "after")
        ):
            what = f"What the glossary says of {quoted(now.term)} has changed."
            yield AnswerChange("term-changed", (), what)


def _by_name(found: tuple[GlossaryTerm, ...]) -> dict[str, GlossaryTerm]:
    return {one.term.casefold(): one for one in found}


def _told(sides: Snapshots, term: GlossaryTerm, side: Side) -> GlossaryTerm:
    return term.model_copy(update={"about": tuple(sides.canon(side, one) for one in term.about)})
