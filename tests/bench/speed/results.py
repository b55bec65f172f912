"""What a run of the benchmark found, as it is kept in a JSON file."""

from __future__ import annotations

import os
import platform
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from statistics import median


@dataclass(frozen=True, slots=True)
class Machine:
    """Where and when it was run. `storage` is the sort of file system that all was written to."""

    processors: int
    system: str
    python: str
    day: str
    storage: str


@dataclass(frozen=True, slots=True)
class Run:
    """One cold build. Seconds and bytes; `others` is how many processors the rest of the machine
    kept busy meanwhile, `pages` how many of the files are HTML."""

    builder: str
    records: int
    number: int
    wall: float
    processor: float
    memory: int
    pages: int
    files: int
    size: int
    others: float


@dataclass(frozen=True, slots=True)
class Change:
    """A change to one record, `edit`, and the seconds until the site showed it, by `way` (“build”
    or “serve”). `processor` are the processor seconds of a build."""

    records: int
    way: str
    edit: str
    seconds: float
    processor: float | None = None


@dataclass(frozen=True, slots=True)
class Stage:
    """What a part of our build took, in seconds, by `way` (“cold”, or “build” once more)."""

    records: int
    way: str
    name: str
    seconds: float


@dataclass(frozen=True)
class Results:
    """All of a run: nothing in it is worked out but by the methods.

    `versions` are the peers' programs with their versions, `left_out` what could not be measured
    and why, `reader` the lines of the benchmarks of what readers do.
    """

    machine: Machine
    versions: tuple[str, ...] = ()
    runs: tuple[Run, ...] = ()
    changes: tuple[Change, ...] = ()
    stages: tuple[Stage, ...] = ()
    left_out: tuple[str, ...] = ()
    reader: tuple[str, ...] = ()

    def plus(
        self,
        runs: Iterable[Run] = (),
        changes: Iterable[Change] = (),
        stages: Iterable[Stage] = (),
        reader: Iterable[str] = (),
    ) -> Results:
        """These results with more."""
        return replace(
            self,
            runs=(*self.runs, *runs),
            changes=(*self.changes, *changes),
            stages=(*self.stages, *stages),
            reader=(*self.reader, *reader),
        )

    def sizes(self) -> tuple[int, ...]:
        """The numbers of records that were built, smallest first."""
        return tuple(sorted({run.records for run in self.runs}))

    def builders(self, records: int) -> tuple[str, ...]:
        """Who built an academy of this size, in order."""
        return tuple(dict.fromkeys(run.builder for run in self.runs if run.records == records))

    def middle(self, builder: str, records: int, of: Callable[[Run], float]) -> float | None:
        """The median over the rounds, or None when it was not run."""
        wanted = builder, records
        return _middle(of(run) for run in self.runs if (run.builder, run.records) == wanted)

    def changed(self, records: int, way: str, edit: str) -> float | None:
        """The median seconds until an edit was seen, or None."""
        return _middle(one.seconds for one in self._changes(records, way, edit))

    def rebuilt(self, records: int, edit: str) -> float | None:
        """The median processor seconds of building again after an edit, or None."""
        seconds = (one.processor for one in self._changes(records, "build", edit))
        return _middle(one for one in seconds if one is not None)

    def _changes(self, records: int, way: str, edit: str) -> Iterator[Change]:
        wanted = records, way, edit
        return (one for one in self.changes if (one.records, one.way, one.edit) == wanted)


def _middle(values: Iterable[float]) -> float | None:
    every = [*values]
    return median(every) if every else None


def this_machine() -> Machine:
    """The machine that this runs on, today."""
    return Machine(
        len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1,
        f"{platform.system()} {platform.machine()}",
        platform.python_version(),
        datetime.now(UTC).date().isoformat(),
        _storage(Path(tempfile.gettempdir()).resolve()),
    )


def _storage(folder: Path) -> str:
    """The sort of file system that a folder lies on, as `/proc/mounts` calls it."""
    mounts = Path("/proc/mounts")
    lines = mounts.read_text("utf-8").splitlines() if mounts.exists() else []
    rows = [line.split() for line in lines]
    sorts = {Path(where): sort for _, where, sort, *_ in rows}
    return next((sorts[one] for one in (folder, *folder.parents) if one in sorts), "unknown")
