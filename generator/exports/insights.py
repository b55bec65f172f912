"""What the records answer, as data: one key a question, with the rule that answers it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from typing import Any

from generator.exports.base import Export
from generator.insights import INSIGHTS, Index


def make(index: Index) -> bytes:
    """Each insight under its key, with `question`, `rule` and `answer`; records by their ids."""
    found = {
        one.key: {"question": one.question, "rule": one.rule, "answer": plain(one.data(index))}
        for one in INSIGHTS
    }
    return json.dumps(found, ensure_ascii=False, indent=1).encode() + b"\n"


def plain(value: Any) -> Any:
    """A typed value as JSON has it: numbers stay numbers, dates and all else become text."""
    if is_dataclass(value) and not isinstance(value, type) and not hasattr(value, "earliest"):
        return {one.name: plain(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(one) for key, one in value.items()}
    if isinstance(value, tuple | list):
        return [plain(one) for one in value]
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value if value is None or isinstance(value, bool | int | str) else str(value)


EXPORT = Export(
    "data/insights.json", "What the records answer: one key a question, with its rule", make
)
