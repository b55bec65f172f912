"""`academy rename`: give a record a new id and update all references."""

from __future__ import annotations

from pathlib import Path

import click

from generator.build.examine import examine
from generator.cli import report
from generator.cli.file_writes import failure_reason, restore_files, write_atomically
from generator.cli.project_options import find_root, help_examples, project_option, read_academy
from generator.diagnostics import did_you_mean, errors
from generator.english import counted
from generator.model.fields.types import id_fault
from generator.model.kinds import KIND_OF
from generator.records.catalogue import Catalogue
from generator.records.rename import RenamePlan, plan_rename

_FILES_WITH_REFERENCES = ("registry/glossary.yaml",)


@click.command("rename", epilog=help_examples("academy rename carers-cafe carers-drop-in"))
@click.argument("old")
@click.argument("new")
@project_option
def rename_record(old: str, new: str, project: Path) -> None:
    """Change the id of a record from OLD to NEW, and update every link to it.

    The old id is kept as an earlier id, so bookmarks still work. To undo this, swap OLD and NEW: a
    record can go back to an id that it had before.
    """
    root = find_root(project)
    catalogue, findings = read_academy(project)
    if faults := errors(findings):
        report.show_findings(faults, gaps=False)
        raise click.ClickException("Correct these errors first.")
    _check_ids(catalogue, old, new)
    others = tuple(path for path in _FILES_WITH_REFERENCES if (root / path).is_file())
    renamed = plan_rename(catalogue, old, new, others, lambda path: _read(root / path))
    _write_rename(root, renamed)
    references = counted(renamed.references, "reference")
    click.echo(f"Renamed {renamed.moved_from} to {renamed.moved_to} and updated {references}.")


def _check_ids(catalogue: Catalogue, old: str, new: str) -> None:
    record = catalogue.records.get(old)
    if record is None:
        near = did_you_mean(old, tuple(catalogue.records), parts=True)
        raise click.UsageError(f"There is no record “{old}”. {near}".strip())
    if KIND_OF[record.kind].folder is None:
        raise click.UsageError(f"“{old}” is inside another record. Change its “id:” there.")
    if fault := id_fault(new):
        raise click.UsageError(" ".join(fault))
    if new == old:
        raise click.UsageError(f"“{old}” has this id already. Choose another.")
    if catalogue.resolve(new) == old:
        return  # an earlier id of the same record
    if new in catalogue.records:
        raise click.UsageError(f"The id “{new}” is already in use. Choose another.")
    if now := catalogue.resolve(new):
        raise click.UsageError(f"“{new}” is an earlier id of “{now}”. Choose another.")


def _read(file: Path) -> str:
    return file.read_bytes().decode("utf-8")


def _write_rename(root: Path, renamed: RenamePlan) -> None:
    """Write a rename, or restore every file if it fails or causes faults."""
    touched = {*renamed.texts, renamed.moved_from}
    kept = {p: (root / p).read_bytes() if (root / p).exists() else None for p in touched}
    try:
        for path, text in renamed.texts.items():
            write_atomically(root / path, text.encode())
        (root / renamed.moved_from).unlink()
        faults = errors(examine(root)[1])
    except OSError as stopped:
        restore_files(root, kept)
        raise click.ClickException(f"Nothing was changed: {failure_reason(stopped)}.") from None
    if faults:
        restore_files(root, kept)
        report.show_findings(faults, gaps=False)
        raise click.ClickException("The new id would cause these errors. Nothing was changed.")
