"""Verdicts with who gave them, and the evidence for and against a practice, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from generator.analysis.insights.evidence import PracticeEvidence
from generator.analysis.insights.lessons import lesson_counts
from generator.model.kinds.measure_words import EVIDENCE_LEVELS
from generator.model.kinds.prototype import verdict_option
from generator.model.kinds.prototype_words import Judge
from generator.site.parts.content import SiteContent
from generator.site.parts.field_values import option_tag
from generator.site.parts.inlines import Inlines, Tag

_JUDGE_PHRASES: dict[Judge | None, str] = {
    "independent": "in an independent evaluation",
    "those-involved": "in the view of those involved",
    "academy": "in the view of the academy",
    None: "not stated in whose view",
}


def verdict_tag(site: SiteContent, prototype: str) -> Inlines:
    """Return the verdict on a prototype as a tag that says who gave it."""
    return (option_tag(verdict_option(site.index.prototype(prototype))),)


def judges_phrase(site: SiteContent, prototypes: Iterable[str]) -> str:
    """Return how many verdicts each judge gave: “1 in the view of those involved”.

    Empty where none of the prototypes has a verdict.
    """
    judges = lesson_counts(site.index).judges
    counts = Counter(judges[prototype] for prototype in prototypes if prototype in judges)
    return ", ".join(
        f"{counts[judge]:,} {phrase}" for judge, phrase in _JUDGE_PHRASES.items() if counts[judge]
    )


def judges_suffix(site: SiteContent, prototypes: Iterable[str]) -> str:
    """Return the same phrase for the end of a sentence: “: 1 in the view of those involved”.

    Empty where there is no verdict.
    """
    phrase = judges_phrase(site, prototypes)
    return f": {phrase}" if phrase else ""


def evidence_phrase(proof: PracticeEvidence) -> str:
    """Return the results for and against a practice, each with its strongest evidence.

    “2 improved (figures given), 1 worse (compared with others)”.
    """
    strength = EVIDENCE_LEVELS.label(proof.level).lower()
    against = "none reported worse"
    if proof.worsened:
        level = EVIDENCE_LEVELS.label(proof.level_against or "not-stated").lower()
        against = f"{len(proof.worsened):,} worse ({level})"
    link = "; link inferred" if proof.inferred else ""
    return f"{len(proof.improved):,} improved ({strength}), {against}{link}"


def evidence_tag(proof: PracticeEvidence) -> Inlines:
    """Return the same as a tag without colour: each verdict is on a whole prototype."""
    return (Tag(evidence_phrase(proof), "plain"),)
