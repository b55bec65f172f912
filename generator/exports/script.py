"""Values as script files: the one sort of data that a page opened from a folder can load."""

from __future__ import annotations

import json
from typing import Any


def compact(value: Any) -> str:
    """A value as JSON that may stand in a script as it is."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    # two signs that end a line for JavaScript before 2019, and not for JSON
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
