"""Whether a prototype worked, in words that say who judged it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.model.display.inferred import is_inferred, mark_inferred
from generator.model.display.vocabulary import Option
from generator.model.kinds.prototype_words import JUDGED_VERDICTS, JUDGES, VERDICTS, Judge

if TYPE_CHECKING:
    from generator.model.kinds.prototype_fields import PrototypeFields


def judge_of(record: PrototypeFields) -> Judge | None:
    """Return who gave the verdict: the academy if it is inferred; None if nobody is stated."""
    if record.verdict not in JUDGED_VERDICTS:
        return None
    return "academy" if is_inferred(record, "verdict") else record.judged_by


def verdict_option(record: PrototypeFields) -> Option:
    """Return the verdict with a label that adds who gave it and whether it rests on a result."""
    option = VERDICTS.option(record.verdict)
    if record.verdict not in JUDGED_VERDICTS:
        return mark_inferred(option, inferred=is_inferred(record, "verdict"))
    judge = judge_of(record)
    judge_label = JUDGES.label(judge).lower() if judge else "who judged it is not stated"
    no_result = all(measure.nature != "result" for measure in record.measures)
    end = "; no result is recorded" if no_result else ""
    return replace(option, label=f"{option.label}, {judge_label}{end}")
