"""The list of programmes with their evidence, the evidence map, and the results behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.analysis.insights.evidence import evidence_rank
from generator.analysis.insights.programmes import ProgrammeEvidence, programme_evidence
from generator.analysis.insights.value_case import value_cases
from generator.diagnostics import join_words
from generator.english import counted
from generator.model.kinds.measure import Measure
from generator.model.kinds.measure_words import CHANGE_DIRECTIONS, EVIDENCE_LEVELS, NATURES
from generator.model.kinds.prototype import KIND as PROTOTYPES
from generator.model.kinds.prototype_verdict import judge_of
from generator.model.kinds.prototype_words import JUDGED_VERDICTS, VERDICTS
from generator.site.figures.evidence_map import MOST_RESULTS
from generator.site.pages.answers.evidence.layouts import MAP, RESULTS
from generator.site.pages.answers.evidence.programme_filters import (
    filter_keys,
    programme_filters,
)
from generator.site.parts.answer_page import answer_page, paginate
from generator.site.parts.blocks import (
    Block,
    BulletList,
    Callout,
    Details,
    SummaryList,
    SummaryRow,
    Table,
    TableRow,
)
from generator.site.parts.cells import (
    capitalise,
    record_link,
    record_links,
    text_inlines,
    word_tag,
)
from generator.site.parts.content import SiteContent
from generator.site.parts.figure_blocks import evidence_map_block
from generator.site.parts.inlines import Inlines, InternalLink, Text
from generator.site.parts.last_known import last_known
from generator.site.parts.limits import FEW_LINKS, limit_items
from generator.site.parts.measure_tables import measure_table, measure_value
from generator.site.parts.page import Layout, Page, PageSection
from generator.site.parts.verdicts import (
    WHOLE_PROGRAMMES,
    practices_inside,
    programme_tags,
    verdict_tag,
)

ALL_URL = "evidence/programmes.html"
_MOST_ROWS = 20
_COLUMNS = (
    "Programme",
    "Did it work?",
    "Strength of evidence",
    "Results",
    "Cost or saving",
    "Where",
    "Last known",
)


def programme_pages(site: SiteContent) -> Iterator[Page]:
    """Yield the programmes with their evidence, then the whole list where it is long."""
    programmes = programme_evidence(site.index)
    listed = [one for one in programmes.values() if _has_something_to_tell(one)]
    reporting = [one for one in listed if one.results]
    panels = list(_panels(reporting))
    with_panel = {programme.prototype for programme, _ in panels}
    rows = tuple(
        _row(site, programme, has_panel=programme.prototype in with_panel) for programme in listed
    )
    shown, more = limit_items(rows, _MOST_ROWS)
    rest = InternalLink(f"All {len(rows):,} programmes", ALL_URL) if more else None
    filters = programme_filters(site, listed)
    table = Table("", _COLUMNS, rows, name="Programmes", filters=filters)
    first = replace(table, rows=tuple(shown), more=more, rest=rest)
    sections = [
        PageSection("programmes", "Programmes, the best evidence first", (first, *_silent(site))),
        PageSection("map", "What each programme changed", tuple(_map(site, reporting, panels))),
    ]
    yield replace(answer_page(MAP, _summary(site, listed), sections), contents=())
    if more:
        layout = Layout(ALL_URL, MAP.nav_section, "All programmes")
        part = PageSection("all", "The best evidence first", ())
        for page in paginate(answer_page(layout, _summary(site, listed), []), part, table):
            yield replace(page, layout=MAP)


def _has_something_to_tell(programme: ProgrammeEvidence) -> bool:
    return bool(programme.results) or programme.verdict in JUDGED_VERDICTS


def _summary(site: SiteContent, listed: Sequence[ProgrammeEvidence]) -> str:
    """Return in sentences how many programmes are listed, and what their results rest on."""
    reporting = [programme for programme in listed if programme.results]
    ranks = [
        evidence_rank(site.index.measure(result).evidence_level)
        for programme in reporting
        for result in programme.results
    ]
    words, figures = ranks.count(evidence_rank("account")), ranks.count(evidence_rank("data"))
    stronger = sum(rank > evidence_rank("data") for rank in ranks)
    unknown = ranks.count(0)
    programmes = capitalise(counted(len(reporting), "programme reports", "programmes report"))
    parts = [
        counted(words, "is an account in words", "are accounts in words"),
        counted(figures, "gives figures", "give figures"),
        *(
            [counted(unknown, "does not say how strong", "do not say how strong")]
            if unknown
            else ()
        ),
        counted(stronger, "has stronger evidence", "have stronger evidence")
        if stronger
        else "none has stronger evidence",
    ]
    summary = f"{programmes} {counted(len(ranks), 'result')}: {join_words(parts, last='and')}."
    judged = len(listed) - len(reporting)
    if not judged:
        return summary
    has = counted(judged, "more has a verdict", "more have a verdict")
    return f"{summary} {capitalise(has)} but no result."


def _row(site: SiteContent, programme: ProgrammeEvidence, *, has_panel: bool) -> TableRow:
    record = site.index.prototype(programme.prototype)
    known = last_known(site, record)
    costs = value_cases(site.index)[programme.prototype].costs
    level = programme.level or programme.strongest
    areas = site.index.ids(record.areas)
    worked = VERDICTS.words.index(record.verdict)
    return TableRow(
        (
            _name(site, programme, has_panel=has_panel),
            verdict_tag(site, programme.prototype),
            word_tag(EVIDENCE_LEVELS, level) if level else text_inlines("No results"),
            programme_tags(programme),
            _costs(site, costs),
            record_links(site, areas, most=FEW_LINKS),
            text_inlines(known.text if known else ""),
        ),
        (
            "",
            f"{worked} {judge_of(record) or ''}",
            str(evidence_rank(level)),
            str(len(programme.results)),
            "",
            "",
            "",
        ),
        filter_keys=filter_keys(site, programme),
    )


def _costs(site: SiteContent, costs: tuple[str, ...]) -> Inlines:
    """Return a link to each cost by its value; a figure that is no result says what it is."""
    shown, more = limit_items([site.index.measure(cost) for cost in costs], FEW_LINKS)
    rest = (Text(f"and {more:,} more"),) if more else ()
    return (*(_cost(site, cost) for cost in shown), *rest) or text_inlines("Not reported")


def _cost(site: SiteContent, cost: Measure) -> InternalLink:
    change = CHANGE_DIRECTIONS.label(cost.change or "not-stated").lower()
    value = measure_value(cost) or "In words"
    nature = "" if cost.nature == "result" else NATURES.label(cost.nature).lower()
    return InternalLink(capitalise(f"{value}, {change}"), site.link(cost.id).url, nature)


def _name(site: SiteContent, programme: ProgrammeEvidence, *, has_panel: bool) -> Inlines:
    """Return the programme, with a link to the practices inside it if the page names them."""
    name = record_link(site, programme.prototype)
    if not programme.practices:
        return name
    inside = practices_inside(programme)
    if not has_panel:
        return (*name, Text(inside))
    return (*name, InternalLink(inside, f"{MAP.url}#{_panel(programme)}"))


def _panel(programme: ProgrammeEvidence) -> str:
    return f"programme-{programme.prototype}"


def _result_anchor(result: str) -> str:
    return f"r-{result}"


def _silent(site: SiteContent) -> Iterator[Block]:
    """Yield how many programmes report nothing yet, with a link to the list of all."""
    programmes = programme_evidence(site.index).values()
    silent = sum(not _has_something_to_tell(programme) for programme in programmes)
    if silent:
        were = counted(silent, "more was tried", "more were tried")
        title = f"{capitalise(were)}, with no result and no verdict yet"
        yield BulletList("", ((InternalLink(title, f"{PROTOTYPES.slug}/index.html"),),))


def _panels(
    reporting: Sequence[ProgrammeEvidence],
) -> Iterator[tuple[ProgrammeEvidence, tuple[str, ...]]]:
    """Yield the programmes that the map has room for, each with its results that are drawn."""
    room = MOST_RESULTS
    for programme in reporting:
        shown = programme.results[:room]
        room -= len(shown)
        if shown:
            yield programme, shown


def _map(
    site: SiteContent,
    reporting: Sequence[ProgrammeEvidence],
    panels: Sequence[tuple[ProgrammeEvidence, tuple[str, ...]]],
) -> Iterator[Block]:
    yield Callout(
        f"A programme is a bundle of practices. {WHOLE_PROGRAMMES} Choose a result to read it."
    )
    yield evidence_map_block(site, reporting, lambda result: f"#{_result_anchor(result)}")
    yield from (_results(site, programme, shown) for programme, shown in panels)


def _results(site: SiteContent, programme: ProgrammeEvidence, shown: tuple[str, ...]) -> Details:
    """Return the practices inside a programme and its results, each in a row with an anchor."""
    title = site.catalogue.title(programme.prototype)
    measures = [site.index.measure(result) for result in shown]
    places = {site.index.id(measure.area) for measure in measures} - {None}
    place = places.pop() if len(places) == 1 else None  # the list of programmes names it
    table = measure_table(site, "", measures, place or "", name=f"Results of {title}")
    rows = tuple(
        replace(row, anchor=_result_anchor(result))
        for row, result in zip(table.rows, shown, strict=True)
    )
    more = len(programme.results) - len(shown)
    rest = InternalLink("All results", RESULTS.url) if more else None
    inside = record_links(
        site,
        programme.practices,
        notes=dict.fromkeys(programme.inferred_practices, "link inferred"),
    )
    label = capitalise(practices_inside(programme))
    practices = SummaryList((SummaryRow(label, inside, wide=True),))
    return Details(
        f"{title}: {counted(len(programme.results), 'result')}",
        (
            *((practices,) if programme.practices else ()),
            replace(table, rows=rows, more=more, rest=rest),
        ),
        _panel(programme),
    )
