"""Which values of a record its source does not state outright, by the lines of its `inferred`.

A line starts with the name of a field, or of one entry in it (`practices.lean`); the rest of the
line says why. A line that starts otherwise is a remark about the record as a whole.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from pydantic import BaseModel

from generator.model.display.vocabulary import Option

# the field that a line starts with, the entry or part of it, and the rest
INFERRED_LINE = re.compile(r"([a-z_]+)(?:\.([a-z0-9_-]+))?((?:\W.*)?)$", re.DOTALL)
INFERRED_LABEL = "inferred"


def inferred_fields(record: BaseModel) -> frozenset[str]:
    """The fields of a record or of a part of one that are inferred as a whole or in part."""
    return frozenset(name for name, _ in _lines(record))


def is_inferred(record: BaseModel, field: str, entry: str = "") -> bool:
    """Whether a field is inferred as a whole or, with `entry`, that entry of it."""
    return any(name == field and inner in ("", entry) for name, inner in _lines(record))


def mark_inferred(option: Option, *, inferred: bool) -> Option:
    """An option that says of itself when it is inferred."""
    return replace(option, label=f"{option.label} ({INFERRED_LABEL})") if inferred else option


def _lines(record: BaseModel) -> list[tuple[str, str]]:
    lines: Any = vars(record).get("inferred") or ()
    found = (INFERRED_LINE.match(line) for line in lines)
    return [(match.group(1), match.group(2) or "") for match in found if match]
