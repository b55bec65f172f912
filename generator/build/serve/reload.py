"""How an open page learns that the site has changed, within its content security policy.

The policy of a page allows scripts and images of its own site, and no `fetch` or `EventSource`. So
a script asks for an image. The server holds the request until the site has changed and then sends
one pixel, at which the page loads again. Without a change it sends nothing, and the script asks
anew.
"""

from __future__ import annotations

import re
from threading import Condition
from time import time_ns

FOLDER = "/livereload/"
SCRIPT_PATH = f"{FOLDER}page.js"
PIXEL = b'<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'
SCRIPT = b"""\
(function () {
  "use strict";
  var version = document.currentScript.getAttribute("data-version");
  var pixel = new Image();

  function ask() {
    // a browser opens few connections to a server: tabs that nobody sees leave them to the others
    if (document.hidden) pixel.removeAttribute("src");
    else pixel.src = "/livereload/" + version + ".svg?" + Date.now();
  }

  pixel.onload = function () {
    location.reload();
  };
  pixel.onerror = function () {
    setTimeout(ask, 500);
  };
  document.addEventListener("visibilitychange", ask);
  window.addEventListener("load", ask);
})();
"""
_PIXEL_PATH = re.compile(re.escape(FOLDER) + r"(\d{1,20})\.svg")
_PATIENCE = 25.0  # seconds that a request is held


class Version:
    """The number of the version of the site that is served now."""

    def __init__(self) -> None:
        # from the clock, so that pages of an earlier server load again
        self._number = time_ns()
        self._changed = Condition()

    @property
    def number(self) -> int:
        """The number of the present version."""
        return self._number

    def advance(self) -> None:
        """Note that there is a new version, and answer all who wait for it."""
        with self._changed:
            self._number += 1
            self._changed.notify_all()

    def wait_for_other(self, seen: int) -> bool:
        """Wait until the version is another than `seen`. False when it stays the same."""
        with self._changed:
            return self._changed.wait_for(lambda: self._number != seen, _PATIENCE)


def version_asked(path: str) -> int | None:
    """Return the version of the page that asks at `path`; None when it is another path."""
    match = _PIXEL_PATH.fullmatch(path)
    return int(match[1]) if match else None


def with_script(page: bytes, version: int) -> bytes:
    """Return a page that loads again when the version of the site is no longer `version`."""
    before, end, after = page.rpartition(b"</body>")
    script = f'<script src="{SCRIPT_PATH}" data-version="{version}"></script>\n'
    return b"".join((before, script.encode(), end, after)) if end else page
