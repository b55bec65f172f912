"""Tables of measures: finding, value with unit and scope, comparison and strength."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from generator.model.display.vocabulary import NOT_STATED
from generator.model.evaluation_text import (
    comparator_texts,
    evaluation_in_words,
    with_uncertainty,
)
from generator.model.kinds.measure import Measure
from generator.model.kinds.measure_basis import is_past_estimate
from generator.model.kinds.measure_words import NATURES, Nature
from generator.model.kinds.prototype import Prototype
from generator.model.measure_text import (
    baseline_in_words,
    short_value,
)
from generator.model.record import Record
from generator.site.parts.blocks import Table, TableRow
from generator.site.parts.cells import record_link, text_inlines
from generator.site.parts.content import SiteContent
from generator.site.parts.field_values import NOTHING_STATED, option_tag
from generator.site.parts.field_view import field_view
from generator.site.parts.inlines import Inlines, InternalLink, Tag, Text
from generator.site.parts.limits import sample_items

# results come first: nothing else counts as evidence
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
    """Return measures by nature, those with a number first within each.

    Results come first, then estimates of what happened.
    """
    return sorted(
        measures,
        key=lambda measure: (
            _ORDER.index("result" if is_past_estimate(measure) else measure.nature),
            is_past_estimate(measure),
            measure.value is None,
            measure.id,
        ),
    )


def split_illustrations(
    label: str, records: Sequence[Record]
) -> Iterator[tuple[str, list[Record]]]:
    """Yield the records under `label`, and illustrations apart under their own title."""
    made_up = [record for record in records if getattr(record, "nature", None) == ILLUSTRATION]
    real = [record for record in records if record not in made_up] if made_up else list(records)
    if real:
        yield label, real
    if made_up:
        yield ILLUSTRATIONS_TITLE, made_up


def measure_table(
    site: SiteContent, label: str, measures: Sequence[Measure], reader: str = "", name: str = ""
) -> Table:
    """Return measures as a table, in the order given.

    Columns are left out that are empty, say only “result”, or link only to `reader` or, where that
    is a prototype, to its only area: its page has both above.
    """
    known = frozenset(
        site.link(record).url for record in (reader, *_only_area(site, reader)) if record
    )
    rows = [_cells(site, measure) for measure in measures]
    hidden = {1} if all(measure.nature == "result" for measure in measures) else set()
    hidden |= {
        n for n in range(1, len(_COLUMNS)) if all(_says_nothing(cells[n], known) for cells in rows)
    }
    kept = [n for n in range(len(_COLUMNS)) if n not in hidden]
    return Table(
        label,
        tuple(_COLUMNS[n] for n in kept),
        tuple(TableRow(tuple(cells[n] for n in kept)) for cells in rows),
        name=name,
    )


def _only_area(site: SiteContent, reader: str) -> tuple[str, ...]:
    record = site.catalogue.find(reader) if reader else None
    areas = site.index.ids(record.areas) if isinstance(record, Prototype) else ()
    return areas if len(areas) == 1 else ()


def _says_nothing(cell: Inlines, known: frozenset[str]) -> bool:
    return cell == NOTHING_STATED or all(
        isinstance(inline, InternalLink) and inline.url in known for inline in cell
    )


def measure_value(measure: Measure) -> str | None:
    """Return the value with its unit: “27% to 39%”, “12 days more”; None where it is in words."""
    return with_uncertainty(short_value(measure), measure) or None


def _comparison_cell(site: SiteContent, measure: Measure) -> Inlines:
    """Return the area that a measure is compared with, its value, and the position."""
    comparator = measure.comparator
    if comparator is None:
        return NOTHING_STATED
    text = ". ".join(comparator_texts(measure, comparator))
    area = record_link(site, comparator.area) if comparator.area else ()
    return (*area, *((Text(text),) if text else ())) or NOTHING_STATED


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
        _strength_cell(measure),
    )


def measure_tag(measure: Measure, name: str) -> Inlines:
    """Return a word of a measure as a tag, marked where it is inferred."""
    option = field_view(Measure, name).marked_option(measure)
    return (option_tag(option),) if option and option != NOT_STATED else NOTHING_STATED


def _strength_cell(measure: Measure) -> Inlines:
    """Return the strength of evidence, and below it how the figure was found out."""
    found_out = ". ".join(evaluation_in_words(measure))
    level = measure_tag(measure, "evidence_level")
    if not found_out:
        return level
    return (*(level if level != NOTHING_STATED else ()), Text(found_out))


def _change_cell(measure: Measure) -> Inlines:
    """Return the direction of change; without colour for an illustration."""
    tags = measure_tag(measure, "change")
    texts = [tag.text for tag in tags if isinstance(tag, Tag)]
    return text_inlines(texts[0]) if texts and measure.nature == ILLUSTRATION else tags


def _measures_in_table(
    site: SiteContent, label: str, records: Sequence[Record], reader: str, most: int
) -> Table:
    """Return a table of at most `most` measures, results first, with the number left out."""
    ordered = results_first(record for record in records if isinstance(record, Measure))
    shown, more = sample_items(ordered, most)
    return replace(measure_table(site, label, shown, reader), more=more)


# kinds with a table of their own, in place of the columns of the kind
KIND_TABLES: dict[str, Callable[[SiteContent, str, Sequence[Record], str, int], Table]] = {
    "measure": _measures_in_table,
}
