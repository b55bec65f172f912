"""Each example in docs/data.md runs on the data of a real site, and says what the records say."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from generator.exports.data_package import COLUMNS_VERSION
from generator.model.kinds.practice import Practice
from generator.model.kinds.prototype import Prototype
from tests.conftest import PROJECT
from tests.exports.making import first

GUIDE = (PROJECT / "docs" / "data.md").read_text(encoding="utf-8")
EXAMPLES = dict(re.findall(r"\n## (\S+)\n(?:(?!\n## ).)*?```python\n(.*?)```", GUIDE, re.DOTALL))


def output(example: str, folder: Path) -> list[str]:
    """The lines that an example prints, each without needless spaces."""
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", EXAMPLES[example]],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return [" ".join(line.split()) for line in done.stdout.splitlines()]


@pytest.fixture(scope="module")
def data(first_site: Path) -> Path:
    return first_site / "data"


def prototypes() -> tuple[Prototype, ...]:
    return first().index.catalogue.records_of(Prototype)


def test_each_library_has_an_example() -> None:
    assert set(EXAMPLES) == {"pandas", "Datasette", "frictionless", "networkx", "rdflib"}


def test_pandas_counts_stages_and_areas(data: Path) -> None:
    lines = output("pandas", data)
    stages = Counter(prototype.stage for prototype in prototypes() if prototype.stage)
    for stage, count in stages.items():
        assert f"{stage} {count}" in lines


def test_datasette_answers_a_question(data: Path) -> None:
    edges = Counter(edge.type for edge in first().index.edges)
    most = max(edges.values())
    assert output("Datasette", data)[0] in {
        f"{most} {name}" for name, count in edges.items() if count == most
    }


@pytest.mark.parametrize(
    "site", ["small_site", pytest.param("first_site", marks=pytest.mark.proof)]
)
def test_frictionless_checks_and_reads(site: str, request: pytest.FixtureRequest) -> None:
    lines = output("frictionless", request.getfixturevalue(site) / "data")
    assert lines[0].startswith("valid: True")
    assert lines[1] == f"version of the columns: {COLUMNS_VERSION}"


def test_networkx_reads_every_record(data: Path) -> None:
    first_line = output("networkx", data)[0]
    assert first_line.startswith(f"{len(first().index.catalogue.records)} records")


def test_rdflib_finds_the_practices_that_prototypes_use(data: Path) -> None:
    index = first().index
    used = Counter(
        index.catalogue.title(index.id(practice) or practice)
        for prototype in prototypes()
        for practice in dict.fromkeys(prototype.practices)
    )
    assert index.catalogue.records_of(Practice)
    best = sorted(used.items(), key=lambda pair: (-pair[1], pair[0]))[:5]
    assert output("rdflib", data) == [f"{count} {title}" for title, count in best]
