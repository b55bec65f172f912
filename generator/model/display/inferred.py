"""Which values of a record are inferred: not stated outright by its source.

Each line of `inferred` starts with the name of a field, or of an entry in it (`practices.lean`),
and then gives the reason. A line that starts otherwise is a remark about the record as a whole.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from pydantic import BaseModel

from generator.model.display.vocabulary import Option

# Groups: the field, the entry or nested field, and the rest of the line.
INFERRED_LINE = re.compile(r"([a-z_]+)(?:\.([a-z0-9_-]+))?((?:\W.*)?)$", re.DOTALL)
INFERRED_LABEL = "inferred"


def inferred_fields(record: BaseModel) -> frozenset[str]:
    """Return the fields of a record, or of a nested model, that are inferred at least in part."""
    return frozenset(name for name, _ in _lines(record))


def is_inferred(record: BaseModel, field: str, entry: str = "") -> bool:
    """Return whether a field is inferred as a whole or, with `entry`, whether that entry is."""
    return any(name == field and inner in ("", entry) for name, inner in _lines(record))


def mark_inferred(option: Option, *, inferred: bool) -> Option:
    """Return an option whose label ends with “(inferred)” when `inferred` is true."""
    return replace(option, label=f"{option.label} ({INFERRED_LABEL})") if inferred else option


def _lines(record: BaseModel) -> list[tuple[str, str]]:
    part: Any = record
    lines = part.inferred if "inferred" in vars(part) else ()
    matches = (INFERRED_LINE.match(line) for line in lines)
    return [(match.group(1), match.group(2) or "") for match in matches if match]
