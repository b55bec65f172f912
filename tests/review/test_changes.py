"""Each kind of change, and the exact sentences that tell it."""

from __future__ import annotations

from typing import Any

import pytest

from generator.review import as_text
from generator.review.sentences import summary
from tests.review.conftest import (
    Changed,
    Files,
    adoption,
    barrier,
    measure,
    place,
    proof,
    prototype,
    record,
    service,
    trial,
    trial_result,
)

LONG = "They had waited for a long time, and nobody knew for how much longer it would be."


def met(area: str, status: str, **more: Any) -> dict[str, Any]:
    return {"area": area, "status": status, **more}


def two_records(*occurrences: dict[str, Any]) -> Files:
    return {"wall": barrier(*occurrences, title="Two records")}


def test_a_record_is_added(changed: Changed) -> None:
    changes = changed({"in-dale": prototype(title="Calls in Dale", areas=["dale"], practices=[])})
    assert [(one.id, one.kind, one.title) for one in changes.added] == [
        ("in-dale", "prototype", "Calls in Dale")
    ]
    assert "- Adds the prototype “Calls in Dale”." in as_text(changes).split("\n")
    assert not any((changes.removed, changes.renamed, changes.changed, changes.insights))


def test_a_record_is_removed(changed: Changed) -> None:
    changes = changed({"in-dale": None}, {"in-dale": trial(areas=["dale"])})
    assert summary(changes).startswith("Removes 1 prototype.")
    assert "- Removes the prototype “Trial in Ashby, Dale”." in as_text(changes).split("\n")
    assert not changes.added
    assert [one for one in changes.findings if not one.new] == []


def test_the_first_sentence_counts(changed: Changed) -> None:
    after = {
        "in-dale": prototype(areas=["dale"], practices=["calls"]),
        "one": adoption(),
        "two": adoption(area="dale"),
        "visits": service("Shared visits", summary="Two come together."),
    }
    changes = changed(after)
    pages = len(changes.pages)
    assert summary(changes) == (
        f"Adds 1 prototype and 2 adoptions. Changes 1 practice. {pages} pages change."
    )
    assert as_text(changes).startswith(summary(changes) + "\n")


# what changes in the trial, what it was, and what is said after its name
FIELDS: list[tuple[dict[str, Any], dict[str, Any], list[str]]] = [
    ({"stage": "testing"}, {}, ["“Stage” is now “Testing”; it was “Live”."]),
    ({"started": "2020-03"}, {}, ["“Started” is now “March 2020”; it was not stated."]),
    ({}, {"population": "Carers"}, ["“Who it is for” is no longer stated; it was “Carers”."]),
    ({"starting_point": LONG}, {}, [f"“Starting point” is now “{LONG}”; it was not stated."]),
    ({"starting_point": LONG}, {"starting_point": LONG + LONG},
        [f"“Starting point” is now “{LONG}”; it was “{LONG}{LONG}”."]),
    ({"note": f"{LONG}\n\nOne."}, {"note": f"{LONG}\n\nTwo.\n\nThree."}, [
        "“Note” changes “Two.” and “Three.” to “One.”."]),
    ({"links": [{"label": "Us", "url": "https://a.example/new"}]},
     {"links": [{"label": "Us", "url": "https://a.example/old"}]}, [
        "“On the web” changes “Us: https://a.example/old” to “Us: https://a.example/new”."]),
    ({"title": "A trial"}, {}, ["“Title” is now “A trial”; it was “Trial in Ashby”."]),
    ({"practices": ["calls"]}, {}, [
        "“Practices it uses” gains “Evening calls” and loses “Shared visits”."]),
    ({"practices": ["calls", "visits"]}, {"practices": ["visits", "calls"]}, [
        "“Practices it uses” is in a different order."]),
    ({"lessons": {"worked": ["Ask."]}}, {"lessons": {"worked": ["Ask.", "Wait."]}}, [
        "“Lessons: What worked” loses “Wait.”."]),
    ({"risks": [LONG]}, {"risks": ["Snow."]}, [f"“Risks” gains “{LONG}” and loses “Snow.”."]),
    ({"risks": ["Snow and ice."]}, {"risks": ["Snow and rain."]}, [
        "“Risks” changes “Snow and rain.” to “Snow and ice.”."]),
    ({"history": [{"stage": "idea"}, {"stage": "live", "date": "2020-03"}]}, {}, [
        "“Timeline” gains “Stage: Idea” and “Stage: Live; From: March 2020”."]),
    ({"reach": {"live": 1200}}, {"reach": {"live": 12}}, [
        "“Reach: Now” is now “1,200”; it was “12”."]),
    ({"groups": []}, {}, []),
]  # fmt: skip


