"""Answers for the form, made at random: sound ones, and some that are wrong or merely odd."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from hypothesis import strategies as st

from generator.model.kinds import Kind
from generator.model.kinds.measure import has_derived_id
from generator.model.questions import Question, options_of, questions_of
from generator.records.catalogue import Catalogue

_TEXTS = ["Some text.", "A café, at 5: “yes”", "A result", "3 people", "- a list", "Our #1 idea"]
_PROSE = [
    "See [[ashby]].",
    "Two\n\nparagraphs",
    "`<b>` and 5 < 6",
    "| a | b |\n|---|---|\n| 1 | 2 |",
]
_DATES = [
    "2019", "2020-02", "2020-03-01", "2019/20", "about 2015", "2017 to 2019", "before 2015",
    "after 2015", "spring 2019", "1 May 2031", "2040",
]  # fmt: skip
_NUMBERS = ["0", "-1", "2.5", "3.20", "40", "−4", "999999999999999.999999"]
_SOUND: Mapping[str, Sequence[str]] = {
    "line": _TEXTS,
    "text": [*_TEXTS, *_PROSE],
    "story": [*_TEXTS, *_PROSE],
    "date": _DATES,
    "number": _NUMBERS,
    "whole": ["0", "25"],
    "yes-no": ["yes", "no"],
    "web": ["https://example.org", "http://example.org/a?b=c#d", "https://example.org:8080"],
    "id": ["my-result", "an-earlier-name"],
    "p-value": ["0.04", "<0.001"],
    "picture-file": ["media/a.png", "media/b.jpg"],
    "document-file": ["media/c.txt"],
}
# what people paste, and what looks nearly right
_ODD = [
    "co\u00adoperate", "zero\u200bwidth", "\ufeffstart", "a\u2028b", "👩\u200d⚕️ nurse", "x\u200dy",
    "1️⃣", "☎️",
    "\u0007", "\u202eabc", "<b>bold</b>", "a <br> b", "![](media/a.png)", "![x](../a.png)",
    "![Staff](media/a.png)", "See [[nowhere]].", "[[ashby|the place]]", "`[[nowhere]]`", "[[",
    "x" * 401, "😀" * 250, "😀" * 400, "x" * 10_001, "😀" * 6_000, "|" * 21, "[" * 1001,
    "NHS number 943 476 5919", "943 **476** 5919", "a.person@example.org", "01632 960 001",
    "born 17/03/1948", "Nurses and patients", "null", "~", "'quoted'", '"', "\\", "{a: b}", "&a",
    "*a", "!b", "%c", "@d", "- ", "? x", "a: b", "a #b", "yes", "0x1F", "---", "...", "tab\there",
    "2020-02-30", "2009-10", "1,000", "NaN", "£5", "-", "1e5", "12345678901234567", "0.1234567",
    "javascript:x", "https://[x", "https://:80/", "https://a.org:99999", "https://a.org:0",
    "https://user@example.org", "media/nul.png", "con", "A--b", "ashby", "Ashby",
    "\u00a0nbsp\u00a0",
]  # fmt: skip
# the signs of YAML and Markdown, and letters that are none
_SIGNS = "ab12 \n\t#:-'\"[]{}|<>!*_&%@`~\\.,?=+()^/£é—\u00ad\u200d\ufe0f\u00a0😀"
_MOST_OPTIONAL = 4


@dataclass(frozen=True)
class AnswerStrategies:
    """Strategies for the answers to questions, which name records of an academy."""

    catalogue: Catalogue
    odd: st.SearchStrategy[str] = field(
        default_factory=lambda: st.sampled_from(_ODD) | st.text(_SIGNS, min_size=1, max_size=12)
    )

    def records(self, kind: Kind) -> st.SearchStrategy[dict[str, Any]]:
        """Return records of a kind: mostly sound answers, and in some an odd one."""
        sound = self._group(questions_of(kind))
        return st.one_of(sound, st.tuples(sound, st.data()).map(lambda drawn: self._spoilt(*drawn)))

    def _spoilt(self, record: dict[str, Any], data: st.DataObject) -> dict[str, Any]:
        """Return a record with an odd text in place of one answer."""
        places = list(_leaves(record, ()))
        *path, last = data.draw(st.sampled_from(places))
        holder: Any = record
        for step in path:
            holder = holder[step]
        holder[last] = data.draw(self.odd)
        return record

    def _group(self, questions: Sequence[Question]) -> st.SearchStrategy[dict[str, Any]]:
        answers = {question.name: self._answers(question) for question in questions}
        wanted = {q.name for q in questions if q.required}
        optional = sorted(answers.keys() - wanted)
        choices = st.lists(st.sampled_from(optional), max_size=_MOST_OPTIONAL, unique=True)
        chosen = choices if optional else st.just([])
        return chosen.flatmap(
            lambda names: st.fixed_dictionaries({n: answers[n] for n in sorted({*wanted, *names})})
        )

    def _answers(self, question: Question) -> st.SearchStrategy[Any]:
        single = self._single(question)
        return st.lists(single, min_size=1, max_size=3) if question.many else single

    def _single(self, question: Question) -> st.SearchStrategy[Any]:
        if question.inside:
            return st.deferred(lambda: self._group(question.inside))
        if question.kinds:
            return st.sampled_from(self._ids(question.kinds))
        if options := options_of(question, self.catalogue.vocabulary):
            return st.sampled_from([option.word for option in options])
        return st.sampled_from(_SOUND[question.shape])

    def _ids(self, kinds: Sequence[str]) -> list[str]:
        """Return the ids that people can name; those that are derived may change."""
        records = self.catalogue.records.values()
        named = (record for record in records if not has_derived_id(record))
        ids = [record.id for record in named if "*" in kinds or record.kind in kinds]
        return ids or ["nowhere"]


def _leaves(value: Any, path: tuple[Any, ...]) -> Any:
    """Yield the path of each text in the answers of a record."""
    if isinstance(value, str):
        yield path
        return
    steps = value.items() if isinstance(value, dict) else enumerate(value)
    for step, inside in steps:
        yield from _leaves(inside, (*path, step))
