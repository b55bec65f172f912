"""The privacy gate: personal data in any file of content, whatever else is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.catalogue.folders import GLOSSARY, content_files
from generator.catalogue.waivers import read_waivers
from generator.diagnostics import Diagnostic
from generator.privacy import examine_text
from generator.source import MOST_BYTES


def personal_data(root: Path) -> tuple[Diagnostic, ...]:
    """Each piece of personal data that no waiver lets in, and what is wrong with the waivers."""
    waivers, faults = read_waivers(root)
    found = (
        finding for path, text in _texts(root) for finding in examine_text(path, text, waivers)
    )
    return (*faults, *found)


def _texts(root: Path) -> Iterator[tuple[str, str]]:
    files = [(file, path) for _, file, path in content_files(root)[0]]
    for file, path in [*files, (root / GLOSSARY, GLOSSARY)]:
        # what is too large is refused unread, here as there
        if file.is_file() and not file.is_symlink() and file.stat().st_size <= MOST_BYTES:
            yield path, file.read_bytes().decode("utf-8", errors="replace")
