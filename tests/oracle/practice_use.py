"""Where a practice is in use, in part of an area, unknown or halted."""

from __future__ import annotations

from typing import Literal

from tests.oracle import rules
from tests.oracle.raw_records import Fields, RawAcademy

Practised = Literal["yes", "part", "unknown", "no"]


class PracticeUse:
    """Which area uses which practice, from what areas say themselves and how they nest."""

    def __init__(self, academy: RawAcademy) -> None:
        self.academy = academy
        self.places = rules.Places(academy)

    def adoptions_by(
        self, area: str, practice: str, statuses: set[str], *, whole: bool = False
    ) -> set[str]:
        """Adoptions of the area itself, by name, that have one of the statuses.

        Those of organisations that serve it are among them, unless they are asked for the `whole`
        area: one organisation does not speak for the places inside it, or for others there.
        """
        return {
            adoption_id
            for adoption_id, adoption in self.academy.adoptions.items()
            if area in self.academy.adopters(adoption)
            and (not whole or "area" in adoption)
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

    def uses_itself(self, area: str, practice: str, *, whole: bool = False) -> bool:
        """A prototype in practice in the area itself, or an adoption of its own that has begun."""
        prototypes = self.prototypes_using(area, practice).values()
        return bool(self.adoptions_by(area, practice, rules.ACTUAL, whole=whole)) or any(
            map(rules.is_in_practice, prototypes)
        )

    def stopped_itself(self, area: str, practice: str) -> set[str]:
        """Adoptions that the area itself paused or stopped.

        One trial that stopped does not end a practice where others go on with it: a stopped
        prototype is no word against the use of it around the area.
        """
        return self.adoptions_by(area, practice, {"paused", "stopped"}, whole=True)

    def halted_itself(self, area: str, practice: str) -> set[str]:
        """What was paused, stopped or declined in the area itself: adoptions and prototypes."""
        prototypes = self.prototypes_using(area, practice).items()
        stopped = {one for one, prototype in prototypes if prototype.get("stage") == "stopped"}
        return stopped | self.adoptions_by(area, practice, rules.HALTED)

    def ended_itself(self, area: str, practice: str) -> set[str]:
        """Prototypes of the area itself that were in practice and are so no more."""
        prototypes = self.prototypes_using(area, practice).items()
        return {
            one
            for one, prototype in prototypes
            if prototype.get("stage") in rules.PRACTISED_STAGES
            and not rules.is_in_practice(prototype)
        }

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
        return self.adoptions_by(area, practice, rules.HALTED, whole=True)

    def _uses_around(self, area: str, practice: str) -> bool:
        around = self.places.around(area)
        using = {place for place in around if self.uses_itself(place, practice, whole=True)}
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
            and adoption.get("area") in areas
            and adoption.get("practice") == practice
            and adoption["status"] in rules.ACTUAL
            for adoption in self.academy.adoptions.values()
        )
