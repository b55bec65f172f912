"""The answers of the first academy: the numbers of the requirements, by their codes."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

from generator.analysis.insights import AdoptionIndex
from generator.analysis.insights.assurance import assurance
from generator.analysis.insights.barriers import barrier_histories, barriers_of
from generator.analysis.insights.evidence import practice_evidence
from generator.analysis.insights.expected_measures import expected_measures
from generator.analysis.insights.fidelity import copy_or_apply
from generator.analysis.insights.gaps import (
    adoption_gaps,
    gaps_from_level,
    helpers_for,
    plan_helpers,
)
from generator.analysis.insights.governance import group_places, partner_places
from generator.analysis.insights.learning import (
    adoption_levels,
    learning_network,
    learnt_from_others,
    taught_prototypes,
)
from generator.analysis.insights.learning_support import support_matches
from generator.analysis.insights.lessons import lesson_counts, review_schedule
from generator.analysis.insights.money import money_figures
from generator.analysis.insights.outliers import comparator_results
from generator.analysis.insights.pace import adoption_delay, months_saved
from generator.analysis.insights.population import population_projections
from generator.analysis.insights.practice_reach import adoption_counts, practice_reach
from generator.analysis.insights.practice_status import adoption_grid
from generator.analysis.insights.principles import principle_evidence
from generator.analysis.insights.programmes import outcome_evidence
from generator.analysis.insights.results import outcome_framework, result_counts
from generator.analysis.insights.value_case import outcome_routes, ready_to_adopt, value_cases
from tests.analysis.looking_up import practice_use, practices_with_evidence
from tests.catalogues import first_catalogue

TEES_BOROUGHS = ("middlesbrough", "redcar-and-cleveland")


@cache
def academy() -> AdoptionIndex:
    return AdoptionIndex(first_catalogue())


def test_joint_commissioning_is_one_practice_in_four_areas() -> None:
    """PP01"""
    index = academy()
    users = index.prototypes_using["joint-commissioning"]
    assert len(users) == 5
    assert len({area for one in users for area in index.prototype(one).areas}) == 4
    reach = practice_reach(index)["joint-commissioning"]
    assert set(reach.prototypes) <= set(users)


@pytest.mark.parametrize("area", TEES_BOROUGHS)
def test_joint_commissioning_of_the_wider_area_counts_for_the_boroughs(area: str) -> None:
    """PL05"""
    assert practice_use(academy(), area, "joint-commissioning") == "yes"
    standing = adoption_grid(academy()).standings[area, "joint-commissioning"]
    assert "south-tees-joint-commissioning" in standing.prototypes


def test_gaps_of_middlesbrough() -> None:
    """AD06"""
    gaps = gaps_from_level(academy(), "middlesbrough", "data")
    [gap] = gaps
    assert (len(gap.practices), len(gap.adoptions)) == (4, 2)
    assert helpers_for(academy(), gap.prototype, "middlesbrough") == ("darlington",)


def test_a_country_or_a_wider_area_is_not_offered_what_a_place_tried() -> None:
    offered = {area for area, gaps in adoption_gaps(academy()).items() if gaps}
    assert "middlesbrough" in offered
    wider = {"england", "north-east", "tees-valley", "south-tees", "tees-valley-collaborative-area"}
    assert not offered & wider


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
    grid = adoption_grid(index)
    assert len(grid.areas) == 16
    in_use = {one for p in index.in_practice for one in p.practices}
    assert in_use <= set(grid.practices)


def test_sources_of_south_tyneside() -> None:
    """AD01"""
    lessons = learnt_from_others(academy(), "south-tyneside", "happened")
    assert len({one.source for one in lessons}) == 4
    assert [one.practice for one in lessons].count(None) == 3


def test_the_learning_network() -> None:
    """AD14"""
    network = learning_network(academy())
    assert len(network.lessons) == 13
    planned = {*network.sources_planned, *network.adopters_planned}
    assert len({*network.sources, *network.adopters} | planned) == 14
    assert (len(network.sources), len(network.adopters)) == (6, 3)
    assert network.bridges == ("tees-valley",)
    assert sum(one.actual for one in network.lessons) == 6
    assert sum(one.planned for one in network.lessons) == 7


def test_the_balance_of_strands() -> None:
    """AD10"""
    by_prototype = {one.prototype: one for one in taught_prototypes(academy())}
    chronic = by_prototype["darlington-long-term-conditions-collaborative"]
    assert (chronic.lead, chronic.areas) == ("darlington", TEES_BOROUGHS)
    improve = by_prototype["south-tees-improve"]
    assert (improve.lead, improve.areas) == ("south-tees", ("darlington",))


def test_levels_of_collaboration() -> None:
    """AD09"""
    assert adoption_levels(academy()) == {
        "place-based": 7, "sector-based": 7, "wider-partnership": 0, "not-stated": 0,
    }  # fmt: skip


def test_pace_is_not_computable() -> None:
    """AD08"""
    delay = adoption_delay(academy())
    assert (delay.median, delay.dated, delay.adoptions) == (None, 0, 14)
    assert {one.months for one in months_saved(academy())} == {6}


def test_who_is_interested() -> None:
    """AD12"""
    index = academy()
    areas = {one.area for one in index.adoptions if one.status == "interested"}
    assert areas == {"hartlepool", "stockton-on-tees"}
    assert adoption_counts(index) == {"interested": 2, "intended": 5, "begun": 2, "in-place": 5}


def test_copy_or_apply() -> None:
    """AD02, AD16"""
    comparison = copy_or_apply(academy())
    assert (comparison.planned["faithful"], comparison.actual["faithful"]) == (4, 0)
    [drifted] = comparison.drift
    assert academy().adoption(drifted).fidelity_actual == "principles-only"
    copied = [one for one in comparison.matrix if one.planned == "faithful"]
    assert [(one.actual, len(one.adoptions)) for one in copied] == [("principles-only", 1)]


def test_nothing_is_ready_to_adopt() -> None:
    """AD04"""
    assert [one.prototype for one in ready_to_adopt(academy()) if one.ready] == []
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
    board = assurance(academy())[area]
    assert board.here
    assert board.pending
    assert board.open_barriers


@pytest.mark.parametrize(
    ("area", "met", "solved"),
    [("south-tyneside", 7, 3), ("darlington", 10, 1), ("england", 15, 3)],
)
def test_a_board_counts_each_barrier_once_and_those_solved(
    area: str, met: int, solved: int
) -> None:
    board = assurance(academy())[area]
    assert len(board.barriers) == met
    assert sum(barrier.solved for barrier in board.barriers) == solved


def test_spread_inside_south_tyneside_is_not_adopted_from_others() -> None:
    assert len(assurance(academy())["south-tyneside"].taken) == 4


def test_planned_adoptions_have_buddies() -> None:
    """LE05"""
    buddies_of = {one.adoption: one.buddies for one in plan_helpers(academy())}
    assert len(buddies_of) == 5
    assert [one for one, others in buddies_of.items() if not others] == ["darlington-improve"]


def test_results_of_the_dementia_collaborative() -> None:
    """ME01, ME07"""
    index = academy()
    measures = index.results_of("darlington-dementia-collaborative")
    assert len(measures) == 7
    assert all(one.unit and one.population for one in measures)
    [expected] = expected_measures(index)
    assert expected.prototype == "darlington-dementia-collaborative"
    assert set(expected.given) == {"lead-time", "staff-effort"}
    assert set(expected.missing) == {"quality-of-care", "cycle-time"}


def test_horizons() -> None:
    """ME02"""
    framework = outcome_framework(academy())
    assert [len(framework[one]) for one in ("short", "medium", "long")] == [7, 3, 2]


def test_figures_beside_others() -> None:
    """ME03"""
    results = comparator_results(academy())
    assert len(results) == 8
    assert {one.beside for one in results} == {"england"}
    assert [one.outlier for one in results] == [True] * 5 + [False] * 3


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
    figures = money_figures(academy())
    savings = [one for one in figures.sums if one.nature == "target"]
    assert sorted(one.value for one in savings) == [1_500_000, 3_000_000, 24_100_000]
    assert figures.totals == ()
    [refused] = figures.refused
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
    counts = result_counts(academy())
    assert counts.natures == {
        "result": 20, "target": 4, "projection": 23, "estimate": 2, "illustration": 4,
        "baseline": 1, "input": 2, "context": 15,
    }  # fmt: skip
    assert {word: count for word, count in counts.levels.items() if count} == {
        "data": 7, "account": 13,
    }  # fmt: skip
    assert len(counts.in_words) == 13
    assert (len(counts.numeric_baseline), len(counts.worded_baseline)) == (0, 4)
    assert len(counts.no_baseline) == 16
    assert sum(counts.horizons.values()) == 20


def test_illustrations_are_on_no_map() -> None:
    """PR11"""
    index = academy()
    shown = [m for one in outcome_evidence(index) for m in one.measures]
    assert set(shown) == {one.id for one in index.results}
    assert len(shown) == 20


def test_barriers() -> None:
    """BG01, BG03"""
    histories = barrier_histories(academy())
    assert len(histories) == 15
    assert sum(len(one.answered) + len(one.waiting) for one in histories) == 17
    assert sum(one.national for one in histories) == 2


def test_the_money_barrier_is_answered_elsewhere() -> None:
    """BG02"""
    [history] = [one for one in barrier_histories(academy()) if one.elsewhere]
    assert history.barrier == "money-tied-to-organisations"
    for area in ("tees-valley-collaborative-area", "darlington", "middlesbrough"):
        helped = {one.barrier: one for one in barriers_of(academy(), area)}
        [answer] = helped[history.barrier].answers
        assert answer.area == "south-tyneside"
        assert answer.practices == ("pooled-budget", "ring-fenced-reinvestment")


def test_groups_and_where_an_organisation_fits() -> None:
    """BG04, BG05"""
    assert len(group_places(academy())) == 20
    places = partner_places(academy())
    assert len(places) == 39
    council = places["darlington-borough-council"]
    assert council.groups
    assert council.prototypes
    assert council.areas == ("darlington",)


def test_support_sought_and_not_matched() -> None:
    """BG06"""
    matches = support_matches(academy())
    assert (len(matches.sought), matches.matched) == (4, 0)


def test_lessons_both_ways() -> None:
    """PR06, LE10"""
    counts = lesson_counts(academy())
    assert (len(counts.worked), len(counts.not_worked)) == (4, 3)
    assert len(counts.succeeded) == 5


def test_no_prototype_has_a_review_date() -> None:
    """PR12"""
    schedule = review_schedule(academy())
    assert (len(schedule.none), schedule.overdue) == (25, ())


def test_principles_and_their_prototypes() -> None:
    """PP02"""
    evidence = principle_evidence(academy())
    assert len(evidence) == 20
    assert sum(len(one.prototypes) for one in evidence) == 66


def test_populations_grow_as_figure_1_says() -> None:
    """ME14"""
    projection_of = {one.measure: one for one in population_projections(academy())}
    older = projection_of["darlington-population-65-plus"]
    assert [older.before, older.after, older.change] == [19223, 22695, 3472]
    whole = projection_of["tvc-area-population-65-plus"]
    parts = [
        one
        for one in projection_of.values()
        if one.outcome == whole.outcome and one.measure != whole.measure
    ]
    assert sum(one.after for one in parts) == whole.after


def test_only_what_is_sure_is_taken_up_in_a_report() -> None:
    """AD11, AD13: the areas that took up the dementia programme are not named."""
    index = academy()
    for area, report in assurance(index).items():
        for adoption_id in report.taken:
            practice = index.adoption(adoption_id).practice
            assert practice is None or practice_use(index, area, practice) == "yes", area
