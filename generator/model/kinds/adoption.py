"""Adoption: an area or an organisation takes a practice from elsewhere.

Statuses follow the phases of EPIS (Aarons and others, 2011): interested is exploration, intended is
preparation, begun is implementation, in-place is sustainment. Changes follow FRAME.
"""

from __future__ import annotations

from pydantic import model_validator

from generator.english import counted
from generator.model.display.field_display import RecordSection
from generator.model.fields.alternatives import has_exactly_one
from generator.model.fields.links import Reference, RelationState
from generator.model.fields.progress import Progress, status_progress
from generator.model.kind import (
    RECORD_SECTIONS,
    AskedWhen,
    EvidenceBasis,
    Kind,
    SchemaOrgType,
    Titles,
)
from generator.model.kinds.adoption_fields import AdoptionFields
from generator.model.kinds.adoption_parts import LessonSource


class Adoption(AdoptionFields):
    """An area or an organisation takes a practice from elsewhere."""

    kind = "adoption"
    exactly_one = ("area", "partner")
    _has_exactly_one = model_validator(mode="after")(has_exactly_one)

    @property
    def adopter(self) -> str:
        """The id of the area or organisation that adopts."""
        return self.area or self.partner or ""

    def is_own(self, source: LessonSource) -> bool:
        """Return whether the adopter is the source too: the practice spread within it."""
        return source.origin == self.adopter


def was_begun(record: Adoption) -> bool:
    """Return whether the adoption ever began, even if it was paused or stopped later.

    A history that goes straight from a plan to the halt means that it never began. Without a
    history, a paused or stopped adoption had begun, and a declined one had not.
    """
    progress = status_progress(record.status)
    if progress != "halted":
        return progress == "happened"
    earlier = {status_progress(step.status) for step in record.history}
    if earlier - {"halted"}:
        return "happened" in earlier
    return record.status != "declined"


def halt_reason(record: Adoption) -> str | None:
    """Return the reason of the last step with the present status that gives one, or None."""
    reasons = (step.reason for step in reversed(record.history) if step.status == record.status)
    return next((reason for reason in reasons if reason), None)


def relation_state(record: Adoption, reference: Reference) -> RelationState:
    """Return “internal” for spread within one area, else the progress of the adoption."""
    if _within_one_area(record, reference):
        return "internal"
    return status_progress(record.status)


def _within_one_area(record: Adoption, reference: Reference) -> bool:
    sources = record.learnt_from
    if reference.link.edge == "learnt_from":
        sources = tuple(
            source
            for source in sources
            if reference.target in (source.origin, source.prototype, source.group)
        )
    return all(record.is_own(source) for source in sources)


_FROM_OTHERS: dict[Progress, str] = {
    "happened": "{adopter}: {practice}, learnt from {sources}",
    "planned": "{adopter}: {practice}, plans to learn from {sources}",
    "halted": "{adopter}: {practice} from {sources}, {status}",
}
_WITHIN: dict[Progress, str] = {
    "happened": "{adopter}: {practice}, spread within the {whole}",
    "planned": "{adopter}: {practice}, plans to spread it within the {whole}",
    "halted": "{adopter}: {practice} within the {whole}, {status}",
}


def adopter_in_words(record: Adoption, adopter: str) -> str:
    """Return the title of the adopter or, where areas in it are only counted, how many.

    “2 areas not named, in the county”. Of an organisation: “2 adopters not named, in …”.
    """
    if not record.unnamed_adopters:
        return adopter
    noun = "area" if record.area else "adopter"
    return f"{counted(record.unnamed_adopters, noun)} not named, in {adopter}"


def adoption_title(record: Adoption, titles: Titles) -> str:
    """Return the title as written, or else one made of adopter, practice and sources."""
    if record.title != "-":
        return record.title
    adopter = titles(record.adopter)
    who = adopter_in_words(record, adopter)
    named = (
        titles(source.origin) if source.origin else source.described
        for source in record.learnt_from
    )
    sources = tuple(dict.fromkeys(name for name in named if name and name != adopter))
    phrases = _FROM_OTHERS if sources else _WITHIN
    return phrases[status_progress(record.status)].format(
        adopter=who,
        whole="area" if record.area else "organisation",
        practice=titles(record.practice) if record.practice else "practice not named",
        sources=" and ".join(sources),
        status=record.status,
    )


def adoption_basis(record: Adoption) -> EvidenceBasis | None:
    """Return “planned” until the adoption has begun, then “reported”."""
    return "planned" if status_progress(record.status) == "planned" else "reported"


KIND = Kind(
    name="adoption",
    asked_when=(
        AskedWhen(
            "status",
            ("begun", "in-place"),
            ("adopted_on", "fidelity_actual", "kept", "modifications"),
        ),
        AskedWhen("status", ("paused", "stopped", "declined"), ("history",)),
    ),
    label="Adoption",
    labels="Adoptions",
    with_article="an adoption",
    slug="adoptions",
    model=Adoption,
    folder="registry/adoptions",
    about="What areas and organisations adopted from others or plan to, how closely they followed "
    "it and what they changed.",
    schema_org=SchemaOrgType(
        "Action",
        (
            ("agent", "area"),
            ("agent", "partner"),
            ("object", "practice"),
            ("result", "resulting_prototypes"),
        ),
    ),
    sections=(
        RecordSection("about", "At a glance"),
        RecordSection("from", "Where it comes from"),
        RecordSection("fit", "Copied, adapted or principles applied"),
        RecordSection("history", "Timeline"),
        RecordSection("confirm", "Who says so"),
        *RECORD_SECTIONS,
    ),
    group_by="status",
    untitled_id=("{area}{partner}", "{practice}", "from {learnt_from}"),
    group_order=("in-place", "begun", "intended", "interested"),
    tags=("area", "partner", "practice", "status"),
    columns=("title", "status", "fidelity_planned", "fidelity_actual"),
    next_edges=("of_practice", "learnt_from", "resulted_in"),
    title=adoption_title,
    evidence_basis=adoption_basis,
    relation_state=relation_state,
)
