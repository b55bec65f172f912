"""The table of changes: what each release lists, for people who analyse the data."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.insights import AdoptionIndex
from generator.exports.tables import CellValue, DataColumn, DataTable, ValuesById, text_column
from generator.model.release import ChangedRecord, Release, ReleasedRecord, RenamedEntry
from generator.site_paths import DATA_FOLDER

_NAME = "changelog"
CHANGELOG_URL = f"{DATA_FOLDER}csv/{_NAME}.csv"


def changelog_table() -> DataTable:
    """Return the table with a row for each change of a record that a release lists."""
    columns = (
        DataColumn(
            "release", "Release", "The day of the release.", "date", ("release",), needed=True
        ),
        text_column("change", "Change", "Whether it was added, changed, renamed or removed."),
        text_column("record", "Record", "The id that the record had then."),
        text_column("kind", "Kind", "What kind of record it is."),
        text_column("title", "Title", "The title that it had then."),
        text_column("fields", "Fields", "The names of the changed fields.", needed=False),
        text_column("before", "Before", "The stage, status or id before.", needed=False),
        text_column("after", "After", "The stage, status or id after.", needed=False),
    )

    def rows(index: AdoptionIndex, _: ValuesById) -> Iterator[tuple[CellValue, ...]]:
        for release in index.catalogue.releases:
            yield from _release_rows(release)

    about = (
        "What changed from one release to the next, newest first. The first release lists nothing: "
        "the records were there."
    )
    return DataTable(_NAME, "Changes", about, columns, ("release", "change", "record"), rows)


def _release_rows(release: Release) -> Iterator[tuple[CellValue, ...]]:
    lists: tuple[tuple[str, tuple[ReleasedRecord, ...]], ...] = (
        ("added", release.added),
        ("changed", release.changed),
        ("renamed", release.renamed),
        ("removed", release.removed),
    )
    for change, entries in lists:
        for entry in entries:
            head = (release.day.isoformat(), change, entry.record, entry.kind, entry.title)
            yield (*head, *_details(entry))


def _details(entry: ReleasedRecord) -> tuple[CellValue, CellValue, CellValue]:
    if isinstance(entry, ChangedRecord):
        return ", ".join(entry.fields), entry.was, entry.now
    if isinstance(entry, RenamedEntry):
        return None, entry.was, entry.record
    return None, None, None
