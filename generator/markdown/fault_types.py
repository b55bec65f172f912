"""The sorts of faults in Markdown, and a fault at its place."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class FaultType(Enum):
    """The sorts of faults in a text; a check gives each its code."""

    PICTURE = "picture"
    ALT = "picture without words"
    HTML = "HTML"
    LINK = "link"
    LOST = "lost text"
    SIGN = "lost sign"
    NOTE = "footnote"
    UNSUPPORTED = "unsupported markup"


@dataclass(frozen=True, slots=True)
class ProseFault:
    """A fault in a text, where it starts, and what to write instead."""

    type: FaultType
    offset: int
    message: str
    hint: str
