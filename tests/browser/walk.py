"""A walk through a page by keyboard: Tab to its end, Shift+Tab back to its beginning."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from tests.browser.looking import COLOUR

_WALK = (Path(__file__).parent / "scripts" / "walk.js").read_text(encoding="utf-8")
# the script of windows whose pages can be walked
WALK = f"(() => {{ {COLOUR} {_WALK} }})();"
_SLACK = 4  # px by which things in one line may differ in height


@dataclass
class Walk:
    """What was reached, in order, and every fault that was met."""

    reached: list[int] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


def walked(page: Page, *, back: int = 10_000) -> Walk:
    """Tab from the top until the page ends, then Shift+Tab over as many stops as `back` says."""
    start = page.evaluate("academyWalk.begin()")
    walk = Walk(faults=list(start["wrong"]))
    before: dict[str, Any] = {}
    for _ in range(start["count"] + 20):
        stop = _step(page, "Tab", walk)
        if stop["at"] == -1 or stop["at"] in walk.reached:
            break
        if before and _is_before(stop, before):
            walk.faults.append(f"out of order: {stop['name']} after {before['name']}")
        before = stop
        walk.reached.append(stop["at"])
    missed = page.evaluate("reached => academyWalk.missed(reached)", walk.reached)
    walk.faults += [f"not reached: {name}" for name in missed]
    if not walk.faults:
        _return(page, walk, back)
    return walk


def _step(page: Page, key: str, walk: Walk) -> dict[str, Any]:
    page.keyboard.press(key)
    stop: dict[str, Any] = page.evaluate("academyWalk.here()")
    walk.faults += stop["wrong"]
    return stop


def _return(page: Page, walk: Walk, back: int) -> None:
    """From the last stop towards the first, over the same stops."""
    expected = list(reversed(walk.reached))[:back]
    stop = _step(page, "Shift+Tab", walk)
    if stop["at"] == -1:
        stop = _step(page, "Shift+Tab", walk)
    for number, at in enumerate(expected):
        if stop["at"] != at:
            walk.faults.append(f"Shift+Tab leads elsewhere at stop {number} from the end")
            return
        if number + 1 < len(expected):
            stop = _step(page, "Shift+Tab", walk)


def _is_before(stop: dict[str, Any], last: dict[str, Any]) -> bool:
    """Whether a stop stands before the last one for the eye: above it, or left of it in one line.

    Only within one part of a page: parts stand beside each other. In a picture there is no order
    but that of its table.
    """
    if stop["svg"] or last["svg"] or stop.get("part") != last.get("part"):
        return False
    left, top, right, bottom = stop["box"]
    its_left, its_top, its_right, its_bottom = last["box"]
    if bottom <= its_top + _SLACK and left < its_right - _SLACK:
        return True
    one_line = abs((top + bottom) - (its_top + its_bottom)) < 2 * _SLACK
    return one_line and right <= its_left + _SLACK
