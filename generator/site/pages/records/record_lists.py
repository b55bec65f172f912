"""The list of each kind of record, in groups."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from generator.model.display.inferred import is_inferred
from generator.model.display.vocabulary import Option
from generator.model.fields.vocabulary_terms import VocabularyTerm
from generator.model.kinds import KINDS, Kind
from generator.model.record import Record
from generator.site.parts.answer_page import PageTab, contents_list, page_links
from generator.site.parts.blocks import Callout, CardList, Table
from generator.site.parts.content import SiteContent
from generator.site.parts.field_view import field_view
from generator.site.parts.inlines import InternalLink
from generator.site.parts.limits import ROWS_PER_PAGE
from generator.site.parts.navigation import nav_section_title
from generator.site.parts.page import (
    ContentsEntry,
    Layout,
    Page,
    PageBatch,
    PageFamily,
    PageSection,
)
from generator.site.parts.record_cards import illustrated_card, record_table


@dataclass(frozen=True, slots=True)
class ListView:
    """The values of a list page.

    For a long list, `pager` links to its other pages and `groups` to the start of each group.
    """

    kind: str
    breadcrumbs: tuple[InternalLink, ...]
    title: str
    summary: str
    count: str
    contents: tuple[ContentsEntry, ...]
    sections: tuple[PageSection, ...]
    pager: tuple[PageTab, ...] = ()
    groups: tuple[InternalLink, ...] = ()


def list_layout(kind: Kind) -> Layout:
    """Return the layout of a kind's list, which is an entry of the menu."""
    return Layout(f"{kind.slug}/index.html", nav_section_title(kind.name), kind.labels)


@dataclass(frozen=True, slots=True)
class CardGroup:
    """Records of one group on one page.

    `first` is false where the group continues from the page before. `inferred` is the number of
    records whose group is inferred.
    """

    word: str
    title: str
    records: tuple[Record, ...]
    first: bool = True
    inferred: int = 0

    @property
    def id(self) -> str:
        """Return the section id of the group."""
        return f"list-{self.word or 'all'}"


def list_pages(site: SiteContent, kind: Kind) -> Iterator[Page]:
    """Yield the pages of the list of one kind."""
    pages = _paginate_groups(_card_groups(site, kind))
    # Ids contain no full stop, so no record can have the same URL.
    urls = [f"{kind.slug}/index.html"]
    urls += [f"{kind.slug}/index.{number}.html" for number in range(2, len(pages) + 1)]
    group_links = tuple(
        InternalLink(group.title, f"{url}#{group.id}")
        for url, page_groups in zip(urls, pages, strict=True)
        for group in page_groups
        if group.first
    )
    for number, (url, page_groups) in enumerate(zip(urls, pages, strict=True), 1):
        more = page_links(urls, url), group_links if len(urls) > 1 else ()
        title = kind.labels if number == 1 else f"{kind.labels}, page {number}"
        yield _page(site, kind, (url, title), tuple(_list_sections(site, kind, page_groups)), more)


def _page(
    site: SiteContent,
    kind: Kind,
    name: tuple[str, str],
    parts: tuple[PageSection, ...],
    more: tuple[tuple[PageTab, ...], tuple[InternalLink, ...]],
) -> Page:
    url, title = name
    contents = contents_list(parts)
    view = ListView(
        kind=kind.name,
        breadcrumbs=(InternalLink("Home", "index.html"),),
        title=title,
        summary=kind.about,
        count=f"{len(site.catalogue.records_of_kind(kind)):,}",
        contents=contents,
        sections=parts,
        pager=more[0],
        groups=more[1],
    )
    return Page(
        url=url,
        title=title,
        summary=kind.about,
        layout=list_layout(kind),
        template="list.html",
        view=view,
        contents=contents,
        searchable=title == kind.labels,
    )


def _card_groups(site: SiteContent, kind: Kind) -> Iterator[CardGroup]:
    """Yield the records of a kind by group; each group is sorted by title."""
    groups: dict[Option | None, list[Record]] = {}
    for record in site.catalogue.records_of_kind(kind):
        groups.setdefault(_group(kind, record), []).append(record)
    for option in sorted(groups, key=_group_order(site, kind)):
        records = groups[option]
        records.sort(key=lambda r: (site.catalogue.title(r.id).casefold(), r.id))
        title = f"{option.label} ({len(records):,})" if option else f"All {len(records):,}"
        field = kind.group_by or ""
        inferred = sum(is_inferred(member, field) for member in records)
        yield CardGroup(option.word if option else "", title, tuple(records), inferred=inferred)


def _paginate_groups(groups: Iterable[CardGroup]) -> list[list[CardGroup]]:
    """Return the groups for each page of at most `ROWS_PER_PAGE` records.

    A group that does not fit continues on the next page.
    """
    pages: list[list[CardGroup]] = [[]]
    room = ROWS_PER_PAGE
    for group in groups:
        start = 0
        while start < len(group.records):
            if not room:
                pages.append([])
                room = ROWS_PER_PAGE
            records = group.records[start : start + room]
            pages[-1].append(replace(group, records=records, first=start == 0))
            start += len(records)
            room -= len(records)
    return pages


def _list_sections(
    site: SiteContent, kind: Kind, groups: Iterable[CardGroup]
) -> Iterator[PageSection]:
    for group in groups:
        title = group.title if group.first else f"{group.title}, continued"
        block = _block(site, kind, group.records, title)
        yield PageSection(group.id, title, (*_inferred_note(kind, group), block))


def _inferred_note(kind: Kind, group: CardGroup) -> Iterator[Callout]:
    """Yield a note of how many records of a group are in it by inference, if any are."""
    if group.inferred and group.first and kind.group_by:
        label = field_view(kind.model, kind.group_by).label.lower()
        yield Callout(f"For {group.inferred:,} of these, the {label} is inferred and marked.")


def _group(kind: Kind, record: Record) -> Option | None:
    if kind.group_by is None:
        return next(iter(kind.extra_tags(record)), None)
    word = getattr(record, kind.group_by)
    if isinstance(word, VocabularyTerm):
        return Option(word, word.definition.plural)
    vocabulary = field_view(kind.model, kind.group_by).vocabulary
    return vocabulary.option(word) if vocabulary and word else None


def _block(
    site: SiteContent, kind: Kind, records: tuple[Record, ...], title: str
) -> CardList | Table:
    if kind.columns:
        return replace(record_table(site, "", list(records), most=len(records)), name=title)
    return CardList("", tuple(illustrated_card(site, record) for record in records))


def _group_order(site: SiteContent, kind: Kind) -> Callable[[Option | None], int]:
    """Return a sort key for groups: the order of the model, or of the vocabulary, with “not
    stated” last.
    """
    field = field_view(kind.model, kind.group_by) if kind.group_by else None
    field_words = field.words(site.catalogue.vocabulary) if field else ()
    words = tuple(dict.fromkeys((*kind.group_order, *field_words)))
    return lambda group: words.index(group.word) if group and group.word in words else len(words)


def parts(_: SiteContent) -> dict[str, PageBatch]:
    """Return the functions that make the list of each kind."""
    return {f"list of {kind.name}": partial(list_pages, kind=kind) for kind in KINDS}


FAMILY = PageFamily.in_parts(tuple(list_layout(kind) for kind in KINDS), parts)
