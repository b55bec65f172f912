"""The vocabularies of measures. Evidence levels follow Nesta's Standards of Evidence (2013).

`DESIGN_LEVELS` says which design supports which level.
"""

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
        "account": "Account in words",
        "data": "Figures given",
        "compared": "Compared with others",
        "replicated": "Shown again elsewhere",
        "scaled": "Works at scale",
    },
    {"plan": ("illustration",)},
)
Position = Literal["among-the-best", "better", "same", "worse", "among-the-worst"]
POSITIONS = Vocabulary(Position)
ValueForm = Literal[
    "level", "absolute-change", "percent-change", "difference", "percent-difference", "ratio",
    "standardised-difference",
]  # fmt: skip
VALUE_FORMS = Vocabulary(
    ValueForm,
    {
        "level": "Amount",
        "absolute-change": "Change over time",
        "percent-change": "Change over time, in percent",
        "difference": "Difference between groups",
        "percent-difference": "Difference between groups, in percent",
        "ratio": "Ratio of two groups (1 is no difference)",
        "standardised-difference": "Difference between groups, in standard deviations",
    },
)
# The forms of changes and differences, and the value that means no effect in each.
NO_EFFECT: dict[ValueForm, int] = {
    "absolute-change": 0,
    "percent-change": 0,
    "difference": 0,
    "percent-difference": 0,
    "ratio": 1,
    "standardised-difference": 0,
}
# A ratio and a difference in standard deviations are pure numbers: they need no unit.
UNITLESS_FORMS: frozenset[ValueForm | None] = frozenset({"ratio", "standardised-difference"})
GROUP_FORMS: frozenset[ValueForm] = frozenset(
    {"difference", "percent-difference", "ratio", "standardised-difference"}
)
ChangeDirection = Literal["improved", "stable", "worsened", "no-clear-difference", "not-stated"]
CHANGE_DIRECTIONS = Vocabulary(
    ChangeDirection,
    tones={
        "good": ("improved",),
        "bad": ("worsened",),
        "open": ("no-clear-difference", "not-stated"),
    },
)
Statistic = Literal["mean", "median", "total", "share", "rate"]
STATISTICS = Vocabulary(Statistic)
Design = Literal[
    "account", "before-after", "time-series", "matched-comparison", "difference-in-differences",
    "randomised", "review", "modelled",
]  # fmt: skip
DESIGNS = Vocabulary(
    Design,
    {
        "account": "Account of people who were there",
        "before-after": "Before and after",
        "time-series": "Series over time",
        "matched-comparison": "Comparison with a matched group",
        "randomised": "Randomised trial",
        "review": "Review of several places",
        "modelled": "Modelled",
    },
)
DESIGN_LEVELS: dict[Design, EvidenceLevel] = {
    "account": "account",
    "before-after": "data",
    "time-series": "data",
    "modelled": "data",
    "matched-comparison": "compared",
    "difference-in-differences": "compared",
    "randomised": "compared",
    "review": "replicated",
}
Evaluator = Literal["those-involved", "independent", "peer-reviewed"]
EVALUATORS = Vocabulary(
    Evaluator,
    {
        "those-involved": "The people who did the work",
        "independent": "An independent evaluation",
        "peer-reviewed": "A peer-reviewed study",
    },
    {"good": ("independent", "peer-reviewed"), "part": ("those-involved",)},
)
