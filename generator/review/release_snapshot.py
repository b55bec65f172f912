"""What a release keeps of each record, so that the next release can say what changed.

The file is JSON with one record on each line, so that a diff shows the records that changed. It
holds the title of each record, and for each field that it states some letters of a hash: enough to
see that a field changed, and small. The letters do not depend on ids that a record had later, so
that a rename alone changes no field.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import BaseModel

from generator.diagnostics import clip
from generator.model.fields.links import direct_fields
from generator.model.fields.prose import MENTION_PATTERN
from generator.model.record import Record
from generator.model.release import STEP_FIELDS
from generator.records.catalogue import Catalogue
from generator.records.catalogue.nested_measures import hash_letters

_FORMAT = 1
_LETTERS = 8  # two values have the same letters once in 20⁸
_LONGEST_TITLE = 200
# what a release writes itself, and ids, which it compares as such
_LEFT_OUT = frozenset({"id", "aliases", "added_on", "changed_on"})


@dataclass(frozen=True, slots=True)
class RecordState:
    """What is kept of a record. `step` is how far it has come; `within` is the id of the record
    that it is written in, or empty. `fields` has the letters of each field.
    """

    kind: str
    title: str
    fields: Mapping[str, str]
    step: str = ""
    within: str = ""


@dataclass(frozen=True, slots=True)
class AcademyState:
    """What a release keeps: its day, and the state of every record by its id."""

    day: date
    records: Mapping[str, RecordState]


class DamagedStateError(Exception):
    """Raised for a file that `state_text` did not write. `line` and `column` are where."""

    def __init__(self, line: int, column: int) -> None:
        super().__init__(f"{line}:{column}")
        self.line, self.column = line, column


def academy_state(catalogue: Catalogue, day: date) -> AcademyState:
    """Return the present state of an academy, without those that it follows."""
    catalogue = catalogue.own
    first_ids = _first_ids(catalogue)
    owners = _file_owners(catalogue)
    states = {
        record.id: _record_state(catalogue, record, first_ids, owners)
        for record in catalogue.records.values()
    }
    return AcademyState(day, states)


def state_text(state: AcademyState) -> str:
    """Return the text of the file."""
    lines = ",\n".join(
        f"{json.dumps(record_id)}: {json.dumps(_as_data(record), ensure_ascii=False)}"
        for record_id, record in sorted(state.records.items())
    )
    return (
        f'{{"format": {_FORMAT}, "date": "{state.day.isoformat()}", "records": {{\n{lines}\n}}}}\n'
    )


def read_state(text: str) -> AcademyState:
    """Return the state in the text of the file. Raises DamagedStateError."""
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise DamagedStateError(error.lineno, error.colno) from None
    except (ValueError, RecursionError):
        raise DamagedStateError(1, 1) from None
    try:
        if data["format"] != _FORMAT:
            raise DamagedStateError(1, 1)
        day = date.fromisoformat(data["date"])
        entries = data["records"].items()
    except (KeyError, TypeError, ValueError, AttributeError):
        raise DamagedStateError(1, 1) from None
    records: dict[str, RecordState] = {}
    for number, (record_id, entry) in enumerate(entries):
        try:
            records[record_id] = _from_data(entry)
        except (KeyError, TypeError, ValueError, AttributeError):
            raise DamagedStateError(number + 2, 1) from None  # one record a line, after the first
    return AcademyState(day, records)


def _as_data(record: RecordState) -> dict[str, str]:
    fields = " ".join(f"{name}:{letters}" for name, letters in record.fields.items())
    data = {"kind": record.kind, "title": record.title, "in": record.within, "step": record.step}
    return {name: text for name, text in data.items() if text} | {"fields": fields}


def _from_data(entry: Mapping[str, str]) -> RecordState:
    fields = dict(pair.split(":") for pair in entry["fields"].split())
    title, kind = entry["title"], entry["kind"]
    state = RecordState(kind, title, fields, entry.get("step", ""), entry.get("in", ""))
    if not all(isinstance(text, str) for text in (kind, title, state.step, state.within)):
        raise TypeError
    return state


def _record_state(
    catalogue: Catalogue,
    record: Record,
    first_ids: Mapping[str, str],
    owners: Mapping[str, str],
) -> RecordState:
    owner = owners[catalogue.origins[record.id].source.path]
    letters = {
        name: hash_letters(_spelling(value, first_ids), _LETTERS)
        for name, value in _stated(record)
        if name not in _LEFT_OUT
    }
    return RecordState(
        record.kind,
        clip(catalogue.title(record.id), _LONGEST_TITLE),
        letters,
        str(getattr(record, STEP_FIELDS.get(record.kind, ""), "")),
        owner if owner != record.id else "",
    )


def _file_owners(catalogue: Catalogue) -> dict[str, str]:
    """Return the id of the record that each file holds as a whole, by the path of the file."""
    return {
        origin.source.path: record_id
        for record_id, origin in catalogue.origins.items()
        if not origin.inside
    }


def _first_ids(catalogue: Catalogue) -> dict[str, str]:
    """Return the first id that a record had, by each of its ids."""
    return {
        known: record.aliases[-1]
        for record in catalogue.records.values()
        if record.aliases
        for known in (record.id, *record.aliases)
    }


def _stated(holder: BaseModel) -> Iterator[tuple[str, Any]]:
    """Yield the fields that are written and say something, but not those that become records."""
    for name, _ in direct_fields(type(holder)):
        value = getattr(holder, name)
        if name in holder.model_fields_set and value not in (None, (), False):
            yield name, value


def _spelling(value: Any, first_ids: Mapping[str, str]) -> str:
    """Return a text that two values share only if they are the same."""
    return json.dumps(_plain(value, first_ids), ensure_ascii=False, sort_keys=True)


def _plain(value: Any, first_ids: Mapping[str, str]) -> Any:
    if isinstance(value, BaseModel):
        return {name: _plain(inner, first_ids) for name, inner in _stated(value)}
    if isinstance(value, tuple):
        return [_plain(item, first_ids) for item in value]
    text = str(value)
    if "[[" in text:
        return MENTION_PATTERN.sub(lambda match: _mention(match.group(0), first_ids), text)
    return first_ids.get(text, text)


def _mention(text: str, first_ids: Mapping[str, str]) -> str:
    """Return a mention such as `[[id|words]]` with the first id of its record."""
    target, bar, words = text[2:-2].partition("|")
    return f"[[{first_ids.get(target.strip(), target.strip())}{bar}{words}]]"
