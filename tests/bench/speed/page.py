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
prose, a link to each record that is named, and a list of each kind. Hugo and Eleventy have a plain
theme of one page frame and one stylesheet; their Markdown is written before the clock starts, which
favours them. Hugo writes one file of all text for a search, Pagefind makes its index, and Material
makes its own. MkDocs reads the records and makes its pages inside the build, with the records out
of the menu.

Hugo and Eleventy are built a second time, *fuller*, with more of the work of an academy. Each page
also shows cards of the records that it names and of those that name it (title, summary and labels;
20 of each at most, the rest counted), holds linked data (JSON-LD), and has a whole menu of some 45
links. Beside each page stands its record as a JSON file. Labels go into the index for search. The
peer works out from the records' own links who names them. What it still does not do: figures and
their tables, comparisons and other answers from all records, checks, the form, tables of data,
outlines for lists and comparisons, weights for search in Hugo, a manifest. What it does and we do
not: the whole menu on each page, which we keep on a page of its own; a file of data for each
record, where ours hold several; and linked data, which we write only for a site with a web address.

Every build is cold: a fresh process, with no site and no cache, and an empty cache folder of its
own. The builders take turns, and each figure is the median over the rounds. Seconds are those on
the clock; processor seconds and memory are those of the whole tree of processes. Memory is the
highest sum that was seen when looking ten times a second: of RSS while there is one process, of PSS
while there are several. MB are millions of bytes, and pages are HTML files; the processor
milliseconds a page and a MB say how much work a builder makes of what it writes.

Then one prototype gets another summary, title and stage, and a copy of it is added and removed. The
academy is built again after each, in a fresh process that finds the cache of the build before.
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
