"""Why a file in the media folder is refused."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class RefusalType(Enum):
    """The sorts of refusals; a check gives each its code."""

    TYPE = "another type"
    SIZE = "too large"
    DAMAGED = "damaged"
    ANIMATED = "animated"
    PROTECTED = "protected with a password"
    ACTIVE = "more than a document"
    OUTSIDE = "loads something"
    NAMES = "names people"


@dataclass(frozen=True, slots=True)
class MediaRefusal:
    """What is wrong with a file, and what to do."""

    type: RefusalType
    message: str
    hint: str


class MediaRefusedError(Exception):
    """Raised for a file that cannot be used. `refusal` says why."""

    def __init__(self, refusal: MediaRefusal) -> None:
        super().__init__(refusal.message)
        self.refusal = refusal
