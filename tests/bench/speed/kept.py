"""The JSON file of a run: every figure as measured, and what was worked out from them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter

from tests.bench.speed.judge import Median, Verdict, medians, verdicts
from tests.bench.speed.results import Results


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar as it was found."""

    bar: str
    measured: str
    allowed: str
    value: float
    most: float
    met: bool


@dataclass(frozen=True, slots=True)
class Kept:
    """What stands in the file."""

    results: Results
    medians: tuple[Median, ...]
    bars: tuple[Bar, ...]


_KEPT = TypeAdapter(Kept)


def keep(results: Results, file: Path) -> None:
    """Write a run to a file."""
    bars = tuple(map(_bar, verdicts(results)))
    file.write_bytes(_KEPT.dump_json(Kept(results, medians(results), bars), indent=1) + b"\n")


def load(file: Path) -> Results:
    """What an earlier run kept. Raises ValueError for a file that is none."""
    return _KEPT.validate_json(file.read_bytes()).results


def _bar(verdict: Verdict) -> Bar:
    return Bar(
        verdict.bar, verdict.measured, verdict.allowed, verdict.value, verdict.most, verdict.is_met
    )
