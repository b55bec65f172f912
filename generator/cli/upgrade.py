"""`academy upgrade`: bring an academy to the installed engine."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from generator.cli.confirmation import is_confirmed
from generator.cli.file_writes import failure_reason, write_all, write_atomically
from generator.cli.migrate import migrated_texts
from generator.cli.project_options import (
    find_root,
    help_examples,
    project_option,
    read_vocabulary_here,
)
from generator.engine import EngineWheelError, checkout_folder, is_newer, version
from generator.english import counted
from generator.records.catalogue import read_schema
from generator.records.migrations import CURRENT_SCHEMA, SCHEMA_FILE, schema_file_text
from generator.site.handwritten import UNSTATED_LICENCE, settings_findings
from generator.starter import (
    DELIVERED,
    HOSTS,
    Action,
    Delivered,
    DeliveredError,
    FileChange,
    HostName,
    delivered_text,
    engine_files,
    plan_upgrade,
    read_delivered,
)

_BACKUP = ".academy/before-upgrade.zip"
_CREATED = "created.json"  # in the backup: the files that were not there before
_ACTIONS: Mapping[Action, str] = {
    "add": "Add",
    "replace": "Replace",
    "merge": "Merge with your changes",
    "remove": "Delete, because nothing uses it any more",
    "keep": "Leave, although nothing uses it any more, because you changed it",
    "conflict": "Leave, because you changed the same lines. The new one goes to engine/conflicts",
}


@dataclass(frozen=True, slots=True)
class Upgrade:
    """What an upgrade does: to the engine's files, and to records of an earlier schema."""

    changes: tuple[FileChange, ...]
    records: Mapping[str, str]
    schema: int
    listed: bytes

    @property
    def written(self) -> dict[str, bytes | None]:
        """The files to write by their paths, with None for one to delete."""
        files: dict[str, bytes | None] = {}
        for change in self.changes:
            files |= change.written
        files |= {path: _bytes(text) for path, text in self.records.items()}
        if self.schema < CURRENT_SCHEMA:
            files[SCHEMA_FILE] = schema_file_text(CURRENT_SCHEMA).encode()
        return files | {DELIVERED: self.listed} if files else {}


@click.command(
    "upgrade",
    epilog=help_examples("academy upgrade", "academy upgrade --yes", "academy upgrade --undo"),
)
@click.option("--yes", is_flag=True, help="Upgrade without asking.")
@click.option("--undo", is_flag=True, help="Take the last upgrade back.")
@click.option("--host", type=click.Choice(HOSTS), help="Where the files of the academy are kept.")
@project_option
def upgrade(project: Path, host: str | None, *, yes: bool, undo: bool) -> None:
    """Bring the academy to the version of this program.

    It says first what it will do. It updates the files that the program brings, such as workflows
    and schemas, keeps your changes to them, and leaves everything else alone. Records of an
    earlier schema are updated.
    """
    root = find_root(project)
    try:
        if undo:
            _undo(root)
            return
        planned = _planned(root, host)
        advice = tuple(_licence_advice(root))
    except (DeliveredError, EngineWheelError) as wrong:
        raise click.ClickException(f"{wrong} Nothing was changed.") from None
    for line in advice:
        click.echo(line)
    if not planned.written:
        click.echo(f"This academy is up to date with version {version()}.")
        return
    for line in _planned_lines(planned):
        click.echo(line)
    if not yes and not is_confirmed("Upgrade?", "academy upgrade --yes", doing="do this"):
        click.echo("Nothing was changed.")
        return
    _write(root, planned.written)
    click.echo("Done. Run “academy check”. To take it back, run “academy upgrade --undo”.")


def _planned(root: Path, host: str | None) -> Upgrade:
    if checkout_folder() == root:
        raise click.UsageError("This folder holds the program itself. Update it with git.")
    schema, findings = read_schema(root)
    if findings and schema >= CURRENT_SCHEMA:
        raise click.ClickException(f"{findings[0].message} {findings[0].hint}")
    delivered = read_delivered(root)
    if delivered and is_newer(delivered.version):
        raise click.UsageError(
            f"This academy is at version {delivered.version}, and this program is version "
            f"{version()}. Install the newer program first: pip install --upgrade learning-academy"
        )
    kept_on = _host(delivered, host)
    files = engine_files(kept_on, read_vocabulary_here(root))
    records = migrated_texts(root, schema)
    listed = delivered_text(kept_on, files).encode()
    return Upgrade(plan_upgrade(root, delivered, files), records, schema, listed)


def _licence_advice(root: Path) -> Iterator[str]:
    """Yield what to do where an academy names a licence only in its words on copyright.

    The settings stay as they are: only the academy itself can state its licence.
    """
    for finding in settings_findings(root)[1]:
        if finding.code == UNSTATED_LICENCE:
            yield f"{finding.path}, line {finding.line}: {finding.message} {finding.hint}\n"


def _host(delivered: Delivered | None, given: str | None) -> HostName:
    host = given or (delivered.host if delivered else None)
    if host not in HOSTS:
        raise click.UsageError(
            "Where are the files of this academy kept? Add --host github, gitlab, azure or none."
        )
    return host


def _planned_lines(planned: Upgrade) -> Iterator[str]:
    """Yield the lines that say what an upgrade does."""
    yield f"To version {version()}:"
    for action, words in _ACTIONS.items():
        paths = [change.path for change in planned.changes if change.action == action]
        yield from _list(words, paths)
    if planned.records:
        step = f"Update records from schema {planned.schema} to {CURRENT_SCHEMA}"
        yield from _list(step, list(planned.records))


def _list(words: str, paths: Sequence[str]) -> Iterator[str]:
    if paths:
        yield f"\n{words} ({counted(len(paths), 'file')}):"
        yield from (f"  {path}" for path in paths)


def _write(root: Path, files: Mapping[str, bytes | None]) -> None:
    before = {path: (root / path).read_bytes() for path in files if (root / path).is_file()}
    try:
        _keep(root / _BACKUP, before, created=sorted(files.keys() - before.keys()))
        write_all(root, files)
    except OSError as wrong:
        raise click.ClickException(
            f"A file could not be written: {failure_reason(wrong)}. Nothing was changed."
        ) from None


def _keep(backup: Path, before: Mapping[str, bytes], created: Sequence[str]) -> None:
    new_file = backup.with_name(f"{backup.name}.new")
    new_file.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(new_file, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in before.items():
            archive.writestr(path, content)
        archive.writestr(_CREATED, json.dumps(created))
    write_atomically(backup, new_file.read_bytes())
    new_file.unlink()


def _undo(root: Path) -> None:
    backup = root / _BACKUP
    if not backup.is_file():
        raise click.UsageError("There is no upgrade to take back.")
    with zipfile.ZipFile(backup) as archive:
        files: dict[str, bytes | None] = {
            name: archive.read(name) for name in archive.namelist() if name != _CREATED
        }
        files |= dict.fromkeys(json.loads(archive.read(_CREATED)), None)
    write_all(root, files)
    backup.unlink()
    click.echo(f"Taken back: {counted(len(files), 'file')}.")


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", errors="surrogateescape")
