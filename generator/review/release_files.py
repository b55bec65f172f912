"""The files that a release writes: its entry, and the dates in the records."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from generator.model.kinds.measure import Measure
from generator.model.release import CHANGE_LISTS, Release
from generator.records.catalogue import Catalogue
from generator.records.merge import edit_record_text
from generator.records.source.writer import write_record
from generator.review.release_changes import ReleaseChanges

MOST_ENTRIES = 500  # of each sort of change; a file of more could not be read again
_HEADING = (
    "# What changed in this academy up to this day. “academy release” wrote it, and readers see\n"
    "# it on the page “What's new”. You may correct the words.\n"
)


def release_texts(release: Release) -> dict[str, str]:
    """Return the text of each file of a release by its path. Very many changes take several."""
    longest = max(len(getattr(release, name)) for name in CHANGE_LISTS)
    starts = range(0, max(longest, 1), MOST_ENTRIES)
    parts = ((number, _part(release, start)) for number, start in enumerate(starts, 1))
    return {
        part.part_path(number): _HEADING + write_record(_as_data(part)) for number, part in parts
    }


def _part(release: Release, start: int) -> Release:
    lists = {name: getattr(release, name)[start : start + MOST_ENTRIES] for name in CHANGE_LISTS}
    return release.model_copy(update=lists if start == 0 else {**lists, "note": None})


def dated_records(
    root: Path, catalogue: Catalogue, changes: ReleaseChanges, day: date
) -> dict[str, bytes]:
    """Return the new content of the file of each record that was added or changed, by its path.

    Only the lines of the dates differ. A record changes with each figure inside it.
    """
    added = {entry.record for entry in changes.added if entry.kind != Measure.kind}
    touched = (*changes.added, *changes.changed, *changes.renamed)
    changed = {_file_owner(catalogue, entry.record) for entry in touched} - added
    return {
        path: content
        for field, ids in (("added_on", added), ("changed_on", changed))
        for path, content in _with_date(root, catalogue, sorted(ids), field, day)
    }


def _with_date(
    root: Path, catalogue: Catalogue, ids: list[str], field: str, day: date
) -> Iterator[tuple[str, bytes]]:
    for record_id in ids:
        source = catalogue.origins[record_id].source
        content = (root / source.path).read_bytes()
        text = content.decode("utf-8-sig")
        line_end = "\r\n" if "\r\n" in text else "\n"
        values = {
            n: v for n, v in source.values().items() if field != "added_on" or n not in _DATES
        }
        edited = edit_record_text(
            text.replace("\r\n", "\n"), source.path, {**values, field: day.isoformat()}
        )
        yield source.path, edited.replace("\n", line_end).encode()


_DATES = ("added_on", "changed_on")


def _file_owner(catalogue: Catalogue, record_id: str) -> str:
    """Return the id of the record that the file of a record holds as a whole."""
    path = catalogue.origins[record_id].source.path
    return path.rpartition("/")[2].rpartition(".")[0]


def _as_data(value: BaseModel) -> dict[str, Any]:
    """Return the stated values of a release as text, lists and maps."""
    data: dict[str, Any] = {}
    for name in type(value).model_fields:
        held = getattr(value, name)
        if held in (None, ()):
            continue
        if isinstance(held, tuple):
            data[name] = [_as_data(i) if isinstance(i, BaseModel) else str(i) for i in held]
        else:
            data[name] = str(held)
    return data
