"""From single runs to medians, ratios, bars, tables and the page."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bench.speed.bars import (
    ADDED,
    BUILD,
    COLD,
    FULL_ELEVENTY,
    FULL_HUGO,
    HUGO,
    MKDOCS,
    OURS,
    SERVE,
    STAGE,
    TEXT,
    TITLE,
)
from tests.bench.speed.judge import medians, verdicts
from tests.bench.speed.kept import keep, load
from tests.bench.speed.page import page
from tests.bench.speed.results import Change, Machine, Results, Run, Stage
from tests.bench.speed.tables import all_tables, busy, markdown, plain


def runs(builder: str, records: int, *walls: float, memory: int = 100_000_000) -> list[Run]:
    return [
        Run(builder, records, number, wall, wall * 2, memory, 8, 10, 2_500_000, 0.0)
        for number, wall in enumerate(walls, 1)
    ]


RESULTS = Results(
    Machine(2, "Linux x86_64", "3.11.7", "2026-11-25", "ext4"),
    ("Hugo 1.2.3",),
    (
        *runs(OURS, 1_000, 1.0, 9.0, 2.0),
        *runs(MKDOCS, 1_000, 10.0, 10.0, 10.0),
        *runs(OURS, 10_000, 22.0, 20.0, 21.0, memory=300_000_000),
        *runs(MKDOCS, 10_000, 70.0),
        *runs(HUGO, 10_000, 4.0, memory=620_000_000),
        *runs(FULL_HUGO, 10_000, 6.0, 7.0, 8.0, memory=700_000_000),
        *runs(FULL_ELEVENTY, 10_000, 20.0, 20.0, 20.0),
        *runs(OURS, 50_000, 100.0, memory=2_000_000_001),
    ),
    (
        *(Change(10_000, BUILD, TEXT, seconds) for seconds in (2.0, 4.0, 2.9)),
        *(Change(10_000, SERVE, TEXT, seconds) for seconds in (1.1, 0.2, 1.2)),
        Change(10_000, BUILD, TITLE, 5.1, 6.2),
        Change(10_000, BUILD, ADDED, 30.0),
        Change(1_000, BUILD, STAGE, 0.7),
    ),
    (
        Stage(1_000, COLD, "read", 1.0),
        Stage(1_000, COLD, "press", 3.0),
        Stage(1_000, COLD, "read", 1.5),
        Stage(1_000, BUILD, "read", 0.5),
    ),
)


def test_the_median_is_the_middle_of_the_rounds() -> None:
    by_builder = {(one.builder, one.records): one for one in medians(RESULTS)}
    assert by_builder[OURS, 1_000].wall == 2.0
    assert by_builder[MKDOCS, 1_000].ours == 0.2
    assert by_builder[OURS, 10_000].processor == 42.0


def test_each_bar_is_judged_by_medians() -> None:
    by_bar = {one.bar: (one.measured, one.is_met) for one in verdicts(RESULTS)}
    assert by_bar == {
        f"time beside {MKDOCS}, 10,000 records": ("0.30 of it", True),
        f"time beside {FULL_HUGO}, 10,000 records": ("3.00 of it", True),
        f"time beside {FULL_ELEVENTY}, 10,000 records": ("1.05 of it", False),
        f"memory beside {HUGO}, 10,000 records": ("0.48 of it", True),
        "time, 10,000 records": ("21.00 s", False),
        "processor time, 10,000 records": ("42.00 s", False),
        "memory, 10,000 records": ("300 MB", True),
        "size of the site, 10,000 records": ("2 MB", True),
        "files of the site, 10,000 records": ("10", True),
        "memory, 50,000 records": ("2,000 MB", False),
        "time at 10,000 records beside that at 1,000": ("10.5 times", True),
        "build after a changed stage, 1,000 records": ("0.70 s", True),
        "build after a changed text, 10,000 records": ("2.90 s", True),
        "build after a changed title, 10,000 records": ("5.10 s", False),
        "serve after a changed text, 10,000 records": ("1.10 s", False),
    }


def test_what_was_not_measured_is_not_judged() -> None:
    assert verdicts(Results(RESULTS.machine, runs=tuple(runs(HUGO, 10_000, 1.0)))) == ()


def test_tables_for_the_terminal_line_up() -> None:
    title, *lines = plain(all_tables(RESULTS)[0]).split("\n")
    assert title == "Whole builds, 1,000 records"
    assert [line[:52] for line in lines] == [
        "  builder            seconds  processor s  memory MB",
        "  Academy               2.00         4.00        100",
        "  MkDocs + Material    10.00        20.00        100",
    ]
    assert [line.rpartition("  ")[2] for line in lines] == ["our time ÷ its", "1.00", "0.20"]
    assert len({*map(len, lines)}) == 1


def test_work_is_shown_a_page_and_a_megabyte() -> None:
    head, (ours, *_) = all_tables(RESULTS)[0].head, all_tables(RESULTS)[0].rows
    work = dict(zip(head, ours, strict=True))
    assert (work["processor s"], work["pages"], work["output MB"]) == ("4.00", "8", "2.5")
    assert (work["processor ms a page"], work["processor ms a MB"]) == ("500.00", "1,600")


def test_each_edit_has_its_column() -> None:
    tables = {table.title: table for table in all_tables(RESULTS)}
    none = "not measured"
    seen, work = tables["Built again after one change"], tables["The work of building again"]
    assert seen.rows[1] == ("10,000 records", "2.90", "5.10", none, "30.00", none, "1.10")
    assert work.rows[1] == ("10,000 records", none, "6.20", none, none, none)


def test_stages_are_shown_with_their_share() -> None:
    table = next(one for one in all_tables(RESULTS) if one.title.startswith("Where"))
    assert table.rows == (("read", "1.25", "29%"), ("press", "3.00", "71%"))
    assert all_tables(RESULTS)[-1].title == "Where the time goes, 1,000 records, a changed text"


def test_a_busy_machine_is_told() -> None:
    assert busy(RESULTS) == ""
    other = Run(OURS, 100, 1, 1.0, 1.0, 1, 1, 1, 1, 0.9)
    assert "0.9 processors" in busy(RESULTS.plus([other]))


def test_the_page_holds_every_table() -> None:
    text = page(RESULTS.plus(reader=["a line of search"]))
    assert all(markdown(table) in text for table in all_tables(RESULTS))
    assert "in 3 rounds" in text
    assert "a line of search" in text
    assert "\n\n\n" not in text


def test_a_run_is_kept_whole(tmp_path: Path) -> None:
    keep(RESULTS, tmp_path / "run.json")
    assert load(tmp_path / "run.json") == RESULTS


def test_another_file_is_no_run(tmp_path: Path) -> None:
    (tmp_path / "run.json").write_text("{}")
    with pytest.raises(ValueError, match="validation error"):
        load(tmp_path / "run.json")
