"""Copy or apply: how closely adoptions followed the original, and how they turned out."""

from __future__ import annotations

from generator.analysis.insights import fidelity
from generator.english import counted
from generator.model.kinds.adoption_words import FIDELITIES
from generator.model.kinds.prototype_words import VERDICTS
from generator.site.pages.answers.spread.layouts import COPY
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
    """Return the outcomes by fidelity, what was planned and what happened, and each change."""
    results = fidelity.copy_or_apply(site.index)
    judged = sum(sum(outturn.verdicts.values()) for outturn in results.outturns)
    have = "has" if judged == 1 else "have"
    summary = (
        f"{capitalise(counted(results.happened, 'adoption has', 'adoptions have'))} begun, and "
        f"{judged or 'none'} {have} a verdict. That is too few to say which way is better."
        if judged < _ENOUGH
        else f"{results.happened} adoptions have begun. {judged or 'none'} {have} a verdict."
    )
    drift = Callout(
        f"{_count(results.planned['faithful'])} planned as an exact copy. "
        f"{_count(results.actual['faithful'])} of those that have begun turned out as one. "
        f"{_count(len(results.drift))} planned as a copy and turned out otherwise."
    )
    sections = [
        PageSection("outcomes", "Results of each way", (drift, _outturns(site, results))),
        PageSection("matrix", "What was planned and what happened", (_matrix(site, results),)),
        PageSection("changed", "What was kept, what was changed", (_changes(site),)),
    ]
    return answer_page(COPY, summary, sections)


def _count(number: int) -> str:
    return f"{number:,}" if number else "None"


_ENOUGH = 20  # With fewer verdicts, the page says that they are too few to compare.


def _outturns(site: SiteContent, results: fidelity.CopyOrApply) -> Table:
    rows = []
    for outturn in results.outturns:
        verdicts = ", ".join(
            f"{VERDICTS.label(word)}: {count}" for word, count in outturn.verdicts.items()
        )
        without_prototype = (
            f"{outturn.without} name no prototype that resulted" if outturn.without else ""
        )
        rows.append(
            table_row(
                text_inlines(FIDELITIES.label(outturn.fidelity)),
                text_inlines(f"{len(outturn.adoptions):,}"),
                record_links(site, outturn.prototypes, "None named"),
                text_inlines(
                    "; ".join(part for part in (verdicts, without_prototype) if part)
                    or "No case yet"
                ),
            )
        )
    columns = ("What happened", "Adoptions begun", "What resulted", "Did it work?")
    return Table("", columns, tuple(rows), name="Outcome by how closely it was followed")


def _matrix(site: SiteContent, results: fidelity.CopyOrApply) -> Table:
    rows = tuple(
        table_row(
            word_tag(FIDELITIES, cell.planned),
            word_tag(FIDELITIES, cell.actual),
            text_inlines(f"{len(cell.adoptions)}"),
            record_links(site, cell.adoptions, most=FEW_LINKS),
        )
        for cell in results.matrix
    )
    columns = ("Planned", "What happened", "How many", "Adoptions")
    return Table("", columns, rows, name="How closely it was planned and followed")


def _changes(site: SiteContent) -> Table:
    adoptions = [
        adoption
        for adoption in site.index.adoptions
        if adoption.kept or adoption.modifications or adoption.why_it_fits
    ]
    shown, more = limit_items(adoptions, ROWS_PER_PAGE)
    rows = tuple(
        table_row(
            record_link(site, adoption.id),
            text_inlines("; ".join(adoption.kept)),
            text_inlines("; ".join(change.what for change in adoption.modifications)),
            text_inlines(adoption.why_it_fits),
        )
        for adoption in shown
    )
    columns = ("Adoption", "Kept", "Changed", "Why it fits here")
    return Table("", columns, rows, name="What was kept and changed", more=more)
