"""How fast practices spread."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from statistics import median
from typing import Literal

from generator.analysis.index import AdoptionIndex, memoised
from generator.analysis.insights.insight import Insight
from generator.model.fields.dates import WrittenDate, months_between


@dataclass(frozen=True, slots=True)
class AdoptionDelay:
    """Months from proof to adoption, of adoptions with both dates known to the month.

    `median`: None without such adoptions. `dated`: how many of `adoptions` there are. `of`: the
    months by adoption.
    """

    median: Decimal | None
    dated: int
    adoptions: int
    of: dict[str, int]


@memoised
def adoption_delay(index: AdoptionIndex) -> AdoptionDelay:
    """We count the months from when a practice was shown to work to when it was in place. We cannot
    count an adoption without both months. If no adoption has both, we cannot work out the median.
    The answer says how many have both dates.
    """
    counted = {}
    for adoption in index.adoptions:
        if adoption.proved_on and adoption.adopted_on:
            months = months_between(adoption.proved_on, adoption.adopted_on)
            if months is not None:
                counted[adoption.id] = months
    middle = Decimal(str(median(counted.values()))) if counted else None
    return AdoptionDelay(middle, len(counted), len(index.adoptions), counted)


@dataclass(frozen=True, slots=True)
class MonthsSaved:
    """An estimate of the months that an adoption should save."""

    adoption: str
    months: Decimal


@memoised
def months_saved(index: AdoptionIndex) -> tuple[MonthsSaved, ...]:
    """The months that adoptions should save, as estimated in their sources. These are estimates. We
    never count them as months saved.
    """
    named = ((adoption.id, adoption.expected_months_saved) for adoption in index.adoptions)
    return tuple(MonthsSaved(adoption, months) for adoption, months in named if months is not None)


Happening = Literal["started", "stage", "proved", "adopted", "status"]


@dataclass(frozen=True, slots=True)
class SpreadEvent:
    """A dated event in the spread of a practice. `record` is a prototype or an adoption.

    `area`: where it happened; the organisation, if that adopts. `word`: the new stage or status, if
    the event is one.
    """

    date: WrittenDate
    what: Happening
    record: str
    area: str
    word: str | None = None


@dataclass(frozen=True, slots=True)
class PracticeTimeline:
    """The events of a practice. `undated`: its prototypes and adoptions without a date."""

    practice: str
    events: tuple[SpreadEvent, ...]
    undated: tuple[str, ...]


def practice_timeline(index: AdoptionIndex, practice: str) -> PracticeTimeline:
    """Return the dated events of the prototypes that use a practice and of its adoptions.

    The oldest comes first; a month before its days, a year before its months.
    """
    events: list[SpreadEvent] = []
    undated = []
    for prototype in index.prototypes_using.get(practice, ()):
        dated = _prototype_events(index, prototype)
        events += dated
        undated += [] if dated else [prototype]
    for adoption in index.adoptions_of.get(practice, ()):
        dated = _adoption_events(index, adoption)
        events += dated
        undated += [] if dated else [adoption]
    events.sort(key=lambda event: (event.date.sort_key, event.record, event.what))
    return PracticeTimeline(practice, tuple(events), tuple(undated))


def _prototype_events(index: AdoptionIndex, record_id: str) -> list[SpreadEvent]:
    record = index.prototype(record_id)
    area = next(iter(index.ids(record.areas)), None)
    if area is None:
        return []
    events = [SpreadEvent(record.started, "started", record_id, area)] if record.started else []
    steps = ((step.date, step.stage) for step in record.history)
    return events + [
        SpreadEvent(date, "stage", record_id, area, word) for date, word in steps if date
    ]


def _adoption_events(index: AdoptionIndex, record_id: str) -> list[SpreadEvent]:
    record = index.adoption(record_id)
    area = index.id(record.adopter) or ""
    events = [SpreadEvent(record.proved_on, "proved", record_id, area)] if record.proved_on else []
    if record.adopted_on:
        events.append(SpreadEvent(record.adopted_on, "adopted", record_id, area))
    steps = ((step.date, step.status) for step in record.history)
    return events + [
        SpreadEvent(date, "status", record_id, area, word) for date, word in steps if date
    ]


INSIGHTS = (
    Insight("months_to_adopt", "How long does it take to adopt what works?", adoption_delay),
    Insight("months_saved", "How much time should adoption save?", months_saved),
)
