"""Copy or apply: how close adoptions kept to the original, and how they turned out."""

from __future__ import annotations

from generator.analysis.insights import fidelity
from generator.english import counted
from generator.model.kinds.adoption import FIDELITIES
from generator.model.kinds.prototype import VERDICTS
from generator.site.pages.answers.spread.layouts import COPY, LAYOUTS
from generator.site.parts.answer_page import answer_page
from generator.site.parts.blocks import Callout, Table
from generator.site.parts.cells import (
    capitalise,
    record_link,
    record_links,
    table_row,
    text_inlines,
    word_tag,
)
from generator.site.parts.content import SiteContent
from generator.site.parts.limits import FEW_LINKS, ROWS_PER_PAGE, limit_items
from generator.site.parts.page import Page, PageSection


def page(site: SiteContent) -> Page:
    """The outcomes by fidelity, what was planned against what was done, and each change."""
    found = fidelity.copy_or_apply(site.index)
    judged = sum(sum(one.verdicts.values()) for one in found.outturns)
    have = "has" if judged == 1 else "have"
    summary = (
        f"{capitalise(counted(found.happened, 'adoption has', 'adoptions have'))} begun, and "
        f"{judged or 'none'} {have} a verdict. That is too few to say which way is better."
        if judged < _ENOUGH
        else f"{found.happened} adoptions have begun. {judged or 'none'} {have} a verdict."
    )
    drift = Callout(
        f"{_count(found.planned['faithful'])} planned as an exact copy. "
        f"{_count(found.actual['faithful'])} turned out as one. "
        f"{_count(len(found.drift))} planned as a copy and turned out otherwise."
    )
    sections = [
        PageSection("outcomes", "Results of each way", (drift, _outturns(site, found))),
        PageSection("matrix", "What was planned and what happened", (_matrix(site, found),)),
        PageSection("changed", "What was kept, what was changed", (_changes(site),)),
    ]
    return answer_page(COPY, summary, sections, LAYOUTS)


def _count(number: int) -> str:
    return f"{number:,}" if number else "None"


_ENOUGH = 20  # verdicts below which no comparison is worth making


def _outturns(site: SiteContent, found: fidelity.CopyOrApply) -> Table:
    rows = []
    for one in found.outturns:
        verdicts = ", ".join(
            f"{VERDICTS.label(word)}: {count}" for word, count in one.verdicts.items()
        )
        silent = f"{one.without} name no prototype that resulted" if one.without else ""
        rows.append(
            table_row(
                text_inlines(FIDELITIES.label(one.fidelity)),
                text_inlines(f"{len(one.adoptions):,}"),
                record_links(site, one.prototypes, "None named"),
                text_inlines(
                    "; ".join(part for part in (verdicts, silent) if part) or "No case yet"
                ),
            )
        )
    columns = ("What happened", "Adoptions begun", "What resulted", "Did it work?")
    return Table("", columns, tuple(rows), name="Outcome by fidelity")


def _matrix(site: SiteContent, found: fidelity.CopyOrApply) -> Table:
    rows = tuple(
        table_row(
            word_tag(FIDELITIES, one.planned),
            word_tag(FIDELITIES, one.actual),
            text_inlines(f"{len(one.adoptions)}"),
            record_links(site, one.adoptions, most=FEW_LINKS),
        )
        for one in found.matrix
    )
    columns = ("Planned", "What happened", "How many", "Adoptions")
    return Table("", columns, rows, name="How closely it was planned and followed")


def _changes(site: SiteContent) -> Table:
    told = [one for one in site.index.adoptions if one.kept or one.modifications or one.why_it_fits]
    shown, more = limit_items(told, ROWS_PER_PAGE)
    rows = tuple(
        table_row(
            record_link(site, one.id),
            text_inlines("; ".join(one.kept)),
            text_inlines("; ".join(change.what for change in one.modifications)),
            text_inlines(one.why_it_fits),
        )
        for one in shown
    )
    columns = ("Adoption", "Kept", "Changed", "Why it fits here")
    return Table("", columns, rows, name="What was kept and changed", more=more)
