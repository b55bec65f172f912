"""What each builder needed in the middle of its rounds, and whether ours keeps the bars."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tests.bench.speed.bars import (
    CHANGES,
    GROWTH,
    LIMITS,
    OURS,
    RATIOS,
    Ratio,
    in_seconds,
    wall,
)
from tests.bench.speed.results import Results


@dataclass(frozen=True, slots=True)
class Median:
    """A builder over all rounds; `ours` is our time on the clock divided by its."""

    builder: str
    records: int
    wall: float
    processor: float
    memory: float
    pages: float
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
    return (*_ratios(results), *_limits(results), *_growth(results), *_changes(results))


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
        middle("pages"),
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


def _limits(results: Results) -> Iterator[Verdict]:
    for bar in LIMITS:
        value = results.middle(OURS, bar.records, bar.of)
        if value is not None:
            what = f"{bar.what}, {bar.records:,} records"
            yield Verdict(what, value, bar.most, bar.shown(value), bar.shown(bar.most))


def _growth(results: Results) -> Iterator[Verdict]:
    fewer, more, most = GROWTH
    before, after = (results.middle(OURS, records, wall) for records in (fewer, more))
    if before and after:
        value = after / before
        what = f"time at {more:,} records beside that at {fewer:,}"
        yield Verdict(what, value, most, f"{value:.1f} times", f"{most:g} times")


def _changes(results: Results) -> Iterator[Verdict]:
    for records, way, edit, most in CHANGES:
        value = results.changed(records, way, edit)
        if value is not None:
            what = f"{way} after {edit}, {records:,} records"
            yield Verdict(what, value, most, in_seconds(value), in_seconds(most))
