"""Bring the frozen copy of the first academy up to date with the academy of this repository.

    python -m tests.freeze            copies the present text of every file that the copy holds
    python -m tests.freeze FILE …     adds these files of the academy to the copy as well

The copy never loses a file: those that the academy no longer has are named. See
`tests/first_academy/README.md`.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from tests.sites import CONTENT, FIRST_ACADEMY, PROJECT


@dataclass(frozen=True)
class Refreshed:
    """The paths, relative to the academy, of files copied and of files it no longer has."""

    copied: tuple[str, ...]
    missing: tuple[str, ...]


def refresh_copy(academy: Path, copy: Path, added: tuple[str, ...] = ()) -> Refreshed:
    """Copy from `academy` the files that `copy` holds, and those in `added`, where they differ."""
    held = (path for top in CONTENT for path in (copy / top, *(copy / top).rglob("*")))
    names = {path.relative_to(copy).as_posix() for path in held if path.is_file()} | {*added}
    missing = {name for name in names if not (academy / name).is_file()}
    changed = [name for name in sorted(names - missing) if _differs(academy / name, copy / name)]
    for name in changed:
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        (copy / name).write_bytes((academy / name).read_bytes())
    return Refreshed(tuple(changed), tuple(sorted(missing)))


def _differs(file: Path, other: Path) -> bool:
    return not other.is_file() or file.read_bytes() != other.read_bytes()


def main() -> None:
    """Refresh the copy and print what was done."""
    done = refresh_copy(PROJECT, FIRST_ACADEMY, tuple(sys.argv[1:]))
    lines = [f"copied   {name}" for name in done.copied]
    lines += [f"missing  {name}: the academy does not have it" for name in done.missing]
    sys.stdout.write("\n".join(lines or ["The copy is up to date."]) + "\n")


if __name__ == "__main__":
    main()
