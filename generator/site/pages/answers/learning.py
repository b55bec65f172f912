"""Learning: a first path, resources by access and audience, and help sought and offered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from generator.analysis.insights.learning_support import support_matches
from generator.english import counted
from generator.model.display.vocabulary import NOT_STATED, label_from_name
from generator.model.kinds.resource import ACCESSES, Resource, availability_option
from generator.site.parts.answer_page import answer_page
from generator.site.parts.blocks import CardList, Table, TableRow
from generator.site.parts.cells import (
    capitalise,
    record_link,
    record_links,
    table_row,
    term_tag,
    text_inlines,
)
from generator.site.parts.content import SiteContent
from generator.site.parts.field_values import NOTHING_STATED, option_tag
from generator.site.parts.first_path import first_path
from generator.site.parts.limits import (
    MAX_FIGURE_ROWS,
    MAX_ROWS,
    ROWS_PER_PAGE,
    limit_items,
    sample_items,
)
from generator.site.parts.navigation import LEARNING
from generator.site.parts.page import Layout, Page, PageFamily, PageSection

START = Layout(
    "learn/start.html", LEARNING, "New here?", "Where do I start?", also_asked=("Getting started",)
)
FIND = Layout("learn/find.html", LEARNING, "Find learning", "What can I read, watch or attend?")
HELP = Layout(
    "learn/help.html",
    LEARNING,
    "Help sought and offered",
    "Who can help, and who needs help?",
    also_asked=("Who can help?", "Who can I ask?", "Who do I contact?", "Who needs help?"),
)
LAYOUTS = (START, FIND, HELP)


def pages(site: SiteContent) -> Iterator[Page]:
    """Yield the three pages about learning."""
    yield _start(site)
    yield _find(site)
    yield _help(site)


def _start(site: SiteContent) -> Page:
    steps = tuple(first_path(site))
    summary = "Four records that show how the academy works, in ten minutes of reading."
    sections = [
        PageSection(f"step-{number}", f"{number}. {why}", (CardList("", (card,)),))
        for number, (why, card) in enumerate(steps, 1)
    ]
    return answer_page(START, summary, sections)


def _find(site: SiteContent) -> Page:
    resources = site.catalogue.records_of(Resource)
    summary = (
        f"{capitalise(counted(len(resources), 'thing', 'things'))} to read, watch, attend or ask "
        "for, by type, who can use them, who they are for and whether they are available now."
    )
    counts: Counter[str] = Counter(resource.type for resource in resources)
    listed = site.catalogue.vocabulary.section("resource_types")
    types = tuple(
        table_row(
            text_inlines(term.label),
            text_inlines(str(counts[term]) if counts[term] else "None yet"),
        )
        for term in sorted(listed, key=lambda term: -counts[term])
    )
    table = Table("", ("Type", "How many"), types, name="Learning by type")
    sections = [
        PageSection("availability", "Available now?", tuple(
            _groups(site, resources, lambda resource: (availability_option(resource).label,)))),
        PageSection("access", "Who can use it", tuple(
            _groups(site, resources, lambda resource: (_access(resource),)))),
        PageSection("audience", "Who it is for", tuple(
            _groups(site, resources, _audience))),
        PageSection("type", "Type", (table,)),
    ]  # fmt: skip
    return answer_page(FIND, summary, sections)


def _access(resource: Resource) -> str:
    return ACCESSES.label(resource.access or NOT_STATED.word)


def _audience(resource: Resource) -> tuple[str, ...]:
    return tuple(label_from_name(word) for word in resource.audience or (NOT_STATED.word,))


def _groups(
    site: SiteContent,
    resources: tuple[Resource, ...],
    labels_of: Callable[[Resource], tuple[str, ...]],
) -> Iterator[Table]:
    """Yield a table for each label, those with fewest resources first and “not stated” last.

    Of many resources, each table has fewer rows: there may be as many tables as labels.
    """
    most = MAX_ROWS if len(resources) <= ROWS_PER_PAGE else MAX_FIGURE_ROWS
    groups: dict[str, list[str]] = {}
    for resource in resources:
        for label in labels_of(resource):
            groups.setdefault(label, []).append(resource.id)
    for label in sorted(groups, key=lambda g: (g == NOT_STATED.label, len(groups[g]), g)):
        ids = groups[label]
        shown, more = sample_items(ids, most)
        rows = tuple(_resource(site, resource) for resource in shown)
        yield Table(f"{label} ({len(ids)})", ("Resource", "Type", "About"), rows, more=more)


def _resource(site: SiteContent, record_id: str) -> TableRow:
    record = site.catalogue.records[record_id]
    kind, about = getattr(record, "type", None), getattr(record, "about", ())
    return table_row(
        record_link(site, record_id),
        term_tag(kind),
        record_links(site, site.index.ids(about)),
    )


def _help(site: SiteContent) -> Page:
    requests = support_matches(site.index)
    summary = (
        f"{capitalise(counted(len(requests.sought), 'request', 'requests'))} for help. "
        f"Offers recorded here meet {requests.matched or 'none'} of these."
    )
    shown, more = limit_items(requests.sought, ROWS_PER_PAGE)
    rows = tuple(
        table_row(
            record_link(site, request.resource),
            record_links(site, request.by),
            record_links(site, request.asked_of),
            record_links(site, request.offers, "No offer yet"),
        )
        for request in shown
    )
    columns = ("Wanted", "Wanted by", "Asked of", "Offers that match")
    sought = Table("", columns, rows, more=more, name="Help sought")
    sections = [
        PageSection("sought", "Sought", (sought,)),
        PageSection("offered", "Offered", (_offers(site, requests.offered),)),
    ]
    if requests.planned:
        sections.append(PageSection("planned", "Planned", (_offers(site, requests.planned),)))
    return answer_page(HELP, summary, sections)


def _offers(site: SiteContent, ids: tuple[str, ...]) -> Table:
    shown, more = limit_items(ids, ROWS_PER_PAGE)
    rows = tuple(_offer(site, offer) for offer in shown)
    columns = ("Resource", "Type", "Available now?", "About")
    return Table("", columns, rows, more=more, name="Offers")


def _offer(site: SiteContent, record_id: str) -> TableRow:
    """Return an offer as a row, with whether it is available now."""
    name, kind, about = _resource(site, record_id).cells
    record = site.catalogue.records[record_id]
    there = (
        (option_tag(availability_option(record)),)
        if isinstance(record, Resource)
        else NOTHING_STATED
    )
    return table_row(name, kind, there, about)


FAMILY = PageFamily(LAYOUTS, pages)
