"""The bars that a build must keep, and whether it keeps them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tests.bench.speed.results import Results, Run

OURS = "Academy"
MKDOCS = "MkDocs + Material"
HUGO = "Hugo"
ELEVENTY = "Eleventy + Pagefind"
COLD, BUILD, SERVE = "cold", "build", "serve"
MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Ratio:
    """Ours divided by a peer's, for academies of one size, is at most `most`."""

    peer: str
    records: int
    what: str
    of: Callable[[Run], float]
    most: float


def wall(run: Run) -> float:
    """Seconds on the clock."""
    return run.wall


def memory(run: Run) -> float:
    """The peak of memory in bytes."""
    return run.memory


RATIOS = (
    Ratio(MKDOCS, 1_000, "time", wall, 1 / 5),
    Ratio(MKDOCS, 10_000, "time", wall, 1 / 10),
    Ratio(HUGO, 10_000, "time", wall, 1 / 2),
    Ratio(HUGO, 10_000, "memory", memory, 1 / 4),
    Ratio(ELEVENTY, 10_000, "time", wall, 1 / 3),
)
# records, the way, and the most seconds until a changed record is seen
CHANGES = ((10_000, SERVE, 1.0), (10_000, BUILD, 3.0))
GROWTH = (1_000, 10_000, 12.0)
MEMORY = (50_000, 2_000 * MEGABYTE)


@dataclass(frozen=True, slots=True)
class Median:
    """A builder over all rounds; `ours` is our time on the clock divided by its."""

    builder: str
    records: int
    wall: float
    processor: float
    memory: float
    files: float
    size: float
    ours: float | None


@dataclass(frozen=True, slots=True)
class Verdict:
    """A bar, what was found, and how both read."""

    bar: str
    value: float
    most: float
    measured: str
    allowed: str

    @property
    def is_met(self) -> bool:
        """Whether what was found is within the bar."""
        return self.value <= self.most


def verdicts(results: Results) -> tuple[Verdict, ...]:
    """Each bar for which there are figures."""
    return (*_ratios(results), *_growth(results), *_changes(results), *_memory(results))


def ratio(results: Results, bar: Ratio) -> float | None:
    """Ours divided by the peer's; None where one of them was not run."""
    own = results.middle(OURS, bar.records, bar.of)
    other = results.middle(bar.peer, bar.records, bar.of)
    return own / other if own is not None and other else None


def medians(results: Results) -> tuple[Median, ...]:
    """Every builder at every size, smallest first, in the order in which they took turns."""
    return tuple(
        _median(results, name, records)
        for records in results.sizes()
        for name in results.builders(records)
    )


def _median(results: Results, name: str, records: int) -> Median:
    def middle(what: str) -> float:
        return results.middle(name, records, lambda run: float(getattr(run, what))) or 0.0

    own, seconds = results.middle(OURS, records, wall), middle("wall")
    return Median(
        name,
        records,
        seconds,
        middle("processor"),
        middle("memory"),
        middle("files"),
        middle("size"),
        own / seconds if own and seconds else None,
    )


def _ratios(results: Results) -> Iterator[Verdict]:
    for bar in RATIOS:
        value = ratio(results, bar)
        if value is not None:
            what = f"{bar.what} beside {bar.peer}, {bar.records:,} records"
            yield Verdict(what, value, bar.most, f"{value:.2f} of it", f"{bar.most:.2f} of it")


def _growth(results: Results) -> Iterator[Verdict]:
    fewer, more, most = GROWTH
    before, after = (results.middle(OURS, records, wall) for records in (fewer, more))
    if before and after:
        value = after / before
        what = f"time at {more:,} records beside that at {fewer:,}"
        yield Verdict(what, value, most, f"{value:.1f} times", f"{most:g} times")


def _changes(results: Results) -> Iterator[Verdict]:
    for records, way, most in CHANGES:
        value = results.changed(records, way)
        if value is not None:
            what = f"one record changed, {way}, {records:,} records"
            yield Verdict(what, value, most, f"{value:.2f} s", f"{most:g} s")


def _memory(results: Results) -> Iterator[Verdict]:
    records, most = MEMORY
    value = results.middle(OURS, records, memory)
    if value is not None:
        actual, allowed = (f"{one / MEGABYTE:,.0f} MB" for one in (value, most))
        yield Verdict(f"memory, {records:,} records", value, most, actual, allowed)
