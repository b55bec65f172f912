"""What it costs to follow academies, beside one academy with as many records.

`python -m tests.bench.followed --academies 20 --records 500` makes both, builds both with fresh
processes, changes one record of one followed academy, and brings that up to date and builds again;
then gives it a newer date.
Prints seconds of processor, the peak of memory and seconds on the clock of one run on this machine,
and bytes.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.bench.speed.builders import NEEDS
from tests.bench.speed.measure import Step, run
from tests.bench.synth import write_academy

_SITE_NAME = "site_name: Learning Academy"


def main() -> None:
    """Read the command line, measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.followed", description=__doc__)
    parser.add_argument("--academies", type=int, default=20, metavar="N", help="how many (20)")
    parser.add_argument("--records", type=int, default=500, metavar="N", help="of each (500)")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="academy-bench-") as work:
        for line in _lines(Path(work), given.academies, given.records):
            print(line, flush=True)  # noqa: T201


def _lines(work: Path, academies: int, records: int) -> Iterator[str]:
    home, *others = (_academy(work / f"academy-{n}", n, records) for n in range(academies))
    yield f"{academies} academies of {records:,} records"
    yield f"  follow the first: {_run(home, 'follow', str(others[0]))}"
    for other in others[1:-1]:
        _run(home, "follow", str(other))
    yield f"  follow the last: {_run(home, 'follow', str(others[-1]))}"
    yield f"  build: {_run(home, 'build')}; {_bytes(home / 'site')}"
    yield f"  build again, nothing changed: {_run(home, 'build')}"
    record = sorted((others[0] / "prototypes").iterdir())[0]
    text = record.read_text(encoding="utf-8")
    record.write_text(text.replace("summary: ", "summary: Newer. ", 1), encoding="utf-8")
    yield f"  bring one up to date, one record changed: {_run(home, 'follow', str(others[0]))}"
    yield f"  build again: {_run(home, 'build')}"
    snapshot = home / "academies" / "academy-1" / "snapshot.json"
    dated = json.loads(snapshot.read_text(encoding="utf-8")) | {"day": "2030-01-01"}
    snapshot.write_text(json.dumps(dated), encoding="utf-8")
    yield f"  build again, one academy has a newer date: {_run(home, 'build')}"
    whole = work / "whole"
    write_academy(academies * records, whole)
    yield f"One academy of {academies * records:,} records"
    yield f"  build: {_run(whole, 'build')}; {_bytes(whole / 'site')}"
    yield f"  build again, nothing changed: {_run(whole, 'build')}"


def _academy(root: Path, number: int, records: int) -> Path:
    write_academy(records, root, seed=number)
    settings = root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    if _SITE_NAME not in text:
        raise ValueError(f"{settings} has another name.")
    settings.write_text(text.replace(_SITE_NAME, f"site_name: Academy {number}"), encoding="utf-8")
    return root


def _run(academy: Path, *words: str) -> str:
    """Run a command of this tree's program, and return what it took."""
    step = Step((sys.executable, "-m", "generator", *words), academy, NEEDS)
    cost = run([step], academy.parent / "log.txt")
    return f"{cost.processor:.1f} s of processor, {cost.memory / 1e6:,.0f} MB, {cost.wall:.0f} s"


def _bytes(folder: Path) -> str:
    sizes = [file.stat().st_size for file in folder.rglob("*") if file.is_file()]
    return f"{sum(sizes) / 1e6:,.0f} MB in {len(sizes):,} files"


if __name__ == "__main__":
    main()
