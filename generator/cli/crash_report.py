"""Report faults of the program itself, and end quietly where that is expected."""

from __future__ import annotations

import errno
import os
import platform
import signal
import sys
import tempfile
import traceback
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import NoReturn

import click

BUG_EXIT_CODE = 3
_LOCKED = "{name} is open in another program, or you may not change it. Try again after that."
_USE_HINTS = {
    errno.EACCES: _LOCKED,
    errno.EPERM: _LOCKED,
    errno.EROFS: "{name} could not be written: the disk is read-only. Copy the academy first.",
    errno.ENOSPC: "{name} could not be written: the disk is full. Make room and try again.",
    errno.ENAMETOOLONG: "{name} could not be written: the name is too long for this disk.",
}
_PACKAGES = ("learning-academy", "mkdocs", "mkdocs-material", "pydantic", "PyYAML", "networkx")


def report_bug(error: BaseException, redact: Callable[[str], str]) -> None:
    """Write a crash report to a temporary file, with personal data masked by `redact`."""
    text = "\n".join(
        [
            f"command: {' '.join(['academy', *sys.argv[1:]])}",
            f"python: {platform.python_version()} on {platform.platform()}",
            *(f"{name}: {_version(name)}" for name in _PACKAGES),
            "",
            "".join(traceback.format_exception(error)),
        ]
    )
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", prefix="academy-bug-", suffix=".txt", delete=False
    ) as file:
        file.write(redact(text))
    click.echo(
        "This is a fault in the program, not in your records. The last site was not changed.\n"
        f"Please send us this file: {Path(file.name)}",
        err=True,
    )


def end_by_sigpipe() -> NoReturn:
    """End by SIGPIPE, as other commands do when their output is closed."""
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
        signal.raise_signal(signal.SIGPIPE)
    os._exit(1)  # Windows has no SIGPIPE


def file_problem_message(error: Exception) -> str:
    """Return a message if a file or folder could not be used, such as a removed or read-only one;
    empty otherwise.

    A file of the program itself that cannot be used counts as a bug.
    """
    try:
        Path.cwd()
    except FileNotFoundError:
        return "This folder was deleted while the command ran. Go to another folder and try again."
    if not isinstance(error, OSError):
        return ""
    name = error.filename
    if not isinstance(name, str) or Path(__file__).parents[1] in Path(name).parents:
        return ""
    if isinstance(error, FileNotFoundError):
        return f"{name} was deleted or moved while the command ran. Put it back and try again."
    return _USE_HINTS.get(error.errno or 0, "").format(name=name)


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"
