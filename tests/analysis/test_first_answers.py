"""The answers of the first academy: the numbers of the requirements, by their codes."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

from generator.analysis.insights import AdoptionIndex
from generator.analysis.insights.assurance import assurance
from generator.analysis.insights.barriers import barrier_histories, barriers_of
from generator.analysis.insights.evidence import (
    evidence_map,
    practice_evidence,
    practices_with_evidence,
)
from generator.analysis.insights.expected_measures import expected_measures
from generator.analysis.insights.fidelity import copy_or_apply
from generator.analysis.insights.gaps import buddies_for, gaps_from_level, plan_helpers
from generator.analysis.insights.governance import group_places, partner_places
from generator.analysis.insights.learning import (
    adoption_levels,
    learning_network,
    taught_prototypes,
)
from generator.analysis.insights.learning_support import support_matches
from generator.analysis.insights.lessons import lesson_counts, review_schedule
from generator.analysis.insights.money import money_figures
from generator.analysis.insights.outliers import comparator_results
from generator.analysis.insights.pace import adoption_delay, months_saved
from generator.analysis.insights.population import population_projections
from generator.analysis.insights.practice_reach import adoption_counts, practice_reach
from generator.analysis.insights.practice_status import adoption_grid, practice_use
from generator.analysis.insights.principles import principle_evidence
from generator.analysis.insights.results import outcome_framework, result_counts
from generator.analysis.insights.value_case import outcome_routes, ready_to_adopt, value_cases
from generator.records.catalogue import read_catalogue
from tests.sites import FIRST_ACADEMY

TEES_BOROUGHS = ("middlesbrough", "redcar-and-cleveland")


@cache
def academy() -> AdoptionIndex:
    return AdoptionIndex(read_catalogue(FIRST_ACADEMY)[0])


def test_joint_commissioning_is_one_practice_in_four_areas() -> None:
    """PP01"""
    index = academy()
    users = index.prototypes_using["joint-commissioning"]
    assert len(users) == 5
    assert len({area for one in users for area in index.prototype(one).areas}) == 4
    found = practice_reach(index)["joint-commissioning"]
    assert set(found.prototypes) <= set(users)


@pytest.mark.parametrize("area", TEES_BOROUGHS)
def test_joint_commissioning_of_the_wider_area_counts_for_the_boroughs(area: str) -> None:
    """PL05"""
    assert practice_use(academy(), area, "joint-commissioning") == "yes"
    standing = adoption_grid(academy()).standings[area, "joint-commissioning"]
    assert "south-tees-joint-commissioning" in standing.prototypes


def test_gaps_of_middlesbrough() -> None:
    """AD06"""
    found = gaps_from_level(academy(), "middlesbrough", "data")
    assert len(found) == 4
    assert len([one for one in found if one.adoptions]) == 2
    near = {buddies_for(academy(), one.practice, "middlesbrough") for one in found}
    assert near == {("darlington",)}


def test_unnamed_adopters_are_unknown_and_counted() -> None:
    """AD07, AD13"""
    index = academy()
    unsure = {
        one.area for one in adoption_grid(index).standings.values() if one.practised == "unknown"
    }
    assert unsure == {*index.areas_inside["tees-valley"]} - {"darlington"}
    assert sum(one.unnamed for one in practice_reach(index).values()) == 2
    assert len([one for one in index.adoptions if one.practice is None]) == 5


def test_the_grid_has_every_area_and_every_practice_in_use() -> None:
    """AD07"""
    index = academy()
    found = adoption_grid(index)
    assert len(found.areas) == 16
    in_use = {one for p in index.in_practice for one in p.practices}
    assert in_use <= set(found.practices)


def test_sources_of_south_tyneside() -> None:
    """AD01"""
    found = learning_network(academy()).from_whom("south-tyneside", "happened")
    assert len({one.source for one in found}) == 4
    assert [one.practice for one in found].count(None) == 3


def test_the_learning_network() -> None:
    """AD14"""
    found = learning_network(academy())
    assert len(found.lessons) == 13
    planned = {*found.sources_planned, *found.adopters_planned}
    assert len({*found.sources, *found.adopters} | planned) == 14
    assert (len(found.sources), len(found.adopters)) == (6, 3)
    assert found.bridges == ("tees-valley",)
    assert sum(one.actual for one in found.lessons) == 6
    assert sum(one.planned for one in found.lessons) == 7


def test_the_balance_of_strands() -> None:
    """AD10"""
    found = {one.prototype: one for one in taught_prototypes(academy())}
    chronic = found["darlington-long-term-conditions-collaborative"]
    assert (chronic.lead, chronic.areas) == ("darlington", TEES_BOROUGHS)
    improve = found["south-tees-improve"]
    assert (improve.lead, improve.areas) == ("south-tees", ("darlington",))


def test_levels_of_collaboration() -> None:
    """AD09"""
    assert adoption_levels(academy()) == {
        "place-based": 7, "sector-based": 7, "wider-partnership": 0, "not-stated": 0,
    }  # fmt: skip


def test_pace_is_not_computable() -> None:
    """AD08"""
    found = adoption_delay(academy())
    assert (found.median, found.dated, found.adoptions) == (None, 0, 14)
    assert {one.months for one in months_saved(academy())} == {6}


def test_who_is_interested() -> None:
    """AD12"""
    index = academy()
    found = {one.area for one in index.adoptions if one.status == "interested"}
    assert found == {"hartlepool", "stockton-on-tees"}
    assert adoption_counts(index) == {"interested": 2, "intended": 5, "begun": 2, "in-place": 5}


def test_copy_or_apply() -> None:
    """AD02, AD16"""
    found = copy_or_apply(academy())
    assert (found.planned["faithful"], found.actual["faithful"]) == (4, 0)
    [drifted] = found.drift
    assert academy().adoption(drifted).fidelity_actual == "principles-only"
    copied = [one for one in found.matrix if one.planned == "faithful"]
    assert [(one.actual, len(one.adoptions)) for one in copied] == [("principles-only", 1)]


def test_nothing_is_ready_to_adopt() -> None:
    """AD04"""
    assert [one.practice for one in ready_to_adopt(academy()) if one.ready] == []
    assert {one.level for one in practice_evidence(academy()).values()} == {"account", "data"}
    assert len(practices_with_evidence(academy(), "data")) == 4
    assert practices_with_evidence(academy(), "compared") == ()


def test_for_no_outcome_with_two_practices_can_the_cheaper_be_told() -> None:
    """AD05: a way to an outcome has its cost results, or none."""
    shared = {outcome: ways for outcome, ways in outcome_routes(academy()).items() if len(ways) > 1}
    assert shared
    costed = {one.costs for ways in shared.values() for one in ways} - {()}
    assert costed == {("st-end-of-life-costs",)}


@pytest.mark.parametrize("area", ["darlington", *TEES_BOROUGHS])
def test_a_report_for_each_board(area: str) -> None:
    """AD11"""
    found = assurance(academy())[area]
    assert found.here
    assert found.pending
    assert found.open_barriers


@pytest.mark.parametrize(
    ("area", "met", "solved"),
    [("south-tyneside", 7, 3), ("darlington", 10, 1), ("england", 15, 3)],
)
def test_a_board_counts_each_barrier_once_and_those_solved(
    area: str, met: int, solved: int
) -> None:
    found = assurance(academy())[area]
    assert len(found.barriers) == met
    assert sum(barrier.solved for barrier in found.barriers) == solved


def test_spread_inside_south_tyneside_is_not_adopted_from_others() -> None:
    assert len(assurance(academy())["south-tyneside"].taken) == 4


def test_a_wider_area_is_told_who_inside_it_can_help() -> None:
    for gap in assurance(academy())["tees-valley"].gaps:
        assert gap.parts == ("darlington",)
        assert buddies_for(academy(), gap.practice, gap.area)[0] == "darlington"


def test_planned_adoptions_have_buddies() -> None:
    """LE05"""
    found = {one.adoption: one.buddies for one in plan_helpers(academy())}
    assert len(found) == 5
    assert [one for one, others in found.items() if not others] == ["darlington-improve"]


def test_results_of_the_dementia_collaborative() -> None:
    """ME01, ME07"""
    index = academy()
    found = index.results_of("darlington-dementia-collaborative")
    assert len(found) == 7
    assert all(one.unit and one.population for one in found)
    [expected] = expected_measures(index)
    assert expected.prototype == "darlington-dementia-collaborative"
    assert set(expected.given) == {"lead-time", "staff-effort"}
    assert set(expected.missing) == {"quality-of-care", "cycle-time"}


def test_horizons() -> None:
    """ME02"""
    found = outcome_framework(academy())
    assert [len(found[one]) for one in ("short", "medium", "long")] == [7, 3, 2]


def test_figures_beside_others() -> None:
    """ME03"""
    found = comparator_results(academy())
    assert len(found) == 8
    assert {one.beside for one in found} == {"england"}
    assert [one.outlier for one in found] == [True] * 5 + [False] * 3


def test_one_of_five_that_worked_reports_a_cost() -> None:
    """ME04, ME13"""
    index = academy()
    cases = [one for one in value_cases(index).values() if one.verdict == "worked"]
    assert len(cases) == 5
    [costed] = [one for one in cases if one.costs]
    assert costed.prototype == "south-tyneside-end-of-life-care"
    assert [index.measure(one).value for one in costed.costs] == [None]
    assert all("cost" in one.missing for one in cases if one is not costed)


def test_no_total_of_the_three_savings() -> None:
    """ME05"""
    found = money_figures(academy())
    savings = [one for one in found.sums if one.nature == "target"]
    assert sorted(one.value for one in savings) == [1_500_000, 3_000_000, 24_100_000]
    assert found.totals == ()
    [refused] = found.refused
    assert set(refused.measures) == {one.measure for one in savings}
    assert refused.reasons


def test_whose_saving() -> None:
    """ME11"""
    savings = (one for one in money_figures(academy()).sums if one.nature == "target")
    assert Counter(one.partner for one in savings) == {
        "darlington-borough-council": 2, "south-tees-ccg": 1,
    }  # fmt: skip


def test_results_and_other_figures() -> None:
    """ME06, ME08, ME09, ME10"""
    found = result_counts(academy())
    assert found.natures == {
        "result": 20, "target": 4, "projection": 23, "estimate": 2, "illustration": 4,
        "baseline": 1, "input": 2, "context": 15,
    }  # fmt: skip
    assert {word: count for word, count in found.levels.items() if count} == {
        "data": 7, "account": 13,
    }  # fmt: skip
    assert len(found.in_words) == 13
    assert (len(found.numeric_baseline), len(found.worded_baseline)) == (0, 4)
    assert len(found.no_baseline) == 16
    assert sum(found.horizons.values()) == 20


def test_illustrations_are_on_no_map() -> None:
    """PR11"""
    index = academy()
    shown = {m for one in evidence_map(index).findings.values() for m in one.measures}
    assert shown <= {one.id for one in index.results}
    assert len(shown) == 20


def test_barriers() -> None:
    """BG01, BG03"""
    found = barrier_histories(academy())
    assert len(found) == 15
    assert sum(len(one.answered) + len(one.waiting) for one in found) == 17
    assert sum(one.national for one in found) == 2


def test_the_money_barrier_is_answered_elsewhere() -> None:
    """BG02"""
    [found] = [one for one in barrier_histories(academy()) if one.elsewhere]
    assert found.barrier == "money-tied-to-organisations"
    for area in ("tees-valley-collaborative-area", "darlington", "middlesbrough"):
        helped = {one.barrier: one for one in barriers_of(academy(), area)}
        [answer] = helped[found.barrier].answers
        assert answer.area == "south-tyneside"
        assert answer.practices == ("pooled-budget", "ring-fenced-reinvestment")


def test_groups_and_where_an_organisation_fits() -> None:
    """BG04, BG05"""
    assert len(group_places(academy())) == 20
    found = partner_places(academy())
    assert len(found) == 39
    council = found["darlington-borough-council"]
    assert council.groups
    assert council.prototypes
    assert council.areas == ("darlington",)


def test_support_sought_and_not_matched() -> None:
    """BG06"""
    found = support_matches(academy())
    assert (len(found.sought), found.matched) == (4, 0)


def test_lessons_both_ways() -> None:
    """PR06, LE10"""
    found = lesson_counts(academy())
    assert (len(found.worked), len(found.not_worked)) == (4, 3)
    assert len(found.succeeded) == 5


def test_no_prototype_has_a_review_date() -> None:
    """PR12"""
    found = review_schedule(academy())
    assert (len(found.none), found.overdue) == (25, ())


def test_principles_and_their_prototypes() -> None:
    """PP02"""
    found = principle_evidence(academy())
    assert len(found) == 20
    assert sum(len(one.prototypes) for one in found) == 66


def test_populations_grow_as_figure_1_says() -> None:
    """ME14"""
    found = {one.measure: one for one in population_projections(academy())}
    older = found["darlington-population-65-plus"]
    assert [older.before, older.after, older.change] == [19223, 22695, 3472]
    whole = found["tvc-area-population-65-plus"]
    parts = [
        one
        for one in found.values()
        if one.outcome == whole.outcome and one.measure != whole.measure
    ]
    assert sum(one.after for one in parts) == whole.after


def test_only_what_is_sure_is_taken_up_in_a_report() -> None:
    """AD11, AD13: the areas that took up the dementia programme are not named."""
    index = academy()
    for area, report in assurance(index).items():
        for one in report.taken:
            practice = index.adoption(one).practice
            assert practice is None or practice_use(index, area, practice) == "yes", area
