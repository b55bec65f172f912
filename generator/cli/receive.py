"""`academy receive`: take in what people send."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from functools import partial
from pathlib import Path

import click

from generator.build.examine import examine
from generator.cli import receive_report, report
from generator.cli.file_writes import write_all
from generator.cli.project_options import find_root, help_examples, mask_output, project_option
from generator.cli.receive_report import ReportFormat, ReportStyle
from generator.cli.revisions import earlier_text
from generator.diagnostics import Diagnostic, sort_findings
from generator.intake.handed_in import MAX_BYTES, read_handed_in
from generator.intake.receiving_academy import ReceivingAcademy
from generator.intake.submission import Submission, SubmissionError
from generator.model.kinds import KIND_OF, KINDS, Kind
from generator.privacy import Redaction, scan, spellings
from generator.receive import AcademyBefore, Choices, Receipt, academy_text, plan_receipt
from generator.records.catalogue import ReadCache

_KINDS = click.Choice([k.name.replace("_", "-") for k in KINDS], case_sensitive=False)
_STANDARD_INPUT = "-"


@click.command(
    epilog=help_examples(
        "academy receive submission.zip",
        "academy receive results.xlsx --kind prototype",
        "academy receive submission.zip --theirs falls-clinic.stage --yes",
        "academy receive - < e-mail.txt",
    )
)
@click.argument(
    "files",
    nargs=-1,
    required=True,
    type=click.Path(exists=True, dir_okay=False, allow_dash=True, path_type=Path),
)
@click.option(
    "--kind", type=_KINDS, metavar="KIND", help="The kind of record, if FILE does not say."
)
@click.option("--yes", is_flag=True, help="Write it without asking.")
@click.option("--ours", multiple=True, metavar="NAME", help="Keep what is here in a field.")
@click.option("--theirs", multiple=True, metavar="NAME", help="Take what was sent in a field.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown"]),
    default="text",
    show_default=True,
    help="The format of the report.",
)
@click.option("--all", "is_whole", is_flag=True, help="Leave nothing out of the report.")
@project_option
def receive(  # noqa: PLR0913 - one for each option
    *,
    files: tuple[Path, ...],
    kind: str | None,
    ours: tuple[str, ...],
    theirs: tuple[str, ...],
    form: ReportFormat,
    project: Path,
    yes: bool,
    is_whole: bool,
) -> None:
    """Take in what people send, and say what it adds and changes.

    FILE is a submission (a zip or its text), the file or text of one record, a spreadsheet, or a
    saved issue. “-” reads pasted text. Everything is checked first. If there is a problem, all
    problems are listed and nothing is written. Without --yes, you are asked before anything is
    written. If a record was changed here too, both changes are kept. Where they contradict each
    other, choose with --ours or --theirs.
    """
    root = find_root(project)
    style = ReportStyle(form, is_whole)
    cache = ReadCache()
    with report.progress_bars() as progress:
        catalogue, findings = examine(root, progress, cache)
    mask_output(catalogue.redaction)
    before = AcademyBefore(root, catalogue, findings, partial(earlier_text, root), cache)
    chosen = KIND_OF[kind.replace("-", "_")] if kind else None
    submissions = _read_all(files, before, chosen, style)
    choices = Choices(frozenset(ours), frozenset(theirs))
    receipt = plan_receipt(before, submissions, choices)
    mask_output(receipt.redaction)
    while receipt.conflicts and not receipt.findings and _is_asking(files, style):
        choices = _ask(receipt, choices)
        receipt = plan_receipt(before, submissions, choices)
    _finish(root, receipt, style, is_wanted=yes, is_asking=_is_asking(files, style))


def _is_asking(files: tuple[Path, ...], style: ReportStyle) -> bool:
    """Return whether somebody sits at a terminal who can answer."""
    is_pasted = any(str(file) == _STANDARD_INPUT for file in files)
    return style.form == "text" and not is_pasted and sys.stdin.isatty() and sys.stdout.isatty()


def _read_all(
    files: Iterable[Path],
    before: AcademyBefore,
    kind: Kind | None,
    style: ReportStyle,
) -> list[Submission]:
    """Return what is in the files. Ends the command with every fault if there is one."""
    academy = ReceivingAcademy(before.catalogue, partial(academy_text, before.root))
    submissions: list[Submission] = []
    faults: list[Diagnostic] = []
    for file in files:
        name, data = _read(file)
        mask_output(Redaction(spellings(scan(data[:_SCANNED].decode("utf-8", "replace")))))
        try:
            submissions.append(read_handed_in(data, name, academy, kind))
        except SubmissionError as refused:
            faults += refused.findings
    for note in (note for submission in submissions for note in submission.notes):
        click.echo(receive_report.note(note, style))
    if faults:
        masked = tuple(map(before.catalogue.redaction.mask_value, sort_findings(faults)))
        click.echo(receive_report.refused(masked, style))
        raise click.exceptions.Exit(1)
    return submissions


_SCANNED = 1_000_000  # bytes of what was sent, whose personal data no message may repeat


def _read(file: Path) -> tuple[str, bytes]:
    if str(file) == _STANDARD_INPUT:
        return "The pasted text", sys.stdin.buffer.read(MAX_BYTES + 1)
    try:
        with file.open("rb") as stream:
            return file.as_posix(), stream.read(MAX_BYTES + 1)
    except OSError as stopped:
        raise click.ClickException(f"{file} cannot be read: {stopped.strerror}.") from None


def _ask(receipt: Receipt, choices: Choices) -> Choices:
    """Return the choices with the answers of the person at the terminal."""
    sides: dict[str, set[str]] = {"here": set(choices.ours), "sent": set(choices.theirs)}
    for conflict in receipt.conflicts:
        click.echo(conflict.question)
        answer = click.prompt("Which is right?", type=click.Choice(list(sides)))
        sides[answer].add(conflict.name)
    return Choices(frozenset(sides["here"]), frozenset(sides["sent"]))


def _finish(
    root: Path,
    receipt: Receipt,
    style: ReportStyle,
    *,
    is_wanted: bool,
    is_asking: bool,
) -> None:
    """Report, and write all files or none."""
    if receipt.findings or receipt.conflicts:
        click.echo(receive_report.stopped(receipt, style))
        raise click.exceptions.Exit(1)
    click.echo(receive_report.changes(receipt, style))
    if not receipt.files:
        return
    if not is_wanted and is_asking:
        is_wanted = click.confirm("Write this?")
    if not is_wanted:
        if style.form == "text":
            click.echo("\nNothing was written. To write it, run this again with --yes.")
        return
    if not receipt.is_current(root):
        raise click.ClickException(
            "The academy has changed meanwhile. Nothing was written. Try again."
        )
    try:
        write_all(root, receipt.files)
    except OSError as stopped:
        raise click.ClickException(f"Nothing was written: {stopped}.") from None
    click.echo("\n" + receive_report.written(receipt, style))
