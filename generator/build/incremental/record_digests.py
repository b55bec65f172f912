"""Digests of the fields of records, which say what has changed in a record."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from functools import cache
from typing import Any

from generator.build.incremental.changes import Changes
from generator.build.incremental.digests import DIGEST_SIZE, ValueDigester, digest_text
from generator.lookups import ALL_FIELDS, RECORDS, STATED_FIELDS, field_code, key_code
from generator.model.kinds import KIND_OF
from generator.model.record import Record


class RecordDigests:
    """Makes the digests of records.

    The digest of a record is that of its kind, then those of its fields in the order of the model,
    then that of the names of the fields that it states.
    """

    def __init__(self, records: Iterable[Record]) -> None:
        self._records = tuple(records)
        self._digester = ValueDigester()

    @property
    def references(self) -> dict[int, bytes]:
        """What stands for a record where a look-up holds it, by the identity of the record."""
        return {id(one): digest_text([f"{one.kind}/{one.id}".encode()]) for one in self._records}

    def by_code(self, known: Mapping[int, bytes], unchanged: Container[str]) -> dict[int, bytes]:
        """Return the digest of each record by the code of its id.

        `known` are those of the last build; the records in `unchanged` have still the same.
        """
        digests: dict[int, bytes] = {}
        for record in self._records:
            code = key_code(RECORDS, record.id)
            old = known.get(code, b"") if record.id in unchanged else b""
            digest = old if len(old) == _size(record.kind) else self._digest(record)
            # two ids may have the same code; the digest is then longer than any other
            digests[code] = digests.get(code, b"") + digest
        return digests

    def add_changes(
        self, before: Mapping[int, bytes], now: Mapping[int, bytes], changes: Changes
    ) -> None:
        """Add to `changes` which records are new or gone, and which fields changed of others."""
        changes.answers |= before.keys() ^ now.keys()
        for record in self._records:
            code = key_code(RECORDS, record.id)
            old, new = before.get(code), now[code]
            if old is None or old == new:
                continue
            if len(new) != _size(record.kind) or len(old) != len(new) or _kind(old) != _kind(new):
                changes.answers.add(code)
                continue
            changes.fields[code] = {field_code(record.kind, ALL_FIELDS)} | {
                field_code(record.kind, name)
                for name, start in _places(record.kind).items()
                if old[start : start + DIGEST_SIZE] != new[start : start + DIGEST_SIZE]
            }

    def _digest(self, record: Record) -> bytes:
        digest = self._digester.digest
        values: dict[str, Any] = record.__dict__
        parts = [digest(values[name]) for name in KIND_OF[record.kind].model.model_fields]
        stated = digest(tuple(sorted(record.model_fields_set)))
        return b"".join((digest_text([record.kind.encode()]), *parts, stated))


@cache
def _places(kind: str) -> dict[str, int]:
    """Return where the digest of each field stands in that of a record."""
    names = (*KIND_OF[kind].model.model_fields, STATED_FIELDS)
    return {name: number * DIGEST_SIZE for number, name in enumerate(names, 1)}


@cache
def _size(kind: str) -> int:
    return (len(_places(kind)) + 1) * DIGEST_SIZE


def _kind(digest: bytes) -> bytes:
    return digest[:DIGEST_SIZE]
