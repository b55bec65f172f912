"""What is known to work, and what is ready to adopt."""

from __future__ import annotations

from tests.oracle import rules
from tests.oracle.raw_records import Fields, RawAcademy

LEVELS = ("account", "data", "compared", "replicated", "scaled")


class Evidence:
    """What the results of prototypes say of the practices that they use."""

    def __init__(self, academy: RawAcademy) -> None:
        self.academy = academy

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
        """The strongest improved result of a prototype that was judged to work."""
        results = [
            (prototype_id, measure)
            for prototype_id, measure in self.results(practice)
            if rules.was_tried(self.academy.prototypes[prototype_id])
            and self.academy.prototypes[prototype_id].get("verdict") == "worked"
        ]
        return _strongest(results, "improved")

    def level_against(self, practice: str) -> str | None:
        """The strongest result that got worse, of any prototype that uses the practice."""
        return _strongest(self.results(practice), "worsened")

    def is_mixed(self, practice: str) -> bool:
        """A worse result is as strong as the best, or an unclear one of the same outcome is."""
        best = self.level(practice)
        if best is None:
            return False
        improved = {
            measure["outcome"]
            for prototype_id, measure in self.results(practice)
            if measure.get("change") == "improved"
            and measure.get("evidence_level") == best
            and self.academy.prototypes[prototype_id].get("verdict") == "worked"
            and rules.was_tried(self.academy.prototypes[prototype_id])
        }
        return any(
            measure.get("evidence_level") in LEVELS[LEVELS.index(best) :]
            and (
                measure.get("change") == "worsened"
                or (
                    measure.get("change") == "no-clear-difference"
                    and measure["outcome"] in improved
                )
            )
            for _, measure in self.results(practice)
        )

    def rests_on_inference(self, practice: str) -> bool:
        """Only the academy says that those with the strongest result use the practice."""
        best = self.level(practice)
        reporting = {
            prototype_id
            for prototype_id, measure in self.results(practice)
            if measure.get("change") == "improved"
            and measure.get("evidence_level") == best
            and rules.was_tried(self.academy.prototypes[prototype_id])
            and self.academy.prototypes[prototype_id].get("verdict") == "worked"
        }
        return all(self._is_linked(prototype_id, practice) for prototype_id in reporting)

    def programme_level(self, prototype_id: str) -> str | None:
        """The strongest improved result of a prototype, where it was judged to work."""
        prototype = self.academy.prototypes[prototype_id]
        if not rules.was_tried(prototype) or prototype.get("verdict") != "worked":
            return None
        return _strongest(self._own_results(prototype_id), "improved")

    def _own_results(self, prototype_id: str) -> list[tuple[str, Fields]]:
        measures = self.academy.prototypes[prototype_id].get("measures", ())
        return [(prototype_id, one) for one in measures if one["nature"] == "result"]

    def is_programme_mixed(self, prototype_id: str) -> bool:
        """A worse result of its own is as strong as the best, or an unclear one is."""
        best = self.programme_level(prototype_id)
        if best is None:
            return False
        strong = [
            one
            for _, one in self._own_results(prototype_id)
            if one.get("evidence_level") in LEVELS[LEVELS.index(best) :]
        ]
        improved = {one["outcome"] for one in strong if one.get("change") == "improved"}
        return any(
            one.get("change") == "worsened"
            or (one.get("change") == "no-clear-difference" and one["outcome"] in improved)
            for one in strong
        )

    def others_against(self, prototype_id: str) -> set[str]:
        """Others with a practice of it that did not work, or got worse by results as strong."""
        best = self.programme_level(prototype_id)
        if best is None:
            return set()
        practices = set(self.academy.prototypes[prototype_id].get("practices", ()))
        return {
            other_id
            for other_id, other in self.academy.prototypes.items()
            if other_id != prototype_id
            and practices & set(other.get("practices", ()))
            and (
                other.get("verdict") == "not-worked"
                or any(
                    one.get("change") == "worsened"
                    and one.get("evidence_level") in LEVELS[LEVELS.index(best) :]
                    for _, one in self._own_results(other_id)
                )
            )
        }

    def findings(self, prototype_id: str, outcome: str) -> dict[str, int]:
        """How many results went each way, and of how many the way is inferred."""
        measures = [one for _, one in self._own_results(prototype_id) if one["outcome"] == outcome]
        counts = {
            change: sum(measure.get("change") == change for measure in measures)
            for change in ("improved", "stable", "worsened")
        }
        counts["inferred"] = sum("change" in measure.get("inferred", ()) for measure in measures)
        return counts

    def _is_linked(self, prototype_id: str, practice: str) -> bool:
        inferred = self.academy.prototypes[prototype_id].get("inferred", ())
        return f"practices.{practice}" in inferred

    def is_ready(self, prototype_id: str) -> bool:
        """It worked, improved something with figures, and cost no more; and nothing as strong
        speaks against it.
        """
        prototype = self.academy.prototypes[prototype_id]
        return (
            self.programme_level(prototype_id) is not None
            and self._improved_at_no_more_cost(prototype)
            and not self.is_programme_mixed(prototype_id)
            and not self.others_against(prototype_id)
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
