"""The terms of the vocabulary, as a part of the page about fields."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.fields.vocabulary_terms import NOUNS, SectionName, VocabularyTerm
from generator.site.parts.blocks import Table, TableRow
from generator.site.parts.cells import capitalise
from generator.site.parts.content import SiteContent
from generator.site.parts.inlines import InternalLink, Text
from generator.site.parts.navigation import ABOUT
from generator.site.parts.page import Layout, PageSection

FIELDS = Layout("reference/fields.html", ABOUT, "What each field means")


def terms_link(section: SectionName) -> InternalLink:
    """Return a link to the terms of a section of the vocabulary."""
    return InternalLink(capitalise(NOUNS[section][1]), f"{FIELDS.url}#{_section_id(section)}")


def term_sections(site: SiteContent) -> Iterator[PageSection]:
    """Yield a section of the page for each section of the vocabulary that has terms."""
    vocabulary = site.catalogue.vocabulary
    for name in vocabulary.terms:
        if terms := vocabulary.section(name):
            title = capitalise(NOUNS[name][1])
            yield PageSection(_section_id(name), title, (_table(terms, title),))


def _section_id(section: SectionName) -> str:
    return f"terms-{section.replace('_', '-')}"


def _table(terms: tuple[VocabularyTerm, ...], title: str) -> Table:
    """Return terms as a table, without columns in which none has a value."""
    columns = ("Word", "On the page", "Several", "Also written", "In Find under", "In schema.org")
    rows = [_cells(term) for term in terms]
    kept = [n for n in range(len(columns)) if any(row[n] for row in rows)]
    return Table(
        "",
        tuple(columns[n] for n in kept),
        tuple(TableRow(tuple((Text(row[n]),) for n in kept)) for row in rows),
        name=title,
    )


def _cells(term: VocabularyTerm) -> tuple[str, ...]:
    known = term.definition
    also = ", ".join((*((known.sign,) if known.sign else ()), *known.also, *known.was))
    several = known.plural if known.plural != known.label else ""
    facet = capitalise(known.facet.replace("-", " ")) if known.facet else ""
    return str(term), known.label, several, also, facet, known.schema_org
