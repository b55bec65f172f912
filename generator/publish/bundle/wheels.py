"""The libraries in a bundle, as wheels, so that it can be built without a network.

They are those of the lock file, checked by its hashes, for each target. An unpacked bundle reuses
its own wheels; otherwise pip downloads them once.
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

# first and last patch release: a lock may name different versions for early patches
_PATCHES = (".0", ".99")


class WheelsError(Exception):
    """Raised when a library is not available; the message says which and why."""


@dataclass(frozen=True, slots=True)
class LockedWheel:
    """A library at one version, with the SHA-256 of each acceptable file."""

    wanted: str
    hashes: frozenset[str]

    def line(self) -> str:
        """Return the requirement in the format of pip."""
        return " ".join((self.wanted, *(f"--hash=sha256:{h}" for h in sorted(self.hashes)))) + "\n"


def collect_wheels(
    target: BuildTarget, lock: str, folder: Path, *, fetch: bool
) -> tuple[Path, ...]:
    """Return the wheels in `folder` that a target needs according to a lock file, sorted.

    With `fetch`, pip downloads missing ones. Raises WheelsError if one is not available.
    """
    wheels: set[Path] = set()
    for patch in _PATCHES:
        needed = tuple(locked_wheels(target, patch, lock))
        if fetch and missing_wheels(target, needed, folder):
            _download(target, patch, needed, folder)
        if missing := missing_wheels(target, needed, folder):
            names = ", ".join(library.wanted for library in missing)
            raise WheelsError(f"These libraries for {target.label} are missing: {names}.")
        wheels |= {path for library in needed for path in _matching_files(target, library, folder)}
    return tuple(sorted(wheels))


def carried_name(target: BuildTarget, name: str) -> str:
    """Return the name of a wheel in a bundle: with the oldest platform of the target alone.

    The name of a wheel can list many platforms, and is then too long for some folders on Windows.
    """
    *parts, platforms = name.removesuffix(".whl").split("-")
    named = platforms.split(".")
    fitting = [platform for platform in target.system.platforms if platform in named]
    return f"{'-'.join((*parts, fitting[-1]))}.whl" if fitting else name


def locked_wheels(target: BuildTarget, patch: str, lock: str) -> Iterator[LockedWheel]:
    """Yield the libraries that a lock file requires on a target, with markers evaluated for it.

    pip evaluates markers for the machine it runs on, not for the target.
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
    """Return the libraries for which `folder` has no matching wheel."""
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
            f"The libraries for {target.label} could not be downloaded. The message from pip:\n"
            f"{wrong}"
        )
