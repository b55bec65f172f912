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
    return sorted(
        measures,
        key=lambda measure: (_ORDER.index(measure.nature), measure.value is None, measure.id),
    )


def split_illustrations(
    label: str, records: Sequence[Record]
) -> Iterator[tuple[str, list[Record]]]:
    """Records under their label; made-up figures under their own, for they are not data."""
    made_up = [record for record in records if getattr(record, "nature", None) == ILLUSTRATION]
    real = [record for record in records if record not in made_up] if made_up else list(records)
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
    reader_url = site.link(reader).url if reader else ""
    rows = [_cells(site, measure) for measure in measures]
    hidden = {1} if all(measure.nature == "result" for measure in measures) else set()
    hidden |= {
        n
        for n in range(1, len(_COLUMNS))
        if all(_says_nothing(cells[n], reader_url) for cells in rows)
    }
    kept = [n for n in range(len(_COLUMNS)) if n not in hidden]
    return Table(
        label,
        tuple(_COLUMNS[n] for n in kept),
        tuple(TableRow(tuple(cells[n] for n in kept)) for cells in rows),
        name=name,
    )


def _says_nothing(cell: Inlines, reader_url: str) -> bool:
    return cell == NOTHING_STATED or (
        bool(reader_url) and all(getattr(inline, "url", "") == reader_url for inline in cell)
    )


def measure_value(measure: Measure) -> str | None:
    """The value with its unit, both ends of a range: “27% to 39%”, “12 days more”; None for one in
    words.
    """
    return value_in_short(measure) or None


def _comparison_cell(site: SiteContent, measure: Measure) -> Inlines:
    """What a measure is compared with: the area, its figure, and how the measure stands."""
    comparator = measure.comparator
    if comparator is None:
        return NOTHING_STATED
    texts = (*comparator_value(measure), *standing_in_words(comparator))
    area = record_link(site, comparator.area) if comparator.area else ()
    return (*area, *(Text(text) for text in texts)) or NOTHING_STATED


def _cells(site: SiteContent, measure: Measure) -> tuple[Inlines, ...]:
    period = None if measure.period == "not stated" else measure.period
    scope = ", ".join(part for part in (measure.population, period) if part)
    # a scope (“four care homes”) stays with its number
    finding: Inlines = (
        *record_link(site, measure.id),
        *((Text(f"For: {scope}"),) if scope else ()),
    )
    return (
        finding,
        measure_tag(measure, "nature"),
        text_inlines(measure_value(measure)),
        text_inlines(baseline_in_words(measure) or None),
        _comparison_cell(site, measure),
        record_link(site, measure.outcome),
        record_link(site, measure.area),
        _change_cell(measure),
        measure_tag(measure, "evidence_level"),
    )


def measure_tag(measure: Measure, name: str) -> Inlines:
    """A word of a measure as a label that says when it is inferred."""
    option = field_view(Measure, name).marked_option(measure)
    return (option_tag(option),) if option and option != NOT_STATED else NOTHING_STATED


def _change_cell(measure: Measure) -> Inlines:
    """Which way it went; made-up figures wear no colour."""
    tags = measure_tag(measure, "change")
    texts = [tag.text for tag in tags if isinstance(tag, Tag)]
    return text_inlines(texts[0]) if texts and measure.nature == ILLUSTRATION else tags


def _measures_in_table(
    site: SiteContent, label: str, records: Sequence[Record], reader: str, most: int
) -> Table:
    """At most `most` measures, results first; the rest are counted."""
    ordered = results_first(record for record in records if isinstance(record, Measure))
    shown, more = limit_items(ordered, most)
    return replace(measure_table(site, label, shown, reader), more=more)


# kinds whose records say more side by side than their own columns can: a line a kind
KIND_TABLES: dict[str, Callable[[SiteContent, str, Sequence[Record], str, int], Table]] = {
    "measure": _measures_in_table,
}
