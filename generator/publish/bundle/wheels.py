"""The libraries that a bundle carries, as wheels, so that it can be built again without a network.

They are those of the lock file, checked by its hashes, for each target. A bundle that was unpacked
has them already and hands them on; otherwise pip fetches them once.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import InvalidWheelFilename, parse_wheel_filename

from generator.publish.bundle.targets import BuildTarget
from generator.publish.manifest import manifest_entry

# a library may drop the first patches of a Python, so that a lock names one for each sort
_PATCHES = (".0", ".99")


class WheelsError(Exception):
    """A library could not be had; the words say which and why."""


@dataclass(frozen=True, slots=True)
class LockedWheel:
    """One library at one version, and the SHA-256 of each file that may stand for it."""

    wanted: str
    hashes: frozenset[str]

    def line(self) -> str:
        """The need as pip reads it."""
        return " ".join((self.wanted, *(f"--hash=sha256:{h}" for h in sorted(self.hashes)))) + "\n"


def collect_wheels(
    target: BuildTarget, lock: str, folder: Path, *, fetch: bool
) -> tuple[Path, ...]:
    """The wheels in `folder` that a target needs by the text of a lock file; sorted.

    With `fetch` pip brings what is not there yet. Raises WheelsError when one cannot be had.
    """
    wheels: set[Path] = set()
    for patch in _PATCHES:
        needed = tuple(locked_wheels(target, patch, lock))
        if fetch and missing_wheels(target, needed, folder):
            _download(target, patch, needed, folder)
        if missing := missing_wheels(target, needed, folder):
            names = ", ".join(library.wanted for library in missing)
            raise WheelsError(f"These libraries for {target.label} are not here: {names}.")
        wheels |= {path for library in needed for path in _matching_files(target, library, folder)}
    return tuple(sorted(wheels))


def locked_wheels(target: BuildTarget, patch: str, lock: str) -> Iterator[LockedWheel]:
    """What a lock file asks for on a target, without the conditions by which it says so.

    pip reads conditions for the machine it runs on, not for the one it fetches for.
    """
    environment = {**dict(target.system.markers), "python_version": target.python}
    environment |= {"python_full_version": target.python + patch, "implementation_name": "cpython"}
    for part in lock.replace("\\\n", " ").splitlines():
        line = part.partition(" #")[0].strip()
        if line and not line.startswith("#"):
            wanted, *hashes = line.split(" --hash=sha256:")
            requirement = Requirement(wanted.strip())
            if requirement.marker is None or requirement.marker.evaluate(environment):
                requirement.marker = None
                yield LockedWheel(str(requirement), frozenset(h.strip() for h in hashes))


def missing_wheels(
    target: BuildTarget, needed: tuple[LockedWheel, ...], folder: Path
) -> tuple[LockedWheel, ...]:
    """What no wheel in `folder` stands for."""
    return tuple(library for library in needed if not any(_matching_files(target, library, folder)))


def _matching_files(target: BuildTarget, library: LockedWheel, folder: Path) -> Iterator[Path]:
    name = re.split("[=<>~! ]", library.wanted)[0].replace("-", "_")
    for path in sorted(folder.glob("*.whl")):
        named = path.name.lower().startswith(f"{name.lower()}-")
        if (
            named
            and _fits(path, target)
            and manifest_entry(path.read_bytes()).sha256 in library.hashes
        ):
            yield path


def _fits(path: Path, target: BuildTarget) -> bool:
    try:
        return not target.tags.isdisjoint(parse_wheel_filename(path.name)[3])
    except InvalidWheelFilename:
        return False


def _download(
    target: BuildTarget, patch: str, needed: tuple[LockedWheel, ...], folder: Path
) -> None:
    tags = [word for platform in target.system.platforms for word in ("--platform", platform)]
    abi = "cp" + target.python.replace(".", "")
    with tempfile.TemporaryDirectory() as scratch:
        listed = Path(scratch) / "needed.txt"
        listed.write_text("".join(library.line() for library in needed), encoding="utf-8")
        command = (
            *(sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check"),
            *("--no-deps", "--require-hashes", "--only-binary", ":all:", "--dest", str(folder)),
            *("--implementation", "cp", "--python-version", target.python + patch),
            *("--abi", abi, "--abi", "abi3", "--abi", "none", *tags, "-r", str(listed)),
        )
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)  # noqa: S603
    if done.returncode:
        wrong = "\n".join(re.findall("^ERROR: .*", done.stderr, re.MULTILINE)) or done.stderr
        raise WheelsError(
            f"The libraries for {target.label} could not be fetched. pip said:\n{wrong}"
        )
