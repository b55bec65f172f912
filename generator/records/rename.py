"""A record under a new id: its file moves, the old id stays as an earlier one, references follow.

Nothing else in any file changes: what is edited are the places where the id stands, so that
comments, order and layout stay as people wrote them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

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

ReadText = Callable[[str], str]  # a path in the project → the text of that file
_FRONT_END = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class RenamePlan:
    """What a new id changes. `texts`: each file that is to be written, by its path, with its new
    text; `moved_from`: the file that then goes; `references`: how many were mended.
    """

    moved_from: str
    moved_to: str
    texts: dict[str, str]
    references: int


@dataclass(frozen=True, slots=True)
class _TextEdit:
    """Put `text` in place of `length` characters at a place."""

    place: SourcePosition
    length: int
    text: str


def plan_rename(
    catalogue: Catalogue, old: str, new: str, others: tuple[str, ...], read: ReadText
) -> RenamePlan:
    """The record `old` as `new`. `others` are files beside the records that may name it, such as
    the glossary. Raises KeyError when there is no record `old` with a file of its own.
    """
    record = catalogue.records[old]
    kind = KIND_OF[record.kind]
    if kind.folder is None:
        raise KeyError(old)
    path = catalogue.origins[old].source.path
    target = f"{kind.folder}/{new}{kind.suffix}"
    edits: dict[str, list[_TextEdit]] = defaultdict(list)
    for file, place in (*_references(catalogue, old), *_elsewhere(others, old, read)):
        edits[file].append(_TextEdit(place, len(old), new))
    for place, measure in _unnamed(catalogue, old):
        edits[path].append(_TextEdit(place, 0, f"id: {measure}\n{' ' * (place.column - 1)}"))
    texts = {}
    count = 0
    for file in {path, *edits, *_mentioning(catalogue, old, read)}:
        before = read(file)
        text, made = _edited(before, edits[file], old)
        text, mentions = re.subn(rf"\[\[\s*{re.escape(old)}\s*(?=\||\]\])", f"[[{new}", text)
        count += made + mentions
        if text != before:
            texts[file] = text
    moved = texts.pop(path, read(path))
    texts[target] = _with_alias(moved, path, old)
    return RenamePlan(path, target, dict(sorted(texts.items())), count)


def _references(catalogue: Catalogue, old: str) -> Iterator[tuple[str, SourcePosition]]:
    for record in catalogue.records.values():
        for found in references(record):
            if found.target == old:
                yield catalogue.place(record.id, found.path)


def _mentioning(catalogue: Catalogue, old: str, read: ReadText) -> set[str]:
    """The files in whose prose `[[old]]` stands."""
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


def _unnamed(catalogue: Catalogue, old: str) -> Iterator[tuple[SourcePosition, str]]:
    """Measures whose id is made from that of the record: they keep it, so that links stay."""
    own = catalogue.origins[old].source
    for measure in catalogue.records_of(Measure):
        origin = catalogue.origins[measure.id]
        if origin.source is own and "id" not in _entry(own, origin.inside[-1]):
            yield own.place(origin.inside), measure.id


def _entry(source: SourceFile, number: str | int) -> set[str]:
    values = source.values().get("measures")
    entry = values[number] if isinstance(values, list) and isinstance(number, int) else {}
    return set(entry) if isinstance(entry, dict) else set()


def _edited(text: str, edits: list[_TextEdit], old: str) -> tuple[str, int]:
    """The text with its edits, from the last to the first; only where the id really stands."""
    lines = text.split("\n")
    made = 0
    for edit in sorted(set(edits), key=lambda e: (e.place.line, e.place.column), reverse=True):
        line = lines[edit.place.line - 1]
        at = edit.place.column - 1
        if edit.length:
            at += line[at : at + 1] in ('"', "'")
            if line[at : at + edit.length] != old:
                continue
            made += 1
        lines[edit.place.line - 1] = line[:at] + edit.text + line[at + edit.length :]
    return "\n".join(lines), made


def _with_alias(text: str, path: str, old: str) -> str:
    """The old id among the earlier ones."""
    source, _ = parse_source(text, path)
    found = source.fields.find("aliases") if source else None
    if found is None or not isinstance(found[1], Sequence) or not found[1].items:
        if found is not None:
            text = re.sub(r"^aliases:.*\n", "", text, flags=re.MULTILINE)
        return _appended(text, path, f"aliases:\n  - {old}\n")
    first = found[1].items[0].place
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
