"""The site's menu: which door each list of records stands behind."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Door:
    """An entry of the menu and the kinds of record behind it, in order."""

    title: str
    kinds: tuple[str, ...]


DOORS = (
    Door("Prototypes and practices", ("prototype", "practice", "principle", "case_study")),
    Door("Evidence", ("outcome", "measure")),
    Door("Spread", ("adoption", "barrier")),
    Door("Who and where", ("area", "partner", "group")),
    Door("Learning", ("resource",)),
)
TRIED, EVIDENCE, SPREAD, WHO, LEARNING = (door.title for door in DOORS)
ABOUT, FIND, SHARE = "About", "Find", "Share your work"


def door_of(kind: str) -> str:
    """The title of the door behind which a kind stands; new kinds stand behind the first."""
    return next((door.title for door in DOORS if kind in door.kinds), DOORS[0].title)
