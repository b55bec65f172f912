"""The catalogue as it would be after an import."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model.kinds import KINDS
from generator.model.record import Record
from generator.records.catalogue import Catalogue, RecordLocation
from generator.records.catalogue.nested_measures import nested_measures
from generator.records.source import SourceFile


def merge_records(
    catalogue: Catalogue, added: Iterable[tuple[Record, SourceFile]], refused: Iterable[str]
) -> Catalogue:
    """Return the catalogue with records added, or put in place of those with the same file.

    `refused` are the ids of rows with faults: links to them count as resolved.
    """
    added = tuple(added)
    new = {source.path for _, source in added}
    pairs = [
        *(
            (record, catalogue.origins[record_id])
            for record_id, record in catalogue.records.items()
        ),
        *catalogue.duplicates,
    ]
    pairs = [pair for pair in pairs if pair[1].source.path not in new]
    for record, source in added:
        pairs += [(record, RecordLocation(source)), *nested_measures(record, source)]
    order = {kind.name: number for number, kind in enumerate(KINDS)}
    pairs.sort(key=lambda pair: (order[pair[0].kind], pair[0].id))
    records: dict[str, Record] = {}
    origins: dict[str, RecordLocation] = {}
    twins = []
    for record, origin in pairs:
        if record.id in records:
            twins.append((record, origin))
        else:
            records[record.id], origins[record.id] = record, origin
    left = frozenset({*catalogue.refused, *refused} - records.keys())
    return Catalogue(
        records,
        origins,
        tuple(twins),
        left,
        catalogue.terms,
        vocabulary=catalogue.vocabulary,
        media=catalogue.media,
        academies=catalogue.academies,
        joined={name: said for name, said in catalogue.joined.items() if name in records},
    )
