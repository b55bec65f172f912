"""What a board needs to know of its area."""

from __future__ import annotations

from typing import Any

from generator.analysis.insights.assurance import Assurance, assurance
from tests.analysis.conftest import File, Known, adoption, barrier, measure, prototype


def of(known: Known, area: str, **files: File) -> Assurance:
    return assurance(known(**files))[area]


def stopped(**more: Any) -> File:
    return prototype(stage="stopped", lessons={"not_worked": ["x"]}, **more)


def test_what_is_here_and_what_is_coming(known: Known) -> None:
    report = of(
        known,
        "ashby",
        p=prototype(areas=["vale"]),
        q=prototype(stage="designing"),
        r=stopped(),
        s=prototype(areas=["brook"]),
    )
    assert (report.here, report.coming, report.practices) == (("p",), ("q",), ("visits",))


def test_what_worked_and_what_did_not(known: Known) -> None:
    report = of(
        known,
        "ashby",
        p=prototype(verdict="worked"),
        q=prototype(verdict="not-worked", lessons={"not_worked": ["x"]}),
        r=stopped(verdict="not-worked"),
        s=prototype(verdict="too-early"),
        t=prototype(areas=["isle"], verdict="worked"),
    )
    assert (report.worked, report.not_worked) == (("p",), ("q", "r"))


def test_what_is_adopted_and_pending(known: Known) -> None:
    report = of(
        known,
        "brook",
        a=adoption(status="begun"),
        b=adoption(status="interested"),
        c=adoption(status="declined", history=[{"status": "declined", "reason": "x"}]),
        d=adoption(area="dale"),
    )
    assert (report.taken, report.pending) == (("a",), ("b",))


def test_what_unnamed_areas_took_up_is_not_said_of_the_area(known: Known) -> None:
    """Whether the area is one of them is unknown: the report must not say that it is."""
    report = of(known, "vale", a=adoption(area="vale", unnamed_adopters=2))
    assert (report.practices, report.taken) == ((), ())


def test_gaps_are_those_with_figures(known: Known) -> None:
    report = of(
        known,
        "brook",
        p=prototype(verdict="worked", measures=[measure("a")]),
        q=prototype(
            verdict="worked", practices=["calls"], measures=[measure("b", evidence_level="account")]
        ),
    )
    assert [one.prototype for one in report.gaps] == ["p"]


def test_what_stands_in_the_way_and_who_got_past_it(known: Known) -> None:
    occurrences: list[dict[str, Any]] = [
        {"area": "vale", "status": "expected"},
        {"area": "isle", "status": "worked-through", "resolved_by": ["visits"]},
    ]
    [blocked] = of(known, "ashby", h=barrier(*occurrences)).open_barriers
    assert (blocked.barrier, [one.area for one in blocked.answers]) == ("h", ["isle"])


def test_what_others_learn_from_here(known: Known) -> None:
    report = of(
        known,
        "ashby",
        a=adoption(),
        b=adoption(area="ashby"),
        c=adoption(source="isle"),
        d=adoption(status="intended"),
    )
    assert (report.teaches, report.to_teach) == (("a",), ("d",))


def test_spread_inside_an_area_is_not_adopted_from_others(known: Known) -> None:
    report = of(known, "ashby", a=adoption(area="ashby"), b=adoption(area="ashby", source="isle"))
    assert report.taken == ("b",)


def test_what_was_halted_here_around_and_inside_is_told_with_its_reason(known: Known) -> None:
    reason = [{"status": "stopped", "reason": "No money."}]
    refusal = [{"status": "declined", "reason": "Too small."}]
    files = {
        "a": adoption(area="vale", source="isle", status="stopped", history=reason),
        "b": adoption(area="vale", source="isle", status="declined", history=refusal),
        "p": stopped(areas=["brook"]),
    }
    halted = of(known, "vale", **files).halted
    assert [(one.record, one.status, one.reason) for one in halted] == [
        ("a", "stopped", "No money."),
        ("b", "declined", "Too small."),
        ("p", "stopped", None),
    ]
    assert [one.record for one in of(known, "ashby", **files).halted] == ["a"]


def test_what_is_in_practice_only_inside_is_told_apart(known: Known) -> None:
    report = of(known, "vale", p=prototype(), q=prototype(areas=["vale"]))
    assert (report.here, report.inside) == (("q",), ("p",))


def test_every_area_has_a_report(known: Known) -> None:
    index = known()
    assert list(assurance(index)) == ["ashby", "brook", "dale", "isle", "land", "north", "vale"]
