"""Added and removed relations that records state themselves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from generator.analysis.relations import MENTIONS
from generator.model.fields.links import references
from generator.model.fields.prose import mentions_in
from generator.model.record import Record
from generator.review.changes import RelationChange, Side
from generator.review.phrases import join_titles, quote
from generator.review.snapshots import Snapshots
from generator.site.parts.field_view import field_view

# source, relation type, field label and target
WrittenRelation = tuple[str, str, str, str]


def relation_changes(snapshots: Snapshots) -> Iterator[RelationChange]:
    """Yield the added relations, then the removed ones; those of lasting records first."""
    old, new = (
        dict.fromkeys(_written_relations(snapshots, "before")),
        dict.fromkeys(_written_relations(snapshots, "after")),
    )
    ways = ((True, [key for key in new if key not in old]),
            (False, [key for key in old if key not in new]))  # fmt: skip
    for gained, keys in ways:
        groups: dict[tuple[str, str, str], list[str]] = defaultdict(list)
        for writer, kind, label, reader in keys:
            groups[writer, kind, label].append(reader)
        lasting = [
            key
            for key in groups
            if snapshots.existed_before(key[0]) and snapshots.exists_after(key[0])
        ]
        for writer, kind, label in dict.fromkeys((*lasting, *groups)):
            others = tuple(sorted(set(groups[writer, kind, label])))
            what = _sentence(snapshots, gained, (writer, kind, label), others)
            yield RelationChange(gained, kind, writer, others, what)


def _sentence(
    snapshots: Snapshots, gained: bool, key: tuple[str, str, str], others: tuple[str, ...]
) -> str:
    writer, kind, label = key
    names = join_titles(snapshots, others, quote)
    subject = quote(snapshots.title(writer))
    if kind == MENTIONS:
        return f"{subject} {'now mentions' if gained else 'no longer mentions'} {names}."
    verb = "now names" if gained else "no longer names"
    return f"{subject} {verb} {names} under {quote(label)}."


def _written_relations(snapshots: Snapshots, side: Side) -> Iterator[WrittenRelation]:
    catalogue = (snapshots.before if side == "before" else snapshots.after).catalogue
    for record in catalogue.records.values():
        writer = snapshots.canonical_id(side, record.id)
        for kind, label, target in _record_relations(record):
            known = catalogue.resolve(target)
            reader = snapshots.canonical_id(side, target)
            if known is not None and reader != writer:
                yield writer, kind, label, reader


def _record_relations(record: Record) -> Iterator[tuple[str, str, str]]:
    """Yield the type, field label and target of each relation that a record states itself."""
    for reference in references(record):
        field = str(reference.path[0])
        if reference.link.edge is not None and field in record.model_fields_set:
            yield reference.link.edge, field_view(type(record), field).label, reference.target
    for mention in mentions_in(record):
        yield MENTIONS, "", mention.target
