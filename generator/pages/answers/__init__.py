"""What the insights add to each kind's pages. `ANSWERS` is the list: one line here a kind."""

from __future__ import annotations

from generator.pages.answers import area, others, practice
from generator.pages.answers.base import Answer, Answers

__all__ = ["ANSWERS", "Answers"]

ANSWERS: dict[str, Answer] = {
    "area": area.answers,
    "practice": practice.answers,
    "outcome": others.of_outcome,
    "prototype": others.of_prototype,
    "partner": others.of_partner,
    "group": others.of_group,
    "barrier": others.of_barrier,
    "principle": others.of_principle,
}
