"""Read the answers of an issue form, whether GitHub wrote the text or somebody did by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.intake.issue_form import MORE_LABEL, asked_in_issue
from generator.intake.issue_text import IssueText
from generator.intake.sheets import Sheet
from generator.intake.sheets.cell_text import split_items
from generator.intake.sheets.sheet import CellAnswer, CellPosition, RecordRow
from generator.model.fields.id_suggestions import fill_id_words, suggest_id
from generator.model.kinds import KINDS, Kind
from generator.model.question_names import fold_text
from generator.model.questions import Question, questions_of
from generator.records.catalogue import Catalogue

ANSWERS = "Answers"  # what messages call the answers of an issue
_HEADING = re.compile(r"#{2,4}[ \t]+(.+?)[ \t]*#*[ \t]*")
_NO_ANSWER = ("_No response_", "")
_NOTE = "note"  # where “Anything else” goes
_Sections = list[tuple[str, str]]


def issue_kind(issue: IssueText) -> Kind | None:
    """Return the kind whose form an issue answers; None for an issue with no such answers.

    The title starts with the kind, or the headings are those of one kind's form.
    """
    headings = {fold_text(heading) for heading, _ in _sections(issue.body, frozenset())}
    known = {kind.name: headings & _labels(kind).keys() for kind in KINDS if kind.folder}
    if not any(len(labels) >= 2 for labels in known.values()):
        return None
    titled = issue.title.partition(":")[0].strip().casefold()
    most = max(len(labels) for labels in known.values())
    best = [kind for kind in KINDS if kind.folder and len(known[kind.name]) == most]
    named = [kind for kind in KINDS if kind.folder and kind.label.casefold() == titled]
    return next((kind for kind in (*named, *best) if len(known[kind.name]) >= 2), None)


def issue_sheet(issue: IssueText, kind: Kind, catalogue: Catalogue) -> Sheet:
    """Return the answers of an issue as a sheet with one row, so that they are read like one."""
    labels = _labels(kind)
    answers: list[CellAnswer] = []
    sections = _sections(issue.body, frozenset(labels))
    for number, (heading, text) in enumerate(sections, 1):
        cell = CellPosition(ANSWERS, 0, number, 0, heading)
        question = labels.get(fold_text(heading))
        if question is not None and text not in _NO_ANSWER:
            answers += _cell_answers(question, text, cell, catalogue)
    row = _row(tuple(answers), kind)
    return Sheet((row,), (), frozenset(answer.path for answer in answers))


def _labels(kind: Kind) -> dict[str, Question]:
    """Return the questions of a kind's issue form by the heading of the answer."""
    asked = {fold_text(question.label): question for question in asked_in_issue(kind)}
    note = next(question for question in questions_of(kind) if question.name == _NOTE)
    return {**asked, fold_text(MORE_LABEL): note}


def _sections(body: str, known: frozenset[str]) -> _Sections:
    """Return each heading of an issue with the text below it.

    With `known`, any other heading is part of the answer that it stands in.
    """
    sections: _Sections = []
    for line in body.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        heading = _HEADING.fullmatch(line)
        if heading and (not known or fold_text(heading[1]) in known):
            sections.append((heading[1], ""))
        elif sections:
            sections[-1] = (sections[-1][0], f"{sections[-1][1]}\n{line}")
    return [(heading, text.strip()) for heading, text in sections]


def _cell_answers(
    question: Question, text: str, cell: CellPosition, catalogue: Catalogue
) -> Iterator[CellAnswer]:
    if not question.inside:
        yield CellAnswer((question.name,), text, cell, question)
        return
    for number, item in enumerate(split_items(text, question)):
        inner = _part_for(question, item, catalogue)
        yield CellAnswer((question.name, number, inner.name), item, cell, inner)


def _part_for(question: Question, text: str, catalogue: Catalogue) -> Question:
    """Return the part of a group that a line fills: the record that it names, or else its text."""
    for part in question.inside:
        if part.shape == "record" and len(catalogue.named(text, part.kinds)) == 1:
            return part
    prose = (part for part in question.inside if part.shape in ("line", "text"))
    return next(prose, question.inside[0])


def _row(answers: tuple[CellAnswer, ...], kind: Kind) -> RecordRow:
    texts: dict[str, str] = {}
    for answer in answers:
        texts.setdefault(str(answer.path[0]), answer.text)
    title = texts.get("title", "")
    words = title or fill_id_words(kind.untitled_id, texts)
    return RecordRow(suggest_id(words), title, CellPosition(ANSWERS), answers)
