"""What a command costs: time, processor time and memory of it and of all that it starts."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

# seconds between two looks at the memory: often enough for a peak, seldom enough to cost nothing
_PAUSE = 0.1
_PAGE = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096
_PROC = Path("/proc")


class RunError(Exception):
    """A command that was measured failed; says which, and the end of what it printed."""


@dataclass(frozen=True, slots=True)
class Step:
    """A command, the folder it runs in, and what it needs in its environment."""

    words: tuple[str, ...]
    folder: Path
    needs: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds on the clock, seconds of processors, and the peak of memory in bytes.

    `others` are the processor seconds that the rest of the machine spent meanwhile.
    """

    wall: float
    processor: float
    memory: int
    others: float


def run(steps: Sequence[Step], log: Path) -> Cost:
    """Run steps one after another: their times together, and the highest peak.

    What they print goes to `log`. Raises RunError when one fails.
    """
    costs = [_run(step, log) for step in steps]
    return Cost(
        sum(cost.wall for cost in costs),
        sum(cost.processor for cost in costs),
        max(cost.memory for cost in costs),
        sum(cost.others for cost in costs),
    )


def _run(step: Step, log: Path) -> Cost:
    with log.open("wb") as output:
        start, worked = time.perf_counter(), _worked()
        process = subprocess.Popen(
            step.words,
            cwd=step.folder,
            env={**os.environ, **step.needs},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        peak = _Peak(process.pid)
        peak.start()
        _, status, used = os.wait4(process.pid, 0)
        wall, worked = time.perf_counter() - start, _worked() - worked
        process.returncode = os.waitstatus_to_exitcode(status)
    peak.stop()
    if process.returncode:
        end = log.read_text(encoding="utf-8", errors="replace")[-2000:]
        raise RunError(f"{' '.join(step.words)} ended with {process.returncode}:\n{end}")
    processor = used.ru_utime + used.ru_stime
    return Cost(wall, processor, peak.bytes, max(0.0, worked - processor))


class _Peak(threading.Thread):
    """Looks at the memory of a process and its children until it is stopped."""

    def __init__(self, process: int) -> None:
        super().__init__(daemon=True)
        self.bytes = 0
        self._process = process
        self._over = threading.Event()

    def run(self) -> None:
        while not self._over.wait(_PAUSE):
            self.bytes = max(self.bytes, memory_of(tree(self._process)))

    def stop(self) -> None:
        """Look no more."""
        self._over.set()
        self.join()


def tree(process: int) -> tuple[int, ...]:
    """A process and all below it that still live; the process alone where /proc says nothing."""
    return process, *(one for child in _children(process) for one in tree(child))


def _children(process: int) -> Iterator[int]:
    try:
        for thread in (_PROC / str(process) / "task").iterdir():
            yield from map(int, (thread / "children").read_text().split())
    except OSError:
        return


def memory_of(processes: Sequence[int]) -> int:
    """Bytes that processes hold in memory; 0 where the system does not say.

    What several share is counted once (PSS). One alone is asked for its RSS, which is the same
    for it but for system libraries, and which the system need not add up page by page.
    """
    if len(processes) == 1:
        return _resident(processes[0])
    return sum(_shared_out(one) or _resident(one) for one in processes)


def _resident(process: int) -> int:
    try:
        return int((_PROC / str(process) / "statm").read_text().split()[1]) * _PAGE
    except (OSError, IndexError):
        return 0


def _shared_out(process: int) -> int:
    try:
        for line in (_PROC / str(process) / "smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    except OSError:
        return 0
    return 0


def _worked() -> float:
    """Processor seconds that the whole machine has spent so far; 0 where it does not say."""
    try:
        first = (_PROC / "stat").read_text().partition("\n")[0]
    except OSError:
        return 0.0
    user, nice, system, _idle, _waiting, *rest = map(int, first.split()[1:9])
    return (user + nice + system + sum(rest)) / os.sysconf("SC_CLK_TCK")


def supported() -> bool:
    """Whether this system tells what a child and all below it have used."""
    return hasattr(os, "wait4")
