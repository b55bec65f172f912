"""Ask whether a planned change is to be made, or say how to make it where nobody can answer."""

from __future__ import annotations

import sys

import click


def is_confirmed(question: str, command: str, *, doing: str) -> bool:
    """Return the answer to `question`, or False after saying how to go on without a terminal.

    `doing` completes “To …, run “command”.”.
    """
    if not sys.stdin.isatty():
        click.echo(f"\nTo {doing}, run “{command}”.")
        return False
    return click.confirm(f"\n{question}")
