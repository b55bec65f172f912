"""Every attack on the reader ends within a second and 256 MB, with a place and without a trace."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from generator.records.source import parse_source
from tests.conftest import PROJECT
from tests.records.source.test_hostile import ATTACKS, SUITE, cases_of, written
from tests.sites import FIRST_ACADEMY, run_academy

SECONDS = 1.0
SECONDS_OF_ALL = 10.0
KIB = 256 * 1024
PLACED = re.compile(r"\S+:\d+:\d+: (?:error|warning) F1\d\d: .+", re.DOTALL)


def both(name: str, text: str) -> list[tuple[str, str]]:
    return [(f"{name}.yaml", text), (f"{name}.md", f"---\n{text}\n---\nText.\n")]


def measured(files: Iterable[tuple[str, str]]) -> list[dict[str, object]]:
    lines = "".join(json.dumps(one) + "\n" for one in files)
    done = subprocess.run(
        [sys.executable, "-m", "tests.hostile.ceilings"],
        cwd=PROJECT, input=lines, capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    assert done.stderr == ""
    return [json.loads(line) for line in done.stdout.splitlines()]


def check(files: list[tuple[str, str]]) -> float:
    """Fail unless each file stays below the ceiling; the seconds of all."""
    measurements = measured(files)
    assert [one["path"] for one in measurements] == [path for path, _ in files]
    for measurement in measurements:
        assert measurement["status"] == 0, measurement
        assert float(str(measurement["seconds"])) <= SECONDS, measurement
        assert int(str(measurement["kib"])) <= KIB, measurement
        assert all(PLACED.fullmatch(text) for text in measurement["said"]), measurement  # type: ignore[attr-defined]
    return sum(float(str(measurement["seconds"])) for measurement in measurements)


def test_every_attack_on_the_reader_stays_below_the_ceiling() -> None:
    attacks = [file for name, text in ATTACKS.items() for file in both(name, text)]
    assert check(attacks) <= SECONDS_OF_ALL


def test_some_of_the_yaml_suite_stays_below_the_ceiling() -> None:
    # an odd step: texts of records and of case studies take turns
    check(suite()[::25])


@pytest.mark.proof
def test_the_whole_yaml_suite_stays_below_the_ceiling() -> None:
    cases = suite()
    assert len(cases) > 700
    check(cases)


def suite() -> list[tuple[str, str]]:
    return [
        file
        for path in SUITE
        for number, case in enumerate(cases_of(path))
        if "yaml" in case
        for file in both(f"{path.stem}-{number}", written(case))
    ]


def test_a_ceiling_that_is_broken_is_seen() -> None:
    slow = "import time; t = time.process_time()\nwhile time.process_time() - t < 1.2: pass"
    code = f"import tests.hostile.ceilings as c\nc.answer = lambda *_: exec({slow!r}) or []\n"
    done = subprocess.run(
        [sys.executable, "-c", f"{code}print(c.measured('x', b'')['seconds'])"],
        cwd=PROJECT, capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    assert float(done.stdout) > SECONDS


def test_what_has_faults_without_end_is_told_of_in_part() -> None:
    many = measured([("many.yaml", "- *a\n" * 20_000)])[0]
    assert len(many["said"]) == 3  # type: ignore[arg-type]
    _, findings = parse_source("- *a\n" * 20_000, "many.yaml")
    assert [one.code for one in findings] == ["F120"] * 100 + ["F128"]
    assert findings[-1].line == 101


def test_the_command_tells_of_every_one_in_a_whole_academy(tmp_path: Path) -> None:
    files = [
        (f"{folder}/{name}{suffix}", text)
        for name, attack in ATTACKS.items()
        for folder, suffix, text in (
            ("prototypes", ".yaml", attack),
            ("case_studies", ".md", f"---\n{attack}\n---\nText.\n"),
        )
    ]
    for path, text in files:
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    shutil.copy(FIRST_ACADEMY / "mkdocs.yml", tmp_path)
    done = run_academy("check", folder=tmp_path)
    assert done.returncode == 1
    assert "Traceback" not in done.stdout + done.stderr
    reported = {
        line.partition(":")[0] for line in done.stdout.splitlines() if PLACED_IN.match(line)
    }
    assert {path for path, _ in files} <= reported


PLACED_IN = re.compile(r"\S+?:\d+:\d+: error [FM]\d\d\d")
