"""The privacy gate: personal data in any file of content, whatever else is wrong with it."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from generator.diagnostics import Diagnostic
from generator.privacy import Waiver, examine_text
from generator.source import MOST_BYTES


def people_in(file: Path, path: str, waivers: Collection[Waiver]) -> tuple[Diagnostic, ...]:
    """Each piece of personal data in a file that no waiver lets in; nothing where no file is.

    What is too large is refused unread, here as by the reader.
    """
    if not file.is_file() or file.is_symlink() or file.stat().st_size > MOST_BYTES:
        return ()
    return examine_text(path, file.read_bytes().decode("utf-8", errors="replace"), waivers)
