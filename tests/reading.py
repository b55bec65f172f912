"""Tests of the engine do not read the academy of this repository; here they are kept from it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from tests.sites import CONTENT, PROJECT

_PATHS = tuple(os.fspath(PROJECT / name) for name in CONTENT)
_allowed = False


class ContentReadError(Exception):
    """A test of the engine reads a file that people change every day."""


def refuse_reading_content() -> None:
    """Refuse from now on to open a file of the content of this repository, in this process.

    Listing a folder is allowed: Python itself does so when it looks for modules.
    """
    sys.addaudithook(_refuse)


@contextmanager
def content_allowed() -> Iterator[None]:
    """Allow it for a while: to the tests of the content itself."""
    global _allowed  # noqa: PLW0603 - an audit hook stays for the life of a process
    _allowed = True
    try:
        yield
    finally:
        _allowed = False


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    if event != "open" or _allowed or not isinstance(arguments[0], str | os.PathLike):
        return
    path = os.fspath(arguments[0])
    if isinstance(path, str) and path.startswith(_PATHS):
        raise ContentReadError(
            f"{path} belongs to the academy of this repository, which people change every "
            "day. Read tests/academy or tests/first_academy, or put this test into tests/content."
        )
