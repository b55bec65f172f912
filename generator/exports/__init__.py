"""Data files of the site. `EXPORTS` lists them: a new export is one module and one line here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.exports import (
    calendar,
    csv_tables,
    feed,
    graphs,
    insights_json,
    records,
    schemas,
    sqlite,
)
from generator.exports.export import AcademyEdition, DataFile, Export
from generator.exports.sqlite import database_texts

__all__ = [
    "EXPORTS",
    "AcademyEdition",
    "DataFile",
    "Export",
    "database_texts",
    "site_data_files",
]

EXPORTS: tuple[Export, ...] = (
    csv_tables.EXPORT,
    sqlite.EXPORT,
    records.EXPORT,
    graphs.EXPORT,
    feed.EXPORT,
    calendar.EXPORT,
    insights_json.EXPORT,
    schemas.EXPORT,
)


def site_data_files(
    edition: AcademyEdition, exports: Iterable[Export] = EXPORTS
) -> Iterator[DataFile]:
    """Yield the data files that the site of an academy has, of all exports or the given ones."""
    with_all = edition.identity.all_data_files
    for export in exports:
        yield from (file for file in export.files(edition) if with_all or not file.on_request)
