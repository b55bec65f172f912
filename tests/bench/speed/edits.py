"""The changes after which an academy is built again: each is one a person makes to one record."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from tests.bench.speed.bars import ADDED, REMOVED, STAGE, TEXT, TITLE

# whether a built site shows a change
Shown: TypeAlias = Callable[[Path], bool]
_SUMMARY, _TITLE = (
    re.compile(rf"^{key}: .*\n(?:  .*\n)*", re.MULTILINE) for key in ("summary", "title")
)
_MEASURE = re.compile(r"^(  - id: .*)$", re.MULTILINE)
# each allows the verdicts and dates of the other
_STAGES = {"testing": "live", "live": "testing"}
_ADDED = "-added"


@dataclass(frozen=True, slots=True)
class Record:
    """One prototype of a made-up academy, by its file."""

    file: Path

    @property
    def url(self) -> str:
        """The address of its page in a site."""
        return f"prototypes/{self.file.stem}.html"

    @property
    def text(self) -> str:
        """What its file says now."""
        return self.file.read_text(encoding="utf-8")

    @property
    def stage(self) -> str:
        """The stage that it is in; empty unless it is one that can be changed."""
        return next((one for one in _STAGES if f"\nstage: {one}\n" in self.text), "")

    def say(self, words: str) -> None:
        """Give it another summary."""
        self._write(_SUMMARY.sub(f"summary: {words}\n", self.text, count=1))

    def rename(self, title: str) -> None:
        """Give it another title."""
        self._write(_TITLE.sub(f"title: {title}\n", self.text, count=1))

    def move(self, stage: str) -> None:
        """Put it into another stage, which is then the last of its history too."""
        old, text = self.stage, self.text
        before, step, after = text.rpartition(f"  - stage: {old}\n")
        text = f"{before}  - stage: {stage}\n{after}" if step else text
        self._write(text.replace(f"\nstage: {old}\n", f"\nstage: {stage}\n", 1))

    def copy(self) -> Record:
        """Add a record that says the same under an id of its own; nothing names it."""
        copy = self.copied()
        copy._write(_MEASURE.sub(rf"\1{_ADDED}", self.text))
        copy.rename("A record that was added")
        return copy

    def copied(self) -> Record:
        """The record that `copy` adds."""
        return Record(self.file.with_stem(self.file.stem + _ADDED))

    def remove(self) -> None:
        """Delete it."""
        self.file.unlink()

    def _write(self, text: str) -> None:
        self.file.write_text(text, encoding="utf-8")


def record_of(academy: Path) -> Record:
    """A prototype in the middle of the list, so that it is neither first nor last anywhere."""
    records = [Record(file) for file in sorted((academy / "prototypes").glob("*.yaml"))]
    movable = [record for record in records if record.stage]
    return movable[len(movable) // 2]


def _text(record: Record, number: int) -> Shown:
    words = f"A summary that was changed to see how soon a build shows it, version {number}."
    record.say(words)
    return _page_holds(record, words)


def _title(record: Record, number: int) -> Shown:
    title = f"A title that was changed, version {number}"
    record.rename(title)
    return _page_holds(record, title)


def _stage(record: Record, _: int) -> Shown:
    stage = _STAGES[record.stage]
    record.move(stage)
    return _page_holds(record, f">{stage.capitalize()}<")


def _added(record: Record, _: int) -> Shown:
    url = record.copy().url
    return lambda site: (site / url).is_file()


def _removed(record: Record, _: int) -> Shown:
    copy = record.copied()
    copy.remove()
    return lambda site: not (site / copy.url).exists()


def _page_holds(record: Record, words: str) -> Shown:
    return lambda site: words in (site / record.url).read_text(encoding="utf-8")


# in this order: what is removed was added before
EDITS: Mapping[str, Callable[[Record, int], Shown]] = {
    TEXT: _text,
    TITLE: _title,
    STAGE: _stage,
    ADDED: _added,
    REMOVED: _removed,
}
