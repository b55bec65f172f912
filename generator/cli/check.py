"""`academy check`: what is wrong with the records."""

from __future__ import annotations

import os
from pathlib import Path

import click

from generator.cli import report
from generator.cli.project_options import find_root, help_examples, project_option, read_academy
from generator.diagnostics import Diagnostic, errors
from generator.privacy import Redaction


@click.command(
    epilog=help_examples(
        "academy check",
        "academy check prototypes/my-idea.yaml",
        "academy check --gaps",
        "academy check --format json",
    )
)
@project_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="The format to print the results in.",
)
@click.option("--gaps", is_flag=True, help="List every gap, not only the number of gaps.")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
def check(files: tuple[Path, ...], project: Path, form: str, *, gaps: bool) -> None:
    """Check the records. List each problem with its line and how to fix it.

    To check only some files, give FILES. The exit code is 1 if there are errors. Warnings and gaps
    do not stop a build.
    """
    catalogue, findings = read_academy(project)
    if files:
        findings = _findings_in(findings, files, find_root(project), catalogue.redaction)
    if form == "json":
        click.echo(report.as_json(findings, len(catalogue.records)))
    elif form == "github":
        click.echo(report.as_annotations(findings), nl=False)
        click.echo(report.summary_line(findings, len(catalogue.records)))
    else:
        report.show_findings(findings, gaps=gaps)
        click.echo(report.summary_line(findings, len(catalogue.records)))
    if errors(findings):
        raise SystemExit(1)


def _findings_in(
    findings: tuple[Diagnostic, ...], files: tuple[Path, ...], root: Path, redaction: Redaction
) -> tuple[Diagnostic, ...]:
    """Return the findings in some files. Paths in findings are masked, so those of
    files are too.
    """
    wanted = {redaction.mask_text(os.path.relpath(path.resolve(), root)) for path in files}
    return tuple(finding for finding in findings if os.path.normpath(finding.path) in wanted)
