"""How long it takes until a change to one record is seen."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

from tests.bench.speed.bars import BUILD, SERVE, TEXT
from tests.bench.speed.builders import Builder, needs_of
from tests.bench.speed.edits import EDITS, record_of
from tests.bench.speed.measure import RunError, run
from tests.bench.speed.results import Change

# seconds: the longest that a page may take, between two looks at it, and for a server to settle
_LONGEST, _LOOK, _SETTLE = 1_800.0, 0.02, 1.0


def built_again(builder: Builder, academy: Path, records: int, rounds: int) -> Iterator[Change]:
    """Make each edit to an academy that was built, and build it again, `rounds` times.

    The cache that one build leaves is there for the next one, as it is for those who write.
    """
    record = record_of(academy)
    log = academy.with_suffix(".log")
    for number in range(1, rounds + 1):
        for edit, make in EDITS.items():
            is_shown = make(record, number)
            cost = run(builder.steps, log)
            if not is_shown(builder.site):
                raise RunError(f"The site does not show that {record.url} was changed: {edit}.")
            yield Change(records, BUILD, edit, cost.wall, cost.processor)


def seen_in_serve(academy: Path, records: int, rounds: int) -> Iterator[Change]:
    """Serve an academy, change a record and look at its page until it shows, `rounds` times."""
    record = record_of(academy)
    with _serving(academy) as server:
        server.wait(record.url, "<main")
        for number in range(1, rounds + 1):
            time.sleep(_SETTLE)
            words = f"A summary that was changed to see how soon “serve” shows it, {number}."
            start = time.perf_counter()
            record.say(words)
            server.wait(record.url, words)
            yield Change(records, SERVE, TEXT, time.perf_counter() - start)


@dataclass(frozen=True, slots=True)
class _Server:
    """A server of an academy that runs, and the address of its site."""

    process: subprocess.Popen[bytes]
    base: str
    log: Path

    def wait(self, url: str, words: str) -> None:
        """Look at a page until it is there and holds `words`.

        Raises RunError after a long time, or when the server has ended.
        """
        end = time.perf_counter() + _LONGEST
        while words not in _page(self.base + url):
            if self.process.poll() is not None or time.perf_counter() > end:
                output = self.log.read_text(encoding="utf-8", errors="replace")[-2000:]
                raise RunError(f"{url} did not show “{words}”:\n{output}")
            time.sleep(_LOOK)


@contextmanager
def _serving(academy: Path) -> Iterator[_Server]:
    """A server of the academy, from its start to its end."""
    address = f"127.0.0.1:{_free_port()}"
    words = (sys.executable, "-m", "generator", "serve", "--address", address)
    log = academy.with_suffix(".log")
    # a server that is ended leaves its site behind, which goes with the benchmark's own folder
    needs = {**os.environ, **needs_of(academy), "TMPDIR": str(academy.parent)}
    with log.open("wb") as output:
        process = subprocess.Popen(
            words, cwd=academy, env=needs, stdout=output, stderr=subprocess.STDOUT
        )
        try:
            yield _Server(process, f"http://{address}/", log)
        finally:
            process.terminate()
            process.wait()


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def _page(url: str) -> str:
    """A page, or nothing when nobody answers yet."""
    try:
        with urlopen(url, timeout=_LONGEST) as answer:
            return str(answer.read().decode("utf-8"))
    except OSError:
        return ""
