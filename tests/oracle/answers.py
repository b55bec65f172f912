"""The main answers, worked out from the raw records alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tests.oracle import rules
from tests.oracle.evidence import Evidence
from tests.oracle.practice_use import PracticeUse
from tests.oracle.raw_records import RawAcademy

COUNTRIES = ("country", "nation")


@dataclass(frozen=True)
class Lessons:
    """Pairs of source and learner: those of adoptions that go on, and those only planned."""

    current: frozenset[tuple[str, str]]
    planned: frozenset[tuple[str, str]]


class Oracle(PracticeUse):
    """Answers about one academy."""

    def __init__(self, academy: RawAcademy) -> None:
        super().__init__(academy)
        self.evidence = Evidence(academy)

    def lessons(self) -> Lessons:
        """Who learns from whom; what was paused, stopped or declined counts for nothing."""
        return Lessons(self._pairs(rules.ACTUAL), self._pairs(rules.PLANNED))

    def _pairs(self, statuses: set[str]) -> frozenset[tuple[str, str]]:
        return frozenset(
            (source, adopter)
            for adoption in self.academy.adoptions.values()
            if adoption["status"] in statuses
            for source in rules.source_areas(adoption)
            for adopter in self.academy.adopters(adoption)
            if source != adopter
        )

    def from_others(self, area: str, statuses: set[str]) -> set[str]:
        """Adoptions of the area itself, by name, that came from others."""
        return {
            adoption_id
            for adoption_id, adoption in self.academy.adoptions.items()
            if area in self.academy.adopters(adoption)
            and adoption["status"] in statuses
            and rules.is_from_others(adoption)
            and not rules.unnamed(adoption)
        }

    def gaps(self, area: str) -> set[str]:
        """Programmes that worked elsewhere, and of which something is neither used nor halted."""
        return {
            programme
            for programme, fields in self.academy.prototypes.items()
            if self.evidence.programme_level(programme)
            and not ({area} | self.places.around(area)) & set(fields["areas"])
            and not self._is_for_places_inside(area, fields["areas"])
            and self._has_something_left(area, fields.get("practices", ()))
        }

    def _has_something_left(self, area: str, practices: Sequence[str]) -> bool:
        return not practices or any(
            self.practised(area, practice) != "yes" and not self._is_settled(area, practice)
            for practice in practices
        )

    def _is_for_places_inside(self, area: str, tried_in: Sequence[str]) -> bool:
        """The area is a country, or holds places of the type where the programme was tried."""
        types = {self.academy.areas[place]["type"] for place in tried_in}
        own_type = self.academy.areas[area]["type"]
        inside = {self.academy.areas[place]["type"] for place in self.places.inside(area)}
        return own_type not in types and (own_type in COUNTRIES or bool(inside & types))

    def _is_settled(self, area: str, practice: str) -> bool:
        """It was halted in the area or around it, or ended there, and there is no new plan."""
        planned = self.adoptions_by(area, practice, rules.PLANNED)
        halted = self.halts(area, practice) or self.halted_itself(area, practice)
        return bool(halted or self.ended_itself(area, practice)) and not planned

    def helpers(self, area: str, practice: str) -> set[str]:
        """Areas that use the practice themselves, other than the area and those around it."""
        near = {area} | self.places.around(area)
        return {
            place
            for place in self.academy.areas
            if place not in near and self.uses_itself(place, practice)
        }

    def barriers(self, area: str) -> dict[str, bool]:
        """Each barrier of the area, of one around it or one inside it; whether it was solved.

        The area's own word counts first, then that of the nearest areas around it, then that of
        the places inside it; a barrier is solved where none of those says that it still stands.
        """
        barriers_found = {}
        for barrier_id, barrier in self.academy.barriers.items():
            statuses: dict[str, set[str]] = {}
            for occurrence in barrier["occurrences"]:
                statuses.setdefault(occurrence["area"], set()).add(occurrence["status"])
            nearest = self._nearest_word(area, set(statuses))
            if nearest:
                words = set().union(*(statuses[place] for place in nearest))
                barriers_found[barrier_id] = words == {"worked-through"}
        return barriers_found

    def _nearest_word(self, area: str, places: set[str]) -> set[str]:
        if area in places:
            return {area}
        around = self.places.nearest(places & self.places.around(area))
        return around or places & self.places.inside(area)
