"""`academy template` and `academy import`: records from spreadsheets."""

from __future__ import annotations

import os
from pathlib import Path

import click

from generator.cli.file_writes import failure_reason, write_all
from generator.cli.project_options import (
    find_root,
    help_examples,
    project_option,
    read_academy,
    read_names_here,
    read_vocabulary_here,
)
from generator.diagnostics import errors, join_words
from generator.english import counted
from generator.intake.sheets import (
    ImportPlan,
    SheetError,
    SheetFormat,
    plan_import,
    plan_result_import,
    read_sheet,
    read_sheet_file,
    template_sheet,
)
from generator.model.kinds import KIND_OF, KINDS, Kind

_KINDS = click.Choice([k.name.replace("_", "-") for k in KINDS], case_sensitive=False)


@click.command(
    "template",
    epilog=help_examples(
        "academy template prototype",
        "academy template partner --form csv",
        "academy template practice --out our-practices.xlsx",
    ),
)
@click.argument("kind", type=_KINDS, metavar="KIND")
@click.option(
    "--form",
    type=click.Choice(["xlsx", "csv"]),
    help="An Excel workbook or a CSV file. [default: as in the name after --out, or xlsx]",
)
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file to create. [default: the name of the kind, in this folder]",
)
@project_option
def template(kind: str, form: SheetFormat | None, out: Path | None, project: Path) -> None:
    """Create an empty spreadsheet for records of KIND, with instructions in it.

    It offers the types and topics of the academy's vocabulary, its records, and what academies that
    it follows have for an adoption. Outside an academy, it offers the types and topics that come
    with the program. When you have filled it in, use “academy import”.
    """
    chosen = KIND_OF[kind.replace("-", "_")]
    ending: SheetFormat = form or ("csv" if out and out.suffix.lower() == ".csv" else "xlsx")
    target = out or Path(f"{chosen.slug}.{ending}")
    if target.suffix.lower() != f".{ending}":
        raise click.UsageError(f"The name of the file must end with .{ending}: “{target.name}”.")
    vocabulary = read_vocabulary_here(project)
    content = template_sheet(chosen, ending, vocabulary, read_names_here(project))
    try:
        with target.open("xb") as file:
            file.write(content)
    except FileExistsError:
        raise click.UsageError(f"{target.name} already exists.") from None
    except OSError as stopped:
        raise click.ClickException(
            f"{target} could not be saved: {failure_reason(stopped)}."
        ) from None
    then = f"academy import {target.name} --kind {chosen.name.replace('_', '-')}"
    click.echo(f"Created {target}. Fill it in, then run “{then}”.")


@click.command(
    "import",
    epilog=help_examples(
        "academy import prototypes.xlsx --kind prototype --dry-run",
        "academy import partners.csv --kind partner",
        "academy import results.xlsx --kind measure",
        "academy import practices.xlsx --kind practice --replace",
    ),
)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--kind", type=_KINDS, required=True, metavar="KIND", help="The kind of record.")
@click.option("--replace", is_flag=True, help="Replace records that have the same id as a row.")
@click.option("--dry-run", is_flag=True, help="List what would be saved, and save nothing.")
@project_option
def import_records(file: Path, kind: str, project: Path, *, replace: bool, dry_run: bool) -> None:
    """Create a record from each row of FILE, a CSV file or a workbook.

    To get a file to fill in, use “academy template KIND”. If there is a problem, it is listed with
    its row and column, and nothing is saved. Measures are added to the records that they name.

    With --replace, a record keeps the answers that FILE has no column or sheet for. An empty cell
    deletes the old answer. Each answer that would be lost is listed first.
    """
    root = find_root(project)
    chosen = KIND_OF[kind.replace("-", "_")]
    plan = _plan_import(file, chosen, project, may_replace=replace)
    if plan.refusals:
        for refusal in plan.refusals:
            click.echo(refusal.as_text())
        faults = counted(len(plan.refusals), "error")
        raise click.ClickException(f"{faults} to correct in {file.name}. Nothing was saved.")
    for warning in plan.warnings:
        click.echo(f"Warning: {warning.as_text()}")
    for path, lost in plan.losses.items():
        goes = "Would remove" if dry_run else "Removes"
        click.echo(f"{goes} from {path}: {join_words(lost, last='and')}.")
    if not dry_run:
        _write_plan(root, plan)
    for path in plan.files:
        there = path in plan.replaced
        click.echo(f"{_done(chosen, there=there, dry_run=dry_run)} {path}")
    records = counted(len(plan.files), "record")
    rest = "Nothing was saved." if dry_run else "Run “academy check” to see what else they need."
    click.echo(f"{records}. {rest}")


def _done(kind: Kind, *, there: bool, dry_run: bool) -> str:
    """Return what happens to a file."""
    if kind.folder is None:
        return "Would add to" if dry_run else "Added to"
    if there:
        return "Would replace" if dry_run else "Replaced"
    return "Would create" if dry_run else "Created"


def _plan_import(file: Path, kind: Kind, project: Path, *, may_replace: bool) -> ImportPlan:
    root = find_root(project)
    catalogue, findings = read_academy(project)
    if not catalogue.records and errors(findings):
        raise click.ClickException("No records could be read. Run “academy check” first.")

    def exists(path: str) -> bool:
        return os.path.lexists(root / path)

    try:
        data = read_sheet_file(file)
        if kind.folder is None:
            return plan_result_import(data, file.name, catalogue, exists)
        sheet = read_sheet(data, file.name, kind)
    except (SheetError, OSError) as stopped:
        raise click.ClickException(f"{file.name}: {stopped}") from None
    return plan_import(sheet, kind, catalogue, exists, may_replace=may_replace)


def _write_plan(root: Path, plan: ImportPlan) -> None:
    """Write every file, or none of them."""
    try:
        write_all(root, {path: text.encode() for path, text in plan.files.items()})
    except OSError as stopped:
        raise click.ClickException(f"Nothing was saved: {failure_reason(stopped)}.") from None
