"""How fast academies are built, beside three peers: `python -m tests.bench`.

Hugo and Eleventy are asked twice: for plain pages, and for more of the work of an academy.

Prints a table of each size, and says which bars are met; exits with 1 when one is missed. The first
run installs the peers' programs, at pinned versions, into a cache folder.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from tests.bench.quota import FEWEST
from tests.bench.speed.builders import PEERS_BY_WORD, PROJECT, Peer
from tests.bench.speed.conduct import Plan, conduct
from tests.bench.speed.judge import verdicts
from tests.bench.speed.kept import keep, load
from tests.bench.speed.measure import RunError, supported
from tests.bench.speed.page import page
from tests.bench.speed.results import Results, this_machine
from tests.bench.speed.tables import all_tables, busy, plain

PAGE = PROJECT / "docs" / "speed.md"
_SIZES = (100, 1_000, 10_000)


def main() -> int:
    """Read the command line, measure, print and keep; the exit code."""
    given = _given()
    try:
        if given.page:
            PAGE.write_text(page(load(given.page)), encoding="utf-8")
            return 0
        results = _measured(_plan(given), given.json)
    except (RunError, ValueError) as failed:
        sys.exit(str(failed))
    sys.stdout.write(_summary(results))
    return 0 if all(one.is_met for one in verdicts(results)) else 1


def _measured(plan: Plan, kept: Path | None) -> Results:
    """What was found; kept after each size, since a long run may be cut short."""
    if not supported():
        raise RunError("This system does not say what a process and its children use.")
    results = Results(this_machine())
    with tempfile.TemporaryDirectory(prefix="academy-bench-") as work:
        for results in conduct(plan, Path(work), _say):
            if kept:
                keep(results, kept)
    return results


def _given() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    add = parser.add_argument
    add("--sizes", type=int, nargs="+", default=_SIZES, metavar="N", help="how many records")
    add("--peers", nargs="*", choices=PEERS_BY_WORD, default=[*PEERS_BY_WORD], help="beside whom")
    add("--rounds", type=int, default=3, help="how many times each is run (3)")
    add("--mkdocs-10000", action="store_true", help="MkDocs beyond 1,000 records too, for minutes")
    add("--reader", action="store_true", help="also what searches and pages cost, in Chromium")
    add("--json", type=Path, metavar="FILE", help="keep all figures in FILE")
    add("--page", type=Path, metavar="FILE", help=f"measure nothing: make {PAGE.name} from FILE")
    given = parser.parse_args()
    if min(given.sizes) < FEWEST or given.rounds < 1:
        parser.error(f"An academy has at least {FEWEST} records, and is built at least once.")
    return given


def _plan(given: argparse.Namespace) -> Plan:
    peers = tuple(_peer(word, further=given.mkdocs_10000) for word in given.peers)
    return Plan(tuple(sorted(given.sizes)), peers, given.rounds, given.reader)


def _peer(word: str, *, further: bool) -> Peer:
    peer = PEERS_BY_WORD[word]
    return replace(peer, most=max(peer.most, 10_000)) if further else peer


def _summary(results: Results) -> str:
    parts = [*map(plain, all_tables(results)), "\n".join(results.reader), busy(results)]
    parts += [f"Left out: {why}" for why in results.left_out]
    return "\n\n".join(part for part in parts if part) + "\n"


def _say(what: str) -> None:
    sys.stderr.write(f"{what}\n")


if __name__ == "__main__":
    sys.exit(main())
