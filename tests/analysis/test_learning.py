"""Who learnt what from whom."""

from __future__ import annotations

from typing import Any

import pytest

from generator.analysis.insights.learning import (
    adoption_levels,
    learning_network,
    learnt_by_others,
    learnt_from_others,
    taught_prototypes,
)
from tests.analysis.conftest import File, Known, adoption, prototype


def declined(**fields: Any) -> File:
    return adoption(status="declined", history=[{"status": "declined", "reason": "x"}], **fields)


def of(*prototypes: str, area: str = "ashby") -> list[dict[str, str]]:
    return [{"area": area, "prototype": one} for one in prototypes]


def test_each_source_of_an_adoption_is_a_line(known: Known) -> None:
    index = known(
        p=prototype(),
        q=prototype(),
        a=adoption(learnt_from=[*of("p", "q", "p"), {"area": "isle"}], fidelity_planned="faithful"),
    )
    network = learning_network(index)
    assert [(one.source, one.adopter, one.prototypes) for one in network.lessons] == [
        ("ashby", "brook", ("p", "q")),
        ("isle", "brook", ()),
    ]
    assert network.lessons[0].fidelity_planned == "faithful"
    assert [one.adoption for one in learnt_from_others(index, "brook", "happened")] == ["a", "a"]
    assert [one.adopter for one in learnt_by_others(index, "isle", "happened")] == ["brook"]
    assert learnt_by_others(index, "isle", "planned") == ()


def test_learning_within_an_area_is_left_out(known: Known) -> None:
    index = known(
        a=adoption(area="ashby", learnt_from=[{"area": "ashby"}, {"area": "isle"}]),
        b=adoption(area="dale", source="dale"),
    )
    assert [(one.source, one.adopter) for one in learning_network(index).lessons] == [
        ("isle", "ashby")
    ]


def test_sources_adopters_and_bridges(known: Known) -> None:
    network = learning_network(
        known(
            a=adoption(area="brook", source="isle"),
            b=adoption(area="dale", source="ashby"),
            c=adoption(area="brook", source="ashby"),
            d=adoption(area="ashby", source="isle"),
            e=adoption(area="ashby", source="isle"),
        )
    )
    assert network.sources == ("ashby", "isle")
    assert network.adopters == ("brook", "ashby", "dale")
    assert network.bridges == ("ashby",)


def test_those_with_most_learners_come_first(known: Known) -> None:
    network = learning_network(
        known(
            a=adoption(area="ashby", source="isle"),
            b=adoption(area="brook", source="isle"),
            c=adoption(area="brook", source="dale"),
        )
    )
    assert (network.sources, network.adopters) == (("isle", "dale"), ("brook", "ashby"))


def test_what_has_begun_and_what_is_planned_join_areas_apart(known: Known) -> None:
    network = learning_network(
        known(
            a=adoption(area="brook", source="ashby", status="begun"),
            b=adoption(area="dale", source="brook"),
            c=adoption(area="isle", source="brook", status="intended"),
            d=declined(area="land", source="brook"),
        )
    )
    assert network.components == (("ashby", "brook", "dale"),)
    assert network.components_planned == (("brook", "isle"),)
    assert [(one.actual, one.planned) for one in network.lessons] == [
        (True, False),
        (True, False),
        (False, True),
        (False, False),
    ]


def test_nobody_learns_from_whom_they_declined(known: Known) -> None:
    network = learning_network(known(a=declined()))
    assert (network.sources, network.adopters) == ((), ())


def test_plans_make_no_sources_adopters_or_bridges(known: Known) -> None:
    plans = {
        "a": adoption(area="brook", source="isle", status="intended"),
        "b": adoption(area="dale", source="brook", status="interested"),
    }
    network = learning_network(known(**plans))
    assert (network.sources, network.adopters, network.bridges) == ((), (), ())
    assert (network.sources_planned, network.adopters_planned) == (
        ("brook", "isle"),
        ("brook", "dale"),
    )


def test_unnamed_adopters_are_counted_on_the_line(known: Known) -> None:
    [lesson] = learning_network(known(a=adoption(area="vale", unnamed_adopters=2))).lessons
    assert (lesson.source, lesson.adopter, lesson.unnamed) == ("ashby", "vale", 2)


def test_a_strand_is_led_for_areas_named_and_not_named(known: Known) -> None:
    index = known(
        p=prototype(),
        q=prototype(),
        a=adoption(area="brook", learnt_from=of("p"), status="intended"),
        b=adoption(area="dale", learnt_from=of("p", "q")),
        c=adoption(area="north", learnt_from=of("p"), unnamed_adopters=2),
        d=adoption(area="brook", learnt_from=of("p")),
        e=adoption(area="ashby", learnt_from=of("q")),
    )
    strands = [
        (one.lead, one.prototype, one.areas, one.unnamed) for one in taught_prototypes(index)
    ]
    assert strands == [("ashby", "p", ("brook", "dale"), 2), ("ashby", "q", ("dale",), 0)]
    assert taught_prototypes(index)[0].adoptions == ("a", "b", "c", "d")
    assert taught_prototypes(index)[0].begun == ("b", "c", "d")


def test_no_strand_is_led_for_an_area_that_declined_it(known: Known) -> None:
    assert taught_prototypes(known(p=prototype(), a=declined(learnt_from=of("p")))) == ()


@pytest.mark.parametrize("level", ["place-based", "sector-based", "wider-partnership", None])
def test_levels(level: str | None, known: Known) -> None:
    levels = adoption_levels(known(a=adoption(level=level)))
    assert {word: count for word, count in levels.items() if count} == {level or "not-stated": 1}
    assert len(levels) == 4
