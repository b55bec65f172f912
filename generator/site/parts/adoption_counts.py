"""Counts of adoptions in words, by how far they have come."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from generator.analysis.index import AdoptionIndex
from generator.model.fields.progress import status_progress
from generator.model.kinds.adoption import Adoption
from generator.model.kinds.adoption_words import STATUSES


def adoption_counts(index: AdoptionIndex, adoptions: Iterable[str], none: str) -> str:
    """Return counts of adoptions: “1 begun or in place, 2 planned, 1 stopped”.

    `adoptions` are ids; `none` is returned when there are none. Halted adoptions are counted by
    their status: paused, stopped or declined.
    """
    counts: Counter[str] = Counter()
    for record_id in adoptions:
        counts[_phrase(index, index.adoption(record_id))] += 1
    named = sorted(counts.items(), key=lambda item: _order(item[0]))
    return ", ".join(f"{number:,} {phrase}" for phrase, number in named) or none


def _phrase(index: AdoptionIndex, adoption: Adoption) -> str:
    progress = status_progress(adoption.status)
    if progress == "happened" and not index.is_from_others(adoption):
        return "spread within its own area" if adoption.area else "spread within one organisation"
    return _PHRASES.get(progress) or STATUSES.label(adoption.status).lower()


_PHRASES = {"happened": "begun or in place", "planned": "planned"}


def _order(phrase: str) -> tuple[int, str]:
    known = tuple(_PHRASES.values())
    return (known.index(phrase) if phrase in known else len(known), phrase)
