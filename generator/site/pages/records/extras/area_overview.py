"""The first screen of an area: what was tried, what it could adopt, and who can be asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.analysis.insights.assurance import Assurance
from generator.analysis.insights.evidence import evidence_rank
from generator.analysis.insights.gaps import gaps_from_level, helpers_for
from generator.analysis.insights.halted import HaltedWork
from generator.analysis.insights.programmes import ProgrammeEvidence, programme_evidence
from generator.analysis.insights.tried_near import TriedNear, tried_near
from generator.model.kinds.adoption_words import STATUSES
from generator.model.kinds.area import Area
from generator.model.kinds.barrier import STATUSES as BARRIER_STATUSES
from generator.site.pages.records.extras.tables import reason_words
from generator.site.parts.board_reports import report_link
from generator.site.parts.cells import record_links, text_inlines
from generator.site.parts.content import SiteContent
from generator.site.parts.distances import distance_notes
from generator.site.parts.inlines import Inlines, Text
from generator.site.parts.last_known import first_known, year_told
from generator.site.parts.overview import Overview, StripCell, overview_points
from generator.site.parts.overview_lines import count_cell, prototype_lines, verdict_cell
from generator.site.parts.readiness import offer_tags
from generator.site.parts.verdicts import practices_inside, results_for_and_against
from generator.site.parts.who_to_ask import organisation_lines

_MOST_ASKED = 2
_MOST_ORGANISATIONS = 5


def area_overview(site: SiteContent, area: Area, report: Assurance) -> Overview:
    """Return the first screen of an area; `report` holds what its board is told."""
    tried = tried_near(site.index, area.id)
    here, around, inside = (
        prototype_lines(site, prototypes) for prototypes in (tried.here, tried.around, tried.inside)
    )
    plans = [_plan(site, adoption) for adoption in report.pending]
    barriers = _barriers(site, report)
    return Overview(
        strip=(
            _tried(tried),
            _worked(site, tried),
            _candidates(site, report),
            _plans(site, report),
        ),
        left=(
            *overview_points("Tried here", here, "here"),
            *overview_points("Tried in the wider area", around, "nearby"),
            *overview_points("Tried in part of it", inside, "nearby"),
            *overview_points("Best to adopt", list(_candidate(site, report)), "gaps", 1),
            *overview_points("Planned here, not begun", plans, "planned"),
            *overview_points("Paused, stopped or declined", _halted(site, report.halted), "halted"),
            *overview_points("What gets in the way", barriers, "barriers"),
        ),
        right=(
            *overview_points(
                "Organisations today",
                organisation_lines(site, area.id),
                "people",
                _MOST_ORGANISATIONS,
            ),
            *overview_points("For your board", [(report_link(site, area.id),)], ""),
        ),
    )


def _tried(tried: TriedNear) -> StripCell:
    """Return how much was tried here, and in the areas around and inside."""
    near = [
        f"{len(prototypes):,} {where}"
        for prototypes, where in (
            (tried.around, "in the wider area"),
            (tried.inside, "in part of it"),
        )
        if prototypes
    ]
    section = "here" if tried.here else "nearby"
    return replace(
        count_cell("Tried here", len(tried.here), "prototype", ", ".join(near)), section=section
    )


def _worked(site: SiteContent, tried: TriedNear) -> StripCell:
    """Return how many of the prototypes here, or else near here, worked, and who says so."""
    near = (*tried.around, *tried.inside)
    note = "" if tried.here else "none of them here"
    return verdict_cell(site, "Did it work?", tried.here or near, note)


def _candidates(site: SiteContent, report: Assurance) -> StripCell:
    words = len(gaps_from_level(site.index, report.area, "account")) - len(report.gaps)
    more = f"{words:,} more with accounts in words" if words else ""
    value = f"{len(report.gaps):,} with figures" if report.gaps else "None with figures"
    section = "gaps" if report.gaps or words else ""
    return StripCell("Could adopt", text_inlines(value), more, section=section)


def _plans(site: SiteContent, report: Assurance) -> StripCell:
    years = [first_known(site, site.index.adoption(plan)) for plan in report.pending]
    oldest = min((year for year in years if year), default="", key=lambda year: year[-4:])
    note = f"the oldest is from {oldest}" if oldest else ""
    return count_cell("Planned, not begun", len(years), "plan", note, "planned")


def _candidate(site: SiteContent, report: Assurance) -> Iterator[Inlines]:
    """Yield the programmes with figures, the best first, with their evidence and who can help."""
    programmes = programme_evidence(site.index)
    for gap in sorted(report.gaps, key=lambda gap: _worth(programmes[gap.prototype])):
        programme = programmes[gap.prototype]
        helpers = helpers_for(site.index, gap.prototype, gap.area)
        away = distance_notes(site, gap.area, helpers[:_MOST_ASKED])
        links = record_links(site, helpers, most=_MOST_ASKED, notes=away)
        ask = (Text("Ask:"), *links) if helpers else ()
        about = f"{practices_inside(programme)}; {results_for_and_against(programme)}"
        yield (site.link(gap.prototype), *offer_tags(site, gap.prototype), Text(about), *ask)


def _worth(programme: ProgrammeEvidence) -> tuple[bool, bool, int]:
    """Return the order of candidates: not mixed, with nothing against them, strong."""
    return (programme.mixed, bool(programme.failed), -evidence_rank(programme.level))


def _plan(site: SiteContent, adoption: str) -> Inlines:
    year = first_known(site, site.index.adoption(adoption))
    return (site.link(adoption, f"since {year}" if year else ""),)


def _halted(site: SiteContent, works: Sequence[HaltedWork]) -> list[Inlines]:
    return [
        (
            site.link(work.record),
            Text(f"{STATUSES.label(work.status)}: {reason_words(work.reason)}"),
        )
        for work in works
    ]


def _barriers(site: SiteContent, report: Assurance) -> list[Inlines]:
    """Return the open barriers, each with the areas that solved it."""
    lines: list[Inlines] = []
    for barrier in report.open_barriers:
        solved = dict.fromkeys(answer.area for answer in barrier.answers)
        year = year_told(site, barrier.here.documents)
        status = BARRIER_STATUSES.label(barrier.here.status).lower()
        status += f" as of {year}" if year else ""
        note = f"{status}; solved in" if solved else status
        by = record_links(site, solved, most=_MOST_ASKED) if solved else ()
        lines.append((site.link(barrier.barrier, note), *by))
    return lines
