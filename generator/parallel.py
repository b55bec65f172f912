"""Work that can be cut into jobs, done by every processor where the system allows it.

On Linux a process can be forked: each worker then starts with all that this one has read, and only
results go from one to another. Elsewhere a worker would have to read everything again, which takes
longer than it saves, so the jobs are done here, one after the other. The results are the same.
"""

from __future__ import annotations

import ctypes
import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import Any, TypeVar

J = TypeVar("J")
R = TypeVar("R")

# https://man7.org/linux/man-pages/man2/prctl.2.html
_PR_SET_PDEATHSIG = 1
# bytes that a build may take in all: what a laptop of 4 GB has to spare
_ROOM = 2_000_000_000
# what a worker comes to by and by beside the process that it was forked from, as a share of that
_GROWTH = 1.5
# where there is no room for it, workers end after so many jobs and others begin: they come to less
_JOBS_A_ROUND, _GROWTH_IN_A_ROUND = 20, 0.8


def parallel_map(do: Callable[[J], R], jobs: Sequence[J]) -> Iterator[R]:
    """What `do` gives for each job, in the order of the jobs. Whatever it raises is raised here.

    Jobs must not depend on one another, nor on anything that another one changes. Raises OSError
    when a worker is killed, as a system that is out of memory does.
    """
    workers = min(processor_count(), len(jobs))
    # a copy of a process has none of its other threads, and keeps what they had locked
    if workers < 2 or threading.active_count() > 1:
        yield from map(do, jobs)
        return
    room = _room()
    if workers * _GROWTH <= room:
        yield from _round(workers, do, jobs)
        return
    # one worker alone is no faster, but what it needed is free again when it ends
    workers = min(workers, max(int(room / _GROWTH_IN_A_ROUND), 1))
    for some in batches(jobs, _JOBS_A_ROUND):
        yield from _round(workers, do, some)


def _round(workers: int, do: Callable[[J], R], jobs: Sequence[J]) -> Iterator[R]:
    forked = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(workers, forked, _begin, (os.getpid(), do, jobs)) as pool:
        try:
            yield from pool.map(_do, range(len(jobs)))
        except BrokenProcessPool:
            raise OSError("one of its processes was stopped; is there enough memory?") from None
        finally:
            pool.shutdown(cancel_futures=True)


@contextmanager
def gc_paused() -> Iterator[None]:
    """Nothing is looked through for what is no longer needed: while a site is built nearly all that
    is made stays, and looking takes a quarter of the time.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def freeze_objects() -> None:
    """What is there now stays, and need not be looked through again for what is not needed."""
    gc.collect()
    gc.freeze()


def batches(some: Sequence[J], size: int) -> list[Sequence[J]]:
    """A sequence cut into pieces of at most `size`."""
    return [some[start : start + size] for start in range(0, len(some), size)]


def processor_count() -> int:
    """How many processes can work at once: those that this one may use; one where none can fork."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1


def _room() -> float:
    """How often this process would fit into what is left of `_ROOM`. A worker shares what it was
    forked from, but only until it looks at it: Python counts who holds a thing in the thing itself.
    """
    with open("/proc/self/statm", encoding="ascii") as file:
        mine = int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    return _ROOM / mine - 1


_work: list[Any] = []


def _begin(parent: int, do: Callable[[Any], Any], jobs: Sequence[Any]) -> None:
    # a worker must not outlive the build: it would write into the stage of the next one
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the build itself ends its workers
    gc.freeze()
    gc.enable()
    gc.set_threshold(50_000, 20, 50)
    _work[:] = [do, jobs]


def _do(number: int) -> Any:
    do, jobs = _work
    return do(jobs[number])
