"""The vocabularies of adoptions. Statuses follow the phases of EPIS (Aarons and others, 2011)."""

from __future__ import annotations

from typing import Literal

from generator.model.display.vocabulary import Vocabulary

AdoptionStatus = Literal[
    "interested", "intended", "begun", "in-place", "paused", "stopped", "declined"
]
STATUSES = Vocabulary(
    AdoptionStatus,
    tones={
        "good": ("in-place",),
        "part": ("begun", "paused"),
        "bad": ("stopped", "declined"),
        "plan": ("interested", "intended"),
    },
)
Fidelity = Literal["faithful", "adapted", "principles-only", "not-stated"]
FIDELITIES = Vocabulary(Fidelity, tones={"part": ("adapted",), "open": ("not-stated",)})
AdoptionLevel = Literal["place-based", "sector-based", "wider-partnership"]
LEVELS = Vocabulary(AdoptionLevel)
NEEDS_REASON = frozenset({"paused", "stopped", "declined"})
# what people write where nobody knows the reason of a halt
REASON_NOT_KNOWN = "not known"
