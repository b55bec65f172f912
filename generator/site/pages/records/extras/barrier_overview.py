"""The first screen of a barrier: where it was met, who solved it and how, who can be asked."""

from __future__ import annotations

from generator.analysis.index import group_answer_by
from generator.analysis.insights.barriers import BarrierOccurrence, barrier_histories
from generator.english import counted
from generator.model.kinds.barrier import EXPECTED_STATUSES, LEVELS, STATUSES, Barrier
from generator.site.parts.cells import text_inlines, word_tag
from generator.site.parts.content import SiteContent
from generator.site.parts.inlines import Inlines, InternalLink, MarkdownText
from generator.site.parts.last_known import year_told
from generator.site.parts.overview import Overview, StripCell, overview_points
from generator.site.parts.overview_lines import count_cell
from generator.site.parts.who_to_ask import who_to_ask


def barrier_overview(site: SiteContent, barrier: Barrier) -> Overview:
    """Return the first screen of a barrier."""
    history = group_answer_by(site.index, barrier_histories, "barrier")[barrier.id][0]
    expected = {one.area for one in history.waiting if one.status in EXPECTED_STATUSES}
    still_open = [one for one in history.waiting if one.status not in EXPECTED_STATUSES]
    solved = dict.fromkeys(one.area for one in history.answered)
    met = {*solved, *(one.area for one in still_open)}
    more = len(expected - met)
    practices = dict.fromkeys(practice for one in history.answered for practice in one.practices)
    waiting = [_waiting(site, one) for one in (*still_open, *history.waiting) if one]
    return Overview(
        strip=(
            count_cell("Met in", len(met), "area", _expected_note(more), "met"),
            _solved(len(solved), len(practices)),
            count_cell("Still open in", len({one.area for one in still_open}), "area", "", "met"),
            StripCell("Who can remove it", word_tag(LEVELS, barrier.level)),
        ),
        left=(
            *overview_points("How it was solved", _ways(site, history.answered), "met"),
            *overview_points("Where it is open or expected", list(dict.fromkeys(waiting)), "met"),
        ),
        right=(
            *who_to_ask(site, solved, "met", {}),
            *overview_points("Practices that helped", [(site.link(p),) for p in practices], "met"),
        ),
        covered_fields=frozenset({"level"}),
    )


def _expected_note(number: int) -> str:
    return f"and expected in {number:,} more" if number else ""


def _solved(areas: int, practices: int) -> StripCell:
    if not areas:
        return StripCell("Solved", text_inlines("Nobody yet"))
    note = f"by {counted(practices, 'practice')}" if practices else "not stated how"
    return StripCell("Solved", text_inlines(f"In {counted(areas, 'area')}"), note, section="met")


def _ways(site: SiteContent, answered: tuple[BarrierOccurrence, ...]) -> list[Inlines]:
    """Return where it was solved and what was done there."""
    return [
        (_place(site, one), MarkdownText(one.how)) if one.how else (_place(site, one),)
        for one in answered
    ]


def _place(site: SiteContent, occurrence: BarrierOccurrence) -> InternalLink:
    year = year_told(site, occurrence.documents)
    return site.link(occurrence.area, f"as of {year}" if year else "")


def _waiting(site: SiteContent, occurrence: BarrierOccurrence) -> Inlines:
    status = STATUSES.label(occurrence.status).lower()
    year = year_told(site, occurrence.documents)
    return (site.link(occurrence.area, f"{status} as of {year}" if year else status),)
