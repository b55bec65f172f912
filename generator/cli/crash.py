"""What to do when the program itself is at fault."""

from __future__ import annotations

import platform
import sys
import tempfile
import traceback
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import click

BUG = 3
_PACKAGES = ("learning-academy", "mkdocs", "mkdocs-material", "pydantic", "PyYAML", "networkx")


def report_bug(error: BaseException, redact: Callable[[str], str]) -> None:
    """Keep what we need to mend it in a file, with personal data masked by `redact`, and say where
    the file is.
    """
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
        "This is a fault in the program, not in your records. The last site was not touched.\n"
        f"Please send us this file: {Path(file.name)}",
        err=True,
    )


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"
