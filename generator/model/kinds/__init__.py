"""The kinds of record. `KINDS` is the list: a new kind is one module and one line here."""

from __future__ import annotations

from generator.model.kind import Kind
from generator.model.kinds import (
    adoption,
    area,
    barrier,
    case_study,
    group,
    measure,
    outcome,
    partner,
    practice,
    principle,
    prototype,
    resource,
)
from generator.model.record import Record

__all__ = ["KINDS", "KIND_OF", "Kind", "Record", "build_validators"]

KINDS: tuple[Kind, ...] = (
    prototype.KIND,
    practice.KIND,
    principle.KIND,
    case_study.KIND,
    outcome.KIND,
    measure.KIND,
    adoption.KIND,
    barrier.KIND,
    area.KIND,
    partner.KIND,
    group.KIND,
    resource.KIND,
)

KIND_OF = {kind.name: kind for kind in KINDS}


def build_validators() -> None:
    """Build the validator of each kind now, so that workers which are forked later need not."""
    for kind in KINDS:
        kind.model.model_rebuild()
