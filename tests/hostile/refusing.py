"""Fields that take no free words, with an attack in each of them at once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from generator.diagnostics import Diagnostic
from generator.model.kinds import Kind
from generator.model.questions import Question, questions_of, words_of
from generator.records.catalogue import default_vocabulary, read_catalogue
from generator.records.source import SourceFile, parse_source
from tests.hostile.gate import write
from tests.hostile.places import FREE, Place, places_of

# what a field of each shape may hold at all, said once more here, beside the model
_MAY = {
    "date": r"\d{4}(-\d\d){0,2}",
    "number": r"[-−]?\d+(\.\d+)?",
    "whole": r"\d+",
    "p-value": r"[<>≤≥=]? ?(0?\.\d+|[01](\.0+)?)",
    "picture-file": r"media(/[A-Za-z0-9][A-Za-z0-9._-]*)+\.(?i:png|jpe?g|webp)",
    "document-file": r"media(/[A-Za-z0-9][A-Za-z0-9._-]*)+\.(?i:pdf|od.|...x|csv|txt)",
    "yes-no": r"(?i:yes|no|true|false)",
    "record": r"[a-z0-9]+(-[a-z0-9]+)*",
    "id": r"[a-z0-9]+(-[a-z0-9]+)*",
    "web": r"https?://[^\s<>\"'`\\{}|^@]+",
}
# “null” and “~” written in quotes are words; an id may be any word but these
_KEPT = frozenset({"index", "con"})
# what looks like personal data is told of beside it, and tells nothing about the field
_PEOPLE = re.compile(r"P\d{3}")


def refusing(kind: Kind) -> tuple[Place, ...]:
    """The fields of a kind that take only something of a certain form."""
    return tuple(place for place in places_of(kind) if not place.free)


def may(asked: Question, attack: str) -> bool:
    """Whether a field could hold this and be right."""
    text = attack.strip()
    if words := words_of(asked, default_vocabulary()):
        return attack in words
    return text not in _KEPT and bool(re.fullmatch(_MAY[asked.shape], text))


def filled(questions: Sequence[Question], attack: str) -> dict[str, Any]:
    """A record with the attack in every field that should refuse it, and words in the others."""
    return {one.name: _answer(one, attack) for one in questions}


def _answer(asked: Question, attack: str) -> Any:
    if asked.shape == "group":
        value: Any = filled(asked.inside, attack)
    else:
        value = "Some words." if asked.shape in FREE else attack
    return [value] if asked.many else value


def let_through(kind: Kind, attacks: Sequence[str]) -> Iterator[str]:
    """Each field that took an attack, or was not told of at its line."""
    asked = questions_of(kind)
    for part in range(4):
        # after so many faults a file's other faults are left for the next time
        chosen = tuple(one for n, one in enumerate(asked) if one.required or n % 4 == part)
        yield from _let_through(kind, chosen, attacks)


def _let_through(kind: Kind, asked: Sequence[Question], attacks: Sequence[str]) -> Iterator[str]:
    with TemporaryDirectory() as root:
        paths = [f"{kind.folder}/try-{n}{kind.suffix}" for n in range(len(attacks))]
        for path, attack in zip(paths, attacks, strict=True):
            write(Path(root), path, filled(asked, attack))
        by_path: dict[str, list[Diagnostic]] = defaultdict(list)
        for diagnostic in read_catalogue(Path(root))[1]:
            if not _PEOPLE.fullmatch(diagnostic.code):
                by_path[diagnostic.path].append(diagnostic)
        for path, attack in zip(paths, attacks, strict=True):
            text = Path(root, path).read_bytes().decode("utf-8", "replace").replace("\r", "\n")
            yield from _untold(kind, asked, attack, parse_source(text, path)[0], by_path[path])


def _untold(
    kind: Kind,
    asked: Sequence[Question],
    attack: str,
    source: SourceFile | None,
    diagnostics: list[Diagnostic],
) -> Iterator[str]:
    for diagnostic in diagnostics:
        if (
            not re.fullmatch(r"[FM]\d{3}", diagnostic.code)
            or min(diagnostic.line, diagnostic.column) < 1
        ):
            yield f"{kind.name}: {attack!r} gives {diagnostic}"
    if source is None:
        if not diagnostics:
            yield f"{kind.name}: {attack!r} makes the file unreadable, and nothing is said"
        return
    lines = {one.line for one in diagnostics}
    names = {one.name for one in asked}
    for place in refusing(kind):
        if place.path[0] not in names or may(place.question, attack):
            continue
        if source.place(_steps(asked, place.path)).line not in lines:
            yield f"{kind.name}.{'.'.join(place.path)} takes {attack!r}"


def _steps(questions: Sequence[Question], path: tuple[str, ...]) -> tuple[str | int, ...]:
    """The path as the file has it, where each list has one entry."""
    question = next(question for question in questions if question.name == path[0])
    here: tuple[str | int, ...] = (question.name, 0) if question.many else (question.name,)
    return (*here, *(_steps(question.inside, path[1:]) if path[1:] else ()))
