"""How the form asks about a result: in the words and the order of the people who achieved it.

The figures before and after, and what they are compared with, are each one answer, from which the
form fills in several fields of a measure. Every field can still be answered by itself.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import Any

from generator.model.kinds.measure_words import DESIGN_LEVELS
from generator.model.questions import Question

RESULTS = "measures"  # the question that holds them


@dataclass(frozen=True, slots=True)
class ResultQuestion:
    """A question about a result: a field of a measure in other words, or an answer of its own."""

    label: str
    help: str
    example: str = ""


# in the order in which people are asked
_QUESTIONS: dict[str, ResultQuestion] = {
    "outcome": ResultQuestion(
        "What was measured?", "Type what it was. Choose from what we offer, or add it."
    ),
    "nature": ResultQuestion(
        "Is it a result or a plan?", "Choose “Result” only if it has happened."
    ),
    "before": ResultQuestion(
        "What was it before?", "The figure with its unit, or a few words.", "12 days"
    ),
    "after": ResultQuestion(
        "What was it afterwards?",
        "Write the figure as you would say it, with its unit. If there is none, leave this blank.",
        "9 days, about 30%, £1.2m, 12 to 15 visits, 3 days fewer or 5% more than others",
    ),
    "change": ResultQuestion(
        "Did it get better or worse for people?", "Choose what the figures show."
    ),
    "sample": ResultQuestion(
        "Among how many?", "How many people or cases is the figure based on?", "40"
    ),
    "population": ResultQuestion(
        "Who were they?", "Which people or places were counted?", "people referred by their GP"
    ),
    "period": ResultQuestion(
        "Over what time?", "When was it measured, or for how long?", "April to September 2023"
    ),
    "compared": ResultQuestion(
        "What did you compare it with?",
        "Other people, another place or an earlier time, in your words.",
        "the year before",
    ),
    "evaluated_by": ResultQuestion(
        "Who evaluated it?", "The people who did the work, or somebody else?"
    ),
    "design": ResultQuestion(
        "How was it found out?", "We note the strength of the evidence from this."
    ),
    "statement": ResultQuestion(
        "The result in one sentence",
        "We write it from your answers. Change it as you like.",
        "People wait 9 days for an assessment, 3 days less than before",
    ),
}
# what only the people who look after the academy answer
_UPKEEP_QUESTIONS = {
    "id": ResultQuestion(
        "Short name of this result",
        "Only needed if something else names this result. Use small letters, digits and hyphens.",
        "days-at-home-2023",
    ),
}


def result_question(question: Question) -> Question:
    """Return a question about a measure as the form asks it."""
    asked = {**_QUESTIONS, **_UPKEEP_QUESTIONS}.get(question.name)
    if asked is None:
        return question
    return replace(question, label=asked.label, help=asked.help, example=asked.example)


def result_rules() -> dict[str, Any]:
    """Return the questions about a result in their order, and what a design says, for JSON."""
    return {
        "asked": [{"name": name, **asdict(asked)} for name, asked in _QUESTIONS.items()],
        "designLevels": dict(DESIGN_LEVELS),
    }
