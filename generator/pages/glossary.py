"""The glossary: every term of the academy and of the program, in the order of a dictionary."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.kinds.glossary import Term, anchors, letter
from generator.kinds.terms import all_terms
from generator.pages.doors import ABOUT
from generator.pages.model import Contents, Family, Page, Plate, To
from generator.pages.site import Site

PLATE = Plate("glossary.html", ABOUT, "Glossary")


@dataclass(frozen=True, slots=True)
class Entry:
    """A term with its anchor, its other spellings, and links to records about it."""

    anchor: str
    term: str
    also: str
    meaning: str
    about: tuple[To, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """The terms under one letter."""

    id: str
    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class GlossaryView:
    """What the page shows."""

    trail: tuple[To, ...]
    title: str
    summary: str
    count: int
    letters: tuple[Letter, ...]


def pages(site: Site) -> Iterator[Page]:
    """The one page."""
    terms = all_terms(site.catalogue.terms)
    title = PLATE.listed or ""
    summary = "What the words and abbreviations of this academy mean, in plain English."
    letters = tuple(_letters(site, terms))
    view = GlossaryView((To("Home", "index.html"),), title, summary, len(terms), letters)
    yield Page(PLATE.url, title, summary, PLATE, "glossary.html", view, _contents(letters))


def _contents(letters: tuple[Letter, ...]) -> tuple[Contents, ...]:
    return tuple(Contents(one.id, one.title) for one in letters)


def _letters(site: Site, terms: tuple[Term, ...]) -> Iterator[Letter]:
    names = anchors(terms)
    groups: dict[str, list[Entry]] = {}
    for term in terms:
        groups.setdefault(letter(term), []).append(_entry(site, term, names[term.term]))
    for title, entries in groups.items():
        slug = title.lower().replace(" ", "-")
        yield Letter(f"letter-{slug}", title, tuple(entries))


def _entry(site: Site, term: Term, anchor: str) -> Entry:
    about = tuple(dict.fromkeys(site.to(target) for target in term.about))
    return Entry(anchor, term.heading, ", ".join(term.also), term.meaning, about)


FAMILY = Family((PLATE,), pages)
