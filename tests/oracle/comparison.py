"""Each difference between what the oracle and the product answer, in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import networkx as nx

from tests.oracle import rules
from tests.oracle.answers import Oracle

Answers = dict[str, Any]


def differences(oracle: Oracle, answers: Answers) -> list[str]:
    """Every difference; none when the two agree."""
    return [difference for compare in COMPARISONS for difference in compare(oracle, answers)]


def _unequal(what: str, right: Any, answer: Any) -> Iterator[str]:
    if right != answer:
        yield f"{what}: the records say {right}, the product says {answer}"


def compare_practised(oracle: Oracle, answers: Answers) -> Iterator[str]:
    """Where each practice is practised, and what was halted there."""
    for area in sorted(oracle.academy.areas):
        for practice in sorted(oracle.academy.practices):
            cell = answers["practised"].get(area, {}).get(practice, {})
            right = oracle.practised(area, practice)
            yield from _unequal(f"{practice} in {area}", right, cell.get("practised", "no"))
            if not oracle.uses_itself(area, practice):
                halted = oracle.halted_itself(area, practice)
                missing = halted - set(cell.get("halted", ()))
                yield from _unequal(f"{practice} halted in {area}, left out", set(), missing)


def compare_reach(oracle: Oracle, answers: Answers) -> Iterator[str]:
    """How far each practice has spread."""
    for practice in sorted(oracle.academy.practices):
        reach = answers["reach"][practice]
        for name, statuses in (
            ("actual", rules.ACTUAL),
            ("planned", rules.PLANNED),
            ("halted", rules.HALTED),
        ):
            right = {
                adoption_id
                for adoption_id, adoption in oracle.academy.adoptions.items()
                if adoption.get("practice") == practice and adoption["status"] in statuses
            }
            yield from _unequal(f"adoptions of {practice}, {name}", right, set(reach[name]))
        using = {area for area in oracle.academy.areas if oracle.uses_itself(area, practice)}
        yield from _unequal(f"areas that use {practice}", using, set(reach["areas"]))


def compare_learning(oracle: Oracle, answers: Answers) -> Iterator[str]:
    """Who learns from whom, and who only plans to."""
    network = answers["learning_network"]
    lessons = oracle.lessons()
    for name, pairs in (("actual", lessons.current), ("planned", lessons.planned)):
        answered = {(one["source"], one["adopter"]) for one in network["lessons"] if one[name]}
        yield from _unequal(f"pairs of source and learner, {name}", set(pairs), answered)
    for suffix, pairs in (("", lessons.current), ("_planned", lessons.planned)):
        graph = nx.DiGraph(list(pairs))
        sources = {area for area, number in graph.out_degree if number}
        adopters = {area for area, number in graph.in_degree if number}
        groups = {tuple(sorted(some)) for some in nx.weakly_connected_components(graph)}
        yield from _unequal(f"sources{suffix}", sources, set(network[f"sources{suffix}"]))
        yield from _unequal(f"adopters{suffix}", adopters, set(network[f"adopters{suffix}"]))
        joined = {tuple(sorted(some)) for some in network[f"components{suffix}"]}
        yield from _unequal(f"components{suffix}", groups, joined)
        if not suffix:
            yield from _unequal("bridges", sources & adopters, set(network["bridges"]))


def compare_begun(oracle: Oracle, answers: Answers) -> Iterator[str]:
    """How many adoptions have begun, those since halted among them."""
    right = sum(map(rules.has_begun, oracle.academy.adoptions.values()))
    yield from _unequal("adoptions ever begun", right, answers["copy_or_apply"]["happened"])


def compare_evidence(oracle: Oracle, answers: Answers) -> Iterator[str]:
    """Which practices are known to work, how surely, and what stands against them."""
    for practice in sorted(oracle.academy.practices):
        evidence = answers["evidenced"].get(practice)
        level = oracle.evidence.level(practice)
        yield from _unequal(
            f"evidence that {practice} works", level, evidence and evidence["level"]
        )
        if evidence and level:
            against = oracle.evidence.level_against(practice)
            yield from _unequal(f"evidence against {practice}", against, evidence["level_against"])
            mixed = oracle.evidence.is_mixed(practice)
            yield from _unequal(f"mixed evidence of {practice}", mixed, evidence["mixed"])
            inferred = oracle.evidence.rests_on_inference(practice)
            yield from _unequal(f"inferred use of {practice}", inferred, evidence["inferred"])


def compare_programmes(oracle: Oracle, answers: Answers) -> Iterator[str]:
    """Which programmes worked, how surely, and what stands against each."""
    listed = answers["programmes"]
    for prototype in sorted(oracle.academy.prototypes):
        programme = listed.get(prototype)
        level = oracle.evidence.programme_level(prototype)
        yield from _unequal(
            f"evidence for programme {prototype}", level, programme and programme["level"]
        )
        if programme and level:
            mixed = oracle.evidence.is_programme_mixed(prototype)
            yield from _unequal(f"mixed evidence of {prototype}", mixed, programme["mixed"])
            against = oracle.evidence.others_against(prototype)
            yield from _unequal(f"work against {prototype}", against, set(programme["failed"]))


def compare_findings(oracle: Oracle, answers: Answers) -> Iterator[str]:
    """How many results of each programme and outcome went which way, and what is inferred."""
    finding_of = {(one["prototype"], one["outcome"]): one for one in answers["evidence_map"]}
    for prototype in sorted(oracle.academy.prototypes):
        for outcome in sorted(oracle.academy.outcomes):
            right = oracle.evidence.findings(prototype, outcome)
            finding = finding_of.get((prototype, outcome))
            counts = {name: _count(finding[name]) if finding else 0 for name in right}
            yield from _unequal(f"results of {prototype} for {outcome}", right, counts)


def _count(value: int | list[str]) -> int:
    return value if isinstance(value, int) else len(value)


def compare_ready(oracle: Oracle, answers: Answers) -> Iterator[str]:
    """What is ready to adopt."""
    right = {one for one in oracle.academy.prototypes if oracle.evidence.is_ready(one)}
    ready = {one["prototype"] for one in answers["ready_to_adopt"] if one["ready"]}
    yield from _unequal("ready to adopt", right, ready)


def compare_gaps(oracle: Oracle, answers: Answers) -> Iterator[str]:
    """Which programmes each area could adopt: proved, and not all of it used or halted there."""
    for area in sorted(oracle.academy.areas):
        levels = answers["gaps"].get(area, {}).values()
        programmes = {programme for some in levels for programme in some}
        yield from _unequal(f"gaps of {area}", oracle.gaps(area), programmes)


def compare_helpers(oracle: Oracle, answers: Answers) -> Iterator[str]:
    """Who can help with each planned adoption."""
    for plan in answers["buddies"]:
        right = oracle.helpers(plan["area"], plan["practice"])
        yield from _unequal(f"helpers for {plan['adoption']}", right, set(plan["buddies"]))


def compare_boards(oracle: Oracle, answers: Answers) -> Iterator[str]:
    """What a board should know of its area."""
    for area in sorted(oracle.academy.areas):
        report = answers["assurance"][area]
        using = {one for one in oracle.academy.practices if oracle.practised(area, one) == "yes"}
        yield from _unequal(f"in use in {area}", using, set(report["practices"]))
        for name, statuses in (("taken", rules.ACTUAL), ("pending", rules.PLANNED)):
            right = oracle.from_others(area, statuses)
            yield from _unequal(f"{name} from others by {area}", right, set(report[name]))


def compare_barriers(oracle: Oracle, answers: Answers) -> Iterator[str]:
    """The barriers of each area, each once, and which of them were solved."""
    for area in sorted(oracle.academy.areas):
        report = answers["assurance"][area]
        met = oracle.barriers(area)
        barriers = sorted(one["barrier"] for one in report["barriers"])
        yield from _unequal(f"barriers of {area}", sorted(met), barriers)
        standing = sorted(barrier for barrier, solved in met.items() if not solved)
        barriers = sorted(one["barrier"] for one in report["blocked"])
        yield from _unequal(f"barriers that stand in {area}", standing, barriers)


COMPARISONS = (
    compare_practised, compare_reach, compare_learning, compare_begun, compare_evidence,
    compare_programmes, compare_findings,
    compare_ready,
    compare_gaps, compare_helpers, compare_boards, compare_barriers,
)  # fmt: skip
