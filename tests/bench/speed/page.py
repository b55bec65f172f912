"""The page `docs/speed.md`, made from what a run of the benchmark kept."""

from __future__ import annotations

from textwrap import fill

from tests.bench.speed.results import Results
from tests.bench.speed.tables import all_tables, busy, markdown

_HEAD = """# How fast it is

This page is made by the benchmark from its own figures: `python -m tests.bench --page FILE`, where
FILE is what `--json FILE` kept. `python -m tests.bench` measures again.

## What is measured

A made-up academy of each size is written, and the same records for each peer: every field, all
prose, a link to each record that is named, and a list of each kind. Peers show neither figures nor
who names a record. Hugo and Eleventy have a plain theme of one page frame and one stylesheet; their
Markdown is written before the clock starts, which favours them. Hugo writes one file of all text
for a search, Pagefind makes its index, and Material makes its own. MkDocs reads the records and
makes its pages inside the build, with the records out of the menu.

Every build is cold: a fresh process, with no site and no cache. The builders take turns, and each
figure is the median over the rounds. Seconds are those on the clock; processor seconds and memory
are those of the whole tree of processes. Memory is the highest sum that was seen when looking ten
times a second: of RSS while there is one process, of PSS while there are several. MB are millions
of bytes.
"""


def page(results: Results) -> str:
    """The page in Markdown."""
    parts = [_HEAD, _about(results)]
    parts += [f"{markdown(table)}\n" for table in all_tables(results)]
    if results.reader:
        parts.append("\n".join(("## What it costs its readers", "", "```", *results.reader)))
        parts.append("```\n")
    return "\n".join(parts)


def _about(results: Results) -> str:
    machine, rounds = results.machine, max((run.number for run in results.runs), default=0)
    times = "one round" if rounds == 1 else f"{rounds} rounds"
    parts = [
        f"Measured on {machine.day} on {machine.system} with {machine.processors} processors and "
        f"Python {machine.python}, in {times}, on a file system of the sort {machine.storage}. "
        f"Peers: {'; '.join(results.versions) or 'none'}.",
        busy(results),
        *(f"Left out: {why}" for why in results.left_out),
    ]
    return "\n\n".join(fill(part, 100) for part in parts if part) + "\n"
