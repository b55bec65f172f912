"""What happened, what is planned and what was halted: each rule is one function."""

from __future__ import annotations

import networkx as nx

from tests.oracle.raw_records import Fields, RawAcademy

ACTUAL = {"begun", "in-place"}
PLANNED = {"interested", "intended"}
HALTED = {"paused", "stopped", "declined"}
PRACTISED_STAGES = {"testing", "live", "completed"}


def is_in_practice(prototype: Fields) -> bool:
    """Tested, live or completed, and neither ended nor found not to work."""
    over = bool(prototype.get("ended")) or prototype.get("verdict") == "not-worked"
    return prototype.get("stage", "idea") in PRACTISED_STAGES and not over


def was_tried(prototype: Fields) -> bool:
    """Tried, whatever became of it: all but ideas and plans."""
    return prototype.get("stage", "idea") in (*PRACTISED_STAGES, "stopped")


def was_in_practice(prototype: Fields) -> bool:
    """In practice now or earlier: a stop that follows a plan directly never began."""
    stage = prototype.get("stage", "idea")
    if stage != "stopped":
        return stage in PRACTISED_STAGES
    earlier = [step["stage"] for step in prototype.get("history", ()) if step["stage"] != "stopped"]
    return not earlier or any(word in PRACTISED_STAGES for word in earlier)


def has_begun(adoption: Fields) -> bool:
    """Begun once, whatever became of it."""
    if adoption["status"] in ACTUAL:
        return True
    if adoption["status"] in PLANNED:
        return False
    steps = [step["status"] for step in adoption.get("history", ())]
    if any(step in ACTUAL for step in steps):
        return True
    return adoption["status"] != "declined" and not any(step in PLANNED for step in steps)


def unnamed(adoption: Fields) -> int:
    """How many adopters the source counts without naming them."""
    return int(adoption.get("unnamed_adopters", 0))


def source_areas(adoption: Fields) -> set[str]:
    """The areas that it was learnt from, the adopter's own among them if it is stated."""
    return {lesson["area"] for lesson in adoption["learnt_from"] if "area" in lesson}


def is_from_others(adoption: Fields) -> bool:
    """Whether it was learnt from anyone or anything but the adopter itself."""
    own = ("area", adoption["area"]) if "area" in adoption else ("partner", adoption["partner"])
    return any(
        (word, value) != own
        for lesson in adoption["learnt_from"]
        for word, value in lesson.items()
        if word in ("area", "partner", "resource", "described")
    )


class Places:
    """Which areas lie inside which."""

    def __init__(self, academy: RawAcademy) -> None:
        self.graph = nx.DiGraph()
        self.graph.add_nodes_from(academy.areas)
        self.graph.add_edges_from(
            (area_id, wider)
            for area_id, area in academy.areas.items()
            for wider in area.get("part_of", ())
        )

    def nearest(self, places: set[str]) -> set[str]:
        """Those of the places that contain none of the others."""
        return {place for place in places if not self.inside(place) & places}

    def around(self, area: str) -> set[str]:
        """The areas that contain it."""
        return set(nx.descendants(self.graph, area))

    def inside(self, area: str) -> set[str]:
        """The areas that it contains."""
        return set(nx.ancestors(self.graph, area))
