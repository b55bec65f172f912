"""Somebody who tells a story in the form: reads labels, opens folds, adds rows, picks and types.

They know the records of a finished write-up. What the academy does not list they add where it is
named, with all that they know of it. Each click and each key is counted.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.site.share.hands import Hands

# how the form asks for a file
_MEDIA_LABELS = {"picture-file": "Choose a picture", "document-file": "Choose a document"}


@dataclass
class Story:
    """The form that is open, what it asks, and the records to tell of by id."""

    hands: Hands
    kinds: Mapping[str, Any]  # as the form has them, with `labelWithArticle` and `lowerLabel`
    records: Mapping[str, tuple[str, Mapping[str, Any]]]  # id → kind, values
    media: Path  # where the pictures are
    questions: int = 0
    written: set[str] = field(default_factory=set)

    def tell_main(self, record_id: str) -> None:
        """Answer the questions of the form for a record."""
        kind, values = self.records[record_id]
        self.written.add(record_id)
        self.tell(self._look("form"), self.kinds[kind]["questions"], values)

    def tell(self, box: int, questions: list[dict[str, Any]], values: Mapping[str, Any]) -> None:
        """Answer the questions inside a box that have values, in the order of the page."""
        asked = {_label(one): one for one in questions if _has_answer(values.get(one["name"]))}
        parts = self._look("parts", [box, list(asked)])
        missing = set(asked) - {label for label, _ in parts}
        assert not missing, f"There are no questions {missing}."
        for label, part in parts:
            self._open(part)
            self._answer(part, asked[label], values[asked[label]["name"]])

    def add_beside(self, record_id: str) -> None:
        """Add a record that the main one does not name, such as an adoption of it."""
        kind, values = self.records[record_id]
        if fold := self._look("button", ["summary", "Send more with it"]):
            add = ["button", f"Add {self.kinds[kind]['labelWithArticle']}"]
            if self._look("button", add) is None:
                self.hands.use(fold)
            self.hands.use(self._look("button", add))
        self.written.add(record_id)
        self.tell(self._look("lastAdded"), self.kinds[kind]["questions"], values)

    def finish(self) -> None:
        """Ask the form to check the answers."""
        self.hands.use(self._look("button", ["button", "Check your answers"]))

    def save(self) -> None:
        """Save the file to send."""
        self.hands.use(self._look("button", ["button", "Save the file"]))

    def _look(self, name: str, value: Any = None) -> Any:
        return self.hands.window.look(name, value)

    def _answer(self, part: int, question: dict[str, Any], value: Any) -> None:
        if question.get("many"):
            self._answer_rows(part, question, value)
        elif question["shape"] == "group":
            self.tell(part, question["questions"], value)
        else:
            self.questions += 1
            self._fill(part, question, value)

    def _answer_rows(self, part: int, question: dict[str, Any], values: list[Any]) -> None:
        for number, value in enumerate(values):
            if len(self._look("rows", part)) <= number:
                self._add_row(part, question, number)
            row = self._look("rows", part)[number]
            self._answer(row, {**question, "many": False}, value)

    def _add_row(self, part: int, question: dict[str, Any], number: int) -> None:
        last = self._look("rows", part)[-1] if number else None
        if last is not None and question["shape"] in ("line", "record"):
            self.hands.reach(self._look("control", last))
            self.hands.press("Enter")
        else:
            self.hands.use(self._look("addButton", part))

    def _fill(self, part: int, question: dict[str, Any], value: Any) -> None:
        control = self._look("control", part)
        shape = self._look("kindOf", control)
        text = {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)
        if shape == "radio":
            self.hands.choose_button(self._look("radio", [part, text]))
        elif shape == "select":
            self.hands.choose(control, text)
        elif question["shape"] in ("picture-file", "document-file"):
            self.hands.pick(control, self.media / Path(text).name)
        elif question["shape"] == "record" and text in self.records:
            self.hands.reach(control)
            self._name(part, text)
        elif self._look("chosen", control) != text:  # what the form wrote itself may be right
            self.hands.reach(control)
            if self._look("chosen", control):
                self.hands.press("Control", "a")
            offered = dict(self._look("choices", part))
            if f"Same again: “{text}”" in offered:
                self.hands.use(offered[f"Same again: “{text}”"])
            else:
                self.hands.write(text)

    def _name(self, part: int, record_id: str) -> None:
        """Name a record: take what is offered after a few letters, or add it as a new one."""
        title = str(self.records[record_id][1]["title"])
        if record_id not in self.written:
            self.hands.write(title)
            self._add_here(part, record_id, title)
            return
        for number in range(len(title) + 1):
            offered = dict(self._look("choices", part))
            # with the hands on the keys, three letters are sooner typed than the mouse is taken
            if f"Use “{title}”" in offered and (number or self.hands.by_keyboard):
                self._take(offered, f"Use “{title}”", title[:number])
                return
            self.hands.write(title[number : number + 1])

    def _take(self, offered: Mapping[str, int], choice: str, typed: str) -> None:
        # Enter takes what is offered first, if it begins like that or nothing else is offered
        is_first = next(iter(offered)) == choice
        if typed and is_first and (choice.startswith("Use") or len(offered) == 1):
            self.hands.press("Enter")
        else:
            self.hands.use(offered[choice])

    def _add_here(self, part: int, record_id: str, title: str) -> None:
        kind, values = self.records[record_id]
        choice = f"Add “{title}” as a new {self.kinds[kind]['lowerLabel']}"
        offered = dict(self._look("choices", part))
        assert choice in offered, f"“{title}” cannot be added: {list(offered)}"
        self.written.add(record_id)
        self._take(offered, choice, title)
        rest = {name: one for name, one in values.items() if name != "title"}
        self.tell(self._look("addedIn", part), self.kinds[kind]["questions"], rest)

    def _open(self, part: int) -> None:
        for fold in self._look("folds", part):
            self.hands.use(fold)


def _label(question: dict[str, Any]) -> str:
    label: str = _MEDIA_LABELS.get(question["shape"], question["label"])
    return label


def _has_answer(value: Any) -> bool:
    return value not in (None, "", [], {}) and (
        not isinstance(value, dict) or any(map(_has_answer, value.values()))
    )
