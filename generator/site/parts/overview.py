"""The first screen of a record's page: a strip of answers, then the points that decide."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.site.parts.inlines import Inlines, InternalLink
from generator.site.parts.limits import limit_items

STEPS = 5  # of the strength of evidence, after Nesta's standards
_MOST_LINES = 3


@dataclass(frozen=True, slots=True)
class StripCell:
    """A question with its answer, and what qualifies it.

    `steps` are drawn as blocks, each filled or not; empty for none. `section` is the id of the
    section that the answer, a text or a tag, leads to; empty for none.
    """

    label: str
    value: Inlines
    note: str = ""
    steps: tuple[bool, ...] = ()
    section: str = ""


@dataclass(frozen=True, slots=True)
class OverviewPoint:
    """A small heading with a few lines; `rest` leads to those that are left out, if any are.

    `note` is a sentence about all of them, or empty.
    """

    label: str
    lines: tuple[Inlines, ...]
    rest: InternalLink | None = None
    note: str = ""


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

    def leading_only_to(self, sections: frozenset[str]) -> Overview:
        """Return it with links only to these sections: a page leaves out those without content."""
        return replace(
            self,
            strip=tuple(
                cell if cell.section in sections else replace(cell, section="")
                for cell in self.strip
            ),
            left=tuple(_point_within(point, sections) for point in self.left),
            right=tuple(_point_within(point, sections) for point in self.right),
        )


def _point_within(point: OverviewPoint, sections: frozenset[str]) -> OverviewPoint:
    if point.rest is None or point.rest.url.removeprefix("#") in sections:
        return point
    return replace(point, rest=None)


NO_OVERVIEW = Overview()


def overview_points(
    label: str, lines: Sequence[Inlines], section: str, most: int = _MOST_LINES, note: str = ""
) -> Iterator[OverviewPoint]:
    """Yield a point of the first lines, which leads on to a section; nothing without any line."""
    shown, more = limit_items(lines, most)
    if shown:
        rest = InternalLink(f"and {more:,} more", f"#{section}") if more else None
        yield OverviewPoint(label, tuple(shown), rest, note)
