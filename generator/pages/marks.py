"""Labels that the insights add to a record's card in lists. `MARKS` is the list: a line a kind."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from generator.insights.evidence import proofs
from generator.insights.spread import reach
from generator.kinds.measure import EVIDENCE_LEVELS
from generator.kinds.practice import Practice
from generator.pages.answer import several
from generator.pages.model import Chip
from generator.pages.site import Site


def of_practice(site: Site, practice: Practice) -> tuple[Chip, ...]:
    """In how many areas it is in practice, and the evidence that it worked."""
    found = reach(site.index)[practice.id]
    proof = proofs(site.index).get(practice.id)
    number = len(found.areas)
    where = Chip(f"In practice in {several(number, 'area', 'areas')}", "plain")
    if not number:
        where = Chip("Planned" if found.planned else "Not in practice yet", "plan")
    if proof is None:
        return (where,)
    # the verdict is on the whole of the work, so the practice does not wear its colour
    return (
        where,
        Chip(f"Used where it worked: {EVIDENCE_LEVELS.label(proof.level).lower()}", "plain"),
    )


Marks = Callable[[Site, Any], tuple[Chip, ...]]
MARKS: dict[str, Marks] = {"practice": of_practice}
