"""The glossary: every term of the academy and of the program, in alphabetical order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.glossary import GlossaryTerm, index_letter, term_anchors
from generator.model.method_terms import all_terms
from generator.site.parts.content import SiteContent
from generator.site.parts.inlines import InternalLink
from generator.site.parts.navigation import ABOUT
from generator.site.parts.page import ContentsEntry, Layout, Page, PageFamily

LAYOUT = Layout("glossary.html", ABOUT, "Glossary")


@dataclass(frozen=True, slots=True)
class GlossaryEntry:
    """A term with its anchor, its other spellings, and links to records about it."""

    anchor: str
    term: str
    also: str
    meaning: str
    about: tuple[InternalLink, ...]


@dataclass(frozen=True, slots=True)
class GlossaryLetter:
    """The terms that begin with one letter."""

    id: str
    title: str
    entries: tuple[GlossaryEntry, ...]


@dataclass(frozen=True, slots=True)
class GlossaryView:
    """The values of the page."""

    breadcrumbs: tuple[InternalLink, ...]
    title: str
    summary: str
    count: int
    letters: tuple[GlossaryLetter, ...]


def pages(site: SiteContent) -> Iterator[Page]:
    """Yield the page."""
    terms = all_terms(site.catalogue.terms)
    title = LAYOUT.menu_title or ""
    summary = "What the words and abbreviations of this academy mean, in plain English."
    letters = tuple(_letters(site, terms))
    view = GlossaryView((InternalLink("Home", "index.html"),), title, summary, len(terms), letters)
    yield Page(LAYOUT.url, title, summary, LAYOUT, "glossary.html", view, _contents(letters))


def _contents(letters: tuple[GlossaryLetter, ...]) -> tuple[ContentsEntry, ...]:
    return tuple(ContentsEntry(group.id, group.title) for group in letters)


def _letters(site: SiteContent, terms: tuple[GlossaryTerm, ...]) -> Iterator[GlossaryLetter]:
    names = term_anchors(terms)
    groups: dict[str, list[GlossaryEntry]] = {}
    for term in terms:
        groups.setdefault(index_letter(term), []).append(_entry(site, term, names[term.term]))
    for title, entries in groups.items():
        slug = title.lower().replace(" ", "-")
        yield GlossaryLetter(f"letter-{slug}", title, tuple(entries))


def _entry(site: SiteContent, term: GlossaryTerm, anchor: str) -> GlossaryEntry:
    about = tuple(dict.fromkeys(site.link(target) for target in term.about))
    return GlossaryEntry(anchor, term.heading, ", ".join(term.also), term.meaning, about)


FAMILY = PageFamily((LAYOUT,), pages)