@pytest.mark.parametrize(("after", "before", "expected"), FIELDS)
def test_a_field_changes(
    changed: Changed, after: dict[str, Any], before: dict[str, Any], expected: list[str]
) -> None:
    changes = changed({"trial": trial(**after)}, {"trial": trial(**before)})
    name = after.get("title", "Trial in Ashby")
    assert [one.sentence for one in changes.changed] == [f"“{name}”: {one}" for one in expected]


def test_a_figure_is_told_with_its_unit(changed: Changed) -> None:
    def days(value: int) -> Files:
        fields = measure("more-days", statement="More days", value=value, unit="days")
        return {"trial": trial(measures=[fields])}

    changes = changed(days(1400), days(12))
    assert [one.sentence for one in changes.changed] == [
        "“More days”: “Value” is now “1,400 days”; it was “12 days”."
    ]


def test_what_a_measure_takes_over_is_told_once(changed: Changed) -> None:
    paper = record("registry/resources", title="Paper", type="report", availability="available")
    results = [measure("one"), measure("two")]
    cited = trial(measures=results, sources=[{"resource": "paper", "section": "End"}])
    changes = changed({"trial": cited}, {"paper": paper, "trial": trial(measures=results)})
    assert {one.record.id for one in changes.changed} == {"trial"}


def test_a_measure_before_another_moves_no_other(changed: Changed) -> None:
    first, second = ({"statement": s, "outcome": "days", "nature": "result"} for s in ("A", "B"))
    changes = changed(
        {"trial": trial(measures=[second, first])}, {"trial": trial(measures=[first])}
    )
    assert [one.title for one in changes.added] == ["B"]
    assert (changes.removed, changes.changed) == ((), ())


def test_a_measure_without_an_id_stays_the_same_one_when_it_is_worded_anew(
    changed: Changed,
) -> None:
    before, after = ({"statement": s, "outcome": "days", "nature": "result"} for s in ("A", "B"))
    changes = changed({"trial": trial(measures=[after])}, {"trial": trial(measures=[before])})
    assert (changes.added, changes.removed) == ((), ())
    assert len(changes.changed) == 1


def test_a_kind_changes(changed: Changed) -> None:
    after = {"calls": record("registry/principles", title="Evening calls", statement="S")}
    changes = changed(after)
    assert [one.sentence for one in changes.changed] == [
        "“Evening calls” has a new kind: it was “Practice” and is now “Principle”."
    ]


def test_a_new_id_is_one_change(changed: Changed) -> None:
    after = {"visits": None, "together": service("Shared visits", aliases=["visits"])}
    before = {"trial": trial(**proof(), starting_point="See [[visits]].")}
    changes = changed({**after, "trial": trial(**proof(), starting_point="See [[together]].",
                                             practices=["together"])}, before)  # fmt: skip
    assert [one.sentence for one in changes.renamed] == [
        "“Shared visits” has a new id: together. The old one was visits. "
        "Links to the old one still work."
    ]
    assert summary(changes).startswith("Renames 1 practice. ")
    parts = (changes.added, changes.removed, changes.changed, changes.relations, changes.insights)
    assert not any((*parts, changes.findings))
    assert {one.way for one in changes.pages} == {"changed"}


