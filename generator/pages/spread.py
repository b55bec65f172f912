"""Spread: what is in use where, who learnt it from whom, how fast, and how close they kept."""

from __future__ import annotations

from collections.abc import Iterator

from generator.insights import fidelity, learning, pace
from generator.insights.spread import Grid, Reach, by_status, grid, reach
from generator.kinds.adoption import FIDELITIES, LEVELS, STATUSES
from generator.kinds.prototype import VERDICTS
from generator.kinds.words import read_number
from generator.pages.amounts import FEW_NAMED, ROWS_A_PAGE, cut
from generator.pages.answer import (
    answer,
    bullets,
    chip,
    link,
    links,
    paged,
    row,
    sentence,
    several,
    words,
)
from generator.pages.doors import SPREAD
from generator.pages.drawings import drawing, network_figure, spread_figure, table_pages
from generator.pages.model import (
    Block,
    Bullets,
    Family,
    Note,
    Number,
    Numbers,
    Page,
    PageSection,
    Plate,
    Row,
    Table,
    Words,
)
from generator.pages.site import Site

GRID = Plate("spread/index.html", SPREAD, "What is in use where", "Has anyone near us tried this?")
NETWORK = Plate("spread/network.html", SPREAD, "Who learnt from whom", "Whom can we learn from?")
PACE = Plate("spread/pace.html", SPREAD, "How fast, how far", "How long does it take to spread?")
COPY = Plate("spread/copy-or-apply.html", SPREAD, "Copy or apply", "Should we copy it or adapt it?")
PLATES = (GRID, NETWORK, PACE, COPY)


def pages(site: Site) -> Iterator[Page]:
    """The four pages, the long lists of one of them on several."""
    yield from _grid(site)
    yield from _network(site)
    yield from _pace(site)
    yield _copy(site)


def _grid(site: Site) -> Iterator[Page]:
    whole = grid(site.index)
    silent = _without(whole)
    used = sum(cell.practised == "yes" for cell in whole.standings.values())
    unknown = sum(cell.practised == "unknown" for cell in whole.standings.values())
    summary = (
        f"{sentence(several(len(whole.practices), 'practice', 'practices'))} in use, planned "
        f"or given up in {len(whole.areas) - len(silent)} of "
        f"{several(len(whole.areas), 'area', 'areas')}: where they differ, and where nobody knows."
    )
    numbers = Numbers(
        (
            Number(f"{used:,}", "places where a practice is in use"),
            Number(f"{unknown:,}", "where it may be: adopters are counted, not named"),
            *_statuses(site),
        )
    )
    note = Note(
        "A practice in use in a wider area counts for the places inside it. An empty cell means "
        "that nobody has said so. It does not mean no."
    )
    figure, rows = spread_figure(site, whole), "spread/rows.html"
    sections = [
        PageSection(
            "grid",
            "Areas and practices",
            (numbers, note, drawing(site, figure, rows), *_silent(site, silent)),
        ),
        PageSection("levels", "At what level partners work together", (_levels(site),)),
    ]
    yield answer(GRID, summary, sections, PLATES)
    yield from table_pages(site, GRID, rows, figure)


def _statuses(site: Site) -> Iterator[Number]:
    """Adoptions by their status."""
    for status, count in by_status(site.index).items():
        label = STATUSES.label(status).lower()
        yield Number(f"{count:,}", f"adoptions {label}", "adoptions/index.html")


def _without(whole: Grid) -> list[str]:
    """The areas of which no practice is recorded."""
    known = {area for area, _ in whole.standings}
    return [area for area in whole.areas if area not in known]


def _silent(site: Site, silent: list[str]) -> Iterator[Block]:
    """These areas are not left out in silence."""
    if silent:
        label = "Areas where no practice in use, planned or given up is recorded"
        yield bullets(site, label, silent)


def _levels(site: Site) -> Table:
    found = learning.levels(site.index)
    rows = tuple(row((Words(LEVELS.label(word)),), (Words(f"{n:,}"),)) for word, n in found.items())
    return Table("", ("Level", "Adoptions"), rows, name="Adoptions by level")


def _network(site: Site) -> Iterator[Page]:
    whole = learning.network(site.index)
    actual = sum(one.actual for one in whole.lessons)
    planned = sum(one.planned for one in whole.lessons)
    summary = (
        f"{sentence(several(len(whole.sources), 'area', 'areas'))} taught others something. "
        f"{actual} of {len(whole.lessons)} lessons have been taken up, {planned} are planned."
    )
    figure, rows = network_figure(site, whole), "spread/network-rows.html"
    parts = [
        PageSection("network", "The network", (drawing(site, figure, rows),)),
        PageSection("roles", "Sources, adopters and bridges", tuple(_roles(site, whole))),
        PageSection("strands", "Who leads what, and for whom", (_strands(site),)),
    ]
    yield answer(NETWORK, summary, parts, PLATES)
    yield from table_pages(site, NETWORK, rows, figure)


def _roles(site: Site, whole: learning.Network) -> Iterator[Block]:
    for label, areas in (
        ("Areas that others learn from, those with most learners first", whole.sources),
        ("Areas that learn from others, those with most teachers first", whole.adopters),
        ("Bridges: areas that do both", whole.bridges),
    ):
        yield bullets(site, label, areas)
    for label, groups in (
        ("Areas joined by adoptions that have begun", whole.components),
        ("Areas joined by plans only", whole.components_planned),
    ):
        some, more = cut(groups)
        if some:
            yield Bullets(label, tuple(links(site, group) for group in some), more=more)


