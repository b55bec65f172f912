"""The hand-written pages of this repository's academy say what the program does."""

from __future__ import annotations

from tests.commands import assert_known, commands_of
from tests.conftest import PROJECT


def test_commands_on_pages_are_commands() -> None:
    for page in sorted((PROJECT / "site_src").rglob("*.md")):
        for command in commands_of(page):
            assert_known(command)