def test_the_measures_of_a_renamed_record_follow_it(changed: Changed) -> None:
    results = [{"statement": "S", "outcome": "days", "nature": "result"}]
    after = {"trial": None, "try": trial(measures=results, aliases=["trial"])}
    changes = changed(after, {"trial": trial(measures=results)})
    assert len(changes.renamed) == 1
    assert not any((changes.added, changes.removed, changes.changed, changes.findings))


def test_two_records_become_one(changed: Changed) -> None:
    changes = changed({"visits": None, "calls": service("Evening calls", aliases=["visits"])})
    assert [one.sentence for one in changes.renamed] == [
        "“Shared visits” is now part of “Evening calls”. Links to the old one still work."
    ]
    assert summary(changes).startswith("Merges 1 practice. ")
    assert not any((changes.relations, changes.insights, changes.findings))


MEANT: list[tuple[Files, Files, list[str]]] = [
    ({"took": adoption()}, {}, [
        "Brook now uses shared visits.", "Brook now learns from Ashby."]),
    ({"took": None}, {"took": adoption()}, [
        "Brook no longer uses shared visits.", "Brook no longer learns from Ashby."]),
    ({"took": adoption(status="interested")}, {}, [
        "Brook now plans to adopt shared visits.", "Brook now plans to learn from Ashby."]),
    ({"took": adoption()}, {"took": adoption(status="intended")}, [
        "Brook now uses shared visits.", "Brook now learns from Ashby."]),
    ({"took": adoption(status="interested")}, {"took": adoption()}, [
        "Brook no longer uses shared visits.", "Brook no longer learns from Ashby."]),
    ({"took": adoption(area="vale", status="begun", unnamed_adopters=1)}, {}, [
        "Vale (and 1 area inside it) may now use shared visits (some adopters are not named).",
        "Areas in Vale that are not named now learn from Ashby."]),
    ({"wide": trial(areas=["north"], practices=["calls"])}, {}, [
        "North (and 4 areas inside it) now uses evening calls."]),
    ({"wide": trial(areas=["dale"], practices=["long"])}, {"long": service("Ask, then wait")}, [
        "Dale now uses “Ask, then wait”."]),
    ({"wide": trial(areas=["dale"], practices=["own"])}, {"own": service("Ashby way")}, [
        "Dale now uses “Ashby way”."]),
]  # fmt: skip


@pytest.mark.parametrize(("after", "before", "expected"), MEANT)
def test_what_relations_come_to(
    changed: Changed, after: Files, before: Files, expected: list[str]
) -> None:
    changes = changed(after, before)
    meant = [one.sentence for one in changes.relations if one.type in ("practises", "learns")]
    assert meant == expected


def test_what_a_record_names(changed: Changed) -> None:
    after = {"trial": trial(practices=["calls"], starting_point="See [[days]].")}
    changes = changed(after, {"calls": service("Evening calls", broader="visits")})
    assert [one.sentence for one in changes.relations if one.record == "trial"] == [
        "“Trial in Ashby” now names “Evening calls” under “Practices it uses”.",
        "“Trial in Ashby” now mentions “Days at home”.",
        "“Trial in Ashby” no longer names “Shared visits” under “Practices it uses”.",
    ]


def test_many_names_are_cut_and_counted(changed: Changed) -> None:
    more = {f"way-{number}": service(f"Way {number}") for number in range(6)}
    changes = changed({"trial": trial(practices=["visits", *more])}, more)
    named = [one for one in changes.relations if one.type == "uses"]
    assert [one.sentence for one in named] == [
        "“Trial in Ashby” now names “Way 0”, “Way 1”, “Way 2”, “Way 3” and 2 more under "
        "“Practices it uses”."
    ]
    assert len(named[0].others) == 6


PROVED = {"trial": trial(**proof())}
COSTED = {"trial": trial(**{**proof(), "measures": [
    trial_result(), measure("cheap", outcome="money")]})}  # fmt: skip
