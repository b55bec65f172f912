"""The questions of readers on Home: the four that most come with, and all others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.site.pages.answers import ANSWER_FAMILIES
from generator.site.pages.answers.evidence.layouts import MAP
from generator.site.pages.answers.lessons import NOT_WORKED
from generator.site.pages.answers.spread.layouts import GRID, NETWORK
from generator.site.parts.inlines import InternalLink


@dataclass(frozen=True, slots=True)
class BigQuestion:
    """A question that most readers come with, the page that answers it and what it shows."""

    link: InternalLink
    answer: str


BIG_QUESTIONS = (
    BigQuestion(
        InternalLink(GRID.question, GRID.url),
        "What each place has in use, tried, planned or stopped.",
    ),
    BigQuestion(
        InternalLink(MAP.question, MAP.url),
        "What was reported, how strong it is, and who says so.",
    ),
    BigQuestion(
        InternalLink(NETWORK.question, NETWORK.url),
        "Which places adopted what from which, and who can help.",
    ),
    BigQuestion(
        InternalLink(NOT_WORKED.question, NOT_WORKED.url),
        "What failed or stopped, why, and what people learnt from it.",
    ),
)


def other_questions() -> Iterator[InternalLink]:
    """Yield each other question of readers as a link to the page that answers it."""
    big = {question.link.url for question in BIG_QUESTIONS}
    for layout in (layout for family in ANSWER_FAMILIES for layout in family.layouts):
        if layout.question and layout.url not in big:
            yield InternalLink(layout.question, layout.url, layout.menu_title or "")
