"""The commands that documents and workflows name, and whether the program knows them."""

from __future__ import annotations

import importlib.util
import re
import shlex
from pathlib import Path

from click import Context

from generator.cli.commands import academy

_COMMAND = re.compile(
    r"^(?:academy |python start\.py |\.venv/bin/python -m )[^|>\n]*", re.MULTILINE
)
_BLOCK = re.compile(r"^```(?:yaml)?\n(.*?)^```", re.MULTILINE | re.DOTALL)


def commands_in(text: str) -> list[str]:
    """Return the lines of a script or a code block that call the program, without redirections."""
    return [line.strip() for line in _COMMAND.findall(text)]


def commands_of(document: Path) -> list[str]:
    """Return the commands in the code blocks of a Markdown file."""
    return commands_in("\n".join(_BLOCK.findall(document.read_text("utf-8"))))


def assert_known(line: str) -> None:
    """Fail unless the program has the command of `line` and each of its options."""
    starter, words = _split(line)
    if starter == ".venv/bin/python -m":
        assert importlib.util.find_spec(words[0]), line
    elif words[:1] not in (["test"], ["prove"]) and words != ["--version"]:
        name, *rest = words
        command = academy.get_command(Context(academy), name)
        assert command is not None, line
        options = {word for word in rest if word.startswith("--")}
        assert options <= {option for p in command.params for option in p.opts}, line


def _split(line: str) -> tuple[str, list[str]]:
    for starter in ("academy", "python start.py", ".venv/bin/python -m"):
        if line.startswith(f"{starter} "):
            return starter, shlex.split(line.removeprefix(f"{starter} "))
    raise AssertionError(line)
