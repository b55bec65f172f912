"""Windows of the browser that the next test takes over: a new one costs a third of a second."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import Browser, Page

from tests.browser.watching import Watched, listen

DESK = {"width": 1280, "height": 900}


class Windows:
    """Keeps one watched page for each set of options, and empties it before it is used again."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._kept: dict[str, Watched] = {}

    def open(self, script: str = "", **options: Any) -> Watched:
        """An empty page of a context with these options, in which `script` runs on each page."""
        options = {"viewport": DESK, **options}
        key = json.dumps([script, options], sort_keys=True)
        if key in self._kept:
            _empty(self._kept[key], options)
        else:
            self._kept[key] = self._new(script, options)
        return self._kept[key]

    def _new(self, script: str, options: dict[str, Any]) -> Watched:
        context = self._browser.new_context(**options)
        if script:
            context.add_init_script(script)
        watched = Watched(context.new_page())
        listen(watched)
        return watched


def _empty(watched: Watched, options: dict[str, Any]) -> None:
    """Leave nothing of the last test: no other page, store, route, medium or complaint.

    The page itself gives way to the next one that is opened; an empty one between them would cost
    a quarter of that.
    """
    page = watched.page
    for other in page.context.pages:
        if other is not page:
            other.close()
    _leave(page)
    page.context.clear_cookies()
    page.unroute_all()
    if page.viewport_size != options["viewport"]:
        page.set_viewport_size(options["viewport"])
    page.emulate_media(
        media="null",
        color_scheme=options.get("color_scheme", "light"),
        forced_colors=options.get("forced_colors", "none"),
        reduced_motion=options.get("reduced_motion", "no-preference"),
    )
    watched.wrong.clear()


# A page that saves a little later must not write into what was cleared. The same address with
# another fragment would not load anything, so that the page gives its own up.
_LEAVE = """() => {
    localStorage.clear();
    sessionStorage.clear();
    Storage.prototype.setItem = () => {};
    history.replaceState(null, "", `${location.pathname}?left`);
}"""


def _leave(page: Page) -> None:
    if page.url.startswith(("file:", "http")):
        page.evaluate(_LEAVE)
