"""What is known to work, and how strong the evidence is."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from generator.analysis.index import AdoptionIndex, memoised
from generator.analysis.insights.insight import Insight
from generator.model.display.inferred import is_inferred
from generator.model.kinds.measure import Measure
from generator.model.kinds.measure_words import EvidenceLevel
from generator.model.kinds.outcome import Outcome

RANKED_LEVELS: tuple[EvidenceLevel, ...] = ("account", "data", "compared", "replicated", "scaled")


def evidence_rank(level: str | None) -> int:
    """How strong a level is: 1 for an account to 5 for scaled (Nesta's standards), else 0."""
    return RANKED_LEVELS.index(level) + 1 if level in RANKED_LEVELS else 0


Ranked = tuple[int, Measure]  # a result with the rank of its evidence


@dataclass(frozen=True, slots=True)
class PracticeEvidence:
    """The evidence for and against a practice.

    `level` is that of the strongest improved results, `measures`; `prototypes` report them.
    `improved` are all improved results that count for it, `worsened` those of the prototypes that
    use it which got worse, the strongest of them at `level_against` (None without any). `inferred`:
    only the academy links the prototypes in `prototypes` to the practice.
    """

    practice: str
    level: EvidenceLevel
    prototypes: tuple[str, ...]
    measures: tuple[str, ...]
    improved: tuple[str, ...]
    worsened: tuple[str, ...]
    level_against: EvidenceLevel | None
    inferred: bool

    @property
    def mixed(self) -> bool:
        """Whether some result against it is as strong as the strongest for it, or stronger."""
        return evidence_rank(self.level_against) >= evidence_rank(self.level)


@memoised
def practice_evidence(index: AdoptionIndex) -> dict[str, PracticeEvidence]:
    """A practice is evidenced at a level when a prototype in practice uses it, is judged to have
    worked, and has an improved result at that level or a stronger one. Each practice is listed
    with the strongest level it reaches, and beside it stand the results that got worse in any
    prototype that uses it. A practice that only the academy links to the prototype is marked. Only
    results count: targets, estimates, projections and illustrations never do.
    """
    found: dict[str, list[Ranked]] = defaultdict(list)
    for prototype in index.in_practice:
        if prototype.verdict != "worked":
            continue
        improved = [m for m in index.results_of(prototype.id) if m.change == "improved"]
        ranked = [
            (evidence_rank(m.evidence_level), m)
            for m in improved
            if evidence_rank(m.evidence_level)
        ]
        for practice in index.ids(prototype.practices) if ranked else ():
            found[practice] += ranked
    return {
        one.id: _proof(index, one.id, found[one.id]) for one in index.practices if one.id in found
    }


def _proof(index: AdoptionIndex, practice: str, ranked: list[Ranked]) -> PracticeEvidence:
    best = max(strength for strength, _ in ranked)
    strongest = [measure for strength, measure in ranked if strength == best]
    prototypes = tuple(dict.fromkeys(index.id(m.prototype) or "" for m in strongest))
    worse = [
        m
        for prototype in index.prototypes_using.get(practice, ())
        for m in index.results_of(prototype)
        if m.change == "worsened"
    ]
    against = max((evidence_rank(m.evidence_level) for m in worse), default=0)
    return PracticeEvidence(
        practice=practice,
        level=RANKED_LEVELS[best - 1],
        prototypes=prototypes,
        measures=tuple(dict.fromkeys(m.id for m in strongest)),
        improved=tuple(dict.fromkeys(m.id for _, m in ranked)),
        worsened=tuple(dict.fromkeys(m.id for m in worse)),
        level_against=RANKED_LEVELS[against - 1] if against else None,
        inferred=all(is_use_inferred(index, one, practice) for one in prototypes),
    )


def is_use_inferred(index: AdoptionIndex, prototype: str, practice: str) -> bool:
    """Whether only the academy says that a prototype uses a practice."""
    record = index.prototype(prototype)
    named = [one for one in record.practices if index.id(one) == practice]
    return all(is_inferred(record, "practices", one) for one in named)


def practices_with_evidence(index: AdoptionIndex, level: str) -> tuple[PracticeEvidence, ...]:
    """The practices that are evidenced at `level` or above."""
    return tuple(
        one
        for one in practice_evidence(index).values()
        if evidence_rank(one.level) >= evidence_rank(level)
    )


@dataclass(frozen=True, slots=True)
class OutcomeEvidence:
    """What prototypes that use a practice report of an outcome: results only, each way.

    `inferred` are those whose way the source does not state outright. `linked`: those of prototypes
    that only the academy links to the practice.
    """

    practice: str
    outcome: str
    measures: tuple[str, ...]
    strongest: str
    improved: int
    stable: int
    worsened: int
    unclear: int
    inferred: tuple[str, ...] = ()
    linked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EvidenceMap:
    """Practices by outcomes, both those with most results first; a finding where there is one."""

    practices: tuple[str, ...]
    outcomes: tuple[str, ...]
    findings: dict[tuple[str, str], OutcomeEvidence]


@memoised
def evidence_map(index: AdoptionIndex) -> EvidenceMap:
    """For each practice and outcome: how many results the prototypes that use the practice
    report, how strong the strongest is, and which way they went; where the source does not state
    the way outright, it is counted as inferred. A prototype that uses several
    practices counts for each of them: the map says where to look, not what caused what.
    """
    cells: dict[tuple[str, str], list[Measure]] = defaultdict(list)
    for measure in index.results:
        prototype, outcome = index.id(measure.prototype), index.id(measure.outcome)
        if prototype and outcome:
            for practice in index.ids(index.prototype(prototype).practices):
                cells[practice, outcome].append(measure)
    findings = {key: _finding(index, key, some) for key, some in cells.items()}
    return EvidenceMap(
        practices=_most(findings, 0, [one.id for one in index.practices]),
        outcomes=_most(findings, 1, [one.id for one in index.catalogue.records_of(Outcome)]),
        findings=findings,
    )


def _finding(
    index: AdoptionIndex, key: tuple[str, str], measures: list[Measure]
) -> OutcomeEvidence:
    ways = [m.change for m in measures]
    owners = {one: index.id(one) or "" for one in {m.prototype or "" for m in measures}}
    linked = {one for one, owner in owners.items() if is_use_inferred(index, owner, key[0])}
    return OutcomeEvidence(
        practice=key[0],
        outcome=key[1],
        measures=tuple(m.id for m in measures),
        strongest=max((m.evidence_level or "not-stated" for m in measures), key=evidence_rank),
        improved=ways.count("improved"),
        stable=ways.count("stable"),
        worsened=ways.count("worsened"),
        unclear=sum(way in (None, "not-stated") for way in ways),
        inferred=tuple(m.id for m in measures if m.change and is_inferred(m, "change")),
        linked=tuple(m.id for m in measures if (m.prototype or "") in linked),
    )


def _most(
    findings: dict[tuple[str, str], OutcomeEvidence], axis: int, order: list[str]
) -> tuple[str, ...]:
    counts: dict[str, int] = defaultdict(int)
    for key, finding in findings.items():
        counts[key[axis]] += len(finding.measures)
    place = {one: number for number, one in enumerate(order)}
    return tuple(sorted(counts, key=lambda one: (-counts[one], place[one])))


def findings_by_pair(whole: EvidenceMap) -> tuple[OutcomeEvidence, ...]:
    """The findings in the order of the map."""
    keys = ((practice, outcome) for practice in whole.practices for outcome in whole.outcomes)
    return tuple(whole.findings[key] for key in keys if key in whole.findings)


INSIGHTS = (
    Insight("evidenced", "Which practices are known to work, and how surely?", practice_evidence),
    Insight(
        "evidence_map", "What do results say of each practice?", evidence_map, findings_by_pair
    ),
)
