"""`academy serve`: a change shows without a restart, and a fault is a page, not a dead server."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, expect

from tests.sites import copy_small

pytestmark = pytest.mark.browser


class Served(NamedTuple):
    """An academy that is being served. `known` is how much the log held when the test began."""

    project: Path
    address: str
    log: Path
    known: int = 0

    def messages(self) -> str:
        """What the server has said since the test began."""
        return self.log.read_text(encoding="utf-8")[self.known :]


@pytest.fixture(scope="module")
def running_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """One server for all tests of a module: it takes longer to start than to follow a change."""
    project = copy_small(tmp_path_factory.mktemp("served") / "small")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = project / "serve.log"
    with log.open("w", encoding="utf-8") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "generator", "serve", "--address", f"127.0.0.1:{port}"],
            cwd=project,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            served = Served(project, f"http://127.0.0.1:{port}", log)
            wait_until_up(served)
            yield served
        finally:
            process.terminate()
            process.wait(10)


# what the tests change
CHANGED = ("mkdocs.yml", "site_src/about.md", "registry/areas/ashby.yaml")


@pytest.fixture
def served(running_server: Served) -> Iterator[Served]:
    """The academy as it was at first, being served."""
    before = {
        running_server.project / name: (running_server.project / name).read_bytes()
        for name in CHANGED
    }
    yield running_server._replace(known=len(running_server.messages()))
    for file, content in before.items():
        if file.read_bytes() != content:
            file.write_bytes(content)
    wait_for(running_server, "areas/ashby.html", lambda page: "Ashby</h1>" in page)
    wait_for(running_server, "about.html", lambda page: "Why" in page)


def wait_until_up(served: Served) -> None:
    for _ in range(600):
        if "Serving on" in served.messages():
            return
        time.sleep(0.05)
    raise AssertionError(served.messages())


def test_a_change_a_fault_and_its_mending_all_show(browser: Browser, served: Served) -> None:
    area = served.project / "registry" / "areas" / "ashby.yaml"
    sound = area.read_text(encoding="utf-8")
    page = browser.new_page()
    page.goto(f"{served.address}/areas/ashby.html")
    expect(page.get_by_role("heading", level=1)).to_have_text("Ashby")

    area.write_text(sound.replace("title: Ashby", "title: New Ashby"), encoding="utf-8")
    expect(page.get_by_role("heading", level=1)).to_have_text("New Ashby", timeout=15_000)

    area.write_text(sound + "nonsense: yes\n", encoding="utf-8")
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_have_text("There is a problem with some records", timeout=15_000)
    expect(page.get_by_text("“nonsense” is not a field that you can use here.")).to_be_visible()
    line = sound.count("\n") + 1
    expect(page.get_by_text(f"registry/areas/ashby.yaml:{line}:1")).to_be_visible()

    area.write_text(sound, encoding="utf-8")
    expect(page.get_by_role("heading", level=1)).to_have_text("Ashby", timeout=15_000)
    page.close()
    log = served.messages()
    assert f"registry/areas/ashby.yaml:{line}:1: error M202" in log
    assert "Traceback" not in log


def test_settings_that_change_run_no_code(served: Served) -> None:
    settings, made = served.project / "mkdocs.yml", served.project / "made-by-code"
    sound = settings.read_text(encoding="utf-8")
    settings.write_text(f'{sound}x: !!python/object/apply:os.mkdir ["{made}"]\n', encoding="utf-8")
    wait_for(served, "about.html", lambda page: "mkdocs.yml" in page)
    assert not made.exists()
    settings.write_text(sound, encoding="utf-8")
    wait_for(served, "about.html", lambda page: "mkdocs.yml" not in page)


def get(served: Served, url: str) -> str:
    """What stands at an address; empty where nothing does."""
    try:
        with urlopen(f"{served.address}/{url}") as answer:
            return str(answer.read().decode("utf-8"))
    except HTTPError as error:
        if error.code != 404:
            raise
        return ""


def wait_for(served: Served, url: str, sign: Callable[[str], bool]) -> str:
    for _ in range(300):
        if sign(text := get(served, url)):
            return text
        time.sleep(0.05)
    raise AssertionError(f"{url} did not change\n{served.messages()}")


def test_a_change_shows_wherever_it_stands(served: Served) -> None:
    about = served.project / "site_src" / "about.md"
    about.write_text("# About\n\nSee [[ashby]].\n", encoding="utf-8")
    wait_for(served, "about.html", lambda page: '">Ashby</a>' in page)
    assert "Northby" not in get(served, "areas/index.html")

    area = served.project / "registry" / "areas" / "ashby.yaml"
    sound = area.read_text(encoding="utf-8")
    area.write_text(sound.replace("title: Ashby", "title: Northby"), encoding="utf-8")
    wait_for(served, "areas/ashby.html", lambda page: "<h1" in page and "Northby" in page)
    # where others name it, in what a person wrote by hand, in data and in the search
    for url in ("areas/index.html", "areas/vale.html", "about.html", "data/records.json"):
        assert "Northby" in get(served, url), url
    assert any("Northby" in get(served, f"find/d{number}.js") for number in range(9))


def test_what_is_new_or_gone_is_served_or_not(served: Served) -> None:
    added = served.project / "registry" / "areas" / "newby.yaml"
    added.write_text("title: Newby\ntype: borough\n", encoding="utf-8")
    wait_for(served, "areas/newby.html", lambda page: "Newby" in page)
    assert "Newby" in get(served, "areas/index.html")
    added.unlink()
    wait_for(served, "areas/index.html", lambda page: "Newby" not in page)
    assert "Newby" not in get(served, "areas/newby.html")


def test_nothing_is_built_again_without_a_change(served: Served) -> None:
    area = served.project / "registry" / "areas" / "ashby.yaml"
    sound = area.read_text(encoding="utf-8")
    area.write_text(sound.replace("title: Ashby", "title: Northby"), encoding="utf-8")
    wait_for(served, "areas/ashby.html", lambda page: "Northby" in page)
    time.sleep(0.5)
    before = served.messages().count("Detected file changes")
    time.sleep(1)
    assert served.messages().count("Detected file changes") == before > 0
    assert "error" not in served.messages()
