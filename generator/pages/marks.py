"""Labels that the insights add to a record's card in lists. `MARKS` is the list: a line a kind."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from generator.insights.evidence import proofs
from generator.insights.halted import halted_work
from generator.insights.spread import reach
from generator.kinds.inferred import is_inferred
from generator.kinds.practice import Practice
from generator.kinds.progress import Progress, stage_progress
from generator.pages.answer import several
from generator.pages.model import Chip
from generator.pages.site import Site
from generator.pages.verdicts import for_and_against


def of_practice(site: Site, practice: Practice) -> tuple[Chip, ...]:
    """In how many areas it is in practice, and the evidence that it worked."""
    found = reach(site.index)[practice.id]
    proof = proofs(site.index).get(practice.id)
    number = len(found.areas)
    where = Chip(f"In practice in {several(number, 'area', 'areas')}", "plain")
    if not number:
        where = _not_in_practice(site, practice.id)
    if proof is None:
        return (where,)
    # the verdict is on the whole of the work, so the practice does not wear its colour
    return (where, Chip(f"Used where it worked: {for_and_against(proof)}", "plain"))


LINK_INFERRED = Chip("Link inferred", "open")


def is_link_inferred(site: Site, writer: str, reader: str) -> bool:
    """Whether a record names another one only by inference."""
    record = site.catalogue.records[writer]
    if not record.inferred:
        return False
    resolve = site.catalogue.resolve
    links = [one for one in site.catalogue.references[writer] if resolve(one.target) == reader]
    inferred = [one for one in links if is_inferred(record, str(one.path[0]), one.target)]
    return bool(links) and len(inferred) == len(links)


def _not_in_practice(site: Site, practice: str) -> Chip:
    """Whether it is planned, was stopped, or is neither."""
    if reach(site.index)[practice].planned or _stages(site, practice) == {"planned"}:
        return Chip("Planned", "plan")
    if any(practice in work.practices for work in halted_work(site.index)):
        return Chip("Stopped", "bad")
    return Chip("Not in practice yet", "plan")


def _stages(site: Site, practice: str) -> set[Progress]:
    users = site.index.users.get(practice, ())
    return {stage_progress(site.index.prototype(one).stage) for one in users}


Marks = Callable[[Site, Any], tuple[Chip, ...]]
MARKS: dict[str, Marks] = {"practice": of_practice}
