"""A page that remembers all it was not meant to do."""

from __future__ import annotations

from dataclasses import dataclass, field

from playwright.sync_api import Page, Request

# the icon of a page that is left before it came
_LEFT = "net::ERR_ABORTED"


@dataclass
class Watched:
    """A page, and what it said, asked for or failed to get."""

    page: Page
    wrong: list[str] = field(default_factory=list)

    def open(self, address: str) -> Page:
        """The page at an address."""
        self.page.goto(address)
        return self.page


def listen(watched: Watched) -> None:
    """From now on the page is heard."""
    page, wrong = watched.page, watched.wrong

    def failed(request: Request) -> None:
        if request.failure != _LEFT:
            wrong.append(f"failed: {request.url}")

    def requested(request: Request) -> None:
        if not request.url.startswith("file:"):
            wrong.append(f"asked: {request.url}")

    page.on("console", lambda message: wrong.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: wrong.append(f"error: {error}"))
    page.on("requestfailed", failed)
    page.on("dialog", lambda dialog: wrong.append(f"dialog: {dialog.message}"))
    page.on("request", requested)
