"""What a run found, as tables: for the terminal and for a page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

from tests.bench.speed.bars import (
    ADDED,
    BUILD,
    COLD,
    MEGABYTE,
    REMOVED,
    SERVE,
    STAGE,
    TEXT,
    TITLE,
)
from tests.bench.speed.judge import Median, medians, verdicts
from tests.bench.speed.results import Results, Stage

# more of a processor than this, and the clock says less about the builder
_BUSY = 0.2
_EDITS = {"text": TEXT, "title": TITLE, "stage": STAGE, "added": ADDED, "removed": REMOVED}
_STAGED = {COLD: "", BUILD: f", {TEXT}"}
_BUILD_HEAD = (
    "builder",
    "seconds",
    "processor s",
    "memory MB",
    "pages",
    "files",
    "output MB",
    "processor ms a page",
    "processor ms a MB",
    "our time ÷ its",
)


@dataclass(frozen=True, slots=True)
class Table:
    """A heading, the names of the columns, and the rows; the first column is words."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def all_tables(results: Results) -> tuple[Table, ...]:
    """Every table that has rows."""
    tables = (
        *(_builds(results, records) for records in results.sizes()),
        _bars(results),
        _changes(results),
        _rebuilds(results),
        *(_stages(results, records, way) for records in results.sizes() for way in _STAGED),
    )
    return tuple(table for table in tables if table.rows)


def plain(table: Table) -> str:
    """A table for the terminal."""
    rows = (table.head, *table.rows)
    widths = [max(len(row[at]) for row in rows) for at in range(len(table.head))]
    return "\n".join((table.title, *(f"  {_line(row, widths)}" for row in rows)))


def markdown(table: Table) -> str:
    """A table for a page."""
    marks = ("---", *("---:" for _ in table.head[1:]))
    rows = (f"| {' | '.join(row)} |" for row in (table.head, marks, *table.rows))
    return "\n".join((f"## {table.title}", "", *rows))


def busy(results: Results) -> str:
    """A warning where the machine had other work; empty where it had none."""
    most = max((run.others for run in results.runs), default=0.0)
    if most <= _BUSY:
        return ""
    return (
        f"Other work kept up to {most:.1f} processors busy during a run; trust the processor "
        "seconds more than the clock."
    )


def _line(row: tuple[str, ...], widths: list[int]) -> str:
    first, *rest = (
        cell.rjust(width) if at else cell.ljust(width)
        for at, (cell, width) in enumerate(zip(row, widths, strict=True))
    )
    return "  ".join((first, *rest)).rstrip()


def _builds(results: Results, records: int) -> Table:
    rows = tuple(_build(one) for one in medians(results) if one.records == records)
    return Table(f"Whole builds, {records:,} records", _BUILD_HEAD, rows)


def _build(build: Median) -> tuple[str, ...]:
    return (
        build.builder,
        f"{build.wall:,.2f}",
        f"{build.processor:,.2f}",
        f"{build.memory / MEGABYTE:,.0f}",
        f"{build.pages:,.0f}",
        f"{build.files:,.0f}",
        f"{build.size / MEGABYTE:,.1f}",
        _thousandths(build.processor, build.pages, 2),
        _thousandths(build.processor, build.size / MEGABYTE, 0),
        "" if build.ours is None else f"{build.ours:.2f}",
    )


def _thousandths(seconds: float, of: float, places: int) -> str:
    return f"{1000 * seconds / of:,.{places}f}" if of else ""


def _bars(results: Results) -> Table:
    rows = tuple(
        (one.bar, one.measured, one.allowed, "met" if one.is_met else "missed")
        for one in verdicts(results)
    )
    return Table("Bars", ("what", "found", "at most", ""), rows)


def _changes(results: Results) -> Table:
    rows = tuple(
        (
            f"{records:,} records",
            *(_seconds(results.changed(records, BUILD, edit)) for edit in _EDITS.values()),
            _seconds(results.changed(records, SERVE, TEXT)),
        )
        for records in _changed_sizes(results)
    )
    head = ("seconds", *_EDITS, "text in “serve”")
    return Table("Built again after one change", head, rows)


def _rebuilds(results: Results) -> Table:
    rows = tuple(
        (
            f"{records:,} records",
            *(_seconds(results.rebuilt(records, edit)) for edit in _EDITS.values()),
        )
        for records in _changed_sizes(results)
    )
    return Table("The work of building again", ("processor seconds", *_EDITS), rows)


def _changed_sizes(results: Results) -> list[int]:
    return sorted({one.records for one in results.changes})


def _seconds(value: float | None) -> str:
    return "not measured" if value is None else f"{value:.2f}"


def _stages(results: Results, records: int, way: str) -> Table:
    rows = tuple(
        _shares([one for one in results.stages if (one.records, one.way) == (records, way)])
    )
    title = f"Where the time goes, {records:,} records{_STAGED[way]}"
    return Table(title, ("stage", "seconds", "share"), rows)


def _shares(stages: list[Stage]) -> Iterator[tuple[str, ...]]:
    names = dict.fromkeys(stage.name for stage in stages)
    totals = [(name, median(one.seconds for one in stages if one.name == name)) for name in names]
    total = sum(seconds for _, seconds in totals)
    for name, seconds in totals:
        yield name, f"{seconds:.2f}", f"{seconds / total:.0%}" if total else ""
