"""What differs between two builds, and whether it concerns a piece of work."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass, field

from generator.lookups import Trace


@dataclass(frozen=True, slots=True)
class Asked:
    """What a piece of work asked, packed.

    `codes` are those of its questions and `fields` those of the fields that it read, four bytes
    each. `lookups` are the names of the look-ups.
    """

    codes: bytes = b""
    fields: bytes = b""
    lookups: tuple[str, ...] = ()

    @classmethod
    def from_trace(cls, trace: Trace) -> Asked:
        """Return what a trace holds."""
        return cls(_packed(trace.codes), _packed(trace.fields), tuple(sorted(trace.lookups)))


@dataclass
class Changes:
    """The questions that have another answer than at the last build, by their codes.

    `answers` are those of look-ups. `fields` are the fields that changed in a record, by the code
    of the record: whoever asked for such a record is concerned if it read one of these fields.
    """

    answers: set[int] = field(default_factory=set)
    fields: dict[int, set[int]] = field(default_factory=dict)

    def concern(self, asked: Asked) -> bool:
        """Return whether a piece of work asked for something that changed."""
        codes = array("I", asked.codes)
        if not self.answers.isdisjoint(codes):
            return True
        if self.fields.keys().isdisjoint(codes):
            return False
        read = set(array("I", asked.fields))
        return any(not read.isdisjoint(self.fields.get(code, ())) for code in codes)


def _packed(codes: Iterable[int]) -> bytes:
    return array("I", sorted(codes)).tobytes()
