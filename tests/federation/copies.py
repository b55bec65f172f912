"""Copies of an academy, each with the base that its bundle would carry."""

from __future__ import annotations

import shutil
from pathlib import Path

from generator.build.examine import examine
from generator.cli.file_writes import write_all
from generator.diagnostics import errors
from generator.federation import BASE_FILE, base_of, base_text, changes_since, read_base
from generator.intake.submission import read_submission_zip, write_submission_zip
from generator.receive import AcademyBefore, Choices, Receipt, plan_receipt
from generator.records.catalogue import ReadCache
from generator.records.source import parse_source
from tests.sites import tree

CONTENT = ("prototypes", "case_studies", "registry", "media")


def add_base(root: Path, name: str) -> None:
    """Write the base of the academy at `root` as it is now."""
    files = {path: data for path, data in tree(root).items() if path.partition("/")[0] in CONTENT}
    base = base_of(files, academy="small", name=name, day="2026-03-03", edition="0")
    (root / BASE_FILE).write_text(base_text(base), encoding="utf-8")


def copy_of(root: Path, target: Path, name: str = "A small academy") -> Path:
    """A copy as somebody has it who unpacked a bundle."""
    shutil.copytree(root, target)
    add_base(target, name)
    return target


def sent_by(copy: Path) -> bytes | None:
    """What `academy send` saves in a copy; None where nothing changed."""
    changes = changes_since(read_base(copy), copy)
    return None if changes.is_empty else write_submission_zip(changes.submission)


def receive(root: Path, data: bytes, choices: Choices | None = None) -> Receipt:
    """Take in what was sent, as `academy receive --yes` does; nothing while there are questions."""
    cache = ReadCache()
    catalogue, findings = examine(root, memory=cache)
    before = AcademyBefore(root, catalogue, findings, lambda *_: None, cache)
    receipt = plan_receipt(before, [read_submission_zip(data, "sent.zip")], choices or Choices())
    write_all(root, receipt.files)
    return receipt


def is_sound(root: Path) -> bool:
    """Whether the checks accept an academy."""
    return not errors(examine(root)[1])


def records(root: Path) -> dict[str, object]:
    """What each record says, whatever the order of its fields and of its lists."""
    values = {}
    for path, data in tree(root).items():
        if path.partition("/")[0] in CONTENT and path.endswith((".yaml", ".md")):
            source, _ = parse_source(data.decode(), path)
            values[path] = _unordered(source.values()) if source else data
    return values


def _unordered(value: object) -> object:
    if isinstance(value, dict):
        return sorted((name, _unordered(inside)) for name, inside in value.items())
    if isinstance(value, list):
        return sorted((_unordered(item) for item in value), key=repr)
    return value
