"""Make this academy from nothing but Python 3.11 or later.

    python start.py          makes an environment, builds the site and opens it
    python start.py test     makes the same environment and passes the tests
    python start.py prove    runs the long proofs: attacks, kills, bundles (half an hour)
    python start.py test tests/checks -k C306    gives pytest what follows, and runs nothing else
    python start.py check    says what is wrong with the records; likewise new, show, serve, build

Everything is installed into the folder .venv beside this file, at the versions and with the
hashes of the lock file: requirements/dev.txt for tests, generator/engine/requirements.txt for all
else. Nothing else on the machine changes.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
HOME = ROOT / ".venv"
BIN = HOME / ("Scripts" if os.name == "nt" else "bin")
RUN = ROOT / "generator" / "engine" / "requirements.txt"
DEV = ROOT / "requirements" / "dev.txt"
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
TESTS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
    ("pytest", "-n", "2", "--dist", "worksteal"),
)
PROOFS = (("pytest", "-n", "2", "--dist", "worksteal", "-m", "proof"),)


def main(words: list[str]) -> int:
    """Do what the words after `start.py` ask for; the exit code."""
    if sys.version_info < (3, 11):  # noqa: UP036 - an older Python gets as far as this line
        print("You need Python 3.11 or later. Get it from https://www.python.org/downloads/.")
        return 2
    if words[:1] in (["test"], ["prove"]):
        install(DEV)
        # every command runs; one that a signal ended has a code below zero
        codes = [run(str(PYTHON), "-m", *command) for command in test_commands(*words)]
        if words == ["test"]:
            codes += test_scripts()
        return int(any(codes))
    install(RUN)
    code = run(str(PYTHON), "-m", "generator", *(words or ["build", "--open"]))
    return code if code >= 0 else 128 - code  # as a shell counts a command that a signal ended


def test_commands(which: str, *arguments: str) -> list[tuple[str, ...]]:
    """Return the commands of `test` or `prove`: with arguments for pytest, pytest alone."""
    if which == "prove":
        return [(*command, *arguments) for command in PROOFS]
    return [("pytest", *arguments)] if arguments else list(TESTS)


def test_scripts() -> list[int]:
    """Check and test the site's scripts where there is Node; the exit code of each command."""
    npm = shutil.which("npm")
    if npm is None:
        print("Node is not installed, so the site's scripts are not tested.", flush=True)
        return []
    return [install_script_tools(npm) or run(npm, "test", "--silent")]


def install_script_tools(npm: str) -> int:
    """Bring node_modules to the state of its lock file, unless it is there already."""
    state = hashlib.sha256((ROOT / "package-lock.json").read_bytes()).hexdigest()
    stamp = ROOT / "node_modules" / "academy-lock"
    if stamp.exists() and stamp.read_text(encoding="utf-8") == state:
        return 0
    code = run(npm, "ci", "--silent", "--no-audit", "--no-fund")
    if code == 0:
        stamp.write_text(state, encoding="utf-8")
    return code


def install(lock: Path) -> None:
    """Bring the environment to the state of a lock file, unless it is there already."""
    project = (ROOT / "pyproject.toml").read_bytes()
    state = hashlib.sha256(lock.read_bytes() + project + sys.version.encode()).hexdigest()
    stamp = HOME / f"academy-{lock.name}"
    if PYTHON.exists() and stamp.exists() and stamp.read_text(encoding="utf-8") == state:
        return
    print(f"Setting up in the folder {HOME.name}. This takes about a minute.", file=sys.stderr)
    if importlib.util.find_spec("ensurepip") is None:  # Debian and Ubuntu package it apart
        sys.exit("The Python module ensurepip is missing. Run: sudo apt install python3-venv")
    try:
        venv.create(HOME, with_pip=True, clear=False)
    except OSError as wrong:
        sys.exit(
            f"The folder {HOME.name} cannot be made: {wrong.strerror}: {wrong.filename}. "
            "Copy this folder to a disk that you may write to."
        )
    pip = (str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    steps = (
        (*pip, "--require-hashes", "--only-binary", ":all:", "-r", str(lock)),
        (*pip, "--no-deps", "--no-build-isolation", "--editable", str(ROOT)),
    )
    for step in steps:
        if run(*step):
            sys.exit("Setting up failed. The message from pip above says why.")
    stamp.write_text(state, encoding="utf-8")


def run(*command: str) -> int:
    """Run a command in the project's folder; its exit code."""
    return subprocess.run(command, cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
