"""The main answers, worked out from the raw records alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tests.oracle import rules
from tests.oracle.raw_records import Fields, RawAcademy

Practised = Literal["yes", "part", "unknown", "no"]
LEVELS = ("account", "data", "compared", "replicated", "scaled")


@dataclass(frozen=True)
class Lessons:
    """Pairs of source and learner, by what has become of the adoption."""

    current: frozenset[tuple[str, str]]
    past: frozenset[tuple[str, str]]
    planned: frozenset[tuple[str, str]]


@dataclass(frozen=True)
class Proof:
    """The results of a practice: how strong for and against, and how many rest on an inference."""

    best_for: str | None
    best_against: str | None
    inferred: frozenset[str]
    stated: frozenset[str]


class Oracle:
    """Answers about one academy."""

    def __init__(self, academy: RawAcademy) -> None:
        self.academy = academy
        self.places = rules.Places(academy)

    # -- use of a practice ------------------------------------------------------------------

    def adoptions_by(self, area: str, practice: str, statuses: set[str]) -> set[str]:
        """Adoptions of the area itself, by name, that have one of the statuses."""
        return {
            adoption_id
            for adoption_id, adoption in self.academy.adoptions.items()
            if adoption["area"] == area
            and adoption.get("practice") == practice
            and adoption["status"] in statuses
            and not rules.unnamed(adoption)
        }

    def prototypes_using(self, area: str, practice: str) -> dict[str, Fields]:
        """Prototypes of the area itself that use the practice."""
        return {
            prototype_id: prototype
            for prototype_id, prototype in self.academy.prototypes.items()
            if area in prototype["areas"] and practice in prototype.get("practices", ())
        }

    def uses_itself(self, area: str, practice: str) -> bool:
        """A prototype in practice in the area itself, or an adoption of its own that has begun."""
        prototypes = self.prototypes_using(area, practice).values()
        return bool(self.adoptions_by(area, practice, rules.ACTUAL)) or any(
            map(rules.is_in_practice, prototypes)
        )

    def stopped_itself(self, area: str, practice: str) -> set[str]:
        """Adoptions that the area itself paused or stopped.

        One trial that stopped does not end a practice where others go on with it: a stopped
        prototype is no word against the use of it around the area.
        """
        return self.adoptions_by(area, practice, {"paused", "stopped"})

    def halted_itself(self, area: str, practice: str) -> set[str]:
        """What was paused, stopped or declined in the area itself: adoptions and prototypes."""
        prototypes = self.prototypes_using(area, practice).items()
        stopped = {one for one, prototype in prototypes if prototype.get("stage") == "stopped"}
        return stopped | self.adoptions_by(area, practice, rules.HALTED)

    def practised(self, area: str, practice: str) -> Practised:
        """The nearest statement wins; a refusal counts for the refuser, a plan for nothing."""
        if self.uses_itself(area, practice):
            return "yes"
        where_unnamed = {area}
        if not self.halts(area, practice) & {area}:
            if self._uses_around(area, practice):
                return "yes"
            where_unnamed |= self.places.around(area)
        if self._unnamed(where_unnamed, practice):
            return "unknown"
        in_part = self.parts(area, practice) or self._unnamed(self.places.inside(area), practice)
        return "part" if in_part else "no"

    def halts(self, area: str, practice: str) -> set[str]:
        """The nearest areas that halted it, the area itself or those around it, where no area as
        near uses it; a refusal counts only for the area itself.
        """
        if self.uses_itself(area, practice):
            return set()
        if self._halted_adoptions(area, practice):
            return {area}
        return set() if self._uses_around(area, practice) else self._stopping_around(area, practice)

    def _halted_adoptions(self, area: str, practice: str) -> set[str]:
        return self.adoptions_by(area, practice, rules.HALTED)

    def _uses_around(self, area: str, practice: str) -> bool:
        around = self.places.around(area)
        using = {place for place in around if self.uses_itself(place, practice)}
        stopping = {place for place in around if self.stopped_itself(place, practice)}
        return bool(self.places.nearest(using | stopping) & using)

    def _stopping_around(self, area: str, practice: str) -> set[str]:
        around = self.places.around(area)
        return self.places.nearest(
            {place for place in around if self.stopped_itself(place, practice)}
        )

    def parts(self, area: str, practice: str) -> set[str]:
        """The places inside an area that use the practice themselves."""
        inside = self.places.inside(area)
        return {place for place in inside if self.uses_itself(place, practice)}

    def _unnamed(self, areas: set[str], practice: str) -> bool:
        return any(
            rules.unnamed(adoption)
            and adoption["area"] in areas
            and adoption.get("practice") == practice
            and adoption["status"] in rules.ACTUAL
            for adoption in self.academy.adoptions.values()
        )

    def was_ever_tried(self, practice: str) -> bool:
        """A prototype was in practice, or an adoption began, anywhere."""
        return any(
            rules.was_in_practice(prototype) and practice in prototype.get("practices", ())
            for prototype in self.academy.prototypes.values()
        ) or any(
            rules.has_begun(adoption) and adoption.get("practice") == practice
            for adoption in self.academy.adoptions.values()
        )

    # -- learning ---------------------------------------------------------------------------

    def lessons(self) -> Lessons:
        """Who learns from whom: now, once, and by plan."""
        current, past, planned = set(), set(), set()
        for adoption in self.academy.adoptions.values():
            pairs = {(source, adoption["area"]) for source in rules.sources(adoption)}
            if adoption["status"] in rules.ACTUAL:
                current |= pairs
            elif adoption["status"] in rules.PLANNED:
                planned |= pairs
            elif rules.has_begun(adoption):
                past |= pairs
        return Lessons(frozenset(current), frozenset(past), frozenset(planned))

    def from_others(self, area: str, statuses: set[str]) -> set[str]:
        """Adoptions of the area itself, by name, that came from another area."""
        return {
            adoption_id
            for adoption_id, adoption in self.academy.adoptions.items()
            if adoption["area"] == area
            and adoption["status"] in statuses
            and rules.sources(adoption)
            and not rules.unnamed(adoption)
        }

    # -- gaps -------------------------------------------------------------------------------

    def gaps(self, area: str) -> set[str]:
        """Practices that work elsewhere and were neither used nor halted in the area."""
        return {
            practice
            for practice in self.academy.practices
            if self.level(practice)
            and self.practised(area, practice) != "yes"
            and not self._is_settled(area, practice)
        }

    def _is_settled(self, area: str, practice: str) -> bool:
        """It was halted in the area, or around it, and the area has no new plan."""
        planned = self.adoptions_by(area, practice, rules.PLANNED)
        halted = self.halts(area, practice) or self.halted_itself(area, practice)
        return bool(halted) and not planned

    def helpers(self, area: str, practice: str) -> set[str]:
        """Areas that use the practice themselves, other than the area and those around it."""
        near = {area} | self.places.around(area)
        return {
            place
            for place in self.academy.areas
            if place not in near and self.uses_itself(place, practice)
        }

    # -- barriers ---------------------------------------------------------------------------

    def barriers(self, area: str) -> dict[str, bool]:
        """Each barrier of the area, of one around it or one inside it; whether it was solved.

        The area's own word counts first, then that of the nearest areas around it, then that of
        the places inside it; a barrier is solved where none of those says that it still stands.
        """
        found = {}
        for barrier_id, barrier in self.academy.barriers.items():
            statuses: dict[str, set[str]] = {}
            for occurrence in barrier["occurrences"]:
                statuses.setdefault(occurrence["area"], set()).add(occurrence["status"])
            nearest = self._nearest_word(area, set(statuses))
            if nearest:
                words = set().union(*(statuses[place] for place in nearest))
                found[barrier_id] = words == {"worked-through"}
        return found

    def _nearest_word(self, area: str, places: set[str]) -> set[str]:
        if area in places:
            return {area}
        around = self.places.nearest(places & self.places.around(area))
        return around or places & self.places.inside(area)

    # -- evidence ---------------------------------------------------------------------------

    def results(self, practice: str) -> list[tuple[str, Fields]]:
        """Every result of a prototype that uses the practice, with the prototype's id."""
        return [
            (prototype_id, measure)
            for prototype_id, prototype in self.academy.prototypes.items()
            if practice in prototype.get("practices", ())
            for measure in prototype.get("measures", ())
            if measure["nature"] == "result"
        ]

    def level(self, practice: str) -> str | None:
        """The strongest improved result of a prototype in practice that was judged to work."""
        results = [
            (prototype_id, measure)
            for prototype_id, measure in self.results(practice)
            if rules.is_in_practice(self.academy.prototypes[prototype_id])
            and self.academy.prototypes[prototype_id].get("verdict") == "worked"
        ]
        return _strongest(results, "improved")

    def proof(self, practice: str) -> Proof:
        """Strongest for beside strongest against; links that are inferred apart."""
        results = self.results(practice)
        users = {prototype_id for prototype_id, _ in results}
        inferred = {
            prototype_id
            for prototype_id in users
            if f"practices.{practice}" in self.academy.prototypes[prototype_id].get("inferred", ())
        }
        return Proof(
            _strongest(results, "improved"),
            _strongest(results, "worsened"),
            frozenset(inferred),
            frozenset(users - inferred),
        )

    def is_ready(self, practice: str) -> bool:
        """One prototype in practice worked, improved something with figures, and cost no more."""
        return any(
            practice in prototype.get("practices", ())
            and rules.is_in_practice(prototype)
            and prototype.get("verdict") == "worked"
            and self._improved_at_no_more_cost(prototype)
            for prototype in self.academy.prototypes.values()
        )

    def _improved_at_no_more_cost(self, prototype: Fields) -> bool:
        results = [one for one in prototype.get("measures", ()) if one["nature"] == "result"]
        costs = {
            one.get("change")
            for one in results
            if self.academy.outcomes[one["outcome"]]["type"] == "cost"
        }
        improved = any(
            one.get("change") == "improved" and one.get("evidence_level") in LEVELS[1:]
            for one in results
        )
        return improved and bool(costs & {"improved", "stable"}) and "worsened" not in costs


def _strongest(results: list[tuple[str, Fields]], change: str) -> str | None:
    levels = [
        measure["evidence_level"]
        for _, measure in results
        if measure.get("change") == change and measure.get("evidence_level") in LEVELS
    ]
    return max(levels, key=LEVELS.index, default=None)
