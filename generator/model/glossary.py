"""Glossary terms, their order, and their anchors on the glossary page."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Annotated

from generator.model.display.field_display import FieldDisplay
from generator.model.fields.types import Ids, Line, Lines, YesNo
from generator.model.record import Model


class GlossaryTerm(Model):
    """A word or abbreviation and what it means."""

    term: Annotated[Line, FieldDisplay("Term", "What is the word or abbreviation?")]
    also: Annotated[
        Lines, FieldDisplay("Also written", "Other spellings, and what an abbreviation means.")
    ] = ()
    meaning: Annotated[Line, FieldDisplay("Meaning", "Say what it means in one or two sentences.")]
    about: Annotated[Ids, FieldDisplay("Read more", "The ids of records about it.")] = ()
    explained: Annotated[
        YesNo,
        FieldDisplay(
            "Explained in place", "Choose no for a common word that pages need not explain."
        ),
    ] = True

    @property
    def names(self) -> tuple[str, ...]:
        """The term and its other spellings."""
        return (self.term, *self.also)

    @property
    def heading(self) -> str:
        """The heading of its entry: the term with a capital letter, unless it has capitals."""
        return self.term[:1].upper() + self.term[1:] if self.term.islower() else self.term


def merge_terms(
    own: tuple[GlossaryTerm, ...], others: tuple[GlossaryTerm, ...]
) -> tuple[GlossaryTerm, ...]:
    """Return both groups of terms, in alphabetical order.

    A term of `others` is left out when a term of `own` has its name, and loses the spellings that
    terms of `own` have.
    """
    taken = {name.casefold() for term in own for name in term.names}
    terms = list(own)
    for term in others:
        if term.term.casefold() not in taken:
            also = tuple(name for name in term.also if name.casefold() not in taken)
            terms.append(term.model_copy(update={"also": also}))
    return tuple(sorted(terms, key=lambda term: (_plain(term.term), term.term)))


def term_anchors(terms: Iterable[GlossaryTerm]) -> dict[str, str]:
    """Return the unique anchor of each term on the glossary page, by term."""
    anchors: dict[str, str] = {}
    taken: set[str] = set()
    for term in terms:
        slug = "term-" + ("-".join(re.findall(r"[a-z0-9]+", _plain(term.term))) or "other")
        name, number = slug, 2
        while name in taken:
            name, number = f"{slug}-{number}", number + 1
        taken.add(name)
        anchors[term.term] = name
    return anchors


def index_letter(term: GlossaryTerm) -> str:
    """Return the heading that lists a term: its first letter, “0 to 9” or “Other”."""
    first = _plain(term.term)[:1].upper()
    if "A" <= first <= "Z":
        return first
    return "0 to 9" if first.isdigit() else "Other"


def _plain(text: str) -> str:
    # Without accents: “Café” sorts under C, and its anchor is plain ASCII.
    bare = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in bare if not unicodedata.combining(c))
