"""Principles and the verdicts on the prototypes that show them."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import get_args

from generator.analysis.index import AdoptionIndex, memoised
from generator.analysis.insights.insight import Insight
from generator.model.display.inferred import is_inferred
from generator.model.kinds.principle import Principle
from generator.model.kinds.prototype_verdict import judge_of
from generator.model.kinds.prototype_words import Verdict


@dataclass(frozen=True, slots=True)
class PrincipleEvidence:
    """A principle and the prototypes that show it, counted by verdict.

    `inferred`: prototypes that only the academy links to the principle. `by_academy`: prototypes
    whose verdict the academy gave.
    """

    principle: str
    prototypes: tuple[str, ...]
    verdicts: dict[str, int]
    inferred: tuple[str, ...]
    by_academy: tuple[str, ...]


@memoised
def principle_evidence(index: AdoptionIndex) -> tuple[PrincipleEvidence, ...]:
    """For each principle: the prototypes that show it, and how many have each verdict. Principles
    that most prototypes show come first. The verdict is on the prototype. It does not prove the
    principle.
    """
    prototypes_of: dict[str, list[str]] = defaultdict(list)
    for prototype in index.prototypes:
        for principle in index.ids(prototype.principles):
            prototypes_of[principle].append(prototype.id)
    rows = (
        _row(index, principle.id, prototypes_of[principle.id])
        for principle in index.catalogue.records_of(Principle)
    )
    return tuple(sorted(rows, key=lambda row: (-len(row.prototypes), row.principle)))


def _row(index: AdoptionIndex, principle: str, prototypes: list[str]) -> PrincipleEvidence:
    counts = Counter(index.prototype(prototype).verdict for prototype in prototypes)
    verdicts = {word: counts[word] for word in get_args(Verdict) if counts[word]}
    return PrincipleEvidence(
        principle=principle,
        prototypes=tuple(prototypes),
        verdicts=verdicts,
        inferred=tuple(p for p in prototypes if _is_link_inferred(index, p, principle)),
        by_academy=tuple(p for p in prototypes if judge_of(index.prototype(p)) == "academy"),
    )


def _is_link_inferred(index: AdoptionIndex, prototype: str, principle: str) -> bool:
    record = index.prototype(prototype)
    written_ids = [target for target in record.principles if index.id(target) == principle]
    return all(is_inferred(record, "principles", target) for target in written_ids)


INSIGHTS = (Insight("principles", "Do prototypes that show a principle work?", principle_evidence),)
