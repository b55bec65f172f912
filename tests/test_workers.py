"""Work spread over processes gives what one gives, in its order, and leaves nobody behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator import workers
from generator.workers import batches, spread
from tests.conftest import PROJECT

needs_two = pytest.mark.skipif(
    sys.platform != "linux", reason="elsewhere everything is done in one process"
)


@pytest.fixture(autouse=True)
def two_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "processors", lambda: 2)


def test_results_come_in_the_order_of_the_jobs() -> None:
    def slow_first(job: int) -> tuple[int, int]:
        time.sleep(0.05 if job == 0 else 0)
        return job * 10, os.getpid()

    found = list(spread(slow_first, range(8)))
    assert [number for number, _ in found] == [0, 10, 20, 30, 40, 50, 60, 70]


@needs_two
def test_the_jobs_are_done_by_other_processes() -> None:
    assert os.getpid() not in set(spread(lambda _: os.getpid(), range(4)))


def test_one_job_is_done_here() -> None:
    assert list(spread(lambda _: os.getpid(), [1])) == [os.getpid()]
    assert list(spread(lambda _: os.getpid(), [])) == []


def test_what_a_job_raises_is_raised_here() -> None:
    def fail(job: int) -> int:
        if job == 2:
            raise OSError(28, "No space left on device", "page.html")
        return job

    with pytest.raises(OSError, match="No space left on device") as caught:
        list(spread(fail, range(5)))
    assert (caught.value.errno, caught.value.filename) == (28, "page.html")


@needs_two
def test_a_worker_that_is_killed_is_an_error_in_plain_words() -> None:
    with pytest.raises(OSError, match="is there enough memory"):
        list(spread(lambda _: os.kill(os.getpid(), signal.SIGKILL), range(3)))


@needs_two
def test_no_worker_outlives_a_build_that_is_killed(tmp_path: Path) -> None:
    program = (
        "import os, time, pathlib, sys\n"
        "from generator import workers\n"
        "workers.processors = lambda: 2\n"
        "def work(job):\n"
        "    pathlib.Path(sys.argv[1], str(os.getpid())).touch()\n"
        "    time.sleep(60)\n"
        "list(workers.spread(work, range(2)))\n"
    )
    build = subprocess.Popen([sys.executable, "-c", program, str(tmp_path)], cwd=PROJECT)
    while len(list(tmp_path.iterdir())) < 2:
        time.sleep(0.02)
    build.kill()
    build.wait()
    pids = [int(file.name) for file in tmp_path.iterdir()]
    ends = time.monotonic() + 10
    while any(Path("/proc", str(pid), "cmdline").exists() for pid in pids):
        assert time.monotonic() < ends, "a worker goes on after its build was killed"
        time.sleep(0.02)


def test_batches_hold_everything_once() -> None:
    assert [list(one) for one in batches(range(7), 3)] == [[0, 1, 2], [3, 4, 5], [6]]
    assert batches((), 3) == []
