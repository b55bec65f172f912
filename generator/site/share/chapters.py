"""The chapters of a form: the sections of a record's page, in the order of a story."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.kinds import Kind
from generator.model.questions import Question, questions_of

# the section of the form for questions that have none of their own on the record's page
MORE = "about-it"
# what only the people who look after the academy need
UPKEEP = "upkeep"
UPKEEP_TITLE = "For the people who look after this site"
_UPKEEP_FIELDS = ("id", "aliases", "supersedes", "same_as", "licence", "inferred")


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of a form: its title, and the sections of records' pages that it asks about."""

    title: str
    sections: tuple[str, ...]


_CHAPTERS = (
    Chapter(
        "What it is, and where",
        (MORE, "start", "done", "glance", "story", "from", "transfer"),
    ),
    Chapter(
        "How it went",
        ("verdict", "results", "measures", "history", "fit", "met", "recognition"),
    ),
    Chapter("What you learnt", ("lessons", "barriers")),
    Chapter(
        "Who did it, and who can help",
        ("who", "members", "uses", "spread", "links", "confirm", "ask"),
    ),
    Chapter("Sources and pictures", ("material", "read", "pictures", "voices", "record", UPKEEP)),
)


def is_upkeep(question: Question) -> bool:
    """Return whether only the people who look after the academy answer a question."""
    return question.name in _UPKEEP_FIELDS


def section_of(question: Question, kind: Kind) -> str:
    """Return the id of the section of the form that a question of a kind stands in."""
    known = [section.id for section in kind.sections]
    if is_upkeep(question):
        return UPKEEP
    if question.name == "measures":
        return next((name for name in ("results", "measures") if name in known), MORE)
    is_known = question.part in known and question.part != "about"
    return question.part if is_known else MORE


def chapters_of(kind: Kind) -> tuple[Chapter, ...]:
    """Return the chapters of the form for a kind, with the sections that ask something."""
    asked = {section_of(question, kind) for question in questions_of(kind)}
    chapters = (
        Chapter(chapter.title, tuple(name for name in chapter.sections if name in asked | {MORE}))
        for chapter in _CHAPTERS
    )
    return tuple(chapter for chapter in chapters if chapter.sections)


def section_titles(kind: Kind) -> dict[str, str]:
    """Return the title of each section of the form for a kind, by its id."""
    return {
        MORE: "More about it",
        **{section.id: section.title for section in kind.sections},
        UPKEEP: UPKEEP_TITLE,
    }
