"""Builds that are killed at a random moment, one after the other, while a reader keeps reading.

A program of its own, so that the builds are forked from a process that has loaded everything and
the kills fall into the build and not into its start. It prints what it saw as JSON.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from collections import Counter
from contextlib import suppress
from pathlib import Path

from generator.host_mkdocs import build_site
from generator.site.theme_files import engine_assets
from tests.publish.twice import Twice, read_twice

_READ = ("index.html", "manifest.json", "areas/ashby.html", engine_assets().style)


def main(states: Path, folder: Path, count: int, seed: int) -> None:
    """Kill `count` builds of the two academies of `states` below `folder`."""
    both, chance, site = read_twice(states), random.Random(seed), folder / "public" / "site"
    build_site(both.configs[1], site_dir=site)  # loads what each later build finds loaded
    began = time.monotonic()
    build_site(both.configs[0], site_dir=site)
    whole = time.monotonic() - began
    reader, reads = watch(both, site)
    phases: Counter[str] = Counter()
    damaged = 0
    for number in range(count):
        before = both.state(site) or 0
        child = build(both.configs[1 - before], site)
        time.sleep(chance.uniform(0, whole * 1.2))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        damaged += both.state(site) is None
        phases[phase(both, site, before)] += 1
        if number % 10 == 9:
            build_site(both.configs[number // 10 % 2], site_dir=site)  # leftovers do not pile up
            left = sorted(path.name for path in site.parent.iterdir())
            damaged += left != [".site.lock", "site"]
    os.kill(reader, signal.SIGTERM)
    report = json.loads(Path(reads).read_text(encoding="utf-8")) if wait(reader) else {}
    sys.stdout.write(json.dumps({"phases": phases, "damaged": damaged, **report}) + "\n")


def build(config: Path, site: Path) -> int:
    """A build in a process of its own; its number."""
    child = os.fork()
    if child == 0:
        silence = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silence, 1)
        os.dup2(silence, 2)
        with suppress(BaseException):
            build_site(config, site_dir=site)
        os._exit(0)
    return child


def phase(both: Twice, site: Path, before: int) -> str:
    """How far a build had come, by what it left."""
    stage = site.with_name(".site.next")
    if not stage.exists():
        return "reading" if both.state(site) == before else "done"
    if both.state(site) != before:
        return "clearing"
    return "verifying" if (stage / "manifest.json").exists() else "writing"


def watch(both: Twice, site: Path) -> tuple[int, str]:
    """A reader in a process of its own, and the file in which it tells what it saw."""
    report_file, parent = str(site.parent.parent / "reads.json"), os.getpid()
    child = os.fork()
    if child:
        return child, report_file
    seen: Counter[str] = Counter(reads=0, missed=0, wrong=0)

    def stop(*_: object) -> None:
        Path(report_file).write_text(json.dumps(seen), encoding="utf-8")
        os._exit(0)

    signal.signal(signal.SIGTERM, stop)
    while os.getppid() == parent:
        for name in _READ:
            try:
                content = (site / name).read_bytes()
            except OSError:
                seen["missed"] += 1
            else:
                seen["reads"] += 1
                seen["wrong"] += content not in [one[name] for one in both.trees]
        time.sleep(0.001)
    os._exit(1)


def wait(child: int) -> bool:
    """Whether a process ended well."""
    return os.waitpid(child, 0)[1] == 0


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
