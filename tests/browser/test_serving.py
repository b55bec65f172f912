"""`academy serve`: a change shows without a restart, and a fault is a page, not a dead server."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, expect

pytestmark = pytest.mark.browser


class Served(NamedTuple):
    """An academy that is being served."""

    project: Path
    address: str
    log: Path


@pytest.fixture
def served(small_project: Path) -> Iterator[Served]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = small_project / "serve.log"
    with log.open("w", encoding="utf-8") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "generator", "serve", "--address", f"127.0.0.1:{port}"],
            cwd=small_project,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            yield Served(small_project, f"http://127.0.0.1:{port}", log)
        finally:
            process.terminate()
            process.wait(10)


def wait_until_up(served: Served) -> None:
    for _ in range(600):
        if "Serving on" in served.log.read_text(encoding="utf-8"):
            return
        time.sleep(0.05)
    raise AssertionError(served.log.read_text(encoding="utf-8"))


def test_a_change_a_fault_and_its_mending_all_show(browser: Browser, served: Served) -> None:
    wait_until_up(served)
    area = served.project / "registry" / "areas" / "ashby.yaml"
    sound = area.read_text(encoding="utf-8")
    page = browser.new_page()
    page.goto(f"{served.address}/areas/ashby.html")
    expect(page.get_by_role("heading", level=1)).to_have_text("Ashby")

    area.write_text(sound.replace("title: Ashby", "title: New Ashby"), encoding="utf-8")
    expect(page.get_by_role("heading", level=1)).to_have_text("New Ashby", timeout=15_000)

    area.write_text(sound + "nonsense: yes\n", encoding="utf-8")
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_have_text(
        "Some records need mending before the site can be shown", timeout=15_000
    )
    expect(page.get_by_text("“nonsense” is not a field here.")).to_be_visible()
    line = sound.count("\n") + 1
    expect(page.get_by_text(f"registry/areas/ashby.yaml:{line}:1")).to_be_visible()

    area.write_text(sound, encoding="utf-8")
    expect(page.get_by_role("heading", level=1)).to_have_text("Ashby", timeout=15_000)
    page.close()
    log = served.log.read_text(encoding="utf-8")
    assert f"registry/areas/ashby.yaml:{line}:1: error M202" in log
    assert "Traceback" not in log
