"""`academy serve` over a real socket: it answers those who read the site, and nobody else."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.build.serve.requests import refusal_of
from tests.sites import copy_small

EVERYWHERE = "0.0.0.0"  # noqa: S104 - as somebody may ask for with --address


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port at which the small academy is served."""
    project = copy_small(tmp_path_factory.mktemp("served") / "academy")
    number, log = free_port(), project / "serve.log"
    words = [sys.executable, "-m", "generator", "serve", "--address", f"127.0.0.1:{number}"]
    with log.open("w", encoding="utf-8") as output:
        process = subprocess.Popen(words, cwd=project, stdout=output, stderr=subprocess.STDOUT)
    try:
        wait_for(log)
        yield number
    finally:
        process.terminate()
        process.wait(10)
    assert "Traceback" not in log.read_text(encoding="utf-8")


def wait_for(log: Path) -> None:
    for _ in range(1200):
        if "Serving on" in log.read_text(encoding="utf-8"):
            return
        time.sleep(0.05)
    raise AssertionError(log.read_text(encoding="utf-8"))


def ask(port: int, request: str) -> tuple[int, dict[str, str], bytes]:
    """Send a request just as it stands: the status, the headers and the body of the answer."""
    with socket.create_connection(("127.0.0.1", port), timeout=30) as connection:
        connection.sendall(request.encode("latin-1"))
        answer = b"".join(iter(lambda: connection.recv(65536), b""))
    head, _, body = answer.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines)}
    return int(first.split()[1]), headers, body


def get(
    port: int, path: str, host: str = "", method: str = "GET"
) -> tuple[int, dict[str, str], bytes]:
    return ask(port, f"{method} {path} HTTP/1.1\r\nHost: {host or f'127.0.0.1:{port}'}\r\n\r\n")


@pytest.mark.parametrize(
    "host", ["127.0.0.1:{}", "localhost:{}", "LOCALHOST", "localhost.:{}", "[::1]:{}", "127.0.0.2"]
)
def test_the_names_of_this_machine_are_answered(port: int, host: str) -> None:
    status, _, body = get(port, "/areas/ashby.html", host.format(port))
    assert status == 200
    assert b"<h1" in body


@pytest.mark.parametrize(
    "host",
    [
        *("evil.example", "evil.example:{}", "localhost.evil.example", "127.0.0.1.evil.example"),
        *(
            "evil.example@localhost",
            "192.0.2.7",
            "[2001:db8::1]",
            EVERYWHERE,
            "localhost, evil.example",
        ),
        *(":{}", "[::1", "localhost:80:80"),
    ],
)
def test_a_foreign_host_is_refused(port: int, host: str) -> None:
    for path in ("/", "/areas/ashby.html", "/data/graph.json", "/livereload/0/0"):
        status, _, body = get(port, path, host.format(port))
        assert (status, body) == (
            403, b"This server answers only under the name of this machine.\n"
        )  # fmt: skip


def test_a_request_without_a_host_is_refused(port: int) -> None:
    assert ask(port, "GET / HTTP/1.0\r\n\r\n")[0] == 403
    two = f"GET / HTTP/1.1\r\nHost: localhost:{port}\r\nHost: evil.example\r\n\r\n"
    assert ask(port, two)[0] == 403


@pytest.mark.parametrize(
    "path",
    [
        *("/%00", "/areas/%00.html", "/a%0d%0ab", "/%ff", "/%c3", "/..%5c..%5cmkdocs.yml"),
        *("/C:/Windows/win.ini", "/%7f", "http://evil.example/", "/" + "a" * 3000, "*", "areas"),
        "/livereload/" + "9" * 5000 + "/1",
    ],
    ids=lambda path: path[:30],
)
def test_what_is_no_address_of_a_page_is_refused(port: int, path: str) -> None:
    status, _, body = get(port, path)
    assert (status, body) == (400, b"This address cannot be that of a page.\n")


@pytest.mark.parametrize(
    "path", ["/nowhere.html", "/..%2f..%2fmkdocs.yml", "/%2e%2e/mkdocs.yml", "/%zz"]
)
def test_what_is_not_there_is_not_found(port: int, path: str) -> None:
    assert get(port, path)[0] == 404


@pytest.mark.parametrize(
    "method", ["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "get", "X"]
)
def test_other_methods_are_told_which_are_answered(port: int, method: str) -> None:
    status, headers, _ = get(port, "/areas/ashby.html", method=method)
    assert (status, headers["allow"]) == (405, "GET, HEAD")


@pytest.mark.parametrize("path", ["/", "/areas/ashby.html", "/data/graph.json", "/nowhere.html"])
def test_head_says_what_get_says_without_the_body(port: int, path: str) -> None:
    got, headers, body = get(port, path)
    status, same, nothing = get(port, path, method="HEAD")
    assert (status, nothing) == (got, b"")
    assert body != b""
    assert same["content-type"] == headers["content-type"]


@pytest.mark.parametrize(
    ("host", "bound", "refused"),
    [
        ("192.0.2.7:8000", EVERYWHERE, False),
        ("[2001:db8::1]", "::", False),
        (socket.gethostname(), EVERYWHERE, False),
        ("evil.example", EVERYWHERE, True),
        ("academy.local:8000", "academy.local", False),
        ("evil.example", "academy.local", True),
    ],
)
def test_who_serves_on_a_network_is_reached_by_address_or_by_the_name_given(
    host: str, bound: str, refused: bool
) -> None:
    assert (refusal_of("GET", "/", [host], bound) is not None) is refused
