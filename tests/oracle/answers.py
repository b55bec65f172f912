"""The main answers, worked out from the raw records alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tests.oracle import rules
from tests.oracle.raw_records import Fields, RawAcademy

Status = Literal["in-use", "halted", "declined", "planned", "unknown", "none"]
LEVELS = ("account", "data", "compared", "replicated", "scaled")


@dataclass(frozen=True)
class Cell:
    """What is known of a practice in an area."""

    status: Status
    inherited: bool = False
    in_part: bool = False
    unnamed_inside: bool = False


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

    def _named_adoptions(self, area: str, practice: str) -> list[Fields]:
        return [
            adoption
            for adoption in self.academy.adoptions.values()
            if adoption["area"] == area
            and adoption.get("practice") == practice
            and not int(adoption.get("unnamed_adopters", 0))
        ]

    def prototypes_using(self, area: str, practice: str) -> list[Fields]:
        """Prototypes of the area itself that use the practice."""
        return [
            prototype
            for prototype in self.academy.prototypes.values()
            if area in prototype["areas"] and practice in prototype.get("practices", ())
        ]

    def own_status(self, area: str, practice: str) -> Status:
        """What the area itself says; use comes before a halt, a halt before a plan."""
        statuses = {adoption["status"] for adoption in self._named_adoptions(area, practice)}
        if statuses & rules.ACTUAL or any(
            map(rules.is_in_practice, self.prototypes_using(area, practice))
        ):
            return "in-use"
        if statuses & {"paused", "stopped"}:
            return "halted"
        if statuses & rules.PLANNED:
            return "planned"
        return "declined" if "declined" in statuses else "none"

    def cell(self, area: str, practice: str) -> Cell:
        """The nearest statement wins; a refusal and a plan belong to the area alone."""
        own = self.own_status(area, practice)
        in_part = any(
            self.own_status(place, practice) == "in-use" for place in self.places.inside(area)
        )
        unnamed = self._unnamed({area} | self.places.inside(area), practice)
        inherited = self._inherited(area, practice)
        if own in ("in-use", "halted", "declined"):
            return Cell(own, False, in_part, unnamed)
        if inherited != "none":
            return Cell(inherited, True, in_part, unnamed)
        if own == "planned":
            return Cell("planned", False, in_part, unnamed)
        around = {area} | self.places.around(area)
        unknown = self._unnamed(around, practice)
        return Cell("unknown" if unknown else "none", False, in_part, unnamed)

    def _inherited(self, area: str, practice: str) -> Status:
        for ring in self.places.rings_outwards(area)[1:]:
            found = {self.own_status(place, practice) for place in ring}
            if found & {"in-use", "halted"}:
                return "in-use" if "in-use" in found else "halted"
        return "none"

    def _unnamed(self, areas: set[str], practice: str) -> bool:
        return any(
            int(adoption.get("unnamed_adopters", 0))
            and adoption["area"] in areas
            and adoption.get("practice") == practice
            and adoption["status"] in rules.ACTUAL
            for adoption in self.academy.adoptions.values()
        )

    def is_known_in_use(self, area: str, practice: str) -> bool:
        """In use in the area, around it or in part of it."""
        cell = self.cell(area, practice)
        return cell.status == "in-use" or cell.in_part

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

    # -- barriers ---------------------------------------------------------------------------

    def barriers(self, area: str) -> dict[str, set[str]]:
        """Each barrier of the area or of a place inside it, with the statuses it has there."""
        places = {area} | self.places.inside(area)
        found: dict[str, set[str]] = {}
        for barrier_id, barrier in self.academy.barriers.items():
            for occurrence in barrier["occurrences"]:
                if occurrence["area"] in places:
                    found.setdefault(barrier_id, set()).add(occurrence["status"])
        return found

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

    def costs_not_worse(self, practice: str) -> bool:
        """A cost result is there, and none of them says that it got worse."""
        changes = [
            measure.get("change")
            for _, measure in self.results(practice)
            if self.academy.outcomes[measure["outcome"]]["type"] == "cost"
        ]
        return bool({"improved", "stable"} & set(changes)) and "worsened" not in changes


def _strongest(results: list[tuple[str, Fields]], change: str) -> str | None:
    levels = [
        measure["evidence_level"]
        for _, measure in results
        if measure.get("change") == change and measure.get("evidence_level") in LEVELS
    ]
    return max(levels, key=LEVELS.index, default=None)
