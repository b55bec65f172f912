"""Tables about an area that its page and its board report share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.analysis.insights.barriers import AreaBarrier
from generator.analysis.insights.gaps import (
    AdoptionGap,
    helpers_for,
    is_meant_for_places_inside,
)
from generator.analysis.insights.halted import HaltedWork
from generator.analysis.insights.practice_status import adoption_grid
from generator.analysis.insights.programmes import programme_evidence, proven_programmes
from generator.english import counted
from generator.model.kinds.adoption_words import REASON_NOT_KNOWN, STATUSES
from generator.model.kinds.area import Area
from generator.model.kinds.barrier import STATUSES as BARRIER_STATUSES
from generator.site.parts.answer_page import drop_column
from generator.site.parts.blocks import Block, Table, TableRow
from generator.site.parts.cells import (
    capitalise,
    record_link,
    record_links,
    table_row,
    text_inlines,
    word_tag,
)
from generator.site.parts.content import SiteContent
from generator.site.parts.distances import distance_notes
from generator.site.parts.inlines import Inline, InternalLink, Text
from generator.site.parts.last_known import as_of, as_of_year, year_told
from generator.site.parts.limits import FEW_LINKS, MAX_ROWS, sample_items
from generator.site.parts.readiness import offer_tags
from generator.site.parts.verdicts import programme_tags

# More rows than in other tables: gaps are what most readers of the page look for.
_MAX_GAPS = 30
_WHERE = "Where"
NO_GAP = "No programme with reported figures is left to adopt here."


def gap_summary(site: SiteContent, area_gaps: list[AdoptionGap]) -> str:
    """Return in sentences how many programmes there are, what is here of them, and the plans."""
    if not area_gaps:
        return NO_GAP
    practices = sum(len(gap.practices) for gap in area_gaps)
    used = sum(bool(gap.in_use) for gap in area_gaps)
    in_part = sum(bool(gap.parts) for gap in area_gaps)
    plans = {plan for gap in area_gaps for plan in gap.adoptions}
    programmes = counted(len(area_gaps), "programme has", "programmes have")
    texts = [
        f"{programmes} reported figures elsewhere: {counted(practices, 'practice')} inside, not in "
        "use here."
    ]
    if used:
        texts.append(f"{counted(used, 'has', 'have')} other practices that are in use here.")
    if in_part:
        texts.append(f"{counted(in_part, 'has', 'have')} a practice in use in part of this area.")
    planned = counted(len(plans), "plan for these practices is", "plans for these practices are")
    texts.append(f"{planned} recorded here." if plans else "No plan is recorded here.")
    mixed = sum(programme_evidence(site.index)[gap.prototype].mixed for gap in area_gaps)
    if mixed:
        texts.append(f"for {mixed} the evidence against is as strong as the evidence for.")
    return " ".join(capitalise(text) for text in texts)


def no_gap_text(site: SiteContent, area: str) -> str:
    """Return why an area is offered no programme with figures."""
    record = site.catalogue.records[area]
    proven = proven_programmes(site.index)
    if isinstance(record, Area) and any(
        is_meant_for_places_inside(site.index, record, programme.prototype) for programme in proven
    ):
        return f"{NO_GAP} Programmes of single places are offered to places, each on its own page."
    return NO_GAP


def gap_table(site: SiteContent, name: str, area_gaps: list[AdoptionGap]) -> Table:
    """Return programmes with the practices inside, the evidence, the plans and who could help."""
    shown, more = sample_items(area_gaps, _MAX_GAPS)
    rows = tuple(_gap(site, gap) for gap in shown)
    columns = ("Programme", "Practices inside", "Evidence for and against", "Here", "Who can help")
    return Table("", columns, rows, more=more, name=name)


def _gap(site: SiteContent, gap: AdoptionGap) -> TableRow:
    programme = programme_evidence(site.index)[gap.prototype]
    inferred = dict.fromkeys(programme.inferred_practices, "link inferred")
    helpers = helpers_for(site.index, gap.prototype, gap.area)
    return table_row(
        (site.link(gap.prototype), *offer_tags(site, gap.prototype)),
        record_links(site, gap.practices, "None named", FEW_LINKS, notes=inferred),
        programme_tags(programme),
        tuple(_here(site, gap)) or (Text("No record of it"),),
        record_links(
            site,
            helpers,
            "None yet",
            FEW_LINKS,
            notes=distance_notes(site, gap.area, helpers[:FEW_LINKS]),
        ),
    )


def _here(site: SiteContent, gap: AdoptionGap) -> Iterator[Inline]:
    """Yield the plans for a programme, and what of it is in use or was halted here."""
    yield from (_plan(site, adoption) for adoption in gap.adoptions)
    if gap.unknown:
        yield Text(_unnamed(site, gap))
    if gap.in_use:
        yield Text("In use already:")
        yield from record_links(site, gap.in_use, "", FEW_LINKS)
    if gap.halted:
        yield Text(f"{counted(len(gap.halted), 'practice')} of it: not offered again")
    if gap.parts:
        yield Text("In use in part of it:")
        yield from record_links(site, gap.parts, "", FEW_LINKS)


def _unnamed(site: SiteContent, gap: AdoptionGap) -> str:
    """Return a note on unnamed adopters: they are inside the area, or may be the area itself."""
    areas = counted(gap.unnamed, "area", "areas")
    standings = adoption_grid(site.index).standings
    statuses = (standings.get((gap.area, practice)) for practice in gap.practices)
    adoptions = (
        site.index.adoption(adoption)
        for status in statuses
        if status and status.practised == "unknown"
        for adoption in status.adoptions
    )
    if any(gap.area in site.index.adopting_areas(adoption) for adoption in adoptions):
        return f"In use in {areas} inside it, not named"
    return f"May be in use: {areas} nearby, not named"


def _plan(site: SiteContent, adoption: str) -> InternalLink:
    """Return a link to a plan by its status and practice: its title would repeat the area."""
    record = site.index.adoption(adoption)
    practice = site.catalogue.title(record.practice) if record.practice else ""
    return InternalLink(STATUSES.label(record.status), site.link(adoption).url, practice)


def reason_words(reason: str | None) -> str:
    """Return why work was halted, as a whole sentence where that is not known or not given."""
    if reason is None:
        return "No reason given"
    known = reason.strip(" .").casefold() != REASON_NOT_KNOWN
    return reason if known else "Nobody knows the reason"


def halted_blocks(site: SiteContent, works: tuple[HaltedWork, ...]) -> Iterator[Block]:
    """Yield a table of what was paused, stopped or declined, with reasons; nothing if empty."""
    shown, more = sample_items(works)
    rows = tuple(
        table_row(
            record_link(site, work.record),
            record_links(site, work.practices, most=FEW_LINKS),
            record_links(site, work.areas, most=FEW_LINKS),
            (*word_tag(STATUSES, work.status), *as_of(site, site.catalogue.records[work.record])),
            text_inlines(reason_words(work.reason)),
        )
        for work in shown
    )
    if rows:
        columns = ("What", "Practice", "Where", "Status", "Why")
        yield Table("", columns, rows, more=more, name="Paused, stopped or declined, and why")


def barrier_blocks(
    site: SiteContent, barriers: tuple[AreaBarrier, ...], most: int = MAX_ROWS
) -> Iterator[Table]:
    """Yield a table of barriers met or expected in an area, with who solved each and where."""
    shown, more = sample_items(barriers, most)
    if not shown:
        return
    rows = tuple(_barrier(site, barrier) for barrier in shown)
    columns = ("Barrier", _WHERE, "Status there", "Solved by", "Solved in")
    table = Table("", columns, rows, more=more, name="Barriers met or expected")
    places = dict.fromkeys(barrier.here.area for barrier in shown)
    if len(places) > 1:
        yield table
    else:  # said once, above the table
        label = f"In {site.catalogue.title(*places)}"
        yield replace(drop_column(table, _WHERE), label=label)


def _barrier(site: SiteContent, barrier: AreaBarrier) -> TableRow:
    solved = (barrier.here, *barrier.answers) if barrier.solved else barrier.answers
    practices = dict.fromkeys(practice for met in solved for practice in met.practices)
    areas = dict.fromkeys(met.area for met in solved)
    return table_row(
        record_link(site, barrier.barrier),
        record_link(site, barrier.here.area),
        (
            *word_tag(BARRIER_STATUSES, barrier.here.status),
            *as_of_year(year_told(site, barrier.here.documents)),
        ),
        record_links(site, practices, "Not stated" if areas else "Nobody yet", FEW_LINKS),
        record_links(site, areas, "Nowhere yet", FEW_LINKS),
    )
