"""Who is compared, and the bars that a build must keep."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tests.bench.speed.results import Run

OURS = "Academy"
MKDOCS = "MkDocs + Material"
HUGO = "Hugo"
FULL_HUGO = "Hugo, fuller"
ELEVENTY = "Eleventy + Pagefind"
FULL_ELEVENTY = "Eleventy + Pagefind, fuller"
COLD, BUILD, SERVE = "cold", "build", "serve"
TEXT, TITLE, STAGE = "a changed text", "a changed title", "a changed stage"
ADDED, REMOVED = "a record added", "a record removed"
MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Ratio:
    """Ours divided by a peer's, for academies of one size, is at most `most`."""

    peer: str
    records: int
    what: str
    of: Callable[[Run], float]
    most: float


@dataclass(frozen=True, slots=True)
class Limit:
    """Ours, for academies of one size, is at most `most`; `shown` gives both in their unit."""

    records: int
    what: str
    of: Callable[[Run], float]
    most: float
    shown: Callable[[float], str]


def wall(run: Run) -> float:
    """Seconds on the clock."""
    return run.wall


def processor(run: Run) -> float:
    """Seconds of processors."""
    return run.processor


def memory(run: Run) -> float:
    """The peak of memory in bytes."""
    return run.memory


def files(run: Run) -> float:
    """How many files a site has."""
    return run.files


def size(run: Run) -> float:
    """The bytes of a site."""
    return run.size


def _megabytes(value: float) -> str:
    return f"{value / MEGABYTE:,.0f} MB"


def in_seconds(value: float) -> str:
    """Seconds in words."""
    return f"{value:.2f} s"


def _count(value: float) -> str:
    return f"{value:,.0f}"


RATIOS = (
    Ratio(MKDOCS, 10_000, "time", wall, 1 / 3),
    Ratio(FULL_HUGO, 10_000, "time", wall, 3),
    Ratio(FULL_ELEVENTY, 10_000, "time", wall, 1),
    # plain Hugo needs less memory than the fuller one
    Ratio(HUGO, 10_000, "memory", memory, 1 / 2),
)
# for a machine with two processors
LIMITS = (
    Limit(10_000, "time", wall, 20, in_seconds),
    Limit(10_000, "processor time", processor, 32, in_seconds),
    Limit(10_000, "memory", memory, 620 * MEGABYTE, _megabytes),
    Limit(10_000, "size of the site", size, 340 * MEGABYTE, _megabytes),
    Limit(10_000, "files of the site", files, 12_500, _count),
    Limit(50_000, "memory", memory, 2_000 * MEGABYTE, _megabytes),
)
# records, the way, the edit, and the most seconds until it is seen
CHANGES = (
    *((1_000, BUILD, edit, 0.7) for edit in (TEXT, TITLE, STAGE)),
    (10_000, BUILD, TEXT, 3.0),
    (10_000, BUILD, TITLE, 5.0),
    (10_000, BUILD, STAGE, 5.0),
    (10_000, SERVE, TEXT, 1.0),
)
GROWTH = (1_000, 10_000, 12.0)
