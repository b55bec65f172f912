"""Fidelity: how closely adoptions were to follow the original, and how closely they did."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import get_args

from generator.analysis.index import AdoptionIndex, memoised
from generator.analysis.insights.insight import Insight
from generator.model.kinds.adoption import Adoption, was_begun
from generator.model.kinds.adoption_words import Fidelity


@dataclass(frozen=True, slots=True)
class FidelityChange:
    """The adoptions with one pair of planned and actual fidelity."""

    planned: str
    actual: str
    adoptions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FidelityResult:
    """The results of the adoptions with one actual fidelity.

    `verdicts`: how many resulting prototypes have each verdict. `without`: how many adoptions name
    no resulting prototype, so that their result is unknown.
    """

    fidelity: str
    adoptions: tuple[str, ...]
    prototypes: tuple[str, ...]
    verdicts: dict[str, int]
    without: int


@dataclass(frozen=True, slots=True)
class CopyOrApply:
    """Planned and actual fidelity, and the results of each.

    `planned` and `actual`: how many adoptions have each fidelity. `drift`: adoptions that were to
    be faithful and are not. `happened`: how many adoptions have begun.
    """

    planned: dict[str, int]
    actual: dict[str, int]
    happened: int
    matrix: tuple[FidelityChange, ...]
    drift: tuple[str, ...]
    outturns: tuple[FidelityResult, ...]


@memoised
def copy_or_apply(index: AdoptionIndex) -> CopyOrApply:
    """We count adoptions that have begun, including those paused or stopped since, by how closely
    people planned to follow the original and how closely they did. The outcome is the verdict on
    the prototypes that resulted. Drift means that an adoption was planned as an exact copy and
    turned out otherwise. The answer says how few cases there are.
    """
    words = get_args(Fidelity)
    begun = [adoption for adoption in index.adoptions if was_begun(adoption)]
    pairs: dict[tuple[str, str], list[str]] = defaultdict(list)
    for adoption in begun:
        pairs[adoption.fidelity_planned, adoption.fidelity_actual].append(adoption.id)
    drift = (
        adoption.id
        for adoption in begun
        if adoption.fidelity_planned == "faithful"
        and adoption.fidelity_actual not in ("faithful", "not-stated")
    )
    matrix = (FidelityChange(*pair, tuple(pairs[pair])) for pair in sorted(pairs, key=_order))
    return CopyOrApply(
        planned=_counts(adoption.fidelity_planned for adoption in index.adoptions),
        actual=_counts(adoption.fidelity_actual for adoption in index.adoptions),
        happened=len(begun),
        matrix=tuple(matrix),
        drift=tuple(drift),
        outturns=tuple(_result(index, begun, word) for word in words),
    )


def _order(pair: tuple[str, str]) -> tuple[int, int]:
    words = get_args(Fidelity)
    return words.index(pair[0]), words.index(pair[1])


def _counts(words: Iterable[str]) -> dict[str, int]:
    counts = Counter(words)
    return {word: counts[word] for word in get_args(Fidelity)}


def _result(index: AdoptionIndex, begun: list[Adoption], fidelity: str) -> FidelityResult:
    adoptions = [adoption for adoption in begun if adoption.fidelity_actual == fidelity]
    prototypes = index.ids(
        target for adoption in adoptions for target in adoption.resulting_prototypes
    )
    verdicts = Counter(index.prototype(prototype).verdict for prototype in prototypes)
    return FidelityResult(
        fidelity=fidelity,
        adoptions=tuple(adoption.id for adoption in adoptions),
        prototypes=prototypes,
        verdicts=dict(sorted(verdicts.items())),
        without=sum(not adoption.resulting_prototypes for adoption in adoptions),
    )


INSIGHTS = (Insight("copy_or_apply", "Is it better to copy or to adapt?", copy_or_apply),)
