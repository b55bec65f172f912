"""The server itself: answers a browser on this machine from a live site."""

from __future__ import annotations

import posixpath
import socket
import sys
import webbrowser
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import IPv6Address, ip_address
from mimetypes import MimeTypes
from threading import Thread
from typing import Any
from urllib.parse import quote

from generator.build.serve.live_site import LiveSite
from generator.build.serve.reload import (
    PIXEL,
    SCRIPT,
    SCRIPT_PATH,
    Version,
    version_asked,
    with_script,
)
from generator.build.serve.requests import METHODS, path_of, refusal_of
from generator.build.serve.watcher import ChangeWatcher
from generator.parallel import gc_paused
from generator.site_paths import NOT_FOUND

_TYPES = MimeTypes()  # those that Python knows; what a system adds differs
for _suffix, _type in {
    ".ics": "text/calendar",
    ".jsonld": "application/ld+json",
    ".md": "text/markdown",
    ".sqlite": "application/vnd.sqlite3",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".yaml": "text/yaml",
}.items():
    _TYPES.add_type(_type, _suffix)
_TEXTS = ("application/json", "application/ld+json", "application/xml", "image/svg+xml")
_NOT_FOUND = b"""\
<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><title>Page not found</title></head>
<body>
<main><h1>Page not found</h1>
<p>There is nothing at this address. <a href="/">Go to Home</a></p></main>
</body>
</html>
"""


def content_type(url: str) -> str:
    """Return the content type of a file by the end of its name, with its character set."""
    media_type = _TYPES.guess_type(posixpath.basename(url))[0] or "application/octet-stream"
    is_text = media_type.startswith("text/") or media_type in _TEXTS
    return f"{media_type}; charset=utf-8" if is_text else media_type


class _Handler(BaseHTTPRequestHandler):
    """Answers one request."""

    server: _Server
    server_version, sys_version = "academy", ""

    def parse_request(self) -> bool:
        """Read the request line and headers; answer here what is refused, whatever its method."""
        if not super().parse_request():
            return False
        hosts = self.headers.get_all("Host", [])
        refused = refusal_of(self.command, self.path, hosts, self.server.host)
        if refused is None:
            return True
        self._send(f"{refused.message}\n".encode(), "text/plain; charset=utf-8", refused.status)
        return False

    def do_GET(self) -> None:
        """Answer with a file, a redirect to a folder's index, or the page for nothing found."""
        path = path_of(self.path) or "/"
        url = posixpath.normpath(f"/{path}{'index.html' if path.endswith('/') else ''}").lstrip("/")
        seen = version_asked(path)
        if seen is not None:
            self._send_pixel(seen)
        elif path == SCRIPT_PATH:
            self._send(SCRIPT, content_type(path))
        else:
            self._send_file(url)

    do_HEAD = do_GET  # noqa: N815 - the name that http.server looks for

    def log_message(self, *_: Any) -> None:
        """Print no line for each request."""

    def _send_file(self, url: str) -> None:
        # before the content: a page made from older records than its number says would stay old
        version = self.server.version.number
        content = self.server.site.content(url)
        if content is None and self.server.site.content(f"{url}/index.html") is not None:
            self._send(b"", "text/plain", HTTPStatus.FOUND, f"/{quote(url)}/")
            return
        status = HTTPStatus.OK if content is not None else HTTPStatus.NOT_FOUND
        page = content
        if page is None:
            page = self.server.site.content(NOT_FOUND) or _NOT_FOUND
        kind = content_type(url if content is not None else NOT_FOUND)
        if kind.startswith("text/html"):
            page = with_script(page, version)
        self._send(page, kind, status)

    def _send_pixel(self, seen: int) -> None:
        if self.command == "HEAD" or self.server.version.wait_for_other(seen):
            self._send(PIXEL, "image/svg+xml")
        else:
            self._send(b"", "text/plain", HTTPStatus.NO_CONTENT)

    def _send(
        self, content: bytes, kind: str, status: HTTPStatus = HTTPStatus.OK, location: str = ""
    ) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        if location:
            self.send_header("Location", location)
        if status is HTTPStatus.METHOD_NOT_ALLOWED:
            self.send_header("Allow", ", ".join(METHODS))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)


class _Server(ThreadingHTTPServer):
    """Serves a live site at a host and port."""

    daemon_threads = True

    def __init__(self, site: LiveSite, host: str, port: int) -> None:
        self.site = site
        self.host = host
        self.version = Version()
        if _is_ipv6(host):
            self.address_family = socket.AF_INET6
        super().__init__((host, port), _Handler)

    @property
    def url(self) -> str:
        """The address of the site's first page."""
        host = f"[{self.host}]" if _is_ipv6(self.host) else self.host
        return f"http://{host}:{self.server_address[1]}/"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a browser that has gone away in the middle of an answer."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


def _is_ipv6(host: str) -> bool:
    try:
        return isinstance(ip_address(host), IPv6Address)
    except ValueError:
        return False


def serve_live(
    site: LiveSite,
    address: tuple[str, int],
    tell: Callable[[str], None],
    *,
    open_in_browser: bool = False,
) -> None:
    """Serve a site at a host and port until interrupted, and rebuild it at each change.

    `tell` prints a message to the author. Raises OSError when the address is taken, or when the
    system watches no more files.
    """
    with _Server(site, *address) as server, gc_paused():
        site.rebuild()  # before any thread begins: only then can the work be spread
        watcher = ChangeWatcher(*site.watched_folders())
        with watcher.watching(), _answering(server):
            tell(f"Serving on {server.url}. Press Ctrl+C to stop.")
            if open_in_browser:
                webbrowser.open(server.url)
            try:
                while True:
                    watcher.wait()
                    tell("Detected file changes")
                    site.rebuild()
                    server.version.advance()
            except KeyboardInterrupt:
                tell("Stopped.")


@contextmanager
def _answering(server: _Server) -> Iterator[None]:
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
