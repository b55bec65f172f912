"""The names of records that the drop-down lists of a workbook offer, by kind."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from generator.model.fields.full_names import is_own
from generator.model.fields.links import links_in
from generator.model.kinds import KINDS
from generator.model.kinds.adoption import Adoption
from generator.model.kinds.measure import Measure
from generator.model.questions import Question
from generator.records.catalogue import Catalogue

OfferedNames = Mapping[str, tuple[str, ...]]
NO_NAMES: OfferedNames = MappingProxyType({})


def offered_names(catalogue: Catalogue) -> OfferedNames:
    """Return the titles of the academy's records by kind, then those of followed academies.

    Of these, it offers what an adoption may name, each with its academy. Measures have no titles.
    """
    shared = {kind for _, link in links_in(Adoption) for kind in link.kinds}
    names: dict[str, tuple[str, ...]] = {}
    for kind in KINDS:
        if kind.model is Measure:
            continue
        ids = [record.id for record in catalogue.records_of_kind(kind)]
        own = sorted(catalogue.sourced_title(name) for name in ids if is_own(name))
        others = sorted(catalogue.sourced_title(name) for name in ids if not is_own(name))
        offered = (*own, *others) if kind.name in shared else own
        names[kind.name] = tuple(dict.fromkeys(offered))
    return names


def names_for(question: Question, names: OfferedNames) -> tuple[str, ...]:
    """Return the names that a question about records offers; none where it takes any kind."""
    if question.shape != "record":
        return ()
    return tuple(name for kind in question.kinds for name in names.get(kind, ()))
