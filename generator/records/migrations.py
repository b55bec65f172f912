"""Migrations: records written for an earlier schema, as text for the present one.

A change of the model raises `CURRENT_SCHEMA`, so that an older program says that it is too old
instead of refusing fields that it does not know, and adds one row to `docs/schema.md`. If it would
refuse old files, it also adds one step to `MIGRATIONS`. A migration changes only the lines of the
fields concerned.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from generator.model.kinds import Kind
from generator.records.source import PlainValue, SourceFile, parse_source
from generator.records.source.writer import write_record

SCHEMA_FILE = "registry/schema.yaml"
Fields = Mapping[str, PlainValue]


@dataclass(frozen=True, slots=True)
class FieldMigration:
    """Names of fields to remove, and the fields to write in place of the first of them."""

    removed: tuple[str, ...]
    added: Fields


@dataclass(frozen=True, slots=True)
class Migration:
    """A step to schema `to`. `change` returns what to change in a file's fields, or None."""

    to: int
    kinds: tuple[str, ...]
    change: Callable[[Fields], FieldMigration | None]


def _notes_become_a_note(fields: Fields) -> FieldMigration | None:
    """Schema 1 had a list `notes` on prototypes, besides the `note` of every record."""
    notes = fields.get("notes")
    if "notes" not in fields:
        return None
    texts = [fields.get("note"), *(notes if isinstance(notes, list) else [notes])]
    text = "\n\n".join(text for text in texts if isinstance(text, str) and text)
    return FieldMigration(("note", "notes"), {"note": text} if text else {})


MIGRATIONS = (Migration(2, ("prototype",), _notes_become_a_note),)
CURRENT_SCHEMA = 3  # it only adds to schema 2, so that no step leads to it


def migrate_text(kind: Kind, text: str, path: str, schema: int) -> str:
    """Return the text of a file of `kind`, written for `schema`, for the present schema.

    A file that cannot be parsed is returned as it is; the checks report why.
    """
    for step in MIGRATIONS:
        if step.to > schema and kind.name in step.kinds:
            source, _ = parse_source(text, path)
            change = step.change(source.values()) if source else None
            if source and change:
                text = _changed(text, source, change)
    return text


def _changed(text: str, source: SourceFile, change: FieldMigration) -> str:
    lines = text.split("\n")
    written = write_record(change.added).rstrip("\n").split("\n") if change.added else []
    blocks = [block for block in _blocks(source, lines) if block[0] in change.removed]
    for number, (_, start, end) in reversed(list(enumerate(blocks))):
        lines[start:end] = written if number == 0 else []
    return "\n".join(lines)


def _blocks(source: SourceFile, lines: list[str]) -> Iterator[tuple[str, int, int]]:
    """Yield each field with its first line and the line after its last, from 0.

    Comments before a field belong to it.
    """
    keys = [(key.text, key.place.line - 1) for key, _ in source.fields.entries]
    keys = [(name, line) for name, line in keys if lines[line].startswith(name)]
    ends = [line for _, line in keys[1:]] + [_last(lines, keys[-1][1])]
    for (name, start), end in zip(keys, ends, strict=True):
        stop = end
        while stop > start + 1 and (not lines[stop - 1].strip() or lines[stop - 1][:1] == "#"):
            stop -= 1
        yield name, start, stop


def _last(lines: list[str], start: int) -> int:
    """Return the line after the last field: the second `---` of a case study, or the end."""
    return next((n for n in range(start, len(lines)) if lines[n] == "---"), len(lines))


def schema_file_text(schema: int) -> str:
    """Return the text of the file that states the schema of the records."""
    return (
        f"# The schema that these records are written for; see docs/schema.md.\nschema: {schema}\n"
    )
