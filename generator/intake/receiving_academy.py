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
