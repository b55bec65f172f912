"""Build this academy with nothing but Python 3.11 or later.

    python start.py           builds the site and opens it
    python start.py check     lists the problems in the records, and how to fix each one
    python start.py --help    lists all the other commands

The program is installed once, in your own folder for such files, at the versions and with the
hashes of requirements.txt. Copies of this academy share it. Nothing is installed in this folder.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
LIST = ROOT / "requirements.txt"
ENGINE = ROOT / "engine"  # the program
LIBRARIES = ROOT / "wheels"  # only in a copy that works offline
MARK = "complete"
BUNDLE = ROOT.parent  # of a copy that was unpacked: its first page opens the site beside it


def main(words: list[str]) -> int:
    """Run the command in `words`, after installing the program if need be; the exit code."""
    if sys.version_info < (3, 11):  # noqa: UP036 - an older Python gets as far as this line
        print("You need Python 3.11 or later. Get it from https://www.python.org/downloads/.")
        return 2
    try:
        python = installed(environment_folder())
    except OSError as wrong:
        print(f"The program could not be installed: {wrong.strerror}: {wrong.filename}.")
        return 2
    if python is None:
        return 2
    code = run(str(python), "-m", "generator", *command_of(words))
    return code if code >= 0 else 128 - code  # as a shell counts a command that a signal ended


def command_of(words: list[str]) -> list[str]:
    """The command of the program: without words, it builds the site and opens it."""
    command = words or ["build", "--open"]
    if not (BUNDLE / "START HERE.html").exists():
        return command
    site = str(BUNDLE / "site")
    if command[0] == "build" and "--site" not in command:
        return [*command, "--site", site]
    return [*command, site] if command == ["verify"] else command


def environment_folder() -> Path:
    """The folder on this computer for exactly this version of the program and of Python."""
    digest = hashlib.sha256(LIST.read_bytes() + sys.version.encode()).hexdigest()
    return cache_folder() / "learning-academy" / digest[:16]


def cache_folder() -> Path:
    """Where this system keeps what a program can make again."""
    home = Path.home()
    if os.name == "nt":
        return Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
    if sys.platform == "darwin":
        return home / "Library" / "Caches"
    return Path(os.environ.get("XDG_CACHE_HOME") or home / ".cache")


def installed(folder: Path) -> Path | None:
    """Install into `folder` unless that was done; its Python, or None if it could not be done."""
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    mark = folder / MARK
    if mark.exists():
        return python
    if importlib.util.find_spec("ensurepip") is None:  # Debian and Ubuntu package it apart
        print("The Python module ensurepip is missing. Run: sudo apt install python3-venv")
        return None
    print(
        "Installing the program. This takes about a minute, the first time only.", file=sys.stderr
    )
    venv.create(folder, with_pip=True, clear=True)
    pip = (str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    if run(*pip, *sources(), "--require-hashes", "--only-binary", ":all:", "-r", str(LIST)):
        print("Installing failed. The message from pip above says why.")
        return None
    mark.touch()
    return python


def sources() -> tuple[str, ...]:
    """Where pip looks: in this folder first, and nowhere else if it brings its libraries."""
    links = [f"--find-links={place}" for place in (ENGINE, LIBRARIES) if place.is_dir()]
    return (*links, "--no-index") if LIBRARIES.is_dir() else tuple(links)


def run(*command: str) -> int:
    """Run a command in this folder; its exit code."""
    return subprocess.run(command, cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
