"""Work spread over processes gives what one gives, in its order, and leaves nobody behind."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from generator.parallel import batches, parallel_map
from tests.conftest import PROJECT

# a process of its own: one with threads, as that of a test runner has, is never forked
_START = """
import os, pathlib, signal, sys, time
from generator import parallel
from generator.parallel import parallel_map
parallel.processor_count = lambda: 2
"""
linux = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is one process")


def program(text: str, *words: str) -> list[str]:
    return [sys.executable, "-c", _START + text, *words]


def message_line(text: str) -> str:
    done = subprocess.run(program(text), cwd=PROJECT, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


def test_results_come_in_the_order_of_the_jobs() -> None:
    text = (
        "print(list(parallel_map(lambda job: time.sleep(0.05 * (job == 0)) or job * 10, range(6))))"
    )
    assert message_line(text) == "[0, 10, 20, 30, 40, 50]\n"


@linux
def test_the_jobs_are_done_by_other_processes() -> None:
    assert (
        message_line("print(os.getpid() in parallel_map(lambda _: os.getpid(), range(4)))")
        == "False\n"
    )


def test_one_job_is_done_here() -> None:
    assert list(parallel_map(lambda _: os.getpid(), [1])) == [os.getpid()]
    assert list(parallel_map(lambda _: os.getpid(), [])) == []


def test_a_process_with_threads_is_not_forked() -> None:
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    try:
        assert set(parallel_map(lambda _: os.getpid(), range(4))) == {os.getpid()}
    finally:
        stop.set()
        thread.join()


def test_what_a_job_raises_is_raised_here() -> None:
    text = """
def fail(job):
    if job == 2:
        raise OSError(28, "No space left on device", "page.html")
try:
    list(parallel_map(fail, range(5)))
except OSError as error:
    print(error.errno, error.filename)
"""
    assert message_line(text) == "28 page.html\n"


@linux
def test_a_worker_that_is_killed_is_an_error_in_plain_words() -> None:
    text = """
try:
    list(parallel_map(lambda _: os.kill(os.getpid(), signal.SIGKILL), range(3)))
except OSError as error:
    print(error)
"""
    assert message_line(text) == "one of its processes was stopped; is there enough memory?\n"


@linux
def test_no_worker_outlives_a_build_that_is_killed(tmp_path: Path) -> None:
    text = """
def work(job):
    pathlib.Path(sys.argv[1], str(os.getpid())).touch()
    time.sleep(60)
list(parallel_map(work, range(2)))
"""
    build = subprocess.Popen(program(text, str(tmp_path)), cwd=PROJECT)
    while len(list(tmp_path.iterdir())) < 2:
        time.sleep(0.02)
    build.kill()
    build.wait()
    ends = time.monotonic() + 10
    while any(Path("/proc", one.name, "cmdline").exists() for one in tmp_path.iterdir()):
        assert time.monotonic() < ends, "a worker goes on after its build was killed"
        time.sleep(0.02)


@linux
def test_where_there_is_room_workers_stay_to_the_end() -> None:
    text = "print(len(set(parallel_map(lambda _: os.getpid(), range(200)))) <= 2)"
    assert message_line(text) == "True\n"


@linux
def test_where_memory_is_short_workers_end_soon() -> None:
    text = """
kept = bytearray(os.urandom(1)) * 600_000_000
done = list(parallel_map(lambda job: (job, os.getpid()), range(200)))
print([job for job, _ in done] == list(range(200)))
rounds = [{worker for _, worker in done[start:start + 20]} for start in range(0, 200, 20)]
print(set.intersection(*rounds), any(os.getpid() in one for one in rounds))
"""
    assert message_line(text) == "True\nset() False\n"


@linux
def test_where_there_is_room_for_one_more_process_only_one_works() -> None:
    text = """
kept = bytearray(os.urandom(1)) * 1_500_000_000
done = set(parallel_map(lambda _: os.getpid(), range(20)))
print(len(done), os.getpid() in done)
"""
    assert message_line(text) == "1 False\n"


def test_batches_hold_everything_once() -> None:
    assert [list(one) for one in batches(range(7), 3)] == [[0, 1, 2], [3, 4, 5], [6]]
    assert batches((), 3) == []