ANSWERS: list[tuple[Files, Files, list[str]]] = [
    ({"took": adoption()}, {}, ["“Shared visits” is now in practice in one more area: Brook."]),
    ({"took": adoption(), "also": adoption(area="dale")}, {}, [
        "“Shared visits” is now in practice in 2 more areas: Brook and Dale."]),
    ({"took": None}, {"took": adoption()}, [
        "“Shared visits” is no longer in practice in one area: Brook."]),
    ({"took": adoption()}, PROVED, [
        "“Shared visits” is now in practice in one more area: Brook.",
        "One gap fewer in Brook: nothing of “Trial in Ashby” is left to adopt there."]),
    (PROVED, {}, [
        "New gap in Brook, Dale, North and Vale: “Trial in Ashby” has evidence, and not all of "
        "it is in use there.",
        "“Shared visits” now has evidence that it works: “Figures given”."]),
    ({"trial": trial()}, PROVED, [
        "One gap fewer in Brook, Dale, North and Vale: “Trial in Ashby” no longer has evidence "
        "that it works.",
        "“Shared visits” no longer has evidence that it works; it was “Figures given”."]),
    ({"moor": place("Moor", "north")}, PROVED, [
        "Moor is new. It could adopt 1 programme that has evidence."]),
    ({"trial": trial(**proof("compared"))}, PROVED, [
        "“Shared visits” now has stronger evidence: “Compared with others”; it was "
        "“Figures given”."]),
    (PROVED, {"trial": trial(**proof("compared"))}, [
        "“Shared visits” now has weaker evidence: “Figures given”; it was “Compared with "
        "others”."]),
    (COSTED, PROVED, ["“Trial in Ashby” is now ready to adopt."]),
    (PROVED, COSTED, ["“Trial in Ashby” is no longer ready to adopt."]),
    (two_records(met("ashby", "worked-through"), met("brook", "expected")),
     two_records(met("ashby", "ongoing"), met("brook", "expected")), [
        "“Two records” is now solved in Ashby.",
        "“Two records” is not yet solved in Brook, but is solved in Ashby."]),
    (two_records(met("ashby", "worked-through"), met("brook", "worked-through")),
     two_records(met("ashby", "worked-through"), met("brook", "expected")), [
        "“Two records” is now solved in Brook.",
        "“Two records” is no longer open in any area."]),
    (two_records(met("brook", "expected")),
     two_records(met("ashby", "worked-through"), met("brook", "expected")), [
        "“Two records” is not yet solved in Brook, and is no longer solved elsewhere."]),
    ({"trial": trial(lessons={"not_worked": ["Two books."]})}, {}, [
        "“Trial in Ashby” shares 1 lesson from what did not work: “Two books.”"]),
    ({"trial": trial(lessons={"not_worked": ["Two books", "One pen"]})}, {}, [
        "“Trial in Ashby” shares 2 lessons from what did not work."]),
    ({"trial": trial()}, {"trial": trial(lessons={"not_worked": ["Two books"]})}, [
        "“Trial in Ashby” no longer shares 1 lesson from what did not work: “Two books”."]),
    ({"trial": trial(lessons={"not_worked": ["Two books"]})},
     {"trial": trial(lessons={"not_worked": ["Three books"]})}, []),
]  # fmt: skip


@pytest.mark.parametrize(("after", "before", "expected"), ANSWERS)
def test_answers_change(changed: Changed, after: Files, before: Files, expected: list[str]) -> None:
    assert [one.sentence for one in changed(after, before).insights] == expected


def test_a_gap_is_new_or_mended(changed: Changed) -> None:
    summarised = service("Shared visits", summary="Two come together.")
    name = "in “Shared visits” (G407): Not stated: what it is, in one sentence."
    mended = [f"Corrected gap {name}"]
    assert [one.sentence for one in changed({"visits": summarised}).findings] == mended
    back = changed({"visits": service("Shared visits")}, {"visits": summarised})
    assert [one.sentence for one in back.findings] == [f"New gap {name}"]


