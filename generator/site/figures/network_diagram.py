"""The learning network: which areas learnt from which, as lines from left to right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.analysis.insights.learning import LearningLink, LearningNetwork
from generator.english import counted
from generator.model.kinds.adoption_words import FIDELITIES, STATUSES
from generator.site.figures.drawing import (
    ARROWHEAD,
    CROSS,
    KeyEntry,
    LabelSpace,
    TextAnchor,
    centred_label,
    draw_key,
    px,
    text_lines,
)
from generator.site.figures.figure import (
    Figure,
    FigureCell,
    RecordNames,
    count_cell,
    option_cell,
    records_cell,
    text_cell,
)
from generator.site.figures.layered_layout import LayeredLayout, layered_layout
from generator.site.figures.shapes import (
    LinkedShapes,
    Marker,
    Path,
    Rect,
    ScaledPaths,
    Shape,
    Shapes,
    TextLines,
)

COLUMNS = (
    "From", "To", "Not named", "Practice", "Status", "Planned: copy or adapt",
    "How closely it was followed", "Adoption",
)  # fmt: skip
MAX_LINES = 24
# Percent of the width that the names on each side take.
NAMES_PERCENT = 40
TOP = 38
_LABEL_SPACE = LabelSpace(100, 228, 5)
_KEY_TEXTS = {
    "actual": "Begun or in place",
    "planned": "Planned only: interested or intended",
    "halted": "Paused, stopped or declined",
}
# The id of an area and a number: 0 for the area itself, else of unnamed areas inside it.
End = tuple[str, int]


@dataclass(frozen=True, slots=True)
class EdgeBundle:
    """Links from one area to another in the same state, drawn as one line.

    `way` is the state: “actual”, “planned” or “halted”.
    """

    source: End
    adopter: End
    way: str
    lessons: tuple[LearningLink, ...]


def network_diagram(network: LearningNetwork, names: RecordNames, most: int = MAX_LINES) -> Figure:
    """Return the network: source areas on the left, adopters on the right.

    At most `most` lines are drawn, those with most adoptions first. The table has every adoption.
    """
    bundles = bundle_edges(network.lessons)
    drawn = sorted(bundles, key=lambda item: -len(item.lessons))[:most]
    places = _layout(drawn, names)
    used = {item.way for item in drawn}
    entries = [KeyEntry(_sample_line(way), text) for way, text in _KEY_TEXTS.items() if way in used]
    legend, height = draw_key(entries, places.bottom + 10)
    return Figure(
        id="learning-network",
        title="Who learnt from which places, or plans to",
        desc=_desc(network),
        width=0,
        height=round(height),
        marks=_draw(drawn, places, round(height), names) + legend,
        columns=COLUMNS,
        rows=tuple(_row(item, names) for item in network.lessons),
        more=len(network.lessons) - sum(len(item.lessons) for item in drawn),
        note="Each line goes from the area that a practice comes from to the area that adopts it, "
        "or plans to. A number on a line is the number of adoptions.",
    )


def bundle_edges(lessons: Iterable[LearningLink]) -> tuple[EdgeBundle, ...]:
    """Return learning links grouped by source, adopter and state, in the order of the first of
    each.
    """
    by_ends: dict[tuple[str, End, str], list[LearningLink]] = defaultdict(list)
    for lesson in lessons:
        way = "actual" if lesson.actual else "planned" if lesson.planned else "halted"
        by_ends[lesson.source, (lesson.adopter, lesson.unnamed), way].append(lesson)
    return tuple(
        EdgeBundle((source, 0), adopter, way, tuple(bundle))
        for (source, adopter, way), bundle in by_ends.items()
    )


def _layout(bundles: Sequence[EdgeBundle], names: RecordNames) -> LayeredLayout[End]:
    pairs = list(dict.fromkeys((end.source, end.adopter) for end in bundles))
    heads = {end: _label(end, "left", 0, names)[1] for end, _ in pairs}
    tails = {end: _label(end, "right", 0, names)[1] for _, end in pairs}
    return layered_layout(pairs, (heads, tails), TOP)


def _draw(
    bundles: Sequence[EdgeBundle], places: LayeredLayout[End], height: int, names: RecordNames
) -> Shapes:
    ways: dict[tuple[End, End], list[EdgeBundle]] = defaultdict(list)
    for item in bundles:
        ways[item.source, item.adopter].append(item)
    marks: list[Shape] = [
        text_lines(
            TextAnchor(f"{NAMES_PERCENT}%", 16, "end", -10), ["Comes from"], "fg-text fg-bold"
        ),
        text_lines(
            TextAnchor(f"{100 - NAMES_PERCENT}%", 16, shift=10), ["Goes to"], "fg-text fg-bold"
        ),
    ]
    for pair, pair_bundles in ways.items():
        for place, bundle in enumerate(pair_bundles):
            offset = 7.0 * (2 * place - len(pair_bundles) + 1)
            start, stop = (y + offset for y in places.ends[pair])
            marks.append(_curve(bundle, start, stop, height, names))
    marks += [mark for item in places.left for mark in _node(item, "left", places, names)]
    marks += [mark for item in places.right for mark in _node(item, "right", places, names)]
    return tuple(marks)


def _title(end: End, names: RecordNames) -> str:
    title = names(end[0])[0]
    return f"{counted(end[1], 'area')} not named, in {title}" if end[1] else title


def _label(end: End, side: str, middle: float, names: RecordNames) -> tuple[Shapes, float]:
    at = TextAnchor(f"{NAMES_PERCENT}%", middle, "end", -10)
    if side == "right":
        at = TextAnchor(f"{100 - NAMES_PERCENT}%", middle, shift=10)
    marks, high = centred_label(at, _title(end, names), _LABEL_SPACE, "fg-text fg-link")
    return marks, max(28, high)


def _node(end: End, side: str, places: LayeredLayout[End], names: RecordNames) -> Shapes:
    top, height = (places.left if side == "left" else places.right)[end]
    x = NAMES_PERCENT if side == "left" else 100 - NAMES_PERCENT
    marks, _ = _label(end, side, top + height / 2, names)
    hit = Rect(
        "0" if side == "left" else f"{x}%",
        px(top - 3),
        f"{NAMES_PERCENT}%",
        px(height + 6),
        "fg-hit",
    )
    linked = LinkedShapes(names(end[0])[1], _title(end, names), (hit, *marks))
    return (linked, Rect(f"{x}%", px(top), "3", px(height), "fg-solid"))


def _curve(
    bundle: EdgeBundle, start: float, stop: float, height: int, names: RecordNames
) -> LinkedShapes:
    d = f"M0 {px(start)}C50 {px(start)} 50 {px(stop)} 100 {px(stop)}"
    paths = (Path(d, "fg-hit-line"), Path(d, f"fg-curve fg-{bundle.way}"))
    end = f"{100 - NAMES_PERCENT}%"
    count = len(bundle.lessons)
    marks: tuple[Shape, ...] = (
        ScaledPaths(f"{NAMES_PERCENT}%", f"{100 - 2 * NAMES_PERCENT}%", f"0 0 100 {height}", paths),
        _line_end(end, px(stop), bundle.way),
    )
    if count > 1:
        css_class = "fg-text fg-small fg-bold fg-halo"
        marks += (TextLines(end, ((px(stop - 5), str(count)),), css_class, "end", "-12"),)
    url = names(bundle.lessons[0].adoption if count == 1 else bundle.adopter[0])[1]
    return LinkedShapes(url, _bundle_title(bundle, names), marks)


def _line_end(x: str, y: str, way: str) -> Marker:
    if way == "halted":
        return Marker(x, y, CROSS, "fg-stroke fg-bad")
    return Marker(x, y, ARROWHEAD, "fg-solid" if way == "actual" else "fg-hollow")


def _bundle_title(bundle: EdgeBundle, names: RecordNames) -> str:
    ends = f"{_title(bundle.source, names)} → {_title(bundle.adopter, names)}"
    what = [names(lesson.practice or lesson.adoption)[0] for lesson in bundle.lessons]
    status = {STATUSES.label(lesson.status).lower(): None for lesson in bundle.lessons}
    return f"{ends}: {'; '.join(dict.fromkeys(what))} ({', '.join(status)})"


def _sample_line(way: str) -> Shapes:
    return (Path("M-12 0H6", f"fg-curve fg-{way}"), _line_end("12", "0", way))


def _row(lesson: LearningLink, names: RecordNames) -> tuple[FigureCell, ...]:
    return (
        records_cell((lesson.source,), names),
        records_cell((lesson.adopter,), names),
        count_cell(lesson.unnamed),
        records_cell((lesson.practice,), names) if lesson.practice else text_cell("Not named"),
        option_cell(STATUSES.option(lesson.status)),
        option_cell(FIDELITIES.option(lesson.fidelity_planned)),
        option_cell(FIDELITIES.option(lesson.fidelity_actual)),
        records_cell((lesson.adoption,), names),
    )


def _desc(network: LearningNetwork) -> str:
    actual = sum(lesson.actual for lesson in network.lessons)
    planned = sum(lesson.planned for lesson in network.lessons)
    return (
        f"Lines from one area to another: {actual:,} adoptions begun or in place, "
        f"{planned:,} planned, {len(network.lessons) - actual - planned:,} paused, stopped or "
        "declined. The table has them all."
    )
