"""A unit of work of a build: what it makes, and what it asked."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from generator.build.incremental.changes import Asked
from generator.lookups import Trace, tracing
from generator.publish import FileReport
from generator.site.find import IndexEntry
from generator.site.outlines import RecordOutline
from generator.site.parts.shown_picture import PictureVersion


@dataclass(frozen=True, slots=True)
class UnitFiles:
    """The result of a unit: a report on each file, search entries, outlines of records, the number
    of pages, and the sizes of pictures.
    """

    reports: tuple[FileReport, ...] = ()
    entries: tuple[IndexEntry, ...] = ()
    outlines: tuple[RecordOutline, ...] = ()
    pages: int = 0
    pictures: tuple[PictureVersion, ...] = ()


@dataclass(frozen=True, slots=True)
class Unit:
    """A piece of work that depends on look-ups and on `inputs`, and on no other unit.

    `name` is the same in each build.
    """

    name: str
    make: Callable[[], UnitFiles] = field(repr=False)
    inputs: bytes = b""


@dataclass(frozen=True, slots=True)
class MadeUnit:
    """A unit that was made, packed: as it goes from a worker to its parent, and into the cache.

    `asked` is what it depends on. `files` are the URLs of its files.
    """

    inputs: bytes
    asked: Asked
    files: tuple[str, ...]
    pages: int
    reports: bytes
    entries: bytes = b""
    outlines: bytes = b""
    pictures: bytes = b""


def run_unit(unit: Unit, trace: Trace | None = None) -> MadeUnit:
    """Make a unit; return it packed. What it asks goes into `trace`."""
    with tracing(trace):
        made = unit.make()
    asked = Asked.from_trace(trace) if trace else Asked()
    return MadeUnit(
        unit.inputs,
        replace(asked, lookups=()),  # kept once for all units
        tuple(report.url for report in made.reports),
        made.pages,
        _packed(made.reports),
        _packed(made.entries),
        _packed(made.outlines),
        _packed(made.pictures),
    )


def unpacked(packed: bytes) -> tuple[Any, ...]:
    """Return what a worker or an earlier build has packed."""
    values: tuple[Any, ...] = pickle.loads(packed) if packed else ()  # noqa: S301 - our own cache
    return values


def _packed(values: Iterable[Any]) -> bytes:
    held = tuple(values)
    return pickle.dumps(held, pickle.HIGHEST_PROTOCOL) if held else b""
