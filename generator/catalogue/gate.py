"""The privacy gate: personal data in any file of content, whatever else is wrong with it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import partial
from pathlib import Path

from generator.catalogue.folders import GLOSSARY, content_files
from generator.catalogue.waivers import read_waivers
from generator.diagnostics import Diagnostic
from generator.privacy import Waiver, examine_text
from generator.source import MOST_BYTES
from generator.workers import batches, spread

_FILES_A_BATCH = 200


def personal_data(root: Path) -> tuple[Diagnostic, ...]:
    """Each piece of personal data that no waiver lets in, and what is wrong with the waivers."""
    waivers, faults = read_waivers(root)
    files = [(file, path) for _, file, path in content_files(root)[0]]
    parts = batches([*files, (root / GLOSSARY, GLOSSARY)], _FILES_A_BATCH)
    found = spread(partial(_examine, waivers=waivers), parts)
    return (*faults, *(finding for some in found for finding in some))


def _examine(
    files: Sequence[tuple[Path, str]], waivers: Collection[Waiver]
) -> tuple[Diagnostic, ...]:
    return tuple(
        finding for path, text in _texts(files) for finding in examine_text(path, text, waivers)
    )


def _texts(files: Sequence[tuple[Path, str]]) -> Iterator[tuple[str, str]]:
    for file, path in files:
        # what is too large is refused unread, here as there
        if file.is_file() and not file.is_symlink() and file.stat().st_size <= MOST_BYTES:
            yield path, file.read_bytes().decode("utf-8", errors="replace")
