"""What a measure rests on: a study, figures, words, a plan or an illustration."""

from __future__ import annotations

import re

from generator.model.kind import EvidenceBasis
from generator.model.kinds.measure_fields import MeasureFields

_PLANS = frozenset({"target", "estimate", "projection"})
# A period such as “by 2021” or “2021 projection” lies ahead of whoever wrote it.
_AHEAD = re.compile(r"\b(?:by|until|from|projected|projection|expected|plan\w*)\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def is_past_estimate(measure: MeasureFields) -> bool:
    """Return whether an estimate is of something that happened, and not of what is hoped for.

    It says how it was worked out (its design), which way things went, or in which year.
    """
    if measure.nature != "estimate":
        return False
    period = measure.period or ""
    dated = bool(_YEAR.search(period)) and not _AHEAD.search(period)
    return dated or measure.design is not None or measure.change not in (None, "not-stated")


def result_basis(result: MeasureFields) -> EvidenceBasis:
    """Return what a result rests on.

    Where an independent evaluation or a peer-reviewed study found it, that is the answer. Any other
    result is “observed” only where the record says how it was measured: with a baseline, a
    comparator, a data source or a design. Figures without any of these are “with-figures”.
    """
    if result.evidence_level == "illustration":
        return "illustrative"
    if result.evaluated_by in ("independent", "peer-reviewed"):
        return result.evaluated_by
    if result.evidence_level in (None, "account"):
        return "reported"
    baseline, comparator = result.baseline, result.comparator
    started = baseline is not None and (baseline.value is not None or baseline.text is not None)
    compared = comparator is not None and (
        comparator.value is not None or bool(comparator.area or comparator.group)
    )
    designed = result.design not in (None, "account")
    stated = started or compared or designed or bool(result.data_source)
    return "observed" if stated else "with-figures"


def measure_basis(record: MeasureFields) -> EvidenceBasis:
    """Return what a measure rests on: plans are “planned”, context and inputs “reported”.

    An estimate of what happened rests on what a result would.
    """
    if record.nature == "illustration" or record.evidence_level == "illustration":
        return "illustrative"
    if record.nature == "result" or is_past_estimate(record):
        return result_basis(record)
    return "planned" if record.nature in _PLANS else "reported"
