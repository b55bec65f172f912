"""Indexes over the catalogue: references resolved in both directions, and nested areas."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import wraps
from typing import TypeVar

from generator.analysis.answer_cache import AnswerCache
from generator.analysis.relations import Edge, adopting_areas, edges
from generator.lookups import traced_property
from generator.model.kinds.adoption import Adoption
from generator.model.kinds.measure import Measure
from generator.model.kinds.practice import Practice
from generator.model.kinds.prototype import Prototype, prototype_progress
from generator.records.catalogue import Catalogue

T = TypeVar("T")
Grouped = dict[str, tuple[str, ...]]


@dataclass(frozen=True)
class AdoptionIndex:
    """A catalogue with the look-ups that many insights need, each computed once.

    Every id in it is that of an existing record: aliases are resolved, unknown ids left out. Groups
    keep the order of the catalogue.
    """

    catalogue: Catalogue
    cache: AnswerCache = field(default_factory=AnswerCache, repr=False, compare=False)

    def ids(self, targets: Iterable[str]) -> tuple[str, ...]:
        """Return the ids of the records that `targets` name, each once, in their order."""
        return self.catalogue.resolve_all(targets)

    def id(self, target: str | None) -> str | None:
        """Return the id of the record that `target` names, or None."""
        return self.catalogue.resolve(target) if target else None

    def prototype(self, record_id: str) -> Prototype:
        """Return a prototype by its id. Raises KeyError when there is none."""
        return self._prototypes[record_id]

    def adoption(self, record_id: str) -> Adoption:
        """Return an adoption by its id. Raises KeyError when there is none."""
        return self._adoptions[record_id]

    def measure(self, record_id: str) -> Measure:
        """Return a measure by its id. Raises KeyError when there is none."""
        return self._measures[record_id]

    @traced_property
    def edges(self) -> tuple[Edge, ...]:
        """Every relation."""
        return tuple(edges(self.catalogue))

    @traced_property
    def in_practice(self) -> tuple[Prototype, ...]:
        """Prototypes that are being tested, live or completed, and have not ended or failed."""
        return tuple(p for p in self._prototypes.values() if prototype_progress(p) == "happened")

    @traced_property
    def tried(self) -> tuple[Prototype, ...]:
        """Prototypes that are in practice, have ended or were stopped: all but ideas and plans."""
        return tuple(p for p in self._prototypes.values() if prototype_progress(p) != "planned")

    @traced_property
    def tried_ids(self) -> frozenset[str]:
        """The ids of the prototypes that were tried."""
        return frozenset(prototype.id for prototype in self.tried)

    @traced_property
    def in_practice_ids(self) -> frozenset[str]:
        """The ids of the prototypes in practice."""
        return frozenset(prototype.id for prototype in self.in_practice)

    @traced_property
    def results(self) -> tuple[Measure, ...]:
        """Measures that are results: the only ones that count as evidence."""
        return tuple(m for m in self._measures.values() if m.nature == "result")

    @traced_property
    def areas_inside(self) -> Grouped:
        """For each area, itself and all areas inside it, at any depth."""
        from generator.analysis.graph import areas_inside  # noqa: PLC0415 - loads networkx

        return areas_inside(self.catalogue)

    @traced_property
    def enclosing_areas(self) -> Grouped:
        """For each area, itself and all areas that contain it, the smallest first."""
        enclosing: dict[str, list[str]] = defaultdict(list)
        for wider, inner in sorted(
            self.areas_inside.items(), key=lambda item: (len(item[1]), item[0])
        ):
            for area in inner:
                enclosing[area].append(wider)
        return {
            area: (area, *(wider for wider in areas if wider != area))
            for area, areas in enclosing.items()
        }

    def nearest_areas(self, area: str, places: set[str]) -> set[str]:
        """Return the nearest of `places`, which enclose `area`: itself, or the innermost ones.

        Two places of which neither contains the other are equally near.
        """
        return {area} if area in places else places - self.areas_containing(places)

    def areas_containing(self, places: set[str]) -> frozenset[str]:
        """Return the areas that contain one of `places` and are not inside it."""
        return frozenset(
            wider
            for place in places
            for wider in self.enclosing_areas[place]
            if place not in self.enclosing_areas[wider]
        )

    @traced_property
    def prototypes_using(self) -> Grouped:
        """For each practice, the prototypes that use it."""
        pairs = ((p.id, self.ids(p.practices)) for p in self._prototypes.values())
        return _grouped((practice, prototype) for prototype, used in pairs for practice in used)

    @traced_property
    def prototypes_in(self) -> Grouped:
        """For each area, the prototypes that name it; not those of enclosing areas."""
        prototypes = self._prototypes.values()
        return _grouped((area, p.id) for p in prototypes for area in self.ids(p.areas))

    @traced_property
    def measures_of(self) -> Grouped:
        """For each prototype, its measures."""
        measures = self._measures.values()
        return _grouped((of, m.id) for m in measures if (of := self.id(m.prototype)))

    @traced_property
    def measures_by_outcome(self) -> Grouped:
        """For each outcome, every measure of it."""
        measures = self._measures.values()
        return _grouped((outcome, m.id) for m in measures if (outcome := self.id(m.outcome)))

    @traced_property
    def adoptions_of(self) -> Grouped:
        """For each practice, its adoptions."""
        adoptions = self._adoptions.values()
        return _grouped((practice, a.id) for a in adoptions if (practice := self.id(a.practice)))

    @traced_property
    def adoptions_by(self) -> Grouped:
        """For each area, its adoptions and those of organisations that serve it."""
        adoptions = self._adoptions.values()
        return _grouped((area, a.id) for a in adoptions for area in self.adopting_areas(a))

    @traced_property
    def practices(self) -> tuple[Practice, ...]:
        """Every practice."""
        return self.catalogue.records_of(Practice)

    @traced_property
    def adoptions(self) -> tuple[Adoption, ...]:
        """Every adoption."""
        return tuple(self._adoptions.values())

    @traced_property
    def prototypes(self) -> tuple[Prototype, ...]:
        """Every prototype."""
        return tuple(self._prototypes.values())

    def adopting_areas(self, adoption: Adoption) -> tuple[str, ...]:
        """Return the area that adopts, or the areas that the adopting organisation serves."""
        return adopting_areas(self.catalogue, adoption)

    def is_from_others(self, adoption: Adoption) -> bool:
        """Return whether an adoption is learnt from anyone but the adopter itself."""
        adopter = self.id(adoption.adopter)
        return any(
            source.described or self.id(source.origin) not in (None, adopter)
            for source in adoption.learnt_from
        )

    def results_of(self, prototype: str) -> tuple[Measure, ...]:
        """Return the results of a prototype."""
        measures = (self._measures[measure] for measure in self.measures_of.get(prototype, ()))
        return tuple(m for m in measures if m.nature == "result")

    def results_using(self, practice: str) -> tuple[Measure, ...]:
        """Return the results of all prototypes that use a practice."""
        users = self.prototypes_using.get(practice, ())
        return tuple(result for prototype in users for result in self.results_of(prototype))

    @traced_property
    def covered_areas(self) -> Grouped:
        """For each prototype, its areas and all areas inside them."""
        inside = (
            (p.id, inner)
            for p in self._prototypes.values()
            for area in self.ids(p.areas)
            for inner in self.areas_inside[area]
        )
        return _grouped(inside)

    @traced_property
    def _prototypes(self) -> dict[str, Prototype]:
        return {record.id: record for record in self.catalogue.records_of(Prototype)}

    @traced_property
    def _adoptions(self) -> dict[str, Adoption]:
        return {record.id: record for record in self.catalogue.records_of(Adoption)}

    @traced_property
    def _measures(self) -> dict[str, Measure]:
        return {record.id: record for record in self.catalogue.records_of(Measure)}


def memoised(question: Callable[[AdoptionIndex], T]) -> Callable[[AdoptionIndex], T]:
    """Return a question that is worked out once for each index, in the cache of that index."""

    @wraps(question)
    def ask(index: AdoptionIndex) -> T:
        return index.cache.answer(question, lambda: question(index))

    return ask


def group_answer_by(
    index: AdoptionIndex, question: Callable[[AdoptionIndex], Iterable[T]], name: str
) -> dict[str, tuple[T, ...]]:
    """Return the parts of an answer by the value of their attribute `name`, once for an index."""

    def group() -> dict[str, tuple[T, ...]]:
        groups: dict[str, list[T]] = defaultdict(list)
        for part in question(index):
            groups[getattr(part, name)].append(part)
        return {key: tuple(parts) for key, parts in groups.items()}

    return index.cache.answer((question, name), group)


def _grouped(pairs: Iterable[tuple[str, str]]) -> Grouped:
    groups: dict[str, dict[str, None]] = defaultdict(dict)
    for key, member in pairs:
        groups[key][member] = None
    return {key: tuple(members) for key, members in groups.items()}
