"""The command `academy`. Faces decide nothing: each command calls one function and prints."""

from __future__ import annotations

import sys

from generator.cli.commands import academy
from generator.cli.crash import BUG, report_bug

__all__ = ["main"]


def main() -> None:
    """Run `academy`: exit 0 when done, 1 for faults in records, 2 for wrong use, 3 for a bug."""
    try:
        academy()
    except Exception as error:
        report_bug(error)
        sys.exit(BUG)
