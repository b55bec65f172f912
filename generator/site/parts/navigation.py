"""The sections of the menu, and the kinds of record in each."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NavSection:
    """A section of the menu: its title and its kinds of record, in order.

    `lists_first`: its lists of records stand before the pages that answer a question, so that the
    section opens with the list that most readers come for.
    """

    title: str
    kinds: tuple[str, ...]
    lists_first: bool = False


NAV_SECTIONS = (
    NavSection(
        "Prototypes and practices", ("prototype", "practice", "principle", "case_study"), True
    ),
    NavSection("Evidence", ("outcome", "measure")),
    NavSection("Spread", ("adoption", "barrier")),
    NavSection("Who and where", ("area", "partner", "group"), True),
    NavSection("Learning", ("resource",), True),
)
TRIED, EVIDENCE, SPREAD, WHO, LEARNING = (section.title for section in NAV_SECTIONS)
ABOUT, FIND, NEW, SHARE = "About", "Find", "What's new", "Share your work"


def nav_section_title(kind: str) -> str:
    """Return the title of the menu section of a kind; the first one for a kind in none."""
    return next(
        (section.title for section in NAV_SECTIONS if kind in section.kinds), NAV_SECTIONS[0].title
    )
