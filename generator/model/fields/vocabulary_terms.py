"""Terms of the world, as records hold them: the type of an area, a unit, a topic.

The vocabulary of an academy says which terms there are (`academy_vocabulary.py`). A record holds
each of its terms with its definition, so that whatever shows a record needs no vocabulary.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

SectionName = Literal[
    "area_types", "partner_types", "group_types", "resource_types", "practice_types",
    "code_schemes", "units", "currencies", "topics",
]  # fmt: skip
TopicFacet = Literal["condition", "age-group", "setting", "theme"]
# What one term of a section is called, and several.
NOUNS: Mapping[SectionName, tuple[str, str]] = {
    "area_types": ("type of area", "types of area"),
    "partner_types": ("type of partner", "types of partner"),
    "group_types": ("type of group", "types of group"),
    "resource_types": ("type of resource", "types of resource"),
    "practice_types": ("type of practice", "types of practice"),
    "code_schemes": ("code scheme", "code schemes"),
    "units": ("unit", "units"),
    "currencies": ("currency", "currencies"),
    "topics": ("topic", "topics"),
}


@dataclass(frozen=True, slots=True)
class TermDefinition:
    """What the vocabulary says of a term.

    `label` and `plural` are what people read. `schema_org` is its type in the vocabulary of
    https://schema.org (for a unit, its `unitCode`); empty for that of the kind of record. `was` are
    its earlier ids. For units and currencies, `sign` is shown in place of the words, and `also` are
    other spellings. `facet` is that of a topic.
    """

    section: SectionName
    id: str
    label: str
    plural: str
    schema_org: str = ""
    was: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    sign: str = ""
    facet: TopicFacet | None = None


class VocabularyTerm(str):
    """The id of a term, with its definition.

    It is text: it is compared, sorted and exported as the id.
    """

    __slots__ = ("definition",)
    definition: TermDefinition

    def __new__(cls, definition: TermDefinition) -> VocabularyTerm:
        """Return the term that `definition` defines."""
        term = super().__new__(cls, definition.id)
        term.definition = definition
        return term

    def __reduce__(self) -> tuple[type[VocabularyTerm], tuple[TermDefinition]]:
        return VocabularyTerm, (self.definition,)

    @property
    def label(self) -> str:
        """What people read in its place."""
        return self.definition.label