def _strands(site: Site) -> Table:
    shown, more = cut(learning.strands(site.index), ROWS_A_PAGE)
    rows = tuple(
        row(
            link(site, one.prototype),
            link(site, one.lead),
            words(f"{len(one.areas) + one.unnamed}"),
            (*links(site, one.areas, " ", FEW_NAMED), *_unnamed(one.unnamed)),
        )
        for one in shown
    )
    columns = ("What is taken over", "Led by", "For how many areas", "Which")
    return Table("", columns, rows, more=more, name="Who leads what")


def _unnamed(number: int) -> tuple[Words, ...]:
    return (Words(f"{number} not named"),) if number else ()


def _pace(site: Site) -> Iterator[Page]:
    months = pace.months_to_adopt(site.index)
    if months.median is None:
        summary = (
            f"Months from proof to adoption: not computable. {months.dated} of "
            f"{months.adoptions} adoptions have both dates."
        )
    else:
        summary = (
            f"Half of the adoptions took {read_number(months.median)} months or less from proof to "
            f"adoption. {months.dated} of {months.adoptions} have both dates."
        )
    saved = tuple(
        row(link(site, one.adoption), words(f"{read_number(one.months)} months"))
        for one in pace.months_saved(site.index)
    )
    note = Note("These are estimates made beforehand. Nobody has reported a saving of time yet.")
    table = Table("", ("Adoption", "Expected to save"), saved, name="Months expected to be saved")
    sections = [PageSection("saved", "Time that adopting should save", (note, table))]
    page = answer(PACE, summary, sections if saved else [], PLATES)
    spread = [one for one in reach(site.index).values() if _moves(one)]
    spread.sort(key=lambda one: (-len(one.areas), -len(one.actual), one.practice))
    columns = ("Practice", "In practice in", "Prototypes", "Begun or in place", "Planned")
    rows = tuple(_reach(site, one) for one in spread)
    part = PageSection("reach", "How far each practice has come", ())
    yield from paged(page, part, Table("", columns, rows, name="Reach of each practice"))


def _moves(one: Reach) -> bool:
    return bool(one.areas or one.actual or one.planned or one.halted)


def _reach(site: Site, one: Reach) -> Row:
    actual = f"{len(one.actual):,}" + (f" ({one.unnamed} areas not named)" if one.unnamed else "")
    return row(
        link(site, one.practice),
        links(site, one.areas, "Nowhere yet"),
        words(f"{len(one.prototypes):,}"),
        words(actual),
        words(f"{len(one.planned):,}"),
    )


def _copy(site: Site) -> Page:
    found = fidelity.copy_or_apply(site.index)
    judged = sum(sum(one.verdicts.values()) for one in found.outturns)
    have = "has" if judged == 1 else "have"
    summary = (
        f"{sentence(several(found.happened, 'adoption has', 'adoptions have'))} begun, and "
        f"{judged} of them {have} a verdict. That is too few to say which way is better."
        if judged < _ENOUGH
        else f"{found.happened} adoptions have begun. {judged} of them {have} a verdict."
    )
    drift = Note(
        f"Planned as a faithful copy: {found.planned['faithful']}. Turned out as one: "
        f"{found.actual['faithful']}. Planned as a copy and turned out otherwise: "
        f"{len(found.drift)}."
    )
    sections = [
        PageSection("outcomes", "What came of each way", (drift, _outturns(site, found))),
        PageSection("matrix", "Planned, and as it turned out", (_matrix(site, found),)),
        PageSection("changed", "What was kept, what was changed", (_changes(site),)),
    ]
    return answer(COPY, summary, sections, PLATES)


_ENOUGH = 20  # verdicts below which no comparison is worth making


def _outturns(site: Site, found: fidelity.CopyOrApply) -> Table:
    rows = []
    for one in found.outturns:
        verdicts = ", ".join(
            f"{VERDICTS.label(word)}: {count}" for word, count in one.verdicts.items()
        )
        silent = f"{one.without} name no prototype that resulted" if one.without else ""
        rows.append(
            row(
                words(FIDELITIES.label(one.fidelity)),
                words(f"{len(one.adoptions):,}"),
                links(site, one.prototypes, "None named"),
                words("; ".join(part for part in (verdicts, silent) if part) or "No case yet"),
            )
        )
    columns = ("As it turned out", "Adoptions begun", "What resulted", "Did it work?")
    return Table("", columns, tuple(rows), name="Outcome by fidelity")


def _matrix(site: Site, found: fidelity.CopyOrApply) -> Table:
    rows = tuple(
        row(
            chip(FIDELITIES, one.planned),
            chip(FIDELITIES, one.actual),
            words(f"{len(one.adoptions)}"),
            links(site, one.adoptions, most=FEW_NAMED),
        )
        for one in found.matrix
    )
    columns = ("Planned", "In fact", "How many", "Adoptions")
    return Table("", columns, rows, name="Fidelity planned and in fact")


def _changes(site: Site) -> Table:
    told = [one for one in site.index.adoptions if one.kept or one.modifications or one.why_it_fits]
    shown, more = cut(told, ROWS_A_PAGE)
    rows = tuple(
        row(
            link(site, one.id),
            words("; ".join(one.kept)),
            words("; ".join(change.what for change in one.modifications)),
            words(one.why_it_fits),
        )
        for one in shown
    )
    columns = ("Adoption", "Kept", "Changed", "Why it fits here")
    return Table("", columns, rows, name="What was kept and changed", more=more)


FAMILY = Family(PLATES, pages)
