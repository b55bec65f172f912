"""The catalogue as questions ask for it: references resolved both ways, and areas nested."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property, wraps
from typing import TypeVar

from generator.analysis.answer_cache import AnswerCache
from generator.analysis.graph import Edge, areas_inside, edges
from generator.model.kinds.adoption import Adoption
from generator.model.kinds.measure import Measure
from generator.model.kinds.practice import Practice
from generator.model.kinds.prototype import Prototype
from generator.model.kinds.prototype_words import IN_PRACTICE
from generator.records.catalogue import Catalogue

T = TypeVar("T")
Grouped = dict[str, tuple[str, ...]]


@dataclass(frozen=True)
class AdoptionIndex:
    """A catalogue, with what many questions need of it worked out once.

    Every id in it is that of a record that is there: earlier ids are followed, unknown ones left
    out. Groups keep the order of the catalogue.
    """

    catalogue: Catalogue
    cache: AnswerCache = field(default_factory=AnswerCache, repr=False, compare=False)

    def ids(self, targets: Iterable[str]) -> tuple[str, ...]:
        """The records that `targets` name, each once, in their order."""
        found = (self.catalogue.resolve(target) for target in targets)
        return tuple(dict.fromkeys(one for one in found if one is not None))

    def id(self, target: str | None) -> str | None:
        """The record that `target` names, or None."""
        return self.catalogue.resolve(target) if target else None

    def prototype(self, record_id: str) -> Prototype:
        """A prototype by its id. Raises KeyError when there is none."""
        return self._prototypes[record_id]

    def adoption(self, record_id: str) -> Adoption:
        """An adoption by its id. Raises KeyError when there is none."""
        return self._adoptions[record_id]

    def measure(self, record_id: str) -> Measure:
        """A measure by its id. Raises KeyError when there is none."""
        return self._measures[record_id]

    @cached_property
    def edges(self) -> tuple[Edge, ...]:
        """Every relation."""
        return tuple(edges(self.catalogue))

    @cached_property
    def in_practice(self) -> tuple[Prototype, ...]:
        """Prototypes that are being tested, live or completed."""
        return tuple(p for p in self._prototypes.values() if p.stage in IN_PRACTICE)

    @cached_property
    def in_practice_ids(self) -> frozenset[str]:
        """The ids of the prototypes in practice."""
        return frozenset(one.id for one in self.in_practice)

    @cached_property
    def results(self) -> tuple[Measure, ...]:
        """Measures that are results: the only ones that count as evidence."""
        return tuple(m for m in self._measures.values() if m.nature == "result")

    @cached_property
    def areas_inside(self) -> Grouped:
        """For each area, itself and every area that lies in it, near or far."""
        return areas_inside(self.catalogue)

    @cached_property
    def enclosing_areas(self) -> Grouped:
        """For each area, itself and every area that it lies in, the smallest first."""
        found: dict[str, list[str]] = defaultdict(list)
        for wider, inner in sorted(
            self.areas_inside.items(), key=lambda item: (len(item[1]), item[0])
        ):
            for area in inner:
                found[area].append(wider)
        return {
            area: (area, *(one for one in wider if one != area)) for area, wider in found.items()
        }

    def nearest_areas(self, area: str, places: set[str]) -> set[str]:
        """Of `places` around `area`, those that speak for it: itself, or those that no other of
        them lies inside. Two places of which neither lies in the other are equally near.
        """
        return {area} if area in places else places - self.areas_containing(places)

    def areas_containing(self, places: set[str]) -> frozenset[str]:
        """The areas that contain one of `places` without lying inside it."""
        return frozenset(
            wider
            for place in places
            for wider in self.enclosing_areas[place]
            if place not in self.enclosing_areas[wider]
        )

    @cached_property
    def prototypes_using(self) -> Grouped:
        """For each practice, the prototypes that use it."""
        pairs = ((p.id, self.ids(p.practices)) for p in self._prototypes.values())
        return _grouped((practice, one) for one, named in pairs for practice in named)

    @cached_property
    def prototypes_in(self) -> Grouped:
        """For each area, the prototypes that name it; not those of the areas around it."""
        prototypes = self._prototypes.values()
        return _grouped((area, p.id) for p in prototypes for area in self.ids(p.areas))

    @cached_property
    def measures_of(self) -> Grouped:
        """For each prototype, its measures."""
        measures = self._measures.values()
        return _grouped((of, m.id) for m in measures if (of := self.id(m.prototype)))

    @cached_property
    def measures_in(self) -> Grouped:
        """For each area, the measures about it."""
        measures = self._measures.values()
        return _grouped((area, m.id) for m in measures if (area := self.id(m.area)))

    @cached_property
    def measures_by_outcome(self) -> Grouped:
        """For each outcome, every measure of it."""
        measures = self._measures.values()
        return _grouped((outcome, m.id) for m in measures if (outcome := self.id(m.outcome)))

    @cached_property
    def adoptions_of(self) -> Grouped:
        """For each practice, its adoptions."""
        adoptions = self._adoptions.values()
        return _grouped((practice, a.id) for a in adoptions if (practice := self.id(a.practice)))

    @cached_property
    def adoptions_by(self) -> Grouped:
        """For each area, its adoptions."""
        adoptions = self._adoptions.values()
        return _grouped((area, a.id) for a in adoptions if (area := self.id(a.area)))

    @cached_property
    def practices(self) -> tuple[Practice, ...]:
        """Every practice."""
        return self.catalogue.records_of(Practice)

    @cached_property
    def adoptions(self) -> tuple[Adoption, ...]:
        """Every adoption."""
        return tuple(self._adoptions.values())

    @cached_property
    def prototypes(self) -> tuple[Prototype, ...]:
        """Every prototype."""
        return tuple(self._prototypes.values())

    def sources_of(self, adoption: Adoption) -> tuple[str, ...]:
        """The other areas that an adoption is learnt from; none where it spread within its own."""
        adopter = self.id(adoption.area)
        named = self.ids(source.area for source in adoption.learnt_from)
        return tuple(area for area in named if area != adopter)

    def results_of(self, prototype: str) -> tuple[Measure, ...]:
        """The results of a prototype."""
        measures = (self._measures[one] for one in self.measures_of.get(prototype, ()))
        return tuple(m for m in measures if m.nature == "result")

    def results_using(self, practice: str) -> tuple[Measure, ...]:
        """The results of every prototype that uses a practice."""
        users = self.prototypes_using.get(practice, ())
        return tuple(result for prototype in users for result in self.results_of(prototype))

    def covered_areas(self, prototype: Prototype) -> tuple[str, ...]:
        """The areas of a prototype, and all that lie in them."""
        inside = (one for area in self.ids(prototype.areas) for one in self.areas_inside[area])
        return tuple(dict.fromkeys(inside))

    @cached_property
    def _prototypes(self) -> dict[str, Prototype]:
        return {one.id: one for one in self.catalogue.records_of(Prototype)}

    @cached_property
    def _adoptions(self) -> dict[str, Adoption]:
        return {one.id: one for one in self.catalogue.records_of(Adoption)}

    @cached_property
    def _measures(self) -> dict[str, Measure]:
        return {one.id: one for one in self.catalogue.records_of(Measure)}


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
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for key, one in pairs:
        found[key][one] = None
    return {key: tuple(ones) for key, ones in found.items()}
