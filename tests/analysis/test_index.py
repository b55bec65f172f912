"""The catalogue as questions ask for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

import pytest

from generator.analysis.index import memoised
from generator.analysis.insights import INSIGHTS, AdoptionIndex, Insight
from generator.analysis.insights.neighbourhood import neighbourhood
from generator.analysis.insights.pace import practice_timeline
from generator.analysis.insights.practice_reach import practice_reach
from tests.analysis.conftest import (
    Known,
    adoption,
    area,
    barrier,
    group,
    measure,
    outcome,
    partner,
    practice,
    principle,
    prototype,
    resource,
)
from tests.analysis.looking_up import practice_use

EACH = pytest.mark.parametrize("insight", INSIGHTS, ids=lambda one: one.key)


def test_ids_are_of_records_that_are_there_each_once_in_their_order(known: Known) -> None:
    index = known(ashby=area("vale", aliases=["ashby-town"]))
    assert index.ids(["vale", "ashby-town", "nowhere", "ashby", "vale"]) == ("vale", "ashby")
    assert [index.id(one) for one in ("ashby-town", "nowhere", None)] == ["ashby", None, None]


def test_records_by_their_ids(known: Known) -> None:
    index = known(p=prototype(measures=[measure("m")]), a=adoption())
    assert index.prototype("p").id == "p"
    assert (index.adoption("a").area, index.measure("m").prototype) == ("brook", "p")
    for asked in (index.prototype, index.adoption, index.measure):
        with pytest.raises(KeyError):
            asked("nowhere")


def test_inside_and_around(known: Known) -> None:
    index = known()
    assert index.areas_inside["vale"] == ("vale", "ashby", "brook")
    assert index.enclosing_areas["ashby"] == ("ashby", "vale", "north", "land")
    assert index.enclosing_areas["isle"] == ("isle",)


def test_the_places_of_a_prototype_each_once(known: Known) -> None:
    index = known(p=prototype(areas=["ashby", "vale", "nowhere", "isle"]))
    assert index.covered_areas["p"] == ("ashby", "vale", "brook", "isle")


def test_groups_by_what_they_name(known: Known) -> None:
    index = known(
        visits=practice(aliases=["old-visits"]),
        p=prototype(practices=["old-visits", "visits"], measures=[measure("m")]),
        q=prototype(stage="idea", areas=["ashby", "dale"], measures=[measure("n", outcome="cost")]),
        a=adoption(practice="old-visits"),
        isle=area(measures=[measure("o", nature="context")]),
    )
    assert index.prototypes_using == {"visits": ("p", "q")}
    assert index.adoptions_of == {"visits": ("a",)}
    assert index.adoptions_by == {"brook": ("a",)}
    assert index.measures_of == {"p": ("m",), "q": ("n",)}
    assert index.measures_by_outcome == {"days": ("m", "o"), "cost": ("n",)}
    assert [one.id for one in index.in_practice] == ["p"]
    assert [one.id for one in index.results] == ["m", "n"]
    assert [one.id for one in index.results_of("p")] == ["m"]
    assert index.results_of("nowhere") == ()


def test_earlier_ids_are_followed_everywhere(known: Known) -> None:
    earlier = {one: [f"old-{one}"] for one in ("visits", "ashby", "brook", "days", "p")}
    index = known(
        visits=practice(aliases=earlier["visits"], expects=["old-days"]),
        ashby=area("vale", aliases=earlier["ashby"]),
        brook=area("vale", aliases=earlier["brook"]),
        days=outcome(aliases=earlier["days"]),
        p=prototype(
            aliases=earlier["p"],
            areas=["old-ashby"],
            practices=["old-visits"],
            verdict="worked",
            measures=[measure("m", outcome="old-days")],
        ),
        a=adoption(
            area="old-brook",
            practice="old-visits",
            learnt_from=[{"area": "old-ashby", "prototype": "old-p"}],
            resulting_prototypes=["old-p"],
        ),
        h=barrier({"area": "old-ashby", "status": "expected", "prototype": "old-p"}),
    )
    assert practice_use(index, "brook", "visits") == practice_use(index, "ashby", "visits") == "yes"
    assert set(practice_reach(index)["visits"].areas) == {"ashby", "brook"}
    named = {text for one in INSIGHTS for text in strings(one.data(index))}
    assert not {text for text in named if text.startswith("old-")}


def strings(value: Any) -> Iterator[str]:
    """Every text in an answer, the keys of its mappings too."""
    if isinstance(value, str):
        yield value
    elif is_dataclass(value) and not isinstance(value, type):
        for part in fields(value):
            yield from strings(getattr(value, part.name))
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from strings(key)
            yield from strings(part)
    elif isinstance(value, tuple | list | set | frozenset):
        for part in value:
            yield from strings(part)


def dangling(known: Known) -> AdoptionIndex:
    """Records that name only records that are not there."""
    gone = "nowhere"
    broken = measure(
        "m", outcome=gone, partner=gone, comparator={"area": gone}, unit="GBP", value=1
    )
    return known(
        vale=area(gone, measures=[measure("n", outcome=gone, nature="projection")]),
        visits=practice(broader=gone, principles=[gone], expects=[gone]),
        ask=principle(stated_in=[gone]),
        council=partner(serves=[gone], succeeds=[gone], works_with=[gone]),
        board=group(area=gone, parent=gone, members=[gone]),
        r=resource(about=[gone], provider=[gone], sought_by=[gone], availability="sought"),
        h=barrier(
            {"area": gone, "status": "expected", "prototype": gone, "needs": [gone]},
            {"area": "ashby", "status": "worked-through", "resolved_by": [gone]},
        ),
        a=adoption(area=gone, source=gone, practice=gone, resulting_prototypes=[gone]),
        b=adoption(learnt_from=[{"area": gone, "prototype": gone}], unnamed_adopters=2),
        p=prototype(
            areas=[gone],
            practices=[gone],
            principles=[gone],
            groups=[gone],
            partners=[{"partner": gone, "role": "lead"}],
            measures=[broken],
            verdict="worked",
        ),
        q=prototype(areas=[gone], verdict="worked", measures=[measure("o")]),
    )


@EACH
def test_unknown_records_are_left_out_of_every_answer(insight: Insight, known: Known) -> None:
    assert "nowhere" not in set(strings(insight.data(dangling(known))))


def test_unknown_records_are_left_out_of_what_is_asked_of_one_record(known: Known) -> None:
    index = dangling(known)
    assert practice_timeline(index, "visits").undated == ("q", "b")
    assert [one.record for one in neighbourhood(index, "p").neighbours] == ["m"]


def test_a_barrier_met_in_an_unknown_area_names_no_area_without_a_name(known: Known) -> None:
    [barriers_insight] = [one for one in INSIGHTS if one.key == "barriers"]
    assert "" not in set(strings(barriers_insight.data(dangling(known))))


@EACH
def test_every_answer_stands_on_an_empty_academy(insight: Insight, known: Known) -> None:
    insight.data(AdoptionIndex(known().catalogue.__class__({}, {})))


def test_a_question_is_worked_out_once_for_an_index(known: Known) -> None:
    asked = []

    @memoised
    def question(index: AdoptionIndex) -> int:
        """The rule."""
        asked.append(index)
        return len(asked)

    index, other = known(), known()
    assert [question(index), question(index), question(other)] == [1, 1, 2]
    assert question.__doc__ == "The rule."


def test_an_insight_says_its_rule_and_gives_its_view(known: Known) -> None:
    def answer(index: AdoptionIndex) -> dict[str, int]:
        """Counts
        all records.
        """
        return {"records": len(index.catalogue.records)}

    index = known()
    plain, viewed = Insight("k", "Q?", answer), Insight("k", "Q?", answer, list)
    assert plain.rule == "Counts all records."
    assert plain.data(index) == answer(index)
    assert viewed.data(index) == ["records"]
