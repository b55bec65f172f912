"""The academy that takes in what people send."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from generator.records.catalogue import Catalogue


@dataclass(frozen=True)
class ReceivingAcademy:
    """Its records, and `read_text`: the text of its file at a path, or None for no file."""

    catalogue: Catalogue
    read_text: Callable[[str], str | None]

    def has_file(self, path: str) -> bool:
        """Return whether the academy has a readable file at a path."""
        return self.read_text(path) is not None
