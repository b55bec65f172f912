"""Measures as a table: what each says, its value with unit and scope, and how sure it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from generator.model.display.vocabulary import NOT_STATED
from generator.model.kinds.measure import NATURES, Measure, Nature
from generator.model.measure_text import (
    baseline_in_words,
    comparator_value,
    standing_in_words,
    value_in_short,
)
from generator.model.record import Record
from generator.site.parts.blocks import Table, TableRow
from generator.site.parts.cells import record_link, text_inlines
from generator.site.parts.content import SiteContent
from generator.site.parts.field_values import NOTHING_STATED, option_tag
from generator.site.parts.field_view import field_view
from generator.site.parts.inlines import Inlines, Tag, Text
from generator.site.parts.limits import limit_items

# results first: nothing else counts as evidence
_ORDER = NATURES.words
ILLUSTRATION: Nature = "illustration"
ILLUSTRATIONS_TITLE = "Illustrations, not data"
_COLUMNS = (
    "Finding",
    "What it is",
    "Value",
    "Before",
    "Compared with",
    "Outcome",
    "Where",
    "Change",
    "Strength",
)


def results_first(measures: Iterable[Measure]) -> list[Measure]:
    """Measures by what they are, results first, and among those the ones with a figure."""
    return sorted(measures, key=lambda one: (_ORDER.index(one.nature), one.value is None, one.id))


def split_illustrations(
    label: str, records: Sequence[Record]
) -> Iterator[tuple[str, list[Record]]]:
    """Records under their label; made-up figures under their own, for they are not data."""
    made_up = [one for one in records if getattr(one, "nature", None) == ILLUSTRATION]
    real = [one for one in records if one not in made_up] if made_up else list(records)
    if real:
        yield label, real
    if made_up:
        yield ILLUSTRATIONS_TITLE, made_up


def measure_table(
    site: SiteContent, label: str, measures: Sequence[Measure], reader: str = "", name: str = ""
) -> Table:
    """Measures in the order given; a column that says nothing, only “result”, or only `reader`
    again is left out.
    """
    own = site.link(reader).url if reader else ""
    rows = [_cells(site, one) for one in measures]
    dull = {1} if all(one.nature == "result" for one in measures) else set()
    dull |= {
        n for n in range(1, len(_COLUMNS)) if all(_says_nothing(cells[n], own) for cells in rows)
    }
    kept = [n for n in range(len(_COLUMNS)) if n not in dull]
    return Table(
        label,
        tuple(_COLUMNS[n] for n in kept),
        tuple(TableRow(tuple(cells[n] for n in kept)) for cells in rows),
        name=name,
    )


def _says_nothing(cell: Inlines, own: str) -> bool:
    return cell == NOTHING_STATED or (
        bool(own) and all(getattr(one, "url", "") == own for one in cell)
    )


def measure_value(measure: Measure) -> str | None:
    """The value with its unit, both ends of a range: “27% to 39%”, “12 days more”; None for one in
    words.
    """
    return value_in_short(measure) or None


def _comparison_cell(site: SiteContent, measure: Measure) -> Inlines:
    """What a measure is compared with: the area, its figure, and how the measure stands."""
    beside = measure.comparator
    if beside is None:
        return NOTHING_STATED
    said = (*comparator_value(measure), *standing_in_words(beside))
    area = record_link(site, beside.area) if beside.area else ()
    return (*area, *(Text(one) for one in said)) or NOTHING_STATED


def _cells(site: SiteContent, one: Measure) -> tuple[Inlines, ...]:
    period = None if one.period == "not stated" else one.period
    scope = ", ".join(part for part in (one.population, period) if part)
    # a scope (“four care homes”) stays with its number
    said: Inlines = (*record_link(site, one.id), *((Text(f"For: {scope}"),) if scope else ()))
    return (
        said,
        measure_tag(one, "nature"),
        text_inlines(measure_value(one)),
        text_inlines(baseline_in_words(one) or None),
        _comparison_cell(site, one),
        record_link(site, one.outcome),
        record_link(site, one.area),
        _change_cell(one),
        measure_tag(one, "evidence_level"),
    )


def measure_tag(measure: Measure, name: str) -> Inlines:
    """A word of a measure as a label that says when it is inferred."""
    option = field_view(Measure, name).marked_option(measure)
    return (option_tag(option),) if option and option != NOT_STATED else NOTHING_STATED


def _change_cell(measure: Measure) -> Inlines:
    """Which way it went; made-up figures wear no colour."""
    said = measure_tag(measure, "change")
    texts = [piece.text for piece in said if isinstance(piece, Tag)]
    return text_inlines(texts[0]) if texts and measure.nature == ILLUSTRATION else said


def _measures_in_table(
    site: SiteContent, label: str, records: Sequence[Record], reader: str, most: int
) -> Table:
    """At most `most` measures, results first; the rest are counted."""
    ordered = results_first(one for one in records if isinstance(one, Measure))
    shown, more = limit_items(ordered, most)
    return replace(measure_table(site, label, shown, reader), more=more)


# kinds whose records say more side by side than their own columns can: a line a kind
KIND_TABLES: dict[str, Callable[[SiteContent, str, Sequence[Record], str, int], Table]] = {
    "measure": _measures_in_table,
}
