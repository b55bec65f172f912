"""Verdicts with who gave them, and the evidence for and against a practice, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from generator.analysis.insights.evidence import PracticeEvidence
from generator.analysis.insights.lessons import lesson_counts
from generator.analysis.insights.programmes import ProgrammeEvidence
from generator.english import counted
from generator.model.kinds.measure import Measure
from generator.model.kinds.measure_words import EVIDENCE_LEVELS, ChangeDirection, EvidenceLevel
from generator.model.kinds.prototype_verdict import verdict_option
from generator.model.kinds.prototype_words import Judge
from generator.site.parts.content import SiteContent
from generator.site.parts.field_values import option_tag
from generator.site.parts.inlines import Inlines, Tag, Text

WHOLE_PROGRAMMES = (
    "These are results of whole programmes. They do not show which practice made the difference."
)
MIXED = Tag("Evidence is mixed", "part")
_JUDGE_PHRASES: dict[Judge | None, str] = {
    "independent": "in an independent evaluation",
    "peer-reviewed": "in a peer-reviewed study",
    "those-involved": "in the view of those involved",
    "academy": "in the view of the academy",
    None: "not stated in whose view",
}


_CHANGE_PHRASES: dict[ChangeDirection, str] = {
    "improved": "improved",
    "worsened": "worse",
    "stable": "stable",
    "no-clear-difference": "no clear difference",
    "not-stated": "with no direction stated",
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

    “2 improved (figures given), 1 worse (compared with others), 1 no clear difference (figures
    given), 1 prototype did not work”.
    """
    parts = [f"{len(proof.improved):,} improved ({_strength(proof.level)})"]
    if proof.worsened:
        parts.append(f"{len(proof.worsened):,} worse ({_strength(proof.level_against)})")
    else:
        parts.append("none reported worse")
    if proof.unclear:
        count = f"{len(proof.unclear):,} no clear difference"
        parts.append(f"{count} ({_strength(proof.level_unclear)})")
    if proof.failed:
        parts.append(f"{counted(len(proof.failed), 'prototype')} did not work")
    link = "; link inferred" if proof.inferred else ""
    return f"{', '.join(parts)}{link}"


def results_for_and_against(programme: ProgrammeEvidence) -> str:
    """Return the results of a programme, for and against, each with its strongest evidence.

    “2 improved (figures given), 1 worse (compared with others); 1 of these directions inferred”.
    """
    groups = (
        (programme.improved, "improved", programme.level),
        (programme.worsened, "worse", programme.level_against),
        (programme.unclear, "no clear difference", programme.level_unclear),
        (programme.stable, "stable", None),
        (programme.not_stated, "direction not stated", None),
    )
    parts = [
        f"{len(results):,} {words}{f' ({_strength(level)})' if level else ''}"
        for results, words, level in groups
        if results
    ]
    if programme.improved and not programme.worsened:
        parts.insert(1, "none worse")
    notes = [", ".join(parts) or "None reported"]
    if programme.inferred:
        notes.append(f"{len(programme.inferred):,} of these directions inferred")
    if programme.failed:
        others = counted(len(programme.failed), "other programme", "other programmes")
        notes.append(f"{others} with one of its practices did not work or got worse")
    return "; ".join(notes)


def practices_inside(programme: ProgrammeEvidence) -> str:
    """Return how many practices are in a programme: “4 practices inside”."""
    return f"{counted(len(programme.practices), 'practice')} inside"


def programme_tags(programme: ProgrammeEvidence) -> Inlines:
    """Return the same as text, with a tag where the evidence is mixed."""
    mixed = (MIXED,) if programme.mixed else ()
    return (Text(results_for_and_against(programme)), *mixed)


def results_phrase(results: Sequence[Measure]) -> str:
    """Return which way results went where no prototype is judged to have worked.

    “2 improved, 1 worse; no prototype is judged to have worked”. Empty without results.
    """
    changes = changes_phrase(results)
    return f"{changes}; no prototype is judged to have worked" if changes else ""


def changes_phrase(results: Iterable[Measure]) -> str:
    """Return how many results went which way: “2 improved, 1 worse”. Empty without results."""
    changes = Counter(measure.change or "not-stated" for measure in results)
    return ", ".join(
        f"{changes[change]:,} {words}"
        for change, words in _CHANGE_PHRASES.items()
        if changes[change]
    )


def _strength(level: EvidenceLevel | None) -> str:
    return EVIDENCE_LEVELS.label(level or "not-stated").lower()


def evidence_tag(proof: PracticeEvidence) -> Inlines:
    """Return the same as a tag without colour: each verdict is on a whole prototype."""
    mixed = (MIXED,) if proof.mixed else ()
    return (Tag(evidence_phrase(proof), "plain"), *mixed)
