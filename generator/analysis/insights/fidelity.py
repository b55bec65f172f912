"""Copy or apply: how close adoptions meant to keep to the original, and how close they did."""

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
    """How many adoptions were planned one way and turned out another; `adoptions` names them."""

    planned: str
    actual: str
    adoptions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FidelityResult:
    """What came of the adoptions that turned out with one fidelity.

    `verdicts`: of the prototypes that resulted, by verdict; `without` counts the adoptions that
    name no resulting prototype, so that nothing can be said of how they did.
    """

    fidelity: str
    adoptions: tuple[str, ...]
    prototypes: tuple[str, ...]
    verdicts: dict[str, int]
    without: int


@dataclass(frozen=True, slots=True)
class CopyOrApply:
    """Fidelity planned against actual, and what came of each.

    `planned` and `actual` count all adoptions by fidelity; `drift` names those that were to be
    faithful and turned out otherwise; `happened` counts the adoptions that have begun.
    """

    planned: dict[str, int]
    actual: dict[str, int]
    happened: int
    matrix: tuple[FidelityChange, ...]
    drift: tuple[str, ...]
    outturns: tuple[FidelityResult, ...]


@memoised
def copy_or_apply(index: AdoptionIndex) -> CopyOrApply:
    """Adoptions that have begun, those since halted among them, are counted by the fidelity that
    was planned and the fidelity that it turned out to be; each outcome is the verdict on the
    prototypes that resulted. Drift is an adoption that was to be faithful and turned out to be
    something else. The answer says how few cases it rests on.
    """
    words = get_args(Fidelity)
    begun = [one for one in index.adoptions if was_begun(one)]
    pairs: dict[tuple[str, str], list[str]] = defaultdict(list)
    for one in begun:
        pairs[one.fidelity_planned, one.fidelity_actual].append(one.id)
    drift = (
        one.id
        for one in begun
        if one.fidelity_planned == "faithful"
        and one.fidelity_actual not in ("faithful", "not-stated")
    )
    matrix = (FidelityChange(*pair, tuple(pairs[pair])) for pair in sorted(pairs, key=_order))
    return CopyOrApply(
        planned=_counts(one.fidelity_planned for one in index.adoptions),
        actual=_counts(one.fidelity_actual for one in index.adoptions),
        happened=len(begun),
        matrix=tuple(matrix),
        drift=tuple(drift),
        outturns=tuple(_outturn(index, begun, word) for word in words),
    )


def _order(pair: tuple[str, str]) -> tuple[int, int]:
    words = get_args(Fidelity)
    return words.index(pair[0]), words.index(pair[1])


def _counts(found: Iterable[str]) -> dict[str, int]:
    counted = Counter(found)
    return {word: counted[word] for word in get_args(Fidelity)}


def _outturn(index: AdoptionIndex, begun: list[Adoption], fidelity: str) -> FidelityResult:
    some = [one for one in begun if one.fidelity_actual == fidelity]
    prototypes = index.ids(target for one in some for target in one.resulting_prototypes)
    verdicts = Counter(index.prototype(one).verdict for one in prototypes)
    return FidelityResult(
        fidelity=fidelity,
        adoptions=tuple(one.id for one in some),
        prototypes=prototypes,
        verdicts=dict(sorted(verdicts.items())),
        without=sum(not one.resulting_prototypes for one in some),
    )


INSIGHTS = (Insight("copy_or_apply", "Is it better to copy or to apply?", copy_or_apply),)
