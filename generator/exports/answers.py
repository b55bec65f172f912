"""What the records answer, as data: one key a question, with the rule that answers it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from generator.analysis.insights import INSIGHTS, Insight
from generator.exports.data_scripts import members
from generator.exports.export import AcademyEdition, Export, one, python
from generator.exports.record_values import simple


def make(edition: AcademyEdition) -> bytes:
    """Each insight under its key, with `question`, `rule` and `answer`; records by their ids."""
    return members((one.key, _told(edition, one)) for one in INSIGHTS)


def _told(edition: AcademyEdition, one: Insight) -> dict[str, Any]:
    answer = plain(one.data(edition.index))
    return {"question": one.question, "rule": one.rule, "answer": answer}


def plain(value: Any) -> Any:
    """A typed value as JSON has it: numbers stay numbers, dates and all else become text."""
    if is_dataclass(value) and not isinstance(value, type) and not hasattr(value, "earliest"):
        return {one.name: plain(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(one) for key, one in value.items()}
    if isinstance(value, tuple | list):
        return [plain(one) for one in value]
    value = simple(value)
    return value if value is None or isinstance(value, bool | int | float | str) else str(value)


EXPORT = Export(
    "insights",
    "What the records answer",
    "Use the answers of this site, such as gaps and buddies",
    "Each question that this site answers, with its answer and the rule behind it.",
    one("data/insights.json", make),
    answers=True,
    examples=(
        python(
            "List the questions and their rules",
            """
import json

with open("insights.json", encoding="utf-8") as file:
    answers = json.load(file)
for key, one in answers.items():
    print(key, one["question"], one["rule"], sep=": ")
""",
        ),
    ),
)
