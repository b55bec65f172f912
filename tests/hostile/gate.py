"""What the academy itself takes: each attack alone in a field, read and checked like a record."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from generator.build.examine import examine
from generator.diagnostics import Diagnostic, errors
from generator.records.source.writer import write_record

# a record in whose one field the attack stands, by the shape of that field
_HOLDERS: dict[str, tuple[str, str, str, dict[str, Any]]] = {
    "line": ("registry/principles", ".yaml", "title", {"statement": "Some text."}),
    "text": ("registry/principles", ".yaml", "statement", {"title": "A title"}),
    "story": (
        "case_studies",
        ".md",
        "story",
        {"title": "A title", "type": "place", "areas": ["ashby"], "problem": "Some text."},
    ),
    "web": (
        "registry/resources",
        ".yaml",
        "url",
        {"title": "A title", "type": "paper", "availability": "available"},
    ),
}
ASHBY = {"title": "Ashby", "type": "borough"}


@dataclass(frozen=True, slots=True)
class Verdicts:
    """Of the attacks that were asked about, for each shape: those that it takes, and what was said
    of those that it refuses.
    """

    asked: frozenset[str]
    taken: Mapping[str, tuple[str, ...]]
    refused: Mapping[str, Mapping[str, tuple[Diagnostic, ...]]]

    @property
    def everywhere(self) -> tuple[str, ...]:
        """The attacks that lines and prose take."""
        return tuple(one for one in self.taken["line"] if one in self.taken["text"])

    def never(self, attack: str) -> bool:
        """Whether no field takes the attack."""
        return not any(attack in taken for taken in self.taken.values())


def judge(attacks: Iterable[str]) -> Verdicts:
    """What becomes of each attack in a field of each shape."""
    candidates = tuple(attacks)
    tried = {shape: _likely(shape, candidates) for shape in _HOLDERS}
    findings = {shape: _findings_by_attack(shape, tried[shape]) for shape in _HOLDERS}
    taken = {
        shape: tuple(one for one in tried[shape] if one not in findings[shape])
        for shape in findings
    }
    return Verdicts(frozenset(candidates), taken, findings)


def _likely(shape: str, attacks: tuple[str, ...]) -> tuple[str, ...]:
    # that a web address begins as one is shown for every field elsewhere
    return tuple(one for one in attacks if shape != "web" or one.strip().startswith("http"))


def _findings_by_attack(shape: str, attacks: tuple[str, ...]) -> dict[str, tuple[Diagnostic, ...]]:
    folder, suffix, name, others = _HOLDERS[shape]
    with TemporaryDirectory() as root:
        write(Path(root), "registry/areas/ashby.yaml", ASHBY)
        for number, attack in enumerate(attacks):
            write(Path(root), f"{folder}/try-{number}{suffix}", {**others, name: attack})
        by_attack: dict[str, list[Diagnostic]] = defaultdict(list)
        for finding in errors(examine(Path(root))[1]):
            by_attack[finding.path].append(finding)
    paths = {f"{folder}/try-{n}{suffix}": attack for n, attack in enumerate(attacks)}
    assert set(by_attack) <= set(paths), set(by_attack) - set(paths)
    return {paths[path]: tuple(some) for path, some in by_attack.items()}


def write(root: Path, path: str, fields: Mapping[str, object]) -> None:
    """A record in its file."""
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    text = write_record(fields, file.suffix)
    # as the system would write it, lone surrogates and all: what is wrong is for the reader to say
    file.write_bytes(text.encode("utf-8", "surrogatepass"))
