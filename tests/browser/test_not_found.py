"""The page for missing pages, over http: it finds its style and the search at any depth."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.test_serving import Served, running_server, served  # noqa: F401 - fixtures
from tests.browser.windows import Windows
from tests.conftest import MakeOnce
from tests.site.test_address import ROOT, SUBFOLDER, build_at

pytestmark = pytest.mark.browser


class StaticHost(SimpleHTTPRequestHandler):
    """Serves a site below a path as static hosts do, with its own page for missing pages."""

    def __init__(self, *args: Any, site: Path, path: str, **options: Any) -> None:
        self.site, self.root = site, path
        super().__init__(*args, directory=str(site), **options)

    def translate_path(self, path: str) -> str:
        inside = path.removeprefix(self.root) if path.startswith(self.root) else "-outside"
        return super().translate_path(f"/{inside}")

    def send_error(self, code: int, *_: Any, **__: Any) -> None:
        body = (self.site / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Print nothing."""


@contextmanager
def hosted(site: Path, path: str) -> Iterator[str]:
    handler = partial(StaticHost, site=site, path=path)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}{path}"
        finally:
            server.shutdown()


def look_at_missing_page(page: Any, address: str) -> None:
    answer = page.goto(address)
    assert answer.status == HTTPStatus.NOT_FOUND
    expect(page.get_by_role("heading", level=1)).to_have_text("Page not found")
    font = page.evaluate("getComputedStyle(document.body).fontFamily")
    assert "Atkinson" in font
    page.get_by_label("What are you looking for?").fill("ashby")
    option = page.get_by_role("option").first
    expect(option).to_be_visible()
    option.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Ashby")


@pytest.mark.parametrize(("address", "path"), [(ROOT, "/"), (SUBFOLDER, "/health/academy/")])
def test_a_missing_page_three_folders_down_offers_the_search(
    address: str, path: str, windows: Windows, make_once: MakeOnce
) -> None:
    site = make_once(f"published-{len(address)}", lambda root: build_at(root, address)) / "site"
    watched = windows.open()
    with hosted(site, path) as start:
        look_at_missing_page(watched.page, f"{start}one/two/three/gone.html")
        watched.page.goto(f"{start}one/two/three/gone.html")
        watched.page.get_by_label("What are you looking for?").fill("visits")
        watched.page.keyboard.press("Enter")
        expect(watched.page).to_have_url(f"{start}find/index.html?q=visits")
    # apart from the requests themselves, and the status that the browser reports
    wrong = [one for one in watched.wrong if not one.startswith("asked: ")]
    assert [one for one in wrong if "404" not in one] == []


def test_serve_shows_the_same_page(served: Served, windows: Windows) -> None:  # noqa: F811
    settings = served.project / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(f"{text}site_url: {SUBFOLDER}\n", encoding="utf-8")
    page = windows.open().page
    for _ in range(100):
        answer = page.request.get(f"{served.address}/robots.txt")
        if answer.ok:
            break
        page.wait_for_timeout(100)
    assert answer.text().endswith(f"\nSitemap: {SUBFOLDER}sitemap.xml\n")
    sitemap = page.request.get(f"{served.address}/sitemap.xml").text()
    assert f"<loc>{SUBFOLDER}areas/ashby.html</loc>" in sitemap
    look_at_missing_page(page, f"{served.address}/one/two/three/gone.html")
