"""The verdict and the stage of a prototype, in words that depend on the rest of the record."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.model.display.inferred import is_inferred, mark_inferred
from generator.model.display.vocabulary import Option
from generator.model.kinds.prototype_words import (
    JUDGED_VERDICTS,
    JUDGES,
    STAGES,
    VERDICTS,
    Judge,
)

if TYPE_CHECKING:
    from generator.model.kinds.prototype_fields import PrototypeFields

JUDGE_NOT_STATED = "who judged it is not stated"
NO_RESULT = "no result is recorded"
_GOES_ON = frozenset({"testing", "live"})


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
    judge_label = JUDGES.label(judge).lower() if judge else JUDGE_NOT_STATED
    no_result = all(measure.nature != "result" for measure in record.measures)
    end = f"; {NO_RESULT}" if no_result else ""
    return replace(option, label=f"{option.label}, {judge_label}{end}")


def stage_option(record: PrototypeFields) -> Option:
    """Return the stage; work that is over although its stage goes on says when it ended."""
    option = STAGES.option(record.stage)
    if record.ended is None or record.stage not in _GOES_ON:
        return option
    return replace(option, label=f"{option.label}, ended {record.ended.words}", tone="plain")
