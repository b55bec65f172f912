"""A run of the benchmark: every builder on every size of academy, in turns."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench.speed.bars import COLD, OURS, TEXT
from tests.bench.speed.builders import NEEDS, PROJECT, Builder, Peer, ours, stages_file
from tests.bench.speed.changed import built_again, seen_in_serve
from tests.bench.speed.measure import run
from tests.bench.speed.results import Change, Results, Run, Stage, this_machine
from tests.bench.speed.stages import take_stages
from tests.bench.speed.tools import ToolError, Tools
from tests.bench.synth import write_academy

Say = Callable[[str], None]


@dataclass(frozen=True)
class Plan:
    """What is to be measured, how many times, and with which programs of the peers."""

    sizes: tuple[int, ...]
    peers: tuple[Peer, ...]
    rounds: int
    reader: bool = False
    tools: Tools = field(default_factory=Tools)


@dataclass(frozen=True, slots=True)
class _Trial:
    """An academy of one size that was written, and all who are to build it."""

    records: int
    academy: Path
    builders: Mapping[str, Builder]


def conduct(plan: Plan, work: Path, say: Say) -> Iterator[Results]:
    """Measure everything in the folder `work`: after each size, what was found until then.

    `say` is told what goes on. Raises RunError when a build fails.
    """
    peers, results = _ready(plan)
    for records in plan.sizes:
        say(f"{records:,} records: writing them, and what the peers read")
        trial = _trial(records, peers, work / str(records), plan.tools)
        results = _measured(results, trial, plan, say)
        shutil.rmtree(work / str(records))
        yield results


def _ready(plan: Plan) -> tuple[tuple[Peer, ...], Results]:
    """The peers that can be run; results that say their versions, and why others cannot."""
    ready: list[Peer] = []
    versions: list[str] = []
    left_out: list[str] = []
    for peer in plan.peers:
        try:
            versions.append(peer.versions(plan.tools))
            ready.append(peer)
        except (ToolError, OSError, subprocess.CalledProcessError) as why:
            left_out.append(f"{peer.name}: {why}")
    # two peers may be the same programs
    versions = [*dict.fromkeys(versions)]
    return tuple(ready), Results(this_machine(), tuple(versions), left_out=tuple(left_out))


def _trial(records: int, peers: tuple[Peer, ...], folder: Path, tools: Tools) -> _Trial:
    academy = folder / "academy"
    write_academy(records, academy)
    builders = {OURS: ours(academy)}
    for number, peer in enumerate(peers):
        if records <= peer.most:
            builders[peer.name] = peer.prepare(academy, folder / f"peer-{number}", tools)
    return _Trial(records, academy, builders)


def _measured(results: Results, trial: _Trial, plan: Plan, say: Say) -> Results:
    for number in range(1, plan.rounds + 1):
        # each once, then each again: what the machine does meanwhile meets all alike
        for name in trial.builders:
            measured = _cold(trial, name, number)
            say(f"{trial.records:,} records, round {number}: {name} {measured.wall:.2f} s")
            results = results.plus([measured], stages=_stages(trial, COLD))
    for change in _changes(trial, plan.rounds):
        say(f"{trial.records:,} records, {change.edit}: {change.way} {change.seconds:.2f} s")
        stages = _stages(trial, change.way)
        results = results.plus(changes=[change], stages=stages if change.edit == TEXT else ())
    return results.plus(reader=_reader(trial) if plan.reader else ())


def _cold(trial: _Trial, name: str, number: int) -> Run:
    """One build from nothing."""
    builder = trial.builders[name]
    builder.clear()
    os.sync()  # what the builder before has written is not to be this one's work
    cost = run(builder.steps, trial.academy.with_suffix(".log"))
    files = [file for file in builder.site.rglob("*") if file.is_file()]
    return Run(
        name,
        trial.records,
        number,
        cost.wall,
        cost.processor,
        cost.memory,
        sum(file.suffix == ".html" for file in files),
        len(files),
        sum(file.stat().st_size for file in files),
        cost.others / cost.wall,
    )


def _stages(trial: _Trial, way: str) -> tuple[Stage, ...]:
    return take_stages(stages_file(trial.academy), trial.records, way)


def _changes(trial: _Trial, rounds: int) -> Iterator[Change]:
    yield from built_again(trial.builders[OURS], trial.academy, trial.records, rounds)
    yield from seen_in_serve(trial.academy, trial.records, rounds)


def _reader(trial: _Trial) -> tuple[str, ...]:
    """What searching the site and opening its pages cost a reader, as lines."""
    site, env = str(trial.builders[OURS].site), {**os.environ, **NEEDS}
    lines: list[str] = []
    for name in ("search", "reader"):
        words = (sys.executable, "-m", f"tests.bench.{name}", site)
        result = subprocess.run(
            words, cwd=PROJECT, env=env, capture_output=True, text=True, check=False
        )
        lines += (
            (result.stdout or result.stderr).replace(site, f"{trial.records:,} records").split("\n")
        )
    return tuple(line for line in lines if line)
