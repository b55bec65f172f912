"""The years in which what a figure shows was last known, below each figure."""

from __future__ import annotations

from dataclasses import replace

from generator.site.figures.figure import Figure
from generator.site.parts.content import SiteContent
from generator.site.parts.last_known import LastKnown, last_known

# what has a year of its own; a practice or an area is not known at one time
_DATED = frozenset({"prototype", "adoption", "measure"})


def dated_figure(site: SiteContent, figure: Figure) -> Figure:
    """Return a figure with the years of the records of its table in its note.

    “Last known in about 2013.” or “Last known between about 2013 and 2020.” It says where only
    some have a source with a year; unchanged where none has.
    """
    known = _known(site, figure)
    years = sorted({one.year for one in known if one}, key=lambda year: year[-4:])
    if not years:
        return figure
    first, last = years[0], years[-1]
    when = f"in {first}" if first == last else f"between {first} and {last}"
    scope = " where the sources have a date" if None in known else ""
    return replace(figure, note=f"{figure.note} Last known {when}{scope}.".strip())


def _known(site: SiteContent, figure: Figure) -> list[LastKnown | None]:
    ids = dict.fromkeys(ref for row in figure.rows for cell in row for ref in cell.refs)
    records = (site.catalogue.records[site.catalogue.resolve(ref) or ref] for ref in ids)
    return [last_known(site, record) for record in records if record.kind in _DATED]