def test_findings_that_read_alike_are_told_once(changed: Changed) -> None:
    changes = changed(two_records(met("ashby", "expected"), met("brook", "expected")))
    text = "New gap in “Two records” (G406): Not stated: a source. (2 times)"
    assert f"- {text}" in as_text(changes).split("\n")


def test_an_added_line_moves_no_finding(changed: Changed) -> None:
    figure = {"statement": "S", "outcome": "days", "nature": "result"}
    changes = changed(
        {"trial": trial(note="N", measures=[figure])}, {"trial": trial(measures=[figure])}
    )
    assert changes.findings == ()


def test_words_of_the_glossary(changed: Changed) -> None:
    def words(**terms: str) -> Files:
        rows = [{"term": term, "meaning": meaning} for term, meaning in terms.items()]
        return {"glossary": record("registry", terms=rows)}

    changes = changed(words(huddle="A short talk.", round="A walk."),
                    words(round="A tour.", ward="A room."))  # fmt: skip
    assert [one.sentence for one in changes.terms] == [
        "The glossary now explains “huddle”.",
        "The glossary's explanation of “round” has changed.",
        "The glossary no longer explains “ward”.",
    ]
    assert summary(changes).startswith("Changes the glossary.")


def test_pages(changed: Changed) -> None:
    changes = changed({"in-dale": prototype(title="Calls in Dale", areas=["dale"])})
    ways = [(one.way, one.url) for one in changes.pages]
    assert ways[0] == ("added", "prototypes/in-dale.html")
    assert ("changed", "areas/dale.html") in ways
    assert ("changed", "spread/index.html") in ways
    assert ("changed", "areas/ashby.html") not in ways
    back = changed({"in-dale": None}, {"in-dale": prototype(areas=["dale"])})
    assert ("removed", "prototypes/in-dale.html") in [(one.way, one.url) for one in back.pages]


IN_FULL = prototype(
    title="Calls in Dale",
    areas=["dale"],
    **proof(),
    links=[{"label": "Us", "url": "https://a.example/us"}],
    quotes=[{"text": "It helped.", "role": "a carer"}],
    sources=[{"resource": "paper", "section": "End"}],
    starting_point=LONG,
    lessons={"not_worked": [LONG, "Two books."]},
)
PAPER = record("registry/resources", title="Paper", type="report", availability="available")


def test_a_new_record_is_shown_in_full(changed: Changed) -> None:
    lines = as_text(changed({"in-dale": IN_FULL, "paper": PAPER})).split("\n")
    start = lines.index("New: Prototype “Calls in Dale” (prototypes/in-dale.yaml)")
    for line in (
        "Where: Dale",
        f"Starting point: {LONG}",
        "On the web: Us: https://a.example/us",
        "In their words: Words: It helped. Role: a carer",
        "Sources: Paper, End",
        f"Lessons: What did not work: {LONG} / Two books.",
    ):
        assert f"- {line}" in lines[start:]
    assert any(line.startswith("- Did it work? ") for line in lines[start:])
    assert "New: Measure “People stay at home” (prototypes/in-dale.yaml)" in lines


def test_what_may_be_there_already_is_shown_first(changed: Changed) -> None:
    lines = as_text(changed({"again": trial()})).split("\n")
    assert lines[2] == "There already?"
    assert "(C380)" in lines[3]


def test_what_is_left_out_says_where_it_is(changed: Changed) -> None:
    more = {f"way-{number}": service(f"Way {number}", summary="S.") for number in range(30)}
    changes = changed(more)
    where = "more. The full list, with --all, has the rest."
    assert where in as_text(changes)
    assert where not in as_text(changes, is_whole=True)
    assert as_text(changes, is_whole=True).count("New page: ") == as_text(changes).count(
        "New page: "
    ) + int(next(line for line in as_text(changes).split("\n") if where in line).split()[2])
