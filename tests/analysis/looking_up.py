"""Answers about one pair, which the pages take from a whole grid or list."""

from __future__ import annotations

from generator.analysis.index import AdoptionIndex
from generator.analysis.insights.evidence import (
    PracticeEvidence,
    evidence_rank,
    practice_evidence,
)
from generator.analysis.insights.practice_status import PracticeUse, adoption_grid


def practice_use(index: AdoptionIndex, area: str, practice: str) -> PracticeUse:
    """Return whether a practice is in use in an area, by the rule of `adoption_grid`."""
    status = adoption_grid(index).standings.get((area, practice))
    return status.practised if status else "no"


def practices_with_evidence(index: AdoptionIndex, level: str) -> tuple[PracticeEvidence, ...]:
    """Return the practices with evidence at `level` or above."""
    return tuple(
        evidence
        for evidence in practice_evidence(index).values()
        if evidence_rank(evidence.level) >= evidence_rank(level)
    )
