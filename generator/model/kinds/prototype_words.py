"""The vocabularies of prototypes: stages, verdicts, judges, roles and types."""

from __future__ import annotations

from typing import Literal

from generator.model.display.vocabulary import Vocabulary

Stage = Literal[
    "idea", "proposed", "agreed", "designing", "procuring", "testing", "live", "completed",
    "stopped",
]  # fmt: skip
STAGES = Vocabulary(
    Stage,
    tones={
        "good": ("live", "completed"),
        "part": ("testing",),
        "bad": ("stopped",),
        "plan": ("idea", "proposed", "agreed", "designing", "procuring"),
    },
)
Verdict = Literal["worked", "worked-in-part", "not-worked", "too-early", "not-reported"]
VERDICTS = Vocabulary(
    Verdict,
    {
        "not-worked": "Did not work",
        "too-early": "Too early to say",
        "not-reported": "No result reported",
    },
    {
        "good": ("worked",),
        "part": ("worked-in-part",),
        "bad": ("not-worked",),
        "open": ("too-early", "not-reported"),
    },
)
JUDGED_VERDICTS = frozenset({"worked", "worked-in-part", "not-worked"})
Judge = Literal["those-involved", "independent", "peer-reviewed", "academy"]
JUDGES = Vocabulary(
    Judge,
    {
        "those-involved": "In the view of those involved",
        "independent": "Judged by an independent evaluation",
        "peer-reviewed": "Judged in a peer-reviewed study",
        "academy": "Judged by the academy from what the source says",
    },
    {"good": ("independent", "peer-reviewed"), "part": ("those-involved", "academy")},
)
Role = Literal[
    "lead", "member", "commissioner", "provider", "funder", "host", "supporter", "adviser",
    "dissemination", "workforce-development",
]  # fmt: skip
ROLES = Vocabulary(Role)
PrototypeType = Literal["service", "programme", "joint-arrangement", "platform"]
TYPES = Vocabulary(PrototypeType)
IN_PRACTICE = frozenset({"testing", "live", "completed"})
