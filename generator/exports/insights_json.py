"""The answers of all insights as JSON, under the key of each insight."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from generator.analysis.insights import INSIGHTS, Insight
from generator.exports.compact_json import object_bytes
from generator.exports.export import AcademyEdition, Export, python_example, single_file
from generator.exports.record_values import scalar_value


def insights_json(edition: AcademyEdition) -> bytes:
    """Return the `question`, `rule` and `answer` of each insight. Records appear as ids."""
    return object_bytes((insight.key, _insight_value(edition, insight)) for insight in INSIGHTS)


def _insight_value(edition: AcademyEdition, insight: Insight) -> dict[str, Any]:
    answer = json_value(insight.data(edition.index))
    return {"question": insight.question, "rule": insight.rule, "answer": answer}


def json_value(value: Any) -> Any:
    """Return a typed value as JSON: numbers stay numbers, dates and other types become text."""
    if is_dataclass(value) and not isinstance(value, type) and not hasattr(value, "earliest"):
        return {field.name: json_value(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): json_value(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [json_value(item) for item in value]
    value = scalar_value(value)
    return value if value is None or isinstance(value, bool | int | float | str) else str(value)


EXPORT = Export(
    "insights",
    "Answers from the records",
    "Use the answers on this site, such as gaps and who can help",
    "Each question that this site answers, with its answer and how it is worked out.",
    single_file("data/insights.json", insights_json, on_request=True),
    answers=True,
    examples=(
        python_example(
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
