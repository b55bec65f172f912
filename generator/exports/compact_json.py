"""Values as script files: the one sort of data that a page opened from a folder can load."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any


def compact_json(value: Any) -> str:
    """A value as JSON that may stand in a script as it is."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    # two signs that end a line for JavaScript before 2019, and not for JSON
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def object_bytes(values: Iterable[tuple[str, Any]]) -> bytes:
    """Named values as a file of JSON on one line. Each is written before the next is asked for: all
    together they would take many times the room of the file.
    """
    parts = [f"{compact_json(name)}:{compact_json(value)}".encode() for name, value in values]
    return b"{" + b",".join(parts) + b"}\n"
