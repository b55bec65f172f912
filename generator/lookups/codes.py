"""The codes of questions: numbers from 0 to 2³²-1, the same in every process.

Two questions with the same code are taken for one: then more is done again than is needed.
"""

from __future__ import annotations

from functools import cache
from typing import Any
from zlib import crc32

# by look-up and key: a pure function, kept for its speed
CODES_BY_LOOKUP: dict[str, dict[Any, int]] = {}
_WHOLE = object()


def whole_code(lookup: str) -> int:
    """Return the code of a question for a whole look-up."""
    return key_code(lookup, _WHOLE)


def key_code(lookup: str, key: Any) -> int:
    """Return the code of a question for one key of a look-up."""
    known = CODES_BY_LOOKUP.setdefault(lookup, {})
    code = known.get(key)
    if code is None:
        words = lookup if key is _WHOLE else f"{lookup}\0{key!r}"
        code = known[key] = crc32(words.encode("utf-8", "surrogatepass"))
    return code


@cache
def field_code(kind: str, field: str) -> int:
    """Return the code of a field of a kind of record."""
    return crc32(f"{kind}.{field}".encode())
