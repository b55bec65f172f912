"""`academy event`: what a workflow may know of an event."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.project_options import help_examples
from generator.intake.host_event import read_host_event
from generator.intake.issue_text import MAX_ISSUE_BYTES
from generator.intake.submission import SubmissionError


@click.command(epilog=help_examples("academy event payload.json"))
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def event(file: Path) -> None:
    """Say which issue or merge request FILE is about, for the jobs of a code host.

    FILE is the event of a GitLab webhook, or a list of comments from its API. The lines are numbers
    and fixed words, so that a shell can read them safely.
    """
    with file.open("rb") as stream:
        data = stream.read(4 * MAX_ISSUE_BYTES)
    try:
        click.echo(read_host_event(data, file.name).as_shell())
    except SubmissionError as refused:
        raise click.ClickException(refused.findings[0].message) from None
