"""Read the head of a font file in WOFF 2, before a site carries it.

The header and the table directory are those of https://www.w3.org/TR/WOFF2/. Browsers check the
rest when they load a font; nothing in it can run.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass

MAX_FONT_BYTES = 500_000
_HEADER = struct.Struct(">4sIIHHIIHHIIIII")
_FLAVOURS = (0x00010000, 0x4F54544F)  # TrueType, and OpenType with CFF outlines
_OWN_TAG = 63  # an index that says: the tag follows in four bytes
_FVAR = 47  # the index of the table that a font with variable weights has


class FontRefusedError(Exception):
    """Raised for a file that cannot be used as a font; the message says why."""


@dataclass(frozen=True, slots=True)
class FontFacts:
    """Whether one file holds all weights, from thin to bold."""

    variable: bool


def read_font(content: bytes) -> FontFacts:
    """Return what a page must know of a font. Raises FontRefusedError for any other file."""
    if len(content) > MAX_FONT_BYTES:
        raise FontRefusedError(
            f"The font has {len(content) / 1000:,.0f} kB. The limit is {MAX_FONT_BYTES // 1000} kB."
        )
    if len(content) < _HEADER.size or content[:4] != b"wOF2":
        raise FontRefusedError("The file is not a font of the type WOFF2.")
    fields = _HEADER.unpack_from(content)
    flavour, length, tables, metadata, private = (
        fields[1],
        fields[2],
        fields[3],
        fields[9:12],
        fields[12:],
    )
    if flavour not in _FLAVOURS or length != len(content) or not tables:
        raise FontRefusedError("The font is damaged or incomplete.")
    if any(metadata) or any(private):
        raise FontRefusedError("The font carries other data beside its letters.")
    return FontFacts(_FVAR in _table_indexes(content, tables))


def _table_indexes(content: bytes, tables: int) -> set[int]:
    """Return the indexes of the known tables of a font."""
    at, indexes = _HEADER.size, set()
    try:
        for _ in range(tables):
            index, version = content[at] & 0x3F, content[at] >> 6
            at += 5 if index == _OWN_TAG else 1
            at = _after_number(content, at)
            # the transformed length stands there for glyf and loca unless their version is 3, and
            # for other tables if their version is not 0
            if (version != 3) if index in (10, 11) else (version != 0):
                at = _after_number(content, at)
            indexes.add(index)
    except IndexError:
        raise FontRefusedError("The font is damaged or incomplete.") from None
    return indexes


def _after_number(content: bytes, at: int) -> int:
    """Return the position after a number of the type UIntBase128, which has at most five bytes."""
    for end in range(at, at + 5):
        if content[end] < 0x80:
            return end + 1
    raise FontRefusedError("The font is damaged or incomplete.")
