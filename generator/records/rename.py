"""Rename a record: its file moves, its old id becomes an alias, and references follow.

Only the places that hold the id are edited, so that comments, order and layout stay as people wrote
them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from generator.model.fields.links import references
from generator.model.kinds import KIND_OF
from generator.model.kinds.measure import Measure
from generator.records.catalogue import Catalogue
from generator.records.source import (
    Mapping,
    Node,
    Scalar,
    Sequence,
    SourceFile,
    SourcePosition,
    parse_source,
)

ReadText = Callable[[str], str]  # path in the project → text of the file
_FRONT_END = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class RenamePlan:
    """The files that a new id changes.

    `texts`: the new text of each file to write, by path. `moved_from`: the file to delete
    afterwards. `references`: how many references were updated.
    """

    moved_from: str
    moved_to: str
    texts: dict[str, str]
    references: int


@dataclass(frozen=True, slots=True)
class _TextEdit:
    """Replace `before` at `place` with `text`; `before` is empty where text is only added."""

    place: SourcePosition
    before: str
    text: str


def plan_rename(
    catalogue: Catalogue, old: str, new: str, others: tuple[str, ...], read: ReadText
) -> RenamePlan:
    """Return the plan for renaming record `old` to `new`.

    Where `new` is an earlier id of the record, `old` takes its place among the aliases.
    `others` are files besides the records that may name it, such as the glossary. Raises KeyError
    when there is no record `old` with a file of its own.
    """
    record = catalogue.records[old]
    kind = KIND_OF[record.kind]
    if kind.folder is None:
        raise KeyError(old)
    path = catalogue.origins[old].source.path
    target = f"{kind.folder}/{new}{kind.suffix}"
    edits: dict[str, list[_TextEdit]] = defaultdict(list)
    for file, place in (*_references(catalogue, old), *_elsewhere(others, old, read)):
        edits[file].append(_TextEdit(place, old, new))
    for file, place, measure in _unnamed(catalogue, old):
        edits[file].append(_TextEdit(place, "", f"id: {measure}\n{' ' * (place.column - 1)}"))
    texts = {}
    count = 0
    for file in {path, *edits, *_mentioning(catalogue, old, read)}:
        before = read(file)
        text, made = _edited(before, edits[file])
        text, mentions = re.subn(rf"\[\[\s*{re.escape(old)}\s*(?=\||\]\])", f"[[{new}", text)
        count += made + mentions
        if text != before:
            texts[file] = text
    texts[target] = _with_alias(texts.pop(path, read(path)), path, old, new)
    return RenamePlan(path, target, dict(sorted(texts.items())), count)


def _references(catalogue: Catalogue, old: str) -> Iterator[tuple[str, SourcePosition]]:
    for record in catalogue.records.values():
        for reference in references(record):
            if reference.target == old:
                yield catalogue.place(record.id, reference.path)


def _mentioning(catalogue: Catalogue, old: str, read: ReadText) -> set[str]:
    """Return the files that may mention `[[old]]` in prose."""
    paths = {origin.source.path for origin in catalogue.origins.values()}
    return {path for path in paths if old in (text := read(path)) and "[[" in text}


def _elsewhere(
    others: tuple[str, ...], old: str, read: ReadText
) -> Iterator[tuple[str, SourcePosition]]:
    for path in others:
        source, _ = parse_source(read(path), path)
        if source is not None:
            for scalar in _scalars(source.fields):
                if scalar.text == old:
                    yield path, scalar.place


def _scalars(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _scalars(item)
    elif isinstance(node, Mapping):
        for _, value in node.entries:
            yield from _scalars(value)


def _unnamed(catalogue: Catalogue, old: str) -> Iterator[tuple[str, SourcePosition, str]]:
    """Yield the measures with an id derived from `old`: they keep it as a written one, so that
    links hold. It is made of the record that a measure stands in, and of records that it names.
    """
    source = catalogue.origins[old].source
    for measure in catalogue.records_of(Measure):
        origin = catalogue.origins[measure.id]
        entry = _entry(origin.source, origin.inside[-1])
        if "id" not in entry and (origin.source is source or old in entry.values()):
            yield origin.source.path, origin.source.place(origin.inside), measure.id


def _entry(source: SourceFile, number: str | int) -> dict[str, Any]:
    values = source.values().get("measures")
    entry = values[number] if isinstance(values, list) and isinstance(number, int) else {}
    return entry if isinstance(entry, dict) else {}


def _edited(text: str, edits: list[_TextEdit]) -> tuple[str, int]:
    """Return the text with the edits made, and how many ids were replaced.

    Edits run from the last to the first. One whose position does not hold its text is skipped.
    """
    lines = text.split("\n")
    made = 0
    for edit in sorted(set(edits), key=lambda e: (e.place.line, e.place.column), reverse=True):
        line = lines[edit.place.line - 1]
        start = edit.place.column - 1
        if edit.before:
            start += line[start : start + 1] in ('"', "'")
            if not line.startswith(edit.before, start):
                continue
            made += 1
        lines[edit.place.line - 1] = line[:start] + edit.text + line[start + len(edit.before) :]
    return "\n".join(lines), made


def _with_alias(text: str, path: str, old: str, new: str) -> str:
    """Return the text of a record with `old` as its first alias, or in place of the alias `new`."""
    source, _ = parse_source(text, path)
    entry = source.fields.find("aliases") if source else None
    earlier = [alias.place for alias in _scalars(entry[1]) if alias.text == new] if entry else []
    if earlier:
        return _edited(text, [_TextEdit(place, new, old) for place in earlier])[0]
    if entry is None or not isinstance(entry[1], Sequence) or not entry[1].items:
        if entry is not None:
            text = re.sub(r"^aliases:.*\n", "", text, flags=re.MULTILINE)
        return _appended(text, path, f"aliases:\n  - {old}\n")
    first = entry[1].items[0].place
    lines = text.split("\n")
    line = lines[first.line - 1]
    start = line[: first.column - 1]
    if start.lstrip().startswith("- "):
        lines.insert(first.line - 1, f"{start}{old}")
    else:
        lines[first.line - 1] = f"{start}{old}, {line[first.column - 1 :]}"
    return "\n".join(lines)


def _appended(text: str, path: str, lines: str) -> str:
    if not path.endswith(".md"):
        return text.rstrip("\n") + "\n" + lines
    end = list(_FRONT_END.finditer(text))[1].start()
    return text[:end] + lines + text[end:]
