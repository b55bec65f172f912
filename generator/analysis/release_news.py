"""What releases tell readers: the changes of each, by what people look for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.analysis.index import AdoptionIndex, memoised
from generator.diagnostics import clip, join_words
from generator.english import counted
from generator.model.display.field_display import FieldDisplay, vocabulary_of
from generator.model.fields.marks import mark_of
from generator.model.kinds import KIND_OF
from generator.model.kinds.measure import Measure
from generator.model.record import Record
from generator.model.release import (
    STEP_FIELDS,
    ChangedRecord,
    Release,
    ReleasedRecord,
    RenamedEntry,
)
from generator.records.catalogue import Catalogue

Change = Literal["added", "changed", "renamed", "removed"]
NewsGroup = Literal[
    "prototypes", "results", "stages", "adoptions", "records", "corrections", "renamed", "removed"
]
# the heading of each group, and the words for one of it
NEWS_GROUPS: dict[NewsGroup, tuple[str, str]] = {
    "prototypes": ("New prototypes", "New prototype"),
    "results": ("New results", "New result"),
    "stages": ("New stages", "New stage"),
    "adoptions": ("New adoptions and their progress", "Adoption"),
    "records": ("Other new records", "New"),
    "corrections": ("Corrected or added to", "Corrected or added to"),
    "renamed": ("Moved to a new address", "Moved"),
    "removed": ("Removed", "Removed"),
}
NEW_FOR_DAYS = 90
_LONGEST_SUMMARY = 240
_MOST_FIELDS = 6


@dataclass(frozen=True, slots=True)
class NewsItem:
    """A change that a release lists. The sentence is the title followed by `rest`.

    `record` is the present id of its record, or None where there is none any more. `written` is
    the id in the release, and `change` the list of the release that names it.
    """

    group: NewsGroup
    change: Change
    written: str
    record: str | None
    kind: str
    title: str
    rest: str

    @property
    def sentence(self) -> str:
        """The change in a sentence."""
        return f"{self.title}{self.rest}"


@dataclass(frozen=True, slots=True)
class ReleaseNews:
    """A release and its changes, in the order of `NEWS_GROUPS`."""

    release: Release
    items: tuple[NewsItem, ...]

    @property
    def summary(self) -> str:
        """What the release holds, in a sentence of counts."""
        if self.release.records is not None:
            return f"The academy started with {counted(self.release.records, 'record')}."
        words = {
            "prototypes": ("new prototype", ""),
            "results": ("new result", ""),
            "stages": ("new stage", ""),
            "adoptions": ("adoption with news", "adoptions with news"),
            "records": ("other new record", ""),
            "corrections": ("record corrected or added to", "records corrected or added to"),
            "renamed": ("record with a new address", "records with a new address"),
            "removed": ("record removed", "records removed"),
        }
        numbers = {group: sum(item.group == group for item in self.items) for group in NEWS_GROUPS}
        parts = [counted(n, *words[group]) for group, n in numbers.items() if n]
        if self.release.left_out:
            parts.append(counted(self.release.left_out, "more change"))
        text = join_words(parts, last="and")
        return f"{text[:1].upper()}{text[1:]}." if text else "No records changed."


@memoised
def release_news(index: AdoptionIndex) -> tuple[ReleaseNews, ...]:
    """Return the news of every release, newest first."""
    return tuple(news_of(index.catalogue, release) for release in index.catalogue.releases)


def news_of(catalogue: Catalogue, release: Release) -> ReleaseNews:
    """Return the news of a release, in the words and with the titles of today."""
    order = list(NEWS_GROUPS)
    items = sorted(_items(catalogue, release), key=lambda item: order.index(item.group))
    return ReleaseNews(release, tuple(items))


@memoised
def added_days(index: AdoptionIndex) -> dict[str, date]:
    """Return the day on which each record was added, for those that a release added.

    A figure inside a record has no date of its own: the release that names it gives the day.
    """
    catalogue = index.catalogue
    days = {
        entry.record: release.day
        for release in catalogue.releases
        for entry in release.added
        if entry.kind == Measure.kind and entry.record in catalogue.records
    }
    stated = catalogue.records.values()
    return days | {record.id: record.added_on.first for record in stated if record.added_on}


@memoised
def changed_days(index: AdoptionIndex) -> dict[str, date]:
    """Return the day of the last change of each record that a release found changed."""
    stated = index.catalogue.records.values()
    return {record.id: record.changed_on.first for record in stated if record.changed_on}


def is_new(index: AdoptionIndex, record_id: str, today: date) -> bool:
    """Return whether a record was added in the last release, or in the 90 days before `today`."""
    added = added_days(index).get(record_id)
    if added is None:
        return False
    releases = index.catalogue.releases
    is_last = bool(releases) and added == releases[0].day
    return is_last or 0 <= (today - added).days <= NEW_FOR_DAYS


def _items(catalogue: Catalogue, release: Release) -> Iterator[NewsItem]:
    for entry in release.added:
        yield _added(catalogue, entry)
    for change in release.changed:
        yield _changed(catalogue, change)
    for renamed in release.renamed:
        yield _renamed(catalogue, renamed)
    for gone in release.removed:
        yield _item(catalogue, "removed", gone, f" ({_kind_word(gone)}).")


def _added(catalogue: Catalogue, entry: ReleasedRecord) -> NewsItem:
    record = catalogue.find(entry.record)
    if record is None:
        return _item(catalogue, "records", entry, f" ({_kind_word(entry)}). It is gone since.")
    if isinstance(record, Measure):
        group: NewsGroup = "results" if record.nature == "result" else "records"
        return _item(catalogue, group, entry, _home_phrase(catalogue, record))
    groups: dict[str, NewsGroup] = {"prototype": "prototypes", "adoption": "adoptions"}
    return _item(catalogue, groups.get(record.kind, "records"), entry, _summary_phrase(record))


def _home_phrase(catalogue: Catalogue, measure: Measure) -> str:
    """Return in which record a figure is, or nothing where its title says so."""
    home = measure.prototype
    return f" ({catalogue.title(home)})." if home else "."


def _summary_phrase(record: Record) -> str:
    if not record.summary:
        return f" ({KIND_OF[record.kind].label.lower()})."
    summary = clip(record.summary, _LONGEST_SUMMARY)
    return f": {summary}" if summary.endswith((".", "…", "!", "?")) else f": {summary}."


def _changed(catalogue: Catalogue, change: ChangedRecord) -> NewsItem:
    step = STEP_FIELDS.get(change.kind, "")
    others = _field_labels(change, without=step if change.was or change.now else "")
    also = f" Also changed: {others}." if others else ""
    if change.was or change.now:
        was, now = (_step_label(change.kind, word) for word in (change.was, change.now))
        group: NewsGroup = "stages" if change.kind == "prototype" else "adoptions"
        return _item(catalogue, group, change, f": now “{now}”, before “{was}”.{also}")
    return _item(catalogue, "corrections", change, f": {others}.")


def _renamed(catalogue: Catalogue, entry: RenamedEntry) -> NewsItem:
    rest = f": “{entry.was}” before. Links to it still work."
    return _item(catalogue, "renamed", entry, rest)


def _item(catalogue: Catalogue, group: NewsGroup, entry: ReleasedRecord, rest: str) -> NewsItem:
    now = None if group == "removed" else catalogue.resolve(entry.record)
    title = catalogue.title(now) if now else entry.title
    changes: dict[type[ReleasedRecord], Change] = {
        ChangedRecord: "changed",
        RenamedEntry: "renamed",
    }
    change = "removed" if group == "removed" else changes.get(type(entry), "added")
    return NewsItem(group, change, entry.record, now, entry.kind, title, rest)


def _kind_word(entry: ReleasedRecord) -> str:
    return KIND_OF[entry.kind].label.lower()


def _field_labels(change: ChangedRecord, without: str) -> str:
    """Return the labels of the changed fields as a phrase in small letters."""
    labels = [_field_label(change.kind, name) for name in change.fields if name != without]
    return join_words(labels, _MOST_FIELDS, last="and")


def _field_label(kind: str, name: str) -> str:
    info = KIND_OF[kind].model.model_fields.get(name)
    shown = mark_of(info, FieldDisplay) if info else None
    label = shown.label if shown else name.replace("_", " ")
    return label[:1].lower() + label[1:]


def _step_label(kind: str, word: str | None) -> str:
    info = KIND_OF[kind].model.model_fields[STEP_FIELDS[kind]]
    words = vocabulary_of(info)
    if words is None or word not in words.words:
        return word or "not stated"
    return words.label(word)
