"""Figures of made-up answers: honest signs, ends and scopes, hostile names, and ten thousand."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from generator.analysis.insights.learning import LearningLink, LearningNetwork
from generator.analysis.insights.pace import PracticeTimeline, SpreadEvent
from generator.analysis.insights.population import PopulationProjection
from generator.analysis.insights.practice_status import AdoptionGrid, PracticeStatus
from generator.model.fields.date_parser import parse_date
from generator.model.kinds.measure import Measure
from generator.records.catalogue import default_vocabulary
from generator.site import figures
from generator.site.figures.chart_values import TYPE_MARKERS
from generator.site.figures.figure import Figure
from generator.site.figures.measure_chart import figure_type
from generator.site.figures.shapes import LinkedShapes, Marker, Path, Rect, Shapes
from generator.site.figures.timeline import EDGE_PERCENT, NOT_DATED
from tests.site.figures.drawing import (
    boxes,
    links,
    looks,
    marks_of,
    plain_names,
    rendered,
    result_url,
    walk,
    words_of,
)

HOSTILE = "\"><script>alert(1)</script><b onmouseover=alert(1)>&'"


def measure(number: int = 1, **fields: Any) -> Measure:
    given = {"statement": f"Finding {number}", "outcome": "an-outcome", "nature": "result"}
    return Measure.model_validate(
        {"id": f"finding-{number}", **given, **fields}, context=default_vocabulary()
    )


def charts(*measures: Measure) -> tuple[Figure, ...]:
    return figures.measure_charts(measures, plain_names)


def lesson(number: int, source: str, adopter: str, **fields: Any) -> LearningLink:
    given: dict[str, Any] = {
        "practice": "lean", "prototypes": (), "status": "in-place", "actual": True,
        "planned": False, "fidelity_planned": "not-stated", "fidelity_actual": "adapted",
        "unnamed": 0,
    }  # fmt: skip
    return LearningLink(
        source=source, adopter=adopter, adoption=f"adoption-{number}", **{**given, **fields}
    )


def net(*lessons: LearningLink) -> LearningNetwork:
    sources = tuple(dict.fromkeys(one.source for one in lessons))
    adopters = tuple(dict.fromkeys(one.adopter for one in lessons))
    return LearningNetwork(lessons, sources, adopters, (), (), (), (), ())


def signs_in(marks: Shapes) -> set[tuple[str, str]]:
    return {(mark.d, mark.css_class) for mark in walk(marks) if isinstance(mark, Marker)}


@pytest.mark.parametrize(
    "nature", ["baseline", "target", "estimate", "projection", "context", "input", "illustration"]
)
def test_only_a_result_is_drawn_as_one(nature: str) -> None:
    (figure,) = charts(
        measure(nature=nature, value="5", value_high="9", baseline={"value": "3"}),
        measure(2, nature=nature, value="-4"),
    )
    assert TYPE_MARKERS["result"] not in signs_in((*figure.marks, *figure.side_marks))
    assert not any("fg-of-result" in css_class for css_class in looks(figure))
    assert "Results" not in words_of(figure.marks).split(" ", 1)[0]
    (result,) = charts(measure(value="5"))
    assert TYPE_MARKERS["result"] in signs_in(result.side_marks)


def test_an_illustration_of_a_result_is_an_illustration() -> None:
    assert figure_type(measure(value="5", evidence_level="illustration")) == "illustration"


def test_each_sort_has_its_own_sign_and_group() -> None:
    assert len({d for d, _ in TYPE_MARKERS.values()}) == 3
    assert len(set(TYPE_MARKERS.values())) == len(TYPE_MARKERS)
    natures = ["illustration", "target", "context", "result"]
    (figure,) = charts(*(measure(n, nature=one, value="5") for n, one in enumerate(natures)))
    text = words_of(figure.marks)
    places = [text.index(one) for one in ("Results", "Starting", "Targets", "Illustrations")]
    assert places == sorted(places)
    assert [row[1].option and row[1].option.word for row in figure.rows] == [
        "result",
        "context",
        "target",
        "illustration",
    ]


def test_a_range_shows_both_ends() -> None:
    (figure,) = charts(measure(value="27", value_high="39", unit="percent", form="percent-change"))
    assert "27%" in words_of(figure.side_marks)
    assert "39%" in words_of(figure.side_marks)
    assert "Rose by 27% to 39%" in words_of(figure.marks)
    assert figure.rows[0][3].text == "+27% to +39%"
    signs = [mark for mark in walk(figure.side_marks) if isinstance(mark, Marker)]
    assert [(one.d, one.css_class) for one in signs] == [TYPE_MARKERS["result"]] * 2


def test_before_and_after_stand_where_they_should() -> None:
    (figure,) = charts(measure(value="30", unit="days", baseline={"value": "60"}))
    xs = [float(m.x.rstrip("%")) for m in marks_of(figure) if isinstance(m, Marker) and m.x != "0"]
    before, after = xs
    assert before > after
    assert {"30", "60"} <= set(words_of(figure.side_marks).split())


CHANGES = [
    (
        {"value": "12", "unit": "days", "form": "absolute-change", "baseline": {"value": "300"}},
        "12 days more, from 300 days",
        "12 days more, from 300 days",
    ),
    (
        {"value": "-3", "unit": "%", "form": "percent-change", "baseline": {"value": "4000"}},
        "Fell by 3%, from 4,000",
        "−3%, from 4,000",
    ),
    (
        {
            "value": "6.4",
            "unit": "percent",
            "form": "percent-change",
            "baseline": {"value": "7.9", "unit": "per 1,000"},
        },
        "Rose by 6.4%, from 7.9 per 1,000",
        "+6.4%, from 7.9 per 1,000",
    ),
]


@pytest.mark.parametrize(("fields", "chart", "table"), CHANGES)
def test_a_change_is_told_apart_from_what_it_started_from(
    fields: dict[str, Any], chart: str, table: str
) -> None:
    (figure,) = charts(measure(**fields))
    assert chart in words_of(figure.marks)
    assert figure.rows[0][3].text == table


@pytest.mark.parametrize("fields", [fields for fields, _, _ in CHANGES])
def test_a_change_is_drawn_on_no_scale_with_what_it_started_from(fields: dict[str, Any]) -> None:
    start = fields["baseline"]["value"]
    (figure,) = charts(measure(**fields))
    assert start not in words_of(figure.side_marks).replace(",", "").split()
    assert not any("fg-change" in css_class for css_class in looks(figure))
    (alone,) = charts(measure(**{**fields, "baseline": None}))
    assert figure.side_marks == alone.side_marks


def test_a_level_that_starts_in_another_unit_is_drawn_alone() -> None:
    (figure,) = charts(measure(value="35", unit="days", baseline={"value": "9", "unit": "weeks"}))
    assert "35 days, from 9 weeks" in words_of(figure.marks)
    assert not any("fg-change" in css_class for css_class in looks(figure))


def test_what_a_figure_is_compared_with_is_drawn_and_told() -> None:
    beside = {"area": "england", "position": "worse", "value": "14", "text": "Of all ages."}
    (figure,) = charts(measure(value="20", unit="days", comparator=beside))
    assert "Compared with:" in words_of(figure.marks)
    assert figure.rows[0][4].text.endswith(", 14 days. This is worse. Of all ages.")
    assert any("fg-beside" in css_class for css_class in looks(figure))
    assert "dashed vertical line" in figure.note


def test_spellings_of_one_unit_share_a_chart() -> None:
    assert len(charts(measure(value="5", unit="%"), measure(2, value="6", unit="percent"))) == 1
    assert len(charts(measure(value="5", unit="£"), measure(2, value="6", unit="€"))) == 2


def test_the_scope_stands_with_its_number() -> None:
    (figure,) = charts(
        measure(value="-24", unit="percent", population="four care homes", period="2011")
    )
    text = words_of(figure.marks)
    assert "−24%" in text
    assert "four care homes · 2011" in text
    (link,) = (one for one in links(figure) if one.url == "records/finding-1.html")
    assert "−24%. four care homes · 2011" in link.title
    assert [cell.text for cell in figure.rows[0]][3:8] == [
        "−24%",
        "",
        "four care homes",
        "",
        "2011",
    ]


def test_the_better_way_is_said_in_words() -> None:
    (figure,) = figures.measure_charts([measure(value="5")], plain_names, lambda _: "down")
    assert "Better when it goes down" in words_of(figure.marks)


def test_findings_in_words_stand_in_a_table_only() -> None:
    first, second = charts(
        measure(1, value="1", unit="days"), measure(2), measure(3, value="2", unit="people")
    )
    assert [row[0].refs for row in first.rows] == [("finding-1",), ("finding-2",)]
    assert [row[0].refs for row in second.rows] == [("finding-3",)]
    assert "1 finding in words" in first.note
    assert charts(measure(2)) == ()


def test_a_projection_is_labelled_and_both_ends_are_given() -> None:
    growth = PopulationProjection(
        "grown", "people", "an-area", Decimal(8750), None, Decimal(13490), "2030",
        Decimal(4740), Decimal("54.2"),
    )  # fmt: skip
    (figure,) = figures.population_charts([growth], plain_names)
    text = words_of((*figure.marks, *figure.side_marks))
    assert "Projection, not a result" in text
    for part in ("8,750", "13,490", "2030", "+54.2%", "date not stated"):
        assert part in text.replace("\n", " "), part
    assert TYPE_MARKERS["result"] not in signs_in(figure.side_marks)


def test_plans_and_halts_have_lines_of_their_own() -> None:
    plans = {"status": "intended", "actual": False, "planned": True}
    halts = {"status": "stopped", "actual": False}
    network = net(
        lesson(1, "a", "b"),
        lesson(2, "a", "b", **plans),
        lesson(3, "a", "b", **plans),
        lesson(4, "c", "b", **halts),
        lesson(5, "c", "d", unnamed=2),
    )
    figure = figures.network_diagram(network, plain_names)
    curves = [one for one in links(figure) if " → " in one.title]
    ways = [m.css_class for one in curves for m in walk(one.marks) if isinstance(m, Path)]
    curve = sorted(css_class.split()[1] for css_class in ways if "fg-curve" in css_class)
    assert curve == ["fg-actual", "fg-actual", "fg-halted", "fg-planned"]
    bundle = next(one for one in curves if "intended" in one.title)
    assert words_of((bundle,)) == "2"
    assert bundle.url == "records/b.html"
    assert "2 areas not named, in D" in rendered(figure)
    assert [row[2].text for row in figure.rows] == ["0", "0", "0", "0", "2"]
    assert [row[7].refs[0] for row in figure.rows] == [f"adoption-{n}" for n in range(1, 6)]


def test_no_date_no_timeline() -> None:
    assert figures.timeline_chart(PracticeTimeline("lean", (), ("a",)), plain_names) is None


def test_a_date_is_drawn_as_precisely_as_it_is_stated() -> None:
    events = (
        SpreadEvent(parse_date("2019"), "started", "one", "here"),
        SpreadEvent(parse_date("2020-01"), "proved", "two", "here"),
        SpreadEvent(parse_date("2020-12-31"), "status", "three", "there", "intended"),
    )
    figure = figures.timeline_chart(PracticeTimeline("lean", events, ("four",)), plain_names)
    assert figure is not None
    spans = [m for m in marks_of(figure) if isinstance(m, Rect) and "fg-span" in m.css_class]
    year, month = (float(one.width.rstrip("%")) for one in spans)
    assert year / month == pytest.approx(365 / 31, rel=0.01)
    (day,) = (mark for mark in marks_of(figure) if isinstance(mark, Marker))
    assert day.css_class == "fg-hollow"
    assert [row[0].text for row in figure.rows] == [
        "2019", "January 2020", "31 December 2020", NOT_DATED,
    ]  # fmt: skip
    assert "1 prototype or adoption has no date" in figure.note


def test_dates_without_a_known_start_or_end_are_drawn_to_the_edge() -> None:
    written = ("before 2018", "spring 2018", "about 2019", "after 2019/20")
    events = tuple(SpreadEvent(parse_date(text), "started", text, "here") for text in written)
    figure = figures.timeline_chart(PracticeTimeline("lean", events, ()), plain_names)
    assert figure is not None
    spans = [m for m in marks_of(figure) if isinstance(m, Rect) and "fg-span" in m.css_class]
    starts = [float(one.x.rstrip("%")) for one in spans]
    ends = [float(one.x.rstrip("%")) + float(one.width.rstrip("%")) for one in spans]
    edges = EDGE_PERCENT, 100 - EDGE_PERCENT
    assert starts[0] == pytest.approx(edges[0])
    assert ends[3] == pytest.approx(edges[1])
    assert all(edges[0] - 0.01 <= x <= edges[1] + 0.01 for x in (*starts, *ends))
    assert [row[0].text for row in figure.rows] == list(written)


def test_unknown_and_planned_are_never_practised() -> None:
    standings = (
        PracticeStatus("a", "p", "unknown", unnamed=2, plans=("a",), status="intended"),
        PracticeStatus("b", "p", "no", plans=("a",), status="interested"),
        PracticeStatus("c", "p", "no", status="declined"),
        PracticeStatus("d", "p", "yes", ("x",), fidelity="adapted"),
    )
    whole = AdoptionGrid(
        ("a", "b", "c", "d", "e"), ("p",), {(one.area, one.practice): one for one in standings}
    )
    figure = figures.adoption_grid(whole, plain_names)
    cells = {one.title: one for one in links(figure) if one.title.startswith("P, ")}
    assert len(cells) == 4
    yes = {title for title, one in cells.items() if ("fg-solid" in str(one.marks))}
    assert yes == {"P, D: in use; closeness to the original: adapted"}
    assert [row[2].text for row in figure.rows] == [
        "Not known (2 adopters not named)", "No record of use",
        "No record of use", "In use",
    ]  # fmt: skip
    assert "does not mean no" in figure.note


def made(count: int) -> list[Figure]:
    """Every figure, of about `count` answers each."""
    side = int(count**0.5)
    areas = tuple(f"area-{n}" for n in range(side))
    practices = tuple(f"practice-{n}" for n in range(side))
    cells = [(area, practice) for area in areas for practice in practices]
    standings = {(a, p): PracticeStatus(a, p, "yes", (f"prototype-{a}",)) for a, p in cells}
    lessons = (
        lesson(n, f"area-{n % side}", f"area-{(n * 7 + 1) % (side + 1)}") for n in range(count)
    )
    measures = [
        measure(n, value=str(n), unit="days", population=f"people in area {n}")
        for n in range(count)
    ]
    growth = [
        PopulationProjection(
            f"m-{n}", "outcome", f"area-{n}", Decimal(n), "2012", Decimal(2 * n), "2021",
            Decimal(n), Decimal(100),
        )
        for n in range(1, count)
    ]  # fmt: skip
    events = [
        SpreadEvent(
            parse_date(f"{2000 + n % 20}-{1 + n % 12:02}"), "started", f"record-{n}", "area-1"
        )
        for n in range(count)
    ]
    drawn = figures.timeline_chart(PracticeTimeline("p", tuple(events), ()), plain_names)
    assert drawn is not None
    return [
        figures.adoption_grid(AdoptionGrid(areas, practices, standings), plain_names),
        figures.evidence_map(
            [
                figures.ProgrammeResults(practice, tuple(measures[n::side]))
                for n, practice in enumerate(practices)
            ],
            plain_names,
            result_url,
        ),
        figures.network_diagram(net(*lessons), plain_names),
        *figures.measure_charts(measures, plain_names),
        *figures.population_charts(growth, plain_names),
        drawn,
    ]


def test_at_ten_thousand_a_figure_shows_a_useful_part() -> None:
    for figure in made(10_000):
        marks = sum(1 for _ in marks_of(figure))
        assert 100 < marks < 9_000, figure.id
        assert figure.height < 8_000, figure.id
        assert figure.more > 0, figure.id
        for wide in (False, True):
            by_height = sorted(boxes(figure, wide=wide), key=lambda box: box.top)
            for number, box in enumerate(by_height):
                near = (one for one in by_height[number + 1 :] if one.top < box.bottom)
                assert not [other for other in near if box.meets(other)], (figure.id, box)


def test_hostile_names_are_only_words() -> None:
    def hostile(record_id: str) -> tuple[str, str]:
        return f"{record_id} {HOSTILE}", f"records/{record_id}.html"

    drawn = [
        figures.network_diagram(net(lesson(1, "a", "b")), hostile),
        *figures.measure_charts(
            [
                measure(
                    value="1", statement=HOSTILE, population=HOSTILE, period=HOSTILE, unit=HOSTILE
                )
            ],
            hostile,
        ),
        figures.adoption_grid(
            AdoptionGrid(("a",), ("p",), {("a", "p"): PracticeStatus("a", "p", "yes")}), hostile
        ),
        figures.evidence_map(
            [figures.ProgrammeResults("p", (measure(value="1", unit=HOSTILE),))],
            hostile,
            result_url,
        ),
    ]
    for figure in drawn:
        html = rendered(figure)
        assert "<script" not in html
        assert "<b " not in html
        assert "&lt;script&gt;" in html
        assert all(isinstance(one, LinkedShapes) and one.title for one in links(figure))


def test_a_figure_of_nothing_is_still_a_figure() -> None:
    empty = [
        figures.adoption_grid(AdoptionGrid((), (), {}), plain_names),
        figures.evidence_map([], plain_names, result_url),
        figures.network_diagram(net(), plain_names),
    ]
    for figure in empty:
        assert figure.rows == ()
        assert rendered(figure)
    assert charts() == figures.population_charts((), plain_names) == ()
