"""JSON in its shortest form, for data files and for scripts that hand over data."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any


def compact_json(value: Any) -> str:
    """Return a value as JSON without spaces, safe to embed in JavaScript."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    # two characters that end a line in JavaScript before ES2019, but not in JSON
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def object_bytes(values: Iterable[tuple[str, Any]]) -> bytes:
    """Return named values as a JSON object on one line.

    Values are encoded one by one: together they take many times the memory of the file.
    """
    parts = [f"{compact_json(name)}:{compact_json(value)}".encode() for name, value in values]
    return b"{" + b",".join(parts) + b"}\n"
