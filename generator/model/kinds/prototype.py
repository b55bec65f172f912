"""Prototype: one place's trial or use of one or more practices."""

from __future__ import annotations

from generator.model.fields.links import Reference, RelationState
from generator.model.fields.progress import Progress, stage_progress
from generator.model.kind import (
    EvidenceBasis,
    Kind,
    SchemaOrgType,
)
from generator.model.kinds.measure_basis import result_basis
from generator.model.kinds.prototype_fields import PrototypeFields
from generator.model.kinds.prototype_requirements import ASKED_WHEN, REQUIRED_WHEN
from generator.model.kinds.prototype_sections import LIST_ORDER, SECTIONS
from generator.model.kinds.prototype_words import ROLES


class Prototype(PrototypeFields):
    """One place's trial or use of one or more practices."""

    kind = "prototype"


_JOINT_LEAD = "Joint lead"


def role_in_words(record: Prototype, role: str) -> str:
    """Return a role in a prototype; several that lead do so jointly, each as a “joint lead”."""
    leads = sum(one.role == "lead" for one in record.partners)
    return _JOINT_LEAD if role == "lead" and leads > 1 else ROLES.label(role)


def prototype_progress(record: Prototype) -> Progress:
    """Return whether the work is planned, is in practice, or is over.

    Work that was stopped, has ended or did not work is “halted”: it counts as evidence and as
    history, but neither as use nor as a plan.
    """
    progress = stage_progress(record.stage)
    over = record.ended is not None or record.verdict == "not-worked"
    return "halted" if over and progress == "happened" else progress


def relation_state(record: Prototype, reference: Reference) -> RelationState:  # noqa: ARG001
    """Return the progress of the prototype, which holds for all of its relations."""
    return prototype_progress(record)


# what results can rest on, the strongest first
BEST_BASES: tuple[EvidenceBasis, ...] = ("peer-reviewed", "independent", "observed", "with-figures")


def prototype_basis(record: Prototype) -> EvidenceBasis:
    """Return what the record rests on: “planned” until it is tested, then its best result.

    A record whose measures are all illustrations is “illustrative”.
    """
    if record.measures and all(measure.nature == "illustration" for measure in record.measures):
        return "illustrative"
    if prototype_progress(record) == "planned":
        return "planned"
    results = (measure for measure in record.measures if measure.nature == "result")
    bases = {result_basis(result) for result in results}
    return next((basis for basis in BEST_BASES if basis in bases), "reported")


KIND = Kind(
    name="prototype",
    label="Prototype",
    labels="Prototypes",
    with_article="a prototype",
    slug="prototypes",
    model=Prototype,
    folder="prototypes",
    about="What places have tried, how far it has got, whether it worked and what they learnt.",
    schema_org=SchemaOrgType(
        "Project",
        (("areaServed", "areas"), ("foundingDate", "started"), ("knowsAbout", "practices")),
    ),
    sections=SECTIONS,
    group_by="stage",
    told_apart_by=("areas",),
    group_order=LIST_ORDER,
    tags=("areas", "stage", "verdict"),
    asked_when=ASKED_WHEN,
    required_when=REQUIRED_WHEN,
    next_edges=("uses", "learnt_from", "covers"),
    evidence_basis=prototype_basis,
    relation_state=relation_state,
    comparable=True,
)
