"""Run jobs in parallel on all processors, on Linux.

Workers are forked, so that they start with all that this process has read, and only results are
pickled. Elsewhere workers would have to read everything again, which takes longer than it saves, so
the jobs run in this process. The results are the same.
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
# Bytes that a build may use in total: what a laptop with 4 GB has to spare.
_MEMORY_LIMIT = 2_000_000_000
# Memory growth of a worker, as a multiple of its parent.
_GROWTH = 1.5
# Where memory is short, workers are replaced after so many jobs, and grow less.
_JOBS_A_ROUND, _GROWTH_IN_A_ROUND = 20, 0.8


def parallel_map(do: Callable[[J], R], jobs: Sequence[J]) -> Iterator[R]:
    """Yield `do(job)` for each job, in order. Exceptions of `do` are raised here.

    Jobs must not depend on one another, nor on state that others change. Raises OSError when a
    worker is killed, as happens when the system is out of memory.
    """
    workers = min(processor_count(), len(jobs))
    # A forked process has no other threads, but keeps the locks that they held.
    if workers < 2 or threading.active_count() > 1:
        yield from map(do, jobs)
        return
    copies = _copies_that_fit()
    if workers * _GROWTH <= copies:
        yield from _run_workers(workers, do, jobs)
        return
    # A single worker is no faster, but frees its memory when it ends.
    workers = min(workers, max(int(copies / _GROWTH_IN_A_ROUND), 1))
    for batch in batches(jobs, _JOBS_A_ROUND):
        yield from _run_workers(workers, do, batch)


def _run_workers(workers: int, do: Callable[[J], R], jobs: Sequence[J]) -> Iterator[R]:
    forked = multiprocessing.get_context("fork")
    try:
        made = ProcessPoolExecutor(workers, forked, _begin, (os.getpid(), do, jobs))
    except OSError:  # a locked container can have no shared memory to write to
        yield from map(do, jobs)
        return
    with made as pool:
        try:
            yield from pool.map(_do, range(len(jobs)))
        except BrokenProcessPool:
            raise OSError("one of its processes was stopped; is there enough memory?") from None
        finally:
            pool.shutdown(cancel_futures=True)


@contextmanager
def gc_paused() -> Iterator[None]:
    """Turn the garbage collector off.

    While a site is built, nearly all allocations live until the end, and collecting takes a quarter
    of the time.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def freeze_objects() -> None:
    """Collect garbage, and exclude all present objects from later collections."""
    gc.collect()
    gc.freeze()


def batches(items: Sequence[J], size: int) -> list[Sequence[J]]:
    """Return a sequence cut into slices of at most `size` items."""
    return [items[start : start + size] for start in range(0, len(items), size)]


def processor_count() -> int:
    """Return how many processors this process may use on Linux; 1 elsewhere."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1


def _copies_that_fit() -> float:
    """Return how many copies of this process fit into what is left of `_MEMORY_LIMIT`.

    A worker shares memory with its parent only until it uses the objects there: Python stores
    reference counts in the objects, so that use copies them.
    """
    with open("/proc/self/statm", encoding="ascii") as file:
        used_bytes = int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    return _MEMORY_LIMIT / used_bytes - 1


_work: list[Any] = []


def _begin(parent: int, do: Callable[[Any], Any], jobs: Sequence[Any]) -> None:
    # A worker must not outlive the build, or it would write into the stage of the next one.
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent ends its workers
    gc.freeze()
    gc.enable()
    gc.set_threshold(50_000, 20, 50)
    _work[:] = [do, jobs]


def _do(number: int) -> Any:
    do, jobs = _work
    return do(jobs[number])
