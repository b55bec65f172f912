"""The rules of the answers, one fact a case, on small academies."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from generator.analysis.insights import (
    AdoptionIndex,
    evidence,
    expected_measures,
    gaps,
    learning,
    money,
    pace,
    value_case,
)
from generator.analysis.insights.barriers import barrier_histories, barriers_of
from generator.analysis.insights.completeness import completeness
from generator.analysis.insights.fidelity import copy_or_apply
from generator.analysis.insights.governance import partner_places
from generator.analysis.insights.learning_support import support_matches
from generator.analysis.insights.lessons import review_schedule
from generator.analysis.insights.neighbourhood import neighbourhood
from generator.analysis.insights.outliers import comparator_results
from generator.analysis.insights.population import population_projections
from generator.analysis.insights.practice_reach import practice_reach
from generator.records.catalogue import read_catalogue
from tests.analysis.looking_up import practice_use
from tests.conftest import Academy

Known = Callable[..., AdoptionIndex]

# a region with two towns, and a town elsewhere
_PLACES = {
    "registry/areas/north.yaml": "title: North\ntype: region\n",
    "registry/areas/ashby.yaml": "title: Ashby\ntype: borough\npart_of: [north]\n",
    "registry/areas/brook.yaml": "title: Brook\ntype: borough\npart_of: [north]\n",
    "registry/areas/far.yaml": "title: Far\ntype: borough\n",
    "registry/practices/visits.yaml": "title: Visits\nsummary: A.\ntype: service\n",
    "registry/practices/calls.yaml": "title: Calls\nsummary: A.\ntype: service\n",
    "registry/outcomes/days.yaml": "title: Days at home\ntype: outcome\nbetter: up\n",
    "registry/outcomes/cost.yaml": "title: Cost\ntype: cost\nbetter: down\n",
    "registry/partners/council.yaml": "title: Council\ntype: council\n",
    "registry/partners/trust.yaml": "title: Trust\ntype: nhs-trust\n",
}


def prototype(**stated: str) -> str:
    fields = {"title": "P", "areas": "[ashby]", "stage": "live", "practices": "[visits]", **stated}
    return "".join(f"{name}: {text}\n" for name, text in fields.items())


def adoption(**stated: str) -> str:
    fields = {
        "area": "brook", "practice": "visits", "learnt_from": "[{area: ashby}]",
        "status": "in-place", **stated,
    }  # fmt: skip
    return "".join(f"{name}: {text}\n" for name, text in fields.items())


def measure(**stated: str) -> str:
    fields = {
        "statement": "S", "outcome": "days", "nature": "result", "change": "improved",
        "evidence_level": "data", **stated,
    }  # fmt: skip
    return "{" + ", ".join(f"{name}: {text}" for name, text in fields.items()) + "}"


@pytest.fixture
def known(academy: Academy) -> Known:
    """An index of the places above with some files beside them."""

    def make(**files: str) -> AdoptionIndex:
        folders = {
            "p": "prototypes",
            "a": "registry/adoptions",
            "b": "registry/barriers",
            "g": "registry/groups",
            "r": "registry/resources",
            "areas": "registry/areas",
        }
        named = {}
        for key, text in files.items():
            folder = folders["areas" if key.startswith("areas_") else key[0]]
            named[f"{folder}/{key.removeprefix('areas_')}.yaml"] = text
        catalogue, faults = read_catalogue(academy({**_PLACES, **named}))
        assert faults == (), [one.as_text() for one in faults]
        return AdoptionIndex(catalogue)

    return make


@pytest.mark.parametrize(
    ("files", "where", "answer"),
    [
        ({"p1": prototype()}, "ashby", "yes"),
        ({"p1": prototype()}, "brook", "no"),
        ({"p1": prototype()}, "north", "part"),
        ({"p1": prototype(areas="[north]")}, "ashby", "yes"),
        ({"p1": prototype(stage="idea")}, "ashby", "no"),
        ({"p1": prototype(stage="stopped", lessons="{not_worked: [x]}")}, "ashby", "no"),
        ({"a1": adoption()}, "brook", "yes"),
        ({"a1": adoption(status="begun")}, "brook", "yes"),
        ({"a1": adoption(status="intended")}, "brook", "no"),
        ({"a1": adoption(status="paused", history="[{status: paused, reason: x}]")}, "brook", "no"),
        ({"a1": adoption(area="north", learnt_from="[{area: far}]")}, "ashby", "yes"),
        ({"a1": adoption(area="north", unnamed_adopters="2")}, "brook", "unknown"),
        ({"a1": adoption(area="north", unnamed_adopters="2")}, "north", "unknown"),
        ({"a1": adoption(area="north", unnamed_adopters="2")}, "far", "no"),
        (
            {"p1": prototype(), "a1": adoption(area="north", unnamed_adopters="2")},
            "ashby",
            "yes",
        ),
    ],
)
def test_practised_in_an_area(known: Known, files: dict[str, str], where: str, answer: str) -> None:
    assert practice_use(known(**files), where, "visits") == answer


@pytest.mark.parametrize(
    ("fields", "level"),
    [
        ({}, "data"),
        ({"evidence_level": "account"}, "account"),
        ({"evidence_level": "scaled"}, "scaled"),
        ({"evidence_level": "illustration"}, None),
        ({"change": "stable"}, None),
        ({"change": "worsened"}, None),
        ({"nature": "target"}, None),
        ({"nature": "estimate"}, None),
        ({"nature": "projection"}, None),
        ({"nature": "illustration"}, None),
    ],
)
def test_only_improved_results_are_evidence(
    known: Known, fields: dict[str, str], level: str | None
) -> None:
    text = prototype(verdict="worked", measures=f"[{measure(**fields)}]")
    proof = evidence.practice_evidence(known(p1=text)).get("visits")
    assert (proof.level if proof else None) == level


@pytest.mark.parametrize("fields", [{"verdict": "worked-in-part"}, {"stage": "idea"}])
def test_what_did_not_work_or_was_not_tried_is_no_evidence(
    known: Known, fields: dict[str, str]
) -> None:
    text = prototype(**{"verdict": "worked", "measures": f"[{measure()}]", **fields})
    assert evidence.practice_evidence(known(p1=text)) == {}


def test_a_gap_has_its_plan_its_doubt_and_its_buddies(known: Known) -> None:
    index = known(
        p1=prototype(verdict="worked", measures=f"[{measure()}]"),
        p2=prototype(areas="[far]"),
        a1=adoption(status="intended"),
        a2=adoption(area="north", unnamed_adopters="1", learnt_from="[{area: far}]"),
    )
    (gap,) = gaps.gaps_from_level(index, "brook", "data")
    assert (gap.practices, gap.adoptions, gap.unknown) == (("visits",), ("a1",), True)
    near = gaps.helpers_for(index, gap.prototype, gap.area)
    assert near == ("ashby", "far")  # the nearest first
    assert gaps.gaps_from_level(index, "ashby", "data") == ()
    assert gaps.gaps_from_level(index, "brook", "compared") == ()


def test_an_area_around_is_no_buddy(known: Known) -> None:
    index = known(p1=prototype(areas="[north]"), a1=adoption(status="intended"))
    assert [one.buddies for one in gaps.plan_helpers(index)] == [()]


@pytest.mark.parametrize(
    ("dates", "median"),
    [
        ([("2020-01", "2020-07")], "6"),
        ([("2020-01", "2020-07"), ("2019-12", "2020-01-31")], "3.5"),
        ([("2020", "2020-07")], None),
        ([], None),
    ],
)
def test_months_to_adopt(known: Known, dates: list[tuple[str, str]], median: str | None) -> None:
    texts = {
        f"a{number}": adoption(proved_on=proved, adopted_on=adopted)
        for number, (proved, adopted) in enumerate(dates)
    }
    delay = pace.adoption_delay(known(**texts, a9=adoption()))
    assert delay.median == (Decimal(median) if median else None)
    assert delay.adoptions == len(dates) + 1


def test_a_timeline_is_in_order_and_counts_what_has_no_date(known: Known) -> None:
    index = known(
        p1=prototype(started="2021", history="[{stage: testing, date: 2020-05}, {stage: live}]"),
        p2=prototype(),
        a1=adoption(adopted_on="2020-05-02"),
    )
    timeline = pace.practice_timeline(index, "visits")
    assert [str(one.date) for one in timeline.events] == ["2020-05", "2020-05-02", "2021"]
    assert timeline.undated == ("p2",)


def test_drift_is_a_copy_that_turned_out_otherwise(known: Known) -> None:
    index = known(
        p1=prototype(verdict="worked"),
        a1=adoption(fidelity_planned="faithful", fidelity_actual="adapted",
                    resulting_prototypes="[p1]"),
        a2=adoption(fidelity_planned="faithful"),
        a3=adoption(fidelity_planned="faithful", fidelity_actual="faithful", status="begun"),
        a4=adoption(fidelity_planned="faithful", fidelity_actual="adapted", status="intended"),
    )  # fmt: skip
    comparison = copy_or_apply(index)
    assert comparison.drift == ("a1",)
    assert comparison.happened == 3
    adapted = next(one for one in comparison.outturns if one.fidelity == "adapted")
    assert (adapted.verdicts, adapted.without) == ({"worked": 1}, 0)


def barrier(*met: tuple[str, str]) -> str:
    where = "".join(
        f"  - {{area: {area}, status: {status}, resolved_by: [visits]}}\n" for area, status in met
    )
    return f"title: B\ndomain: process\nstatement: S\noccurrences:\n{where}"


@pytest.mark.parametrize(
    ("met", "recurring", "elsewhere"),
    [
        ([("ashby", "worked-through"), ("brook", "expected")], True, True),
        ([("ashby", "worked-through"), ("ashby", "expected")], False, False),
        ([("ashby", "unresolved"), ("brook", "expected")], True, False),
        ([("ashby", "worked-through"), ("brook", "worked-through")], True, False),
    ],
)
def test_barriers_recur_and_are_answered_elsewhere(
    known: Known, met: list[tuple[str, str]], recurring: bool, elsewhere: bool
) -> None:
    index = known(b1=barrier(*met))
    (history,) = barrier_histories(index)
    assert (history.recurring, history.elsewhere) == (recurring, elsewhere)
    if elsewhere:
        (help_,) = barriers_of(index, "brook")
        assert [(one.area, one.practices) for one in help_.answers] == [("ashby", ("visits",))]


def test_an_outlier_stands_worse_and_its_gap_is_exact(known: Known) -> None:
    worse = measure(value="10.1", unit="days", comparator="{area: far, position: worse, value: 10}")
    better = measure(comparator="{area: far, position: better}")
    results = comparator_results(known(p1=prototype(measures=f"[{worse}, {better}]")))
    assert [(one.outlier, one.gap) for one in results] == [(True, Decimal("0.1")), (False, None)]


def test_expected_measures(academy: Academy) -> None:
    practice = "title: V\nsummary: A.\ntype: service\nexpects: [days, cost]\n"
    files = {**_PLACES, "registry/practices/visits.yaml": practice}
    files["prototypes/p1.yaml"] = prototype(measures=f"[{measure()}]")
    files["prototypes/p2.yaml"] = prototype(stage="idea")
    (expected,) = expected_measures.expected_measures(
        AdoptionIndex(read_catalogue(academy(files))[0])
    )
    assert (expected.prototype, expected.given, expected.missing) == ("p1", ("days",), ("cost",))


def pounds(value: str, partner: str, **fields: str) -> str:
    return measure(outcome="cost", value=value, unit="GBP", partner=partner,
                   **{"financial_model": "M", "period": "2020", **fields})  # fmt: skip


@pytest.mark.parametrize(
    ("second", "reason"),
    [
        (pounds("2", "trust"), None),
        (pounds("2", "council"), "same partner"),
        (pounds("2", "trust", period="2021"), "different periods"),
        (pounds("2", "trust", financial_model="N"), "different financial models"),
        (pounds("2", "trust", nature="target"), "different types"),
        (measure(outcome="cost", value="2", unit="GBP", partner="trust", period="2020"),
         "financial model is not stated"),
    ],
)  # fmt: skip
def test_money_is_added_only_like_with_like(known: Known, second: str, reason: str | None) -> None:
    index = known(p1=prototype(measures=f"[{pounds('1', 'council')}, {second}]"))
    figures = money.money_figures(index)
    if reason is None:
        assert [one.total for one in figures.totals] == [Decimal(3)]
    else:
        assert figures.totals == ()
        assert reason in "; ".join(figures.refused[0].reasons)


def test_ready_takes_effect_and_cost_from_one_prototype(known: Known) -> None:
    effect, cost = measure(), measure(outcome="cost", evidence_level="account")
    apart = known(
        p1=prototype(verdict="worked", measures=f"[{effect}]"),
        p2=prototype(verdict="worked", measures=f"[{cost}]"),
    )
    assert [one.ready for one in value_case.ready_to_adopt(apart)] == [False, False]


def test_ready_when_one_prototype_has_both(known: Known) -> None:
    both = f"[{measure()}, {measure(outcome='cost', evidence_level='account')}]"
    index = known(p1=prototype(verdict="worked", measures=both), p2=prototype())
    assert [one.ready for one in value_case.ready_to_adopt(index)] == [True]
    cases = value_case.value_cases(index)
    assert cases["p1"].missing == ()
    assert cases["p2"].missing == ("cost", "effect")


def test_the_network_leaves_out_learning_at_home_and_tells_plans_apart(known: Known) -> None:
    index = known(
        a1=adoption(learnt_from="[{area: ashby}, {area: far}]"),
        a2=adoption(area="ashby", learnt_from="[{area: ashby}]"),
        a3=adoption(area="far", learnt_from="[{area: brook}]", status="intended"),
    )
    network = learning.learning_network(index)
    assert {(one.source, one.adopter) for one in network.lessons} == {
        ("ashby", "brook"), ("far", "brook"), ("brook", "far"),
    }  # fmt: skip
    assert network.bridges == ()
    assert (network.sources_planned, network.adopters_planned) == (("brook",), ("far",))
    assert network.components == (("ashby", "brook", "far"),)
    assert network.components_planned == (("brook", "far"),)


def test_a_strand_counts_the_areas_it_is_led_for(known: Known) -> None:
    lead = "[{area: ashby, prototype: p1}]"
    index = known(
        p1=prototype(),
        a1=adoption(learnt_from=lead, status="intended"),
        a2=adoption(area="north", learnt_from=lead, unnamed_adopters="3"),
    )
    (strand,) = learning.taught_prototypes(index)
    assert (strand.lead, strand.areas, strand.unnamed) == ("ashby", ("brook",), 3)
    assert practice_reach(index)["visits"].unnamed == 3


def test_a_review_is_overdue_by_the_records_and_not_by_the_clock(known: Known) -> None:
    index = known(
        p1=prototype(next_review="2019-01"),
        p2=prototype(next_review="2031", reviewed_on="2020-01-01"),
        p3=prototype(),
    )
    schedule = review_schedule(index)
    assert (schedule.overdue, schedule.none) == (("p1",), ("p3",))


def test_a_partner_reaches_wider_groups_and_circles_do_not_hang(known: Known) -> None:
    group = "title: G\ntype: board\narea: ashby\n"
    index = known(
        g1=group + "members: [council]\nparent: g2\n",
        g2=group + "members: [g3]\n",
        g3=group + "members: [g2]\n",
    )
    assert partner_places(index)["council"].through == ("g2", "g3")


def test_help_is_matched_by_type_and_subject(known: Known) -> None:
    def text(**stated: str) -> str:
        fields = {"title": "R", "type": "coaching", "availability": "available", **stated}
        return "".join(f"{name}: {one}\n" for name, one in fields.items())

    index = known(
        r1=text(availability="sought", about="[visits]"),
        r2=text(about="[visits]"),
        r3=text(about="[calls]"),
        r4=text(type="mentoring", about="[visits]"),
    )
    (request,) = support_matches(index).sought
    assert request.offers == ("r2",)


def test_growth_is_exact_and_only_for_projections_in_people(known: Known) -> None:
    area = (
        "title: Ashby\ntype: borough\nmeasures:\n"
        "  - {statement: S, outcome: days, nature: projection, value: 110, unit: people,"
        " baseline: {value: 100}}\n"
        "  - {statement: T, outcome: days, nature: result, value: 110, unit: people,"
        " baseline: {value: 100}}\n"
    )
    (projection,) = population_projections(known(areas_ashby=area))
    assert (projection.change, projection.percent) == (Decimal(10), Decimal("10.0"))


def test_the_next_most_useful_field(known: Known) -> None:
    states = completeness(known(p1=prototype(), p2=prototype(summary="S")))
    assert states["p1"].next == "summary"
    assert states["p2"].next == "started"
    assert states["p2"].filled == states["p1"].filled + 1


def test_a_neighbourhood_is_cut_and_counts_the_rest(known: Known) -> None:
    index = known(**{f"p{number}": prototype() for number in range(9)})
    neighbours = neighbourhood(index, "visits", most=4)
    assert (len(neighbours.neighbours), neighbours.more) == (4, 5)


def test_earlier_ids_are_followed_and_unknown_ones_left_out(known: Known) -> None:
    text = prototype(practices="[old-visits, nowhere]")
    index = known(p1=text, p2=prototype(aliases="[old-p]"))
    assert index.ids(("old-p", "nowhere", "p2")) == ("p2",)
    assert practice_use(index, "ashby", "visits") == "yes"  # by p2
