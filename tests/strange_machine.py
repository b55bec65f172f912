"""The command `academy` on a machine that lacks what Linux has: a program of its own.

    python -m tests.strange_machine build

It takes away what the engine uses where it is there: workers, the exchange of two names, links and
git. What Python and the libraries need of Linux is loaded before.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from importlib import import_module
from typing import Any

from generator.cli import main as academy

_COMMANDS = ("build", "diff", "init", "publish", "upgrade")
_TAKEN = ("fork", "forkpty", "sched_getaffinity", "link")


def refuse(*_: Any, **__: Any) -> Any:
    """What Windows says to a user without the right to make links."""
    raise OSError(1314, "A required privilege is not held by the client")


def take_away() -> None:
    """Make this process one on a system that is neither Linux, Windows nor macOS."""
    for name in _TAKEN:
        delattr(os, name)
    os.symlink = refuse
    setattr(ctypes, "CDLL", refuse)  # noqa: B010 - a class, for type checkers
    which = shutil.which
    setattr(shutil, "which", lambda name, *more: None if name == "git" else which(name, *more))  # noqa: B010
    sys.platform = "freebsd14"


if __name__ == "__main__":
    for name in _COMMANDS:
        import_module(f"generator.cli.{name}")
    take_away()
    academy()
