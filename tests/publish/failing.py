"""A build whose disk is filled, or made read-only, when it comes to a stage.

A program of its own, to be run as root in a mount namespace of its own, without the right to
overrule permissions. It prints what it saw.
"""

from __future__ import annotations

import errno
import json
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from generator.build.progress import Progress, no_progress
from generator.host_mkdocs import build_site
from tests.publish.twice import read_twice


def main(states: Path, disk: Path, how: str, stage: str) -> None:
    """Publish one of two `states` on a small disk of its own, then fail to publish the other."""
    both = read_twice(states)
    disk.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=48m", "tmpfs", str(disk)], check=True)
    site = disk / "site"
    build_site(both.configs[0], site_dir=site)
    done: list[str] = []

    def fail(what: str, _done: int, _total: int) -> None:
        if what == stage and not done:
            done.append(what)
            BREAK[how](disk)

    if stage == "start":
        fail("start", 0, 0)
    messages = attempt(both.configs[1], site, fail)
    kept = both.state(site)
    MEND[how](disk)
    build_site(both.configs[1], no_progress, site)
    left = sorted(path.name for path in disk.iterdir())
    report = {
        "failed": done,
        "said": messages,
        "kept": kept,
        "then": both.state(site),
        "left": left,
    }
    sys.stdout.write(json.dumps(report) + "\n")


def attempt(config: Path, site: Path, fail: Progress) -> str:
    """What a build says when it fails; empty when it does not."""
    try:
        build_site(config, fail, site)
    except OSError as stopped:
        return errno.errorcode.get(stopped.errno or 0, "")
    return ""


def fill(disk: Path) -> None:
    """Leave not a byte."""
    with (disk / "filler").open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(b"\0" * 4096)


def empty(disk: Path) -> None:
    """Make room again."""
    (disk / "filler").unlink()


def lock(disk: Path) -> None:
    """Let nobody write in any folder."""
    for path in (disk, *(one for one in disk.rglob("*") if one.is_dir())):
        path.chmod(0o555)


def unlock(disk: Path) -> None:
    """Let its owner write again."""
    for path in (disk, *(one for one in disk.rglob("*") if one.is_dir())):
        path.chmod(0o755)


def remount(disk: Path, how: str) -> None:
    """Mount the disk again, in another way."""
    subprocess.run(["mount", "-o", f"remount,bind,{how}", str(disk)], check=True)


Fault = Callable[[Path], object]
BREAK: dict[str, Fault] = {
    "full": fill,
    "read-only": lock,
    "mounted read-only": lambda disk: remount(disk, "ro"),
}
MEND: dict[str, Fault] = {
    "full": empty,
    "read-only": unlock,
    "mounted read-only": lambda disk: remount(disk, "rw"),
}

if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], sys.argv[4])
