"""Somebody who tells a story in the form: reads labels, opens folds, adds rows, picks and types.

They know the records of a finished write-up. What the academy does not list they add where it is
named, with all that they know of it. Each click and each letter is counted.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Locator, Page

# the part of the form that asks one question, within the group of questions that it belongs to
_PART = """(box, label) => {
    const groups = ".la-group, .la-form__form";
    const parts = [...box.querySelectorAll(".la-field, .la-repeated, .la-group")];
    return parts.find((part) => {
        const name = part.querySelector(":scope > .la-field__label")?.textContent ?? "";
        const own = name.replace("(optional)", "").trim() === label;
        return own && part.parentElement.closest(groups) === box;
    }) ?? null;
}"""
_FOLDS = """part => {
    const folds = [];
    for (let one = part.closest("details"); one; one = one.parentElement.closest("details"))
        folds.unshift(one);
    return folds.filter((one) => !one.open);
}"""


@dataclass
class Story:
    """The form that is open, the records to tell of by id, and what it took so far."""

    page: Page
    records: Mapping[str, tuple[str, Mapping[str, Any]]]  # id → kind, values
    clicks: int = 0
    letters: int = 0
    questions: int = 0
    written: set[str] = field(default_factory=set)

    def tell_main(self, record_id: str) -> None:
        """Answer the questions of the form for a record."""
        kind, values = self.records[record_id]
        form = self.page.locator(".la-form__form").element_handle()
        self.tell(form, self._kind(kind)["questions"], values)

    def tell(self, box: Any, questions: list[dict[str, Any]], values: Mapping[str, Any]) -> None:
        """Answer the questions inside a box for which there are values."""
        for question in questions:
            value = values.get(question["name"])
            if value in (None, "", [], {}):
                continue
            part = box.evaluate_handle(_PART, question["label"]).as_element()
            assert part, f"There is no question “{question['label']}”."
            self._open(part)
            self._answer(part, question, value)

    def add_beside(self, record_id: str) -> None:
        """Add a record that the main one does not name, such as an adoption of it."""
        kind, values = self.records[record_id]
        fold = self.page.locator("summary", has_text="Send more with it")
        if not fold.evaluate("one => one.parentElement.open"):
            self._click(fold)
        self._click(self.page.get_by_role("button", name=f"Add {self._kind(kind)['withArticle']}"))
        self.written.add(record_id)
        box = self.page.locator(".la-added").last.element_handle()
        self.tell(box, self._kind(kind)["questions"], values)

    def _kind(self, name: str) -> dict[str, Any]:
        script = """name => ({
            ...academy.share.kinds[name], withArticle: academy.share.labelsWithArticle[name],
        })"""
        kind: dict[str, Any] = self.page.evaluate(script, name)
        return kind

    def _answer(self, part: Any, question: dict[str, Any], value: Any) -> None:
        if question.get("many"):
            self._answer_rows(part, question, value)
        elif question["shape"] == "group":
            self.tell(part, question["questions"], value)
        else:
            self.questions += 1
            control = part.query_selector("input, textarea, select")
            self._fill(part, control, question, value)

    def _answer_rows(self, part: Any, question: dict[str, Any], values: list[Any]) -> None:
        row = ":scope > .la-repeated__rows > .la-repeated__row"
        for number, value in enumerate(values):
            if len(part.query_selector_all(row)) <= number:
                self._click(part.query_selector(":scope > .la-button"))
            inside = part.query_selector_all(row)[number].query_selector(":scope > *")
            self._answer(inside, {**question, "many": False}, value)

    def _fill(self, part: Any, control: Any, question: dict[str, Any], value: Any) -> None:
        if question["shape"] in ("choice", "yes-no"):
            self._click(control)
            self.clicks += 1
            control.select_option(str(value))
            return
        text = str(value)
        is_record = question["shape"] == "record" and text in self.records
        if is_record:
            text = str(self.records[text][1]["title"])
        self._click(control)
        control.fill(text)
        self.letters += len(text)
        if is_record and value not in self.written:
            self._add_here(part, question, str(value), text)
        else:
            control.dispatch_event("change")

    def _add_here(self, part: Any, question: dict[str, Any], record_id: str, title: str) -> None:
        kind, values = self.records[record_id]
        self.written.add(record_id)
        choices = part.query_selector_all(".la-field__choices > .la-button")
        wanted = [one for one in choices if one.inner_text().startswith(f"Add “{title}” as a new")]
        named = [one for one in wanted if one.inner_text().endswith(self._label(kind))]
        assert named, f"“{title}” cannot be added at “{question['label']}”."
        self._click(named[0])
        rest = {name: one for name, one in values.items() if name != "title"}
        self.tell(part.query_selector(".la-added"), self._kind(kind)["questions"], rest)

    def _label(self, kind: str) -> str:
        label: str = self.page.evaluate("kind => academy.share.kindLabel(kind)", kind)
        return label

    def _open(self, part: Any) -> None:
        for fold in part.evaluate_handle(_FOLDS).get_properties().values():
            self._click(fold.as_element().query_selector("summary"))

    def _click(self, target: Locator | Any) -> None:
        target.click()
        self.clicks += 1
