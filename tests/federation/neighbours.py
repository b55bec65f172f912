"""Academies that follow each other, made from the small academy."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from generator.publish.bundle import write_archive
from generator.records.settings import read_identity
from tests.sites import copy_small, run_academy, tree

VISITS = "prototypes/ashby-visits.yaml"


def small_academy(root: Path, name: str) -> Path:
    """The small academy under a name of its own, from which its id is made."""
    copy_small(root)
    edit(root, "mkdocs.yml", "site_name: Learning Academy", f"site_name: {name}")
    return root


def edit(root: Path, path: str, old: str, new: str) -> None:
    """Replace a text in a file of an academy."""
    text = (root / path).read_text(encoding="utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new), encoding="utf-8")


def write(root: Path, files: Mapping[str, str]) -> None:
    """Write files of an academy."""
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")


def bundle_of(root: Path, target: Path, academy: str = "") -> Path:
    """A bundle with what is read of an academy: its records and settings."""
    contents = {f"academy/{path}": data for path, data in tree(root).items()}
    write_archive(target, contents, date(2026, 3, 3), academy or read_identity(root).id)
    return target


def run(root: Path, *words: str) -> tuple[int, str]:
    """The exit code of a command, and all that it printed."""
    done = run_academy(*words, folder=root)
    return done.returncode, done.stdout + done.stderr
