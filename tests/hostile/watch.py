"""A real browser in which nothing an attack does goes unseen."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Error, Page

HOOKS = Path(__file__).with_name("hooks.js").read_text("utf-8")


@dataclass
class Watch:
    """A browser's window, and what happened in it, by the address of the page it happened on.

    `root` is the folder that pages may load from, as an address. `ran` are scripts, `asked`
    requests to anywhere else and ways off the page, `found` what should not stand in a page.
    """

    context: BrowserContext
    root: str
    ran: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    asked: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    faults: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    at: str = ""
    page: Page = field(init=False)
    _wire: Any = field(init=False)

    def __post_init__(self) -> None:
        self.context.add_init_script(HOOKS)
        self.context.on("page", self._opened)
        self.page = self.context.new_page()
        # the page's own eval is watched, so it is not by that that the harness speaks to the page
        self._wire = self.context.new_cdp_session(self.page)
        self._wire.send("Runtime.enable")
        self._wire.send("Runtime.addBinding", {"name": "academyTold"})
        self._wire.on("Runtime.bindingCalled", lambda event: self._hear(event["payload"]))

    def _hear(self, payload: str) -> None:
        """Something was told by the hooks of a page, or of a frame in it."""
        address, text = json.loads(payload)
        sort, _, rest = text.partition(" ")
        where = {"ran": self.ran, "policy": self.faults, "unhooked": self.faults}[sort]
        where[address.partition("?")[0].partition("#")[0]].append(rest)

    def open(self, address: str) -> None:
        """Open a page of the site, or of another folder, by its whole address."""
        self.at = address
        try:
            self.page.goto(address, wait_until="load")
        except Error as error:
            self.asked[address].append(f"left {error}"[:200])

    def run(self, script: str) -> Any:
        """The value of an expression in the page."""
        asked = {"expression": script, "returnByValue": True, "awaitPromise": True}
        try:
            answer = self._wire.send("Runtime.evaluate", asked)
        except Error as error:
            self.asked[self.at].append(f"left {error}"[:200])
            return None
        if "exceptionDetails" in answer:
            self.faults[self.at].append(f"broken {answer['exceptionDetails']}"[:300])
        return answer["result"].get("value")

    @property
    def reported(self) -> dict[str, list[str]]:
        """All that happened, by page; nothing when all is well."""
        sorts = {"ran": self.ran, "asked": self.asked, "found": self.faults}
        return {
            f"{name} {at}": some
            for name, seen in sorts.items()
            for at, some in seen.items()
            if some
        }

    def wait(self, condition: str) -> None:
        """Until an expression is true in the page; what never comes true is noted."""
        script = """(async () => {
          for (let n = 0; n < 400; n++) {
            if (%s) return true;
            await new Promise((done) => setTimeout(done, 25));
          }
          return false;
        })()"""
        if not self.run(script % condition):
            self.faults[self.at].append(f"never: {condition}")

    def _opened(self, page: Page) -> None:
        if hasattr(self, "page"):
            self.asked[self.at].append(f"window {page.url}")
        page.on("request", lambda request: self._request(request.url))
        page.on("download", lambda one: self.asked[self.at].append(f"download {one.url}"))
        page.on("dialog", self._dialog)
        page.on("pageerror", lambda error: self.faults[self.at].append(f"error {error}"))
        page.on("framenavigated", lambda frame: self._moved(frame.url))

    def _request(self, url: str) -> None:
        if not url.startswith(self.root) and not url.startswith(("data:", "blob:")):
            self.asked[self.at].append(f"request {url}"[:200])

    def _moved(self, url: str) -> None:
        if url.partition("#")[0].partition("?")[0] != self.at.partition("#")[0].partition("?")[0]:
            self.asked[self.at].append(f"moved {url}"[:200])

    def _dialog(self, dialog: Any) -> None:
        self.ran[self.at].append(f"dialog {dialog.message}")
        dialog.dismiss()


@contextmanager
def watching(browser: Browser, folder: Path) -> Iterator[Watch]:
    """A watch over pages of a folder. What is asked of the network never leaves the machine."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, offline=True)
    yield Watch(context, folder.as_uri())
    context.close()


def look(watch: Watch, address: str, words: Sequence[str] = ()) -> list[str]:
    """Open a page, try everything on it, note what should not be there; the words not seen."""
    watch.open(address)
    watch.run("academyTry()")
    seen = watch.run(f"academyFound({json.dumps(watch.root)}, {json.dumps(list(words))})")
    watch.faults[address] += (seen or {}).get("found", [])
    return list((seen or {}).get("missing", words))
