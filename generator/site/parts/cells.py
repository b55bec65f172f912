"""Inline content for cells, rows and lists: links, tags, counts and plain text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from generator.english import counted
from generator.model.display.vocabulary import NOT_STATED, Vocabulary
from generator.model.fields.vocabulary_terms import VocabularyTerm
from generator.model.kinds.measure_words import NATURES
from generator.site.parts.blocks import BulletList, TableRow
from generator.site.parts.content import SiteContent
from generator.site.parts.field_values import NOTHING_STATED, option_tag
from generator.site.parts.inlines import Inlines, Tag, Text
from generator.site.parts.limits import MAX_LINKS, MAX_ROWS, sample_items


def record_links(
    site: SiteContent,
    ids: Iterable[str],
    empty: str = "",
    most: int = MAX_LINKS,
    *,
    notes: Mapping[str, str] = MappingProxyType({}),
) -> Inlines:
    """Return links to at most `most` records and the number left out.

    Without any record, return the text `empty`, or “not stated” where that is empty. `notes` are
    what follows a link, by the id of its record.
    """
    shown, more = sample_items(tuple(ids), most)
    if not shown:
        return (Text(empty),) if empty else NOTHING_STATED
    rest = (Text(f"and {more:,} more"),) if more else ()
    return (*(site.link(target, notes.get(target, "")) for target in shown), *rest)


def figure_links(site: SiteContent, measures: Iterable[str], empty: str) -> Inlines:
    """Return links as `record_links`; a figure that is no result says what it is."""
    natures = {measure: site.index.measure(measure).nature for measure in measures}
    notes = {
        measure: "" if nature == "result" else NATURES.label(nature).lower()
        for measure, nature in natures.items()
    }
    return record_links(site, notes, empty, notes=notes)


def record_link(site: SiteContent, target: str | None) -> Inlines:
    """Return a link to a record, or “not stated” for None."""
    return (site.link(target),) if target else NOTHING_STATED


def link_list(
    site: SiteContent, label: str, ids: Sequence[str], empty: str = "", most: int = MAX_ROWS
) -> BulletList:
    """Return a list of at most `most` records, with the number left out.

    Without any record, the list holds the text `empty`, if there is one.
    """
    shown, more = sample_items(ids, most)
    items = tuple((site.link(target),) for target in shown) or (
        (text_inlines(empty),) if empty else ()
    )
    return BulletList(label, items, more=more)


def word_tag(vocabulary: Vocabulary, word: str | None) -> Inlines:
    """Return an allowed word as a tag, or “not stated” for None."""
    return (
        (option_tag(vocabulary.option(word)),)
        if word not in (None, NOT_STATED.word)
        else NOTHING_STATED
    )


def term_tag(term: VocabularyTerm | None) -> Inlines:
    """Return a term of the vocabulary as a tag, or “not stated” for None."""
    return (Tag(term.label, "plain"),) if term is not None else NOTHING_STATED


def text_inlines(text: str | None) -> Inlines:
    """Return plain text, or “not stated” for an empty text or None."""
    return (Text(text),) if text else NOTHING_STATED


def table_row(*cells: Inlines) -> TableRow:
    """Return a table row of these cells, sorted by their texts."""
    return TableRow(cells)


def count_inlines(number: int, singular: str, plural: str) -> Inlines:
    """Return a count with its noun for a cell: “1 result”, “No results”."""
    return text_inlines(capitalise(counted(number, singular, plural)))


def capitalise(text: str) -> str:
    """Return the text with its first letter as a capital."""
    return text[:1].upper() + text[1:]
