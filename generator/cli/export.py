"""`academy export`: the data files without the site."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from generator.build.academy_archive import ACADEMY_ARCHIVE, academy_archive
from generator.build.prepare import PreparedSite, RecordsRefusedError, prepare
from generator.cli import report
from generator.cli.file_writes import failure_reason, write_all
from generator.cli.project_options import find_settings, help_examples, project_option
from generator.cli.signing import sign_file, sign_option
from generator.english import counted
from generator.exports import EXPORTS, DataFile
from generator.host_mkdocs import HostError, project_of
from generator.publish.bundle import fingerprint
from generator.site_paths import DATA_FOLDER

_ACADEMY = "academy"
_EXPORT_NAMES = click.Choice([*(chosen.name for chosen in EXPORTS), _ACADEMY], case_sensitive=False)


@click.command(
    epilog=help_examples(
        "academy export",
        "academy export --to our-data",
        "academy export --only csv",
        "academy export --only academy --sign ~/.ssh/id_ed25519",
    )
)
@project_option
@click.option(
    "--to",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    default="academy-data",
    show_default=True,
    help="The folder to save the files in.",
)
@click.option("--only", type=_EXPORT_NAMES, multiple=True, metavar="NAME", help="Save only these.")
@sign_option
def export(project: Path, folder: Path, only: tuple[str, ...], key: Path | None) -> None:
    """Save the academy's data as files, without the site.

    NAME is csv, sqlite, records, graph, feed, events, insights, schemas or academy. If one file
    cannot be saved, none is. The page “Download the data” on the site says what each is for. The
    last is one file, academy.zip, from which other academies can follow this one.
    """
    prepared = _prepared(find_settings(project))
    edition = prepared.edition
    wanted = [chosen for chosen in EXPORTS if not only or chosen.name in only]
    is_followable = not only or _ACADEMY in only
    if key is not None and not is_followable:
        raise click.UsageError("Only the file academy.zip is signed: add “--only academy”.")
    files = [file for chosen in wanted for file in chosen.files(edition)]
    _refuse_unknown_files(folder, files)
    try:
        contents = {_relative_path(file): file.make() for file in files}
        if is_followable:
            contents[ACADEMY_ARCHIVE] = academy_archive(prepared)
        write_all(folder, contents)
    except OSError as stopped:
        raise click.ClickException(f"Nothing was saved: {failure_reason(stopped)}.") from None
    for chosen in wanted:
        if chosen.none and not any(True for _ in chosen.files(edition)):
            click.echo(chosen.none)
    click.echo(f"{counted(len(contents), 'file')}: {folder}")
    if is_followable:
        archive = folder / ACADEMY_ARCHIVE
        click.echo(f"To follow this academy, others need {ACADEMY_ARCHIVE}.")
        click.echo(f"Fingerprint {fingerprint(archive)}")
        if key is not None:
            click.echo(sign_file(archive, key))


def _prepared(config: Path) -> PreparedSite:
    """Return the academy to export. Raises ClickException if the records have faults."""
    try:
        with report.progress_bars() as progress:
            return prepare(project_of(config), progress)
    except RecordsRefusedError as refused:
        report.show_findings(refused.findings, gaps=False)
        raise click.ClickException(f"{refused} Nothing was saved.") from None
    except HostError as stopped:
        raise click.ClickException(stopped.message) from None
    except ValueError as wrong:
        raise click.ClickException(str(wrong)) from None


def _relative_path(file: DataFile) -> str:
    return file.url.removeprefix(DATA_FOLDER)


def _refuse_unknown_files(folder: Path, files: Iterable[DataFile]) -> None:
    """Raise UsageError if a folder holds a file of an earlier export that is no longer written."""
    written = {folder / _relative_path(file) for file in files}
    folders = {path.parent for path in written} - {folder}
    old = sorted(
        path for place in folders if place.is_dir() for path in place.iterdir()
        if path.is_file() and path not in written
    )  # fmt: skip
    if old:
        raise click.UsageError(
            f"{old[0]} is not part of this export. Delete it, or choose another folder with --to."
        )
