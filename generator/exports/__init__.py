"""Data files of the site. `EXPORTS` is the list: a new export is one module and one line here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.exports import csv_tables, events, feed, graphs, insights, records, schemas, sqlite
from generator.exports.base import FOLDER, DataFile, Edition, Export
from generator.exports.sqlite import texts_in_database

__all__ = [
    "EXPORTS",
    "FOLDER",
    "DataFile",
    "Edition",
    "Export",
    "all_files",
    "texts_in_database",
]

EXPORTS: tuple[Export, ...] = (
    csv_tables.EXPORT,
    sqlite.EXPORT,
    records.EXPORT,
    graphs.EXPORT,
    feed.EXPORT,
    events.EXPORT,
    insights.EXPORT,
    schemas.EXPORT,
)


def all_files(edition: Edition, exports: Iterable[Export] = EXPORTS) -> Iterator[DataFile]:
    """Every data file of an academy, or those of some exports."""
    for export in exports:
        yield from export.files(edition)
