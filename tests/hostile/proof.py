"""The proof, in pieces that can run beside one another, and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

from playwright.sync_api import sync_playwright

from tests.conftest import launch
from tests.hostile.control import run_control, write_control
from tests.hostile.gate import Verdicts, judge
from tests.hostile.packs import packed
from tests.hostile.plan import Plan
from tests.hostile.readers import search, write
from tests.hostile.staging import bare, built, lexicon
from tests.hostile.vectors import sources
from tests.hostile.watch import Watch, look, watching

SQUARES = 2  # academies that share the packs
STEP = 3  # an attack stands in one of so many fields; see plan.py
_KEPT = 40  # pages opened with the policy still in them


@dataclass
class Outcome:
    """What came of one piece, or of all. `ran` and `asked` count by attack; `reported` says all."""

    seen: set[str] = field(default_factory=set)
    ran: dict[str, int] = field(default_factory=dict)
    asked: dict[str, int] = field(default_factory=dict)
    control: set[str] = field(default_factory=set)
    reported: dict[str, list[str]] = field(default_factory=dict)
    pages: int = 0
    took: dict[str, float] = field(default_factory=dict)

    def add(self, other: Outcome) -> None:
        """Take in what another piece came to."""
        self.seen |= other.seen
        self.control |= other.control
        self.reported |= other.reported
        self.pages += other.pages
        self.took |= other.took
        for mine, theirs in ((self.ran, other.ran), (self.asked, other.asked)):
            for attack, count in theirs.items():
                mine[attack] = mine.get(attack, 0) + count


def square(plan: Plan, every: int = 10) -> Outcome:
    """Every page of one academy; its search; its form."""
    out = Outcome()
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = built(Path(folder, "academy"), plan)
        browser = launch(playwright)
        with watching(browser, site) as watch:
            pages = sorted(site.rglob("*.html"))
            for page in pages[:: max(len(pages) // _KEPT, 1)]:
                look(watch, page.as_uri())
            bare(site)
            _read(watch, site, plan, out)
            attacks = tuple(one for pack in plan.packs for one in (*pack.items, *pack.prose))
            search(watch, site, tuple(dict.fromkeys(attacks)), every)
            step = max(len(plan.packs) // 3, 1)
            lost = write(watch, site, plan.records[::step])
            _sum(watch, site, plan, out)
            if lost:
                out.reported["the form does not show"] = lost
    return out


def words(attacks: tuple[str, ...]) -> Outcome:
    """The glossary, and pages on which its words are explained."""
    out = Outcome()
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        site, terms = lexicon(Path(folder, "academy"), attacks)
        bare(site)
        with watching(launch(playwright), site) as watch:
            missing = look(watch, (site / "glossary.html").as_uri(), terms)
            for page in sorted(site.rglob("*.html")):
                look(watch, page.as_uri())
                out.pages += 1
            out.reported = watch.reported
    if missing:
        out.reported["the glossary does not show"] = missing
    return out


def unsafe(attacks: tuple[str, ...]) -> Outcome:
    """The control: what runs with nothing in its way."""
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        pages = write_control(Path(folder, "pages"), attacks)
        with watching(launch(playwright), Path(folder)) as watch:
            return Outcome(control=run_control(watch, pages))


def prove(attacks: tuple[str, ...], step: int, squares: int = SQUARES) -> tuple[Verdicts, Outcome]:
    """All of it, two pieces at a time."""
    whole = Outcome()
    verdicts = judge(attacks)
    packs = packed(verdicts)
    # each in a process of its own; the glossary is one file, which may only grow so large
    jobs: list[tuple[str, Callable[..., Outcome], object]] = [
        *((f"control {n + 1}", unsafe, attacks[n::2]) for n in range(2)),
        *((f"glossary {n + 1}", words, verdicts.everywhere[n::4]) for n in range(4)),
        *(
            (f"academy {n + 1}", square, Plan(packs[n::squares], verdicts.taken["web"], step))
            for n in range(squares)
        ),
    ]
    with ProcessPoolExecutor(2, max_tasks_per_child=1, mp_context=get_context("spawn")) as pool:
        for out in pool.map(_timed, *zip(*jobs, strict=True)):
            whole.add(out)
    return verdicts, whole


def _timed(name: str, piece: Callable[..., Outcome], given: object) -> Outcome:
    start = monotonic()
    try:
        out = piece(given)
    except Exception as error:  # a piece that breaks is told of beside the others
        out = Outcome(reported={f"{name} broke": [f"{type(error).__name__}: {error}"]})
    out.took[name] = monotonic() - start
    return out


def _read(watch: Watch, site: Path, plan: Plan, out: Outcome) -> None:
    titles = {record.page: record for record in plan.records}
    for page in sorted(site.rglob("*.html")):
        record = titles.get(page.relative_to(site).as_posix())
        wanted: Sequence[str] = record.plain if record else ()
        missing = look(watch, page.as_uri(), wanted)
        out.seen |= set(wanted) - set(missing)
        out.pages += 1


def _sum(watch: Watch, site: Path, plan: Plan, out: Outcome) -> None:
    """By attack: what happened on pages of records that carry it."""
    out.reported = watch.reported
    for counted, seen in ((out.ran, watch.ran), (out.asked, watch.asked)):
        for address, carried_here in seen.items():
            page = address.partition("?")[0].removeprefix(f"{site.as_uri()}/")
            carried = (r for r in plan.records if r.page == page)
            for attack in {a for record in carried for a in record.plain}:
                counted[attack] = counted.get(attack, 0) + len(carried_here)


def rows(verdicts: Verdicts, out: Outcome) -> list[tuple[str, int, int, int, int, int, int]]:
    """For each source: attacks, refused by every field, seen as text, run, requests, control."""
    table = []
    for source in sources():
        asked_attacks = [one for one in source.attacks if one in verdicts.asked]
        counts = (
            len(asked_attacks),
            sum(verdicts.never(one) for one in asked_attacks),
            sum(one in out.seen for one in asked_attacks),
            sum(out.ran.get(one, 0) for one in asked_attacks),
            sum(out.asked.get(one, 0) for one in asked_attacks),
            sum(one in out.control for one in asked_attacks),
        )
        table.append((source.name, *counts))
    return table
