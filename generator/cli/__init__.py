"""The command `academy`. Commands parse arguments, call one function and print the result."""

from __future__ import annotations

import atexit
import gc
import sys
from io import TextIOWrapper

import click

from generator.cli.commands import academy
from generator.cli.crash_report import (
    BUG_EXIT_CODE,
    end_by_sigpipe,
    file_problem_message,
    report_bug,
)
from generator.cli.output import MaskedOutput, OutputClosedError

__all__ = ["main"]


def main() -> None:
    """Run `academy`: exit 0 when done, 1 for faults in records, 2 for wrong use, 3 for a bug."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # replace characters that the terminal cannot show
            stream.reconfigure(errors="replace")
    # skip the final garbage collection of a process that is about to end
    atexit.register(gc.freeze)
    output = MaskedOutput()
    try:
        academy(obj=output)
    except OutputClosedError:
        end_by_sigpipe()
    except Exception as error:
        if message := file_problem_message(error):
            click.echo(output.redact(f"Error: {message}"), err=True)
            sys.exit(1)
        report_bug(error, output.redact)
        sys.exit(BUG_EXIT_CODE)
