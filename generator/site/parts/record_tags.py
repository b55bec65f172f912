"""Tags that insights add to a record's card in lists. `RECORD_TAGS` has a line for each kind."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from generator.analysis.insights.evidence import practice_evidence
from generator.analysis.insights.halted import halted_work
from generator.analysis.insights.practice_reach import practice_reach
from generator.english import counted
from generator.model.display.inferred import is_inferred
from generator.model.fields.progress import Progress
from generator.model.kinds.barrier import Barrier
from generator.model.kinds.practice import Practice
from generator.model.kinds.prototype import prototype_progress
from generator.model.record import Record
from generator.site.parts.content import SiteContent
from generator.site.parts.inlines import Tag
from generator.site.parts.last_known import first_known, last_known
from generator.site.parts.verdicts import evidence_phrase


def practice_tags(site: SiteContent, practice: Practice) -> tuple[Tag, ...]:
    """Return in how many areas a practice is used, and the evidence that it worked."""
    reach = practice_reach(site.index)[practice.id]
    proof = practice_evidence(site.index).get(practice.id)
    number = len(reach.areas)
    where = Tag(f"In practice in {counted(number, 'area', 'areas')}", "plain")
    if not number:
        where = _unused_tag(site, practice.id)
    if proof is None:
        return (where,)
    # a verdict is on a whole prototype, so its colour does not apply to one practice
    return (where, Tag(f"Used where it worked: {evidence_phrase(proof)}", "plain"))


NEW = Tag("New", "new")
LINK_INFERRED = Tag("Link inferred", "open")


def is_link_inferred(site: SiteContent, writer: str, reader: str) -> bool:
    """Return whether every link from `writer` to `reader` is inferred."""
    record = site.catalogue.records[writer]
    if not record.inferred:
        return False
    resolve = site.catalogue.resolve
    links = [
        reference
        for reference in site.catalogue.references[writer]
        if resolve(reference.target) == reader
    ]
    inferred = [
        reference
        for reference in links
        if is_inferred(record, str(reference.path[0]), reference.target)
    ]
    return bool(links) and len(inferred) == len(links)


def _unused_tag(site: SiteContent, practice: str) -> Tag:
    """Return whether an unused practice is planned, was stopped, or neither."""
    if practice_reach(site.index)[practice].planned or _stages(site, practice) == {"planned"}:
        return Tag("Planned", "plan")
    if any(practice in work.practices for work in halted_work(site.index)):
        return Tag("Stopped", "bad")
    return Tag("Not in practice yet", "plan")


def _stages(site: SiteContent, practice: str) -> set[Progress]:
    users = site.index.prototypes_using.get(practice, ())
    return {prototype_progress(site.index.prototype(user)) for user in users}


def year_tags(site: SiteContent, record: Record) -> tuple[Tag, ...]:
    """Return the year in which the stage or status of a record was last known to be so."""
    known = last_known(site, record)
    return (Tag(f"As of {known.year}", "plain"),) if known else ()


def barrier_tags(site: SiteContent, barrier: Barrier) -> tuple[Tag, ...]:
    """Return from which years its statuses are: it may have several, from documents of each."""
    first = first_known(site, barrier)
    known = last_known(site, barrier)
    if first and known and known.year != first:
        return (Tag(f"As of {first} to {known.year}", "plain"),)
    return year_tags(site, barrier)


RecordTagger = Callable[[SiteContent, Any], tuple[Tag, ...]]
RECORD_TAGS: dict[str, RecordTagger] = {
    "practice": practice_tags,
    "barrier": barrier_tags,
    "prototype": year_tags,
    "adoption": year_tags,
}
