"""Effect directions: which way the results of each prototype went, outcome by outcome.

After the effect direction plot of Thomson and Thomas (2013), as revised by Boon and Thomson (2021),
for results that cannot be drawn on one scale. The guideline SWiM (Campbell and others, 2020) asks
that such a synthesis state its rule: see `DECISIVE_SHARE`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from generator.analysis.index import AdoptionIndex
from generator.analysis.insights.evidence import strongest_level
from generator.model.kinds.measure import Measure

Direction = Literal["better", "worse", "no-clear-direction", "not-stated"]
# Several results of one prototype for one outcome go one way if at least 70% of them do.
DECISIVE_SHARE = 0.7


@dataclass(frozen=True, slots=True)
class EffectDirection:
    """Which way the results of a prototype went for an outcome.

    `sample`: the largest number of people or cases counted; None where nobody states it.
    `strongest`: the strongest evidence among the results.
    """

    prototype: str
    outcome: str
    direction: Direction
    measures: tuple[str, ...]
    sample: int | None
    strongest: str


def effect_directions(
    index: AdoptionIndex, results: Iterable[Measure]
) -> tuple[EffectDirection, ...]:
    """Return the direction of results for each prototype and outcome, in the order of `results`.

    Results that belong to no prototype are left out.
    """
    groups: dict[tuple[str, str], list[Measure]] = defaultdict(list)
    for result in results:
        prototype, outcome = index.id(result.prototype), index.id(result.outcome)
        if prototype and outcome:
            groups[prototype, outcome].append(result)
    return tuple(
        EffectDirection(
            prototype=prototype,
            outcome=outcome,
            direction=_direction(measures),
            measures=tuple(measure.id for measure in measures),
            sample=max((m.sample for m in measures if m.sample is not None), default=None),
            strongest=strongest_level(measures),
        )
        for (prototype, outcome), measures in groups.items()
    )


def share_one_scale(results: Iterable[Measure]) -> bool:
    """Return whether all results are figures of one outcome, in one form and one unit."""
    scales = {(m.outcome, m.form or "level", m.unit, m.value is None) for m in results}
    return len(scales) < 2 and not any(in_words for *_, in_words in scales)


def _direction(measures: list[Measure]) -> Direction:
    stated = [m.change for m in measures if m.change not in (None, "not-stated")]
    if not stated:
        return "not-stated"
    if stated.count("improved") >= DECISIVE_SHARE * len(stated):
        return "better"
    if stated.count("worsened") >= DECISIVE_SHARE * len(stated):
        return "worse"
    return "no-clear-direction"
