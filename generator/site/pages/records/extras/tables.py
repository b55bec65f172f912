"""Tables about an area that its page and its board report share."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.insights.barriers import AreaBarrier
from generator.analysis.insights.evidence import practice_evidence
from generator.analysis.insights.gaps import AdoptionGap, buddies_for
from generator.analysis.insights.halted import HaltedWork
from generator.analysis.insights.practice_status import adoption_grid
from generator.english import counted
from generator.model.kinds.adoption_words import REASON_NOT_KNOWN, STATUSES
from generator.model.kinds.barrier import STATUSES as BARRIER_STATUSES
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
from generator.site.parts.inlines import Inlines, InternalLink, Text
from generator.site.parts.limits import FEW_LINKS, MAX_ROWS, limit_items
from generator.site.parts.verdicts import evidence_tag

# More rows than in other tables: gaps are what most readers of the page look for.
_MAX_GAPS = 30


def gap_summary(site: SiteContent, area_gaps: list[AdoptionGap]) -> str:
    """Return in sentences how many gaps there are, how many have plans, and their evidence."""
    if not area_gaps:
        return "No practice with reported figures is left to adopt here."
    nowhere = sum(not gap.parts for gap in area_gaps)
    in_part = len(area_gaps) - nowhere
    planned = sum(bool(gap.adoptions) for gap in area_gaps)
    texts = []
    if nowhere:
        have = counted(nowhere, "practice has", "practices have")
        pronoun = "it" if nowhere == 1 else "them"
        texts.append(f"{have} reported figures elsewhere. We have no record of {pronoun} here.")
    if in_part:
        practices = counted(in_part, "practice", "practices")
        are = "is" if in_part == 1 else "are"
        texts.append(f"{practices} with reported figures {are} in use in part of this area.")
    texts.append(
        f"{counted(planned, 'is', 'are')} planned here." if planned else "None is planned."
    )
    evidence = [practice_evidence(site.index)[gap.practice] for gap in area_gaps]
    linked = sum(proof.inferred for proof in evidence)
    if linked:
        texts.append(f"only the academy links {linked} of them to the work behind the figures.")
    mixed = sum(proof.mixed for proof in evidence)
    if mixed:
        texts.append(f"for {mixed} the evidence against is as strong as the evidence for.")
    return " ".join(capitalise(text) for text in texts)


def gap_table(site: SiteContent, name: str, area_gaps: list[AdoptionGap]) -> Table:
    """Return gaps with their evidence, the plans for them and who could help."""
    shown, more = limit_items(area_gaps, _MAX_GAPS)
    rows = tuple(_gap(site, gap) for gap in shown)
    columns = ("Practice", "Evidence for and against", "Here", "Who can help")
    return Table("", columns, rows, more=more, name=name)


def _gap(site: SiteContent, gap: AdoptionGap) -> TableRow:
    here: Inlines = tuple(_plan(site, adoption) for adoption in gap.adoptions)
    if gap.unknown:
        here = (*here, Text(_unnamed(site, gap)))
    if gap.parts:
        here = (*here, Text("In use in part of it:"), *record_links(site, gap.parts, "", FEW_LINKS))
    return table_row(
        record_link(site, gap.practice),
        evidence_tag(practice_evidence(site.index)[gap.practice]),
        here or (Text("No record of it"),),
        record_links(site, buddies_for(site.index, gap.practice, gap.area), "None yet", FEW_LINKS),
    )


def _unnamed(site: SiteContent, gap: AdoptionGap) -> str:
    """Return a note on unnamed adopters: they are inside the area, or may be the area itself."""
    areas = counted(gap.unnamed, "area", "areas")
    standing = adoption_grid(site.index).standings[gap.area, gap.practice]
    adoptions = (site.index.adoption(adoption) for adoption in standing.adoptions)
    if any(gap.area in site.index.adopting_areas(adoption) for adoption in adoptions):
        return f"In use in {areas} inside it, not named"
    return f"May be in use: {areas} nearby, not named"


def _plan(site: SiteContent, adoption: str) -> InternalLink:
    """Return a link to a plan by its status: its title would repeat the practice and the area."""
    return InternalLink(
        STATUSES.label(site.index.adoption(adoption).status), site.link(adoption).url
    )


def reason_words(reason: str | None) -> str:
    """Return why work was halted, as a whole sentence where that is not known or not given."""
    if reason is None:
        return "No reason given"
    known = reason.strip(" .").casefold() != REASON_NOT_KNOWN
    return reason if known else "Nobody knows the reason"


def halted_blocks(site: SiteContent, works: tuple[HaltedWork, ...]) -> Iterator[Block]:
    """Yield a table of what was paused, stopped or declined, with reasons; nothing if empty."""
    shown, more = limit_items(works)
    rows = tuple(
        table_row(
            record_link(site, work.record),
            record_links(site, work.practices, most=FEW_LINKS),
            record_links(site, work.areas, most=FEW_LINKS),
            word_tag(STATUSES, work.status),
            text_inlines(reason_words(work.reason)),
        )
        for work in shown
    )
    if rows:
        columns = ("What", "Practice", "Where", "Status", "Why")
        yield Table("", columns, rows, more=more, name="Paused, stopped or declined, and why")


def barrier_blocks(
    site: SiteContent, barriers: tuple[AreaBarrier, ...], most: int = MAX_ROWS
) -> Iterator[Block]:
    """Yield a table of barriers met or expected in an area, with who solved each and where."""
    shown, more = limit_items(barriers, most)
    rows = tuple(_barrier(site, barrier) for barrier in shown)
    if rows:
        columns = ("Barrier", "Where", "Status there", "Solved by", "Solved in")
        yield Table("", columns, rows, more=more, name="Barriers met or expected")


def _barrier(site: SiteContent, barrier: AreaBarrier) -> TableRow:
    solved = (barrier.here, *barrier.answers) if barrier.solved else barrier.answers
    practices = dict.fromkeys(practice for met in solved for practice in met.practices)
    areas = dict.fromkeys(met.area for met in solved)
    return table_row(
        record_link(site, barrier.barrier),
        record_link(site, barrier.here.area),
        word_tag(BARRIER_STATUSES, barrier.here.status),
        record_links(site, practices, "Not stated" if areas else "Nobody yet", FEW_LINKS),
        record_links(site, areas, "Nowhere yet", FEW_LINKS),
    )
