"""The first screen of a record's page: a strip of answers, then the points that decide."""

from __future__ import annotations

from dataclasses import dataclass

from generator.site.parts.inlines import Inlines, InternalLink

STEPS = 5  # of the strength of evidence, after Nesta's standards


@dataclass(frozen=True, slots=True)
class StripCell:
    """A question with its answer, and what qualifies it.

    `steps` are drawn as blocks, each filled or not; empty for none.
    """

    label: str
    value: Inlines
    note: str = ""
    steps: tuple[bool, ...] = ()


@dataclass(frozen=True, slots=True)
class OverviewPoint:
    """A small heading with a few lines; `rest` leads to those that are left out, if any are."""

    label: str
    lines: tuple[Inlines, ...]
    rest: InternalLink | None = None


@dataclass(frozen=True, slots=True)
class Overview:
    """The first screen: the strip, and points in two columns.

    `covered_fields` are the names of the fields that it shows. The rest of the page leaves them
    out.
    `tells_age`: the strip says from which year its answers are.
    """

    strip: tuple[StripCell, ...] = ()
    left: tuple[OverviewPoint, ...] = ()
    right: tuple[OverviewPoint, ...] = ()
    covered_fields: frozenset[str] = frozenset()
    tells_age: bool = False


NO_OVERVIEW = Overview()
