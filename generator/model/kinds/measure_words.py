"""The vocabularies of measures. Evidence levels follow Nesta's Standards of Evidence (2013)."""

from __future__ import annotations

from typing import Literal

from generator.model.display.vocabulary import Vocabulary

Nature = Literal[
    "result", "baseline", "target", "estimate", "projection", "context", "input", "illustration"
]
NATURES = Vocabulary(
    Nature,
    tones={
        "good": ("result",),
        "plan": ("target", "estimate", "projection", "illustration"),
    },
)
EvidenceLevel = Literal["illustration", "account", "data", "compared", "replicated", "scaled"]
EVIDENCE_LEVELS = Vocabulary(
    EvidenceLevel,
    {
        "account": "Account of those involved",
        "data": "Figures given",
        "compared": "Compared with others",
        "replicated": "Shown again elsewhere",
        "scaled": "Works at scale",
    },
    {"plan": ("illustration",)},
)
Position = Literal["among-the-best", "better", "same", "worse", "among-the-worst"]
POSITIONS = Vocabulary(Position)
ValueForm = Literal["level", "absolute-change", "percent-change"]
VALUE_FORMS = Vocabulary(ValueForm)
ChangeDirection = Literal["improved", "stable", "worsened", "not-stated"]
CHANGE_DIRECTIONS = Vocabulary(
    ChangeDirection, tones={"good": ("improved",), "bad": ("worsened",), "open": ("not-stated",)}
)
