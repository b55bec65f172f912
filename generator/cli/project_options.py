"""Options and steps that commands share."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import click

from generator.build.examine import examine
from generator.build.repeated_build import kept_reads
from generator.cli import report
from generator.cli.output import MaskedOutput
from generator.diagnostics import Diagnostic, errors
from generator.federation import with_followed
from generator.intake.sheets import OfferedNames, offered_names
from generator.model.fields.academy_vocabulary import AcademyVocabulary
from generator.privacy import Redaction, scan, spellings
from generator.records.catalogue import (
    Catalogue,
    default_vocabulary,
    read_catalogue,
    read_vocabulary,
)
from generator.records.settings import read_site_folder
from generator.site_paths import MANIFEST

CONFIG = "mkdocs.yml"


def help_examples(*lines: str) -> str:
    """Return the epilogue of a command's help: lines that can be typed as they are."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)


def project_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add the option `--project` to a command."""
    return click.option(
        "--project",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        default=".",
        help="The academy's folder, or one inside it. [default: this folder]",
    )(function)


def find_root(folder: Path) -> Path:
    """Return the root folder of the academy. Raises UsageError if there is none here or above."""
    root = _root_around(folder)
    if root is None:
        raise click.UsageError(
            f"There is no academy in {folder.resolve()}: {CONFIG} is not in it or in a folder "
            "above it. Go to the academy's folder, or give it with --project."
        )
    return root


def _root_around(folder: Path) -> Path | None:
    start = folder.resolve()
    folders = (start, *start.parents)
    return next((candidate for candidate in folders if (candidate / CONFIG).is_file()), None)


def read_vocabulary_here(folder: Path) -> AcademyVocabulary:
    """Return the vocabulary of the academy here or above, or that of the engine without one.

    Raises ClickException, and lists the faults, if the vocabulary has any.
    """
    root = _root_around(folder)
    if root is None:
        return default_vocabulary()
    vocabulary, findings = read_vocabulary(root)
    if findings:
        report.show_findings(findings, gaps=False)
        raise click.ClickException("Correct the vocabulary first.")
    return vocabulary


def built_site(place: Path | None, project: Path) -> Path:
    """Return the folder of a site: the one that was given, or that of the academy.

    Raises UsageError if there is no site that this program made.
    """
    root = _root_around(project)
    folder = place or (_from_here(read_site_folder(root)) if root else Path("site"))
    if (folder / MANIFEST).is_file():
        return folder
    if not folder.exists():
        raise click.UsageError(f"There is no site in {folder}. Run “academy build” first.")
    raise click.UsageError(
        f"{folder} is not a site that “academy build” made: it has no {MANIFEST}."
    )


def _from_here(folder: Path) -> Path:
    """Return the path of a folder as people in the current one would write it."""
    here = Path.cwd()
    return folder.relative_to(here) if folder.is_relative_to(here) else folder


def find_settings(folder: Path) -> Path:
    """Return the settings of the academy, and mask their personal data in all later output.

    A message may quote a date without the label that makes it a date of birth. Raises UsageError
    if there is no academy here or above.
    """
    file = find_root(folder) / CONFIG
    # whoever uses the settings says why they cannot be read
    with suppress(OSError):
        text = file.read_text(encoding="utf-8", errors="replace")
        mask_output(Redaction(spellings(scan(text))))
    return file


def read_names_here(folder: Path) -> OfferedNames:
    """Return the names of records that lists offer; none outside an academy, or with errors."""
    root = _root_around(folder)
    if root is None:
        return {}
    memory = kept_reads(root)
    own, own_findings = read_catalogue(root, memory=memory)
    catalogue, findings = with_followed(own, root, memory=memory)
    return {} if errors((*own_findings, *findings)) else offered_names(catalogue)


def read_academy(folder: Path) -> tuple[Catalogue, tuple[Diagnostic, ...]]:
    """Return the catalogue and all findings of the academy, and mask later output accordingly."""
    with report.progress_bars() as progress:
        catalogue, findings = examine(find_root(folder), progress)
    mask_output(catalogue.redaction)
    return catalogue, findings


def mask_output(redaction: Redaction) -> None:
    """Mask this personal data in all later output of the command."""
    output = click.get_current_context().find_object(MaskedOutput)
    if output is not None:
        output.learn(redaction)


def open_new_file(target: Path) -> Any:
    """Return a new file opened for writing. Raises UsageError if it exists."""
    try:
        return target.open("x", encoding="utf-8", newline="\n")
    except FileExistsError:
        raise click.UsageError(f"{target.name} already exists.") from None
