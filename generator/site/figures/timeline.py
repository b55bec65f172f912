"""The timeline of a practice: dated events, drawn as precisely as their dates are stated."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.analysis.insights.pace import PracticeTimeline, SpreadEvent
from generator.english import counted
from generator.model.display.vocabulary import Option, label_from_name
from generator.model.kinds.adoption_words import STATUSES
from generator.model.kinds.prototype_words import STAGES
from generator.site.figures.bars import SPLIT_PERCENT, AxisScale, BarRow, draw_rows
from generator.site.figures.drawing import DISC, TextAnchor, percent, text_lines
from generator.site.figures.figure import Figure, FigureCell, RecordNames, records_cell, text_cell
from generator.site.figures.shapes import Line, Marker, Rect, Shape, Shapes

COLUMNS = ("Date", "What", "Record", "Area")
MAX_EVENTS = 8
NOT_DATED = "No date stated"
# Percent of the panel's width that the years at each end of the line take.
EDGE_PERCENT = 17

_VOCABULARIES = {"stage": STAGES, "status": STATUSES}
_EVENT_TEXTS = {"started": "Started", "proved": "Proved", "adopted": "Adopted"}


def timeline_chart(timeline: PracticeTimeline, names: RecordNames) -> Figure | None:
    """Return dated events in the spread of a practice, oldest first, at most `MAX_EVENTS` drawn.

    Return None where no event has a date.
    """
    drawn = timeline.events[:MAX_EVENTS]
    if not drawn:
        return None
    first, last = drawn[0].date.year, max(event.date.last.year for event in drawn)
    years = YearSpan(first, last + 1)
    rows = [_row(event, years, names, first=not number) for number, event in enumerate(drawn)]
    body = draw_rows(rows, 0)
    title = names(timeline.practice)[0]
    return Figure(
        id=f"timeline-{timeline.practice}",
        title=f"{title}: prototypes and adoptions over time",
        desc=f"{counted(len(timeline.events), 'dated event')}, oldest first. A date is drawn "
        "as precisely as it is stated: a year as the span of that year.",
        width=0,
        height=round(body.bottom),
        marks=body.marks,
        columns=COLUMNS,
        rows=(*(_cells(event, names) for event in timeline.events), *_undated(timeline, names)),
        more=len(timeline.events) - len(drawn),
        note=_note(timeline),
        side_marks=body.side_marks,
        split=SPLIT_PERCENT,
    )


@dataclass(frozen=True, slots=True)
class YearSpan:
    """The time from the start of the year `first` to the start of the year `last`."""

    first: int
    last: int

    def at(self, day: date, after: int = 0) -> float:
        """Return the x position `after` days after a day, in percent of the panel's width."""
        ends = date(self.first, 1, 1).toordinal(), date(self.last, 1, 1).toordinal()
        return AxisScale(*ends, EDGE_PERCENT, EDGE_PERCENT).at(day.toordinal() + after)


def event_span(event: SpreadEvent, years: YearSpan) -> tuple[float, float]:
    """Return the x positions of the first and the last day of the period that a date names.

    “before” a date starts, and “after” a date ends, where the panel does.
    """
    first, last = event.date.first, event.date.last
    if event.date.precision == "before":
        first = date(years.first, 1, 1)
    if event.date.precision == "after":
        last = date(years.last - 1, 12, 31)
    return years.at(first), years.at(last, after=1)


def _row(event: SpreadEvent, years: YearSpan, names: RecordNames, *, first: bool) -> BarRow:
    title, url = names(event.record)
    area = names(event.area)[0] if event.area else ""
    return BarRow(
        title,
        url,
        f"{event.date.words}: {event_text(event)}",
        (area,),
        (*(_year_names(years) if first else ()), *_plot(event, years)),
    )


def _year_names(years: YearSpan) -> Shapes:
    """Return the names of the first and the last year, which the first row of a picture has."""
    start, end = percent(EDGE_PERCENT), percent(100 - EDGE_PERCENT)
    return (
        text_lines(TextAnchor(start, 4.5, "end", -8), [str(years.first)], "fg-text fg-small"),
        text_lines(TextAnchor(end, 4.5, "start", 8), [str(years.last)], "fg-text fg-small"),
    )


def _plot(event: SpreadEvent, years: YearSpan) -> Shapes:
    start, stop = event_span(event, years)
    option = _option(event)
    planned = option is not None and option.tone == "plan"
    css_class = "fg-hollow" if planned else "fg-solid"
    ends = percent(EDGE_PERCENT), percent(100 - EDGE_PERCENT)
    marks: list[Shape] = [
        Line(ends[0], "0", ends[1], "0", "fg-track"),
        *(Line(x, "-7", x, "7", "fg-zero") for x in ends),
    ]
    if event.date.exact_day is None:
        marks.append(
            Rect(percent(start), "-6", percent(stop - start), "12", f"{css_class} fg-span", "4")
        )
    else:
        marks.append(Marker(percent((start + stop) / 2), "0", DISC, css_class))
    return tuple(marks)


def event_text(event: SpreadEvent) -> str:
    """Return what happened in words, such as “Started” or the label of a new stage."""
    if event.what in _EVENT_TEXTS:
        return _EVENT_TEXTS[event.what]
    option = _option(event)
    return option.label if option else label_from_name(event.what)


def _option(event: SpreadEvent) -> Option | None:
    """Return the stage or status that the event changed to, if any."""
    vocabulary = _VOCABULARIES.get(event.what)
    return vocabulary.option(event.word) if vocabulary and event.word else None


def _cells(event: SpreadEvent, names: RecordNames) -> tuple[FigureCell, ...]:
    return (
        text_cell(event.date.words, event.date.sort_key),
        FigureCell(event_text(event), option=_option(event)),
        records_cell((event.record,), names),
        records_cell((event.area,), names) if event.area else text_cell(""),
    )


def _undated(timeline: PracticeTimeline, names: RecordNames) -> list[tuple[FigureCell, ...]]:
    # The sort key puts them after every date.
    last = text_cell(NOT_DATED, "9999-99-99")
    return [
        (last, text_cell("Prototype or adoption"), records_cell((record_id,), names), text_cell(""))
        for record_id in timeline.undated
    ]


def _note(timeline: PracticeTimeline) -> str:
    note = "Each line goes from the start of the first year to the start of the last."
    if not timeline.undated:
        return note
    many = (
        "prototypes or adoptions have" if len(timeline.undated) > 1 else "prototype or adoption has"
    )
    return f"{note} {len(timeline.undated):,} {many} no date and are not shown."
