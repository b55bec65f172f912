"""Write a made-up academy: `python -m tests.bench.synth N OUT [--seed S]`."""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path

from tests.bench.bodies import Bodies
from tests.bench.ideas import make_outcomes, make_practices, make_principles
from tests.bench.papers import Papers
from tests.bench.places import make_areas
from tests.bench.quota import FEWEST, quotas
from tests.bench.spread import Spread
from tests.bench.stories import make_stories
from tests.bench.trials import Trials
from tests.bench.troubles import make_barriers
from tests.bench.world import World
from tests.sites import FIRST_ACADEMY


def write_academy(count: int, root: Path, seed: int = 7) -> None:
    """Write an academy of exactly `count` records, and what it needs to be built, to `root`.

    The folder must be new or empty. The same count and seed give the same bytes.
    """
    if count < FEWEST:
        raise ValueError(f"An academy needs at least {FEWEST} records.")
    if root.exists() and any(root.iterdir()):
        raise ValueError(f"{root} is not empty.")
    root.mkdir(parents=True, exist_ok=True)
    _records(World(root, seed, quotas(count)))
    # its glossary names records, so it stays behind
    settings = (FIRST_ACADEMY / "mkdocs.yml").read_text(encoding="utf-8")
    usual = settings.replace("      all_data_files: true\n", "")
    (root / "mkdocs.yml").write_text(usual, encoding="utf-8")
    shutil.copytree(FIRST_ACADEMY / "site_src", root / "site_src")


def _records(world: World) -> None:
    # each maker names what the makers before it have made
    papers = Papers(world)
    make_outcomes(world, papers)
    make_areas(world, papers)
    bodies = Bodies(world, papers)
    make_principles(world, papers)
    make_practices(world, papers)
    Trials(world, papers, bodies).make()
    Spread(world, papers, bodies).make()
    barriers = make_barriers(world, papers)
    make_stories(world, papers, barriers)
    papers.write()


def main() -> None:
    """Read the command line and write the academy."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int, metavar="N", help="how many records")
    parser.add_argument("root", type=Path, metavar="OUT", help="a new or empty folder")
    parser.add_argument("--seed", type=int, default=7)
    given = parser.parse_args()
    try:
        write_academy(given.count, given.root, given.seed)
    except ValueError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
