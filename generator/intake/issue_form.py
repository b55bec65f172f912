"""GitHub issue forms, generated from the model, for people who would rather write than send a file.

A form asks only for what a new record needs; `issue_answers` turns the answers into a record.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from generator.model.display.vocabulary import Option
from generator.model.fields.academy_vocabulary import AcademyVocabulary
from generator.model.kinds import Kind
from generator.model.questions import Question, options_of, questions_of

MORE_LABEL = "Anything else"
_LONGEST_HINT = 400  # characters; GitHub cuts longer hints


def issue_form(kind: Kind, vocabulary: AcademyVocabulary) -> str:
    """Return the YAML text of the issue form for a kind."""
    lines = [
        f"name: {_quote(f'Tell us about {kind.with_article}')}",
        f"description: {_quote(kind.about)}",
        f"title: {_quote(f'{kind.label}: ')}",
        f"labels: [{_quote('record')}]",
        "body:",
        "  - type: markdown",
        "    attributes:",
        f"      value: {_quote(_WELCOME)}",
    ]
    for question in asked_in_issue(kind):
        lines += _field_lines(question, options_of(question, vocabulary))
    lines += _closing_field()
    return "\n".join(lines) + "\n"


def asked_in_issue(kind: Kind) -> tuple[Question, ...]:
    """Return the questions of an issue form: what a new record needs."""
    return tuple(
        question for question in questions_of(kind) if question.asked_first or question.required
    )


_WELCOME = (
    "Fill in what you know. You can add the rest later. Give job titles and organisations. Do not "
    "give people's names, email addresses or phone numbers."
)


def _field_lines(question: Question, options: tuple[Option, ...]) -> Iterator[str]:
    choice = options and not question.many
    long = question.shape in ("text", "story", "group") or question.many
    yield f"  - type: {'dropdown' if choice else 'textarea' if long else 'input'}"
    yield f"    id: {question.name}"
    yield "    attributes:"
    yield f"      label: {_quote(question.label)}"
    yield f"      description: {_quote(question.help[:_LONGEST_HINT])}"
    if choice:
        yield "      options:"
        yield from (f"        - {_quote(option.label)}" for option in options)
    elif question.example:
        yield f"      placeholder: {_quote(question.example)}"
    yield "    validations:"
    yield f"      required: {'true' if question.required else 'false'}"


def _closing_field() -> Iterator[str]:
    yield "  - type: textarea"
    yield "    id: more"
    yield "    attributes:"
    yield f"      label: {MORE_LABEL}"
    yield "      description: What happened, what did not work, and where people can read more."


def _quote(text: str) -> str:
    """Return text as a quoted string that is valid in JSON and YAML."""
    return json.dumps(text, ensure_ascii=False)
