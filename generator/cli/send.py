"""`academy send`: save what changed in a copy of an academy, to send it back."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli import report
from generator.cli.file_writes import write_atomically
from generator.cli.project_options import find_root, help_examples, project_option, read_academy
from generator.diagnostics import errors
from generator.english import counted
from generator.federation import BASE_FILE, Base, BaseError, CopyChanges, changes_since, read_base
from generator.intake.submission import SubmittedRecord, write_submission_zip
from generator.intake.submission.record_paths import record_id_at
from generator.records.catalogue import Catalogue
from generator.records.source import parse_source

_STATES = {"new": "Adds", "changed": "Changes", "removed": "Removes"}


@click.command("send", epilog=help_examples("academy send --to changes.zip"))
@click.option(
    "--to",
    "target",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file to save.",
)
@project_option
def send(target: Path, project: Path) -> None:
    """Save everything that changed in a copy of an academy, to send it back.

    A copy comes from a bundle. The academy that gave it to you takes the file in with “academy
    receive”, and loses nothing that changed there meanwhile. You can send as often as you like.
    """
    root = find_root(project)
    try:
        base = read_base(root)
    except BaseError as missing:
        raise click.ClickException(str(missing)) from None
    catalogue, findings = read_academy(root)
    if faults := errors(findings):
        report.show_findings(faults, gaps=False)
        raise click.ClickException("Nothing was saved. Correct these errors first.")
    changes = changes_since(base, root)
    for line in _not_sent(changes):
        click.echo(line)
    if changes.is_empty:
        click.echo(f"Nothing to send: no record changed since this copy of {base.name} was made.")
        return
    try:
        write_atomically(target, write_submission_zip(changes.submission))
    except OSError as stopped:
        raise click.ClickException(f"{target} could not be saved: {stopped.strerror}.") from None
    click.echo("\n".join(_sent(changes, base, catalogue, target)))


def _sent(changes: CopyChanges, base: Base, catalogue: Catalogue, target: Path) -> list[str]:
    records, media = changes.submission.records, changes.submission.media
    lines = [f"{_STATES[record.state]} {_title(record, catalogue)}" for record in records]
    originals = changes.submission.media_originals
    lines += [f"{'Changes' if path in originals else 'Adds'} {path}" for path in media]
    saved = f"{counted(len(lines), 'change')} saved in {target}."
    return [
        *lines,
        f"{saved} Send this file to {base.name}.",
        "To take it in, they run:",
        f"    academy receive {target.name}",
    ]


def _title(record: SubmittedRecord, catalogue: Catalogue) -> str:
    record_id = record_id_at(record.path)
    if record.state != "removed":
        return f"“{catalogue.title(record_id)}”"
    source, _ = parse_source(record.original or "", record.path)
    title = source.values().get("title") if source else None
    return f"“{title if isinstance(title, str) else record_id}”"


def _not_sent(changes: CopyChanges) -> list[str]:
    """Return what to tell the academy in another way."""
    return [
        f"{path} changed here and is not sent. Only records, pictures and documents are. "
        "Tell the academy yourself."
        for path in changes.unsent
        if path != BASE_FILE
    ]
