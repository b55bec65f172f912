"""The hands of somebody at a form: mouse and keys, in Chromium and in Firefox, all counted."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from playwright.sync_api import Page

from tests.browser.firefox import Firefox

SCRIPT = (Path(__file__).parent / "story.js").read_text(encoding="utf-8")
SECONDS_A_CLICK = 2
KEYS_A_MINUTE = 200  # 40 words of five letters
_FARTHEST = 400  # Tabs after which somebody gives up


class Window(Protocol):
    """A page of a browser, with a mouse and keys."""

    def look(self, name: str, value: Any = None) -> Any:
        """What `story.js` answers."""

    def click(self, left: float, top: float) -> None:
        """Click at a place of the window."""

    def press(self, *keys: str) -> None:
        """Press keys together, such as Shift and Tab."""

    def write(self, text: str) -> None:
        """Type a text."""

    def pick(self, thing: int, file: Path) -> None:
        """Choose a file where the page asks for one."""


@dataclass
class ChromiumWindow:
    """A page of Chromium, by Playwright."""

    page: Page

    def look(self, name: str, value: Any = None) -> Any:
        return self.page.evaluate(f"value => academyStory.{name}(value)", value)

    def click(self, left: float, top: float) -> None:
        self.page.mouse.click(left, top)

    def press(self, *keys: str) -> None:
        self.page.keyboard.press("+".join(keys))

    def write(self, text: str) -> None:
        self.page.keyboard.insert_text(text)

    def pick(self, thing: int, file: Path) -> None:
        with self.page.expect_file_chooser() as waiting:
            if self.look("hasFocus", thing):
                self.press("Enter")
            else:
                self.click(*self.look("spot", thing)[:2])
        waiting.value.set_files(file)


_SETTLED = 0.4  # seconds after which no late message moves the page
# the codes of keys that type no letter, as WebDriver names them
_KEYS = {
    "Tab": "\ue004",
    "Shift": "\ue008",
    "Enter": "\ue007",
    "ArrowDown": "\ue015",
    "Control": "\ue009",
    " ": " ",
}


@dataclass
class FirefoxWindow:
    """A tab of Firefox, by WebDriver BiDi."""

    firefox: Firefox

    def look(self, name: str, value: Any = None) -> Any:
        if name == "spot":
            time.sleep(_SETTLED)  # where the mouse goes, the page stands still
        return self.firefox.answer(f"academyStory.{name}", value)

    def click(self, left: float, top: float) -> None:
        place = {"type": "pointerMove", "x": round(left), "y": round(top)}
        press = [{"type": f"pointer{way}", "button": 0} for way in ("Down", "Up")]
        self._act({"type": "pointer", "id": "mouse", "actions": [place, *press]})

    def press(self, *keys: str) -> None:
        codes = [_KEYS.get(key, key) for key in keys]
        down = [{"type": "keyDown", "value": code} for code in codes]
        self._keys([*down, *({"type": "keyUp", "value": code} for code in reversed(codes))])

    def write(self, text: str) -> None:
        ways = ("keyDown", "keyUp")
        self._keys([{"type": way, "value": letter} for letter in text for way in ways])

    def pick(self, thing: int, file: Path) -> None:
        # the dialog is the system's; what a browser does in it is told to it
        self.firefox.choose_file(f"academyStory.thing({thing})", file)

    def _keys(self, actions: list[dict[str, Any]]) -> None:
        self._act({"type": "key", "id": "keys", "actions": actions})

    def _act(self, source: dict[str, Any]) -> None:
        tab = self.firefox.tab
        self.firefox.call("input.performActions", context=tab, actions=[source])


@dataclass
class Hands:
    """Somebody who uses the mouse and types, or the keyboard alone. All that they do is counted."""

    window: Window
    by_keyboard: bool
    clicks: int = 0
    keys: int = 0

    def minutes(self) -> float:
        """How long it takes to do what was counted."""
        return self.clicks * SECONDS_A_CLICK / 60 + self.keys / KEYS_A_MINUTE

    def press(self, *keys: str) -> None:
        """Press keys together; that counts as one."""
        self.window.press(*keys)
        self.keys += 1

    def write(self, text: str) -> None:
        """Type a text where the focus is."""
        self.window.write(text)
        self.keys += len(text)

    def reach(self, thing: int) -> None:
        """Bring the focus to a question. What has it already needs no click."""
        if self.window.look("hasFocus", thing):
            return
        if self.by_keyboard:
            self._tab_to(thing)
        else:
            self._click(thing)

    def use(self, thing: int) -> None:
        """Press a button or open a fold."""
        if self.by_keyboard:
            self._tab_to(thing)
            self.press("Enter")
        else:
            self._click(thing)

    def choose(self, control: int, value: str) -> None:
        """Choose a word of a list that opens."""
        if self.window.look("chosen", control) == value:
            return
        if not self.by_keyboard:
            self.clicks += 2  # one opens the list, one chooses
            self.window.look("choose", [control, value])
            return
        self.reach(control)
        label = self.window.look("labelOfOption", [control, value])
        for letter in label.split()[0]:
            if self.window.look("chosen", control) != value:
                self.press(letter)
        self._arrow_to(lambda: bool(self.window.look("chosen", control) == value))

    def choose_button(self, button: int) -> None:
        """Choose a word that has a button of its own."""
        if self.window.look("isChecked", button):
            return
        if not self.by_keyboard:
            self._click(button)
            return
        self.reach(button)
        self._arrow_to(lambda: bool(self.window.look("isChecked", button)))

    def pick(self, thing: int, file: Path) -> None:
        """Choose a file; two clicks, or two keys, in the dialog of the system."""
        if self.by_keyboard:
            self._tab_to(thing)
            self.keys += 2
        else:
            self.clicks += 2
        self.window.pick(thing, file)

    def _arrow_to(self, is_there: Callable[[], bool]) -> None:
        for _ in range(40):
            if is_there():
                return
            self.press("ArrowDown")
        raise AssertionError("The arrow keys do not reach the word.")

    def _click(self, thing: int) -> None:
        left, top, cover = self.window.look("spot", thing)
        assert not cover, f"Something is in the way: {cover[:200]}"
        self.window.click(left, top)
        self.clicks += 1

    def _tab_to(self, thing: int) -> None:
        last = None
        for _ in range(_FARTHEST):
            if self.window.look("hasFocus", thing):
                return
            keys = ("Tab",) if self.window.look("way", thing) > 0 else ("Shift", "Tab")
            self.press(*keys)
            here, unseen = self.window.look("focus")
            assert not unseen, f"Nobody sees that this has the focus: {unseen}"
            assert last is None or not self.window.look("same", [here, last]), (
                "The focus is caught."
            )
            last = here
        raise AssertionError("The keyboard does not reach it.")
