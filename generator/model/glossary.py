"""What a glossary is made of: terms, their order, and their anchors on its page."""

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
        """The term as it stands at the head of its entry."""
        return self.term[:1].upper() + self.term[1:] if self.term.islower() else self.term


def merge_terms(
    own: tuple[GlossaryTerm, ...], others: tuple[GlossaryTerm, ...]
) -> tuple[GlossaryTerm, ...]:
    """Own terms and others, in the order of a dictionary.

    One of the others gives way to an own term that has its name, or takes it as a spelling.
    """
    taken = {name.casefold() for term in own for name in term.names}
    found = list(own)
    for term in others:
        if term.term.casefold() not in taken:
            also = tuple(name for name in term.also if name.casefold() not in taken)
            found.append(term.model_copy(update={"also": also}))
    return tuple(sorted(found, key=lambda term: (_plain(term.term), term.term)))


def term_anchors(terms: Iterable[GlossaryTerm]) -> dict[str, str]:
    """The anchor of each term on the glossary page, by the term; no two are the same."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for term in terms:
        slug = "term-" + ("-".join(re.findall(r"[a-z0-9]+", _plain(term.term))) or "other")
        name, number = slug, 2
        while name in taken:
            name, number = f"{slug}-{number}", number + 1
        taken.add(name)
        found[term.term] = name
    return found


def index_letter(term: GlossaryTerm) -> str:
    """The letter under which a term stands; figures stand together, and so does the rest."""
    first = _plain(term.term)[:1].upper()
    if "A" <= first <= "Z":
        return first
    return "0 to 9" if first.isdigit() else "Other"


def _plain(text: str) -> str:
    # “Café” stands under C, and its anchor can be typed
    bare = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in bare if not unicodedata.combining(c))
