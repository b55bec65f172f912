"""`academy init`: start an academy."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import cast

import click

from generator.build.examine import examine
from generator.cli import report
from generator.cli.file_writes import write_all
from generator.cli.project_options import help_examples
from generator.diagnostics import errors
from generator.engine import EngineWheelError
from generator.model.fields.types import LIMITS
from generator.records.catalogue import default_vocabulary
from generator.starter import HOSTS, HostName, NewAcademy, new_academy_files

_QUESTIONS = {
    "name": "What is the academy called?",
    "about": "What is it for, in one sentence?",
    "area": "Which place is it about? You can add more later.",
    "host": "Where will its files be kept? Answer github, gitlab, azure or none.",
    "contact": "Where do people write to? An email address, a web page, or nothing.",
}


@click.command(
    "init",
    epilog=help_examples(
        "academy init our-academy",
        'academy init our-academy --name "Suffolk Academy" --about "What Suffolk tried." \\',
        '    --area "West Suffolk" --host none --contact https://suffolk.example/contact',
    ),
)
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--name", help=_QUESTIONS["name"])
@click.option("--about", help=_QUESTIONS["about"])
@click.option("--area", help=_QUESTIONS["area"])
@click.option("--host", type=click.Choice(HOSTS), help=_QUESTIONS["host"])
@click.option("--contact", help=_QUESTIONS["contact"])
def init(folder: Path, **given: str | None) -> None:
    """Start an academy in FOLDER, a new or empty folder.

    It asks five questions, and none that an option answers.
    """
    _refuse_used_folder(folder)
    new = _new_academy(given)
    try:
        # the day on which somebody approves the address is that on their own clock
        files = new_academy_files(new, default_vocabulary(), date.today())  # noqa: DTZ011
        _write_checked(folder, files)
    except (ValueError, EngineWheelError) as wrong:
        raise click.ClickException(f"{wrong} Nothing was written.") from None
    except OSError as wrong:
        raise click.ClickException(
            f"The academy could not be written: {wrong.strerror}: {folder}. Nothing was written."
        ) from None
    click.echo(_NEXT.format(name=new.name, count=len(files), folder=folder, id=new.id))


_NEXT = """\
{name} is ready: {count} files in {folder}.
Other academies will know it as “{id}”. To choose another short name, change “id” in mkdocs.yml now.

To see it:

    cd {folder}
    python start.py

README.md there says how to add records and how to publish the site."""


def _refuse_used_folder(folder: Path) -> None:
    if folder.is_dir() and any(folder.iterdir()):
        raise click.UsageError(f"{folder} is not empty. Give a new folder.")
    if folder.exists() and not folder.is_dir():
        raise click.UsageError(f"{folder} is a file. Give a new folder.")


def _new_academy(given: Mapping[str, str | None]) -> NewAcademy:
    missing = [name for name in _QUESTIONS if given.get(name) is None]
    if missing and not sys.stdin.isatty():
        options = ", ".join(f"--{name}" for name in missing)
        raise click.UsageError(f"Nobody is here to answer. Give {options}.")
    answers = {name: _answer(name, given.get(name)) for name in _QUESTIONS}
    return NewAcademy(
        answers["name"],
        answers["about"],
        answers["area"],
        cast(HostName, answers["host"]),
        answers["contact"],
    )


def _answer(name: str, given: str | None) -> str:
    if given is None:
        default = {"host": "none", "contact": ""}.get(name)
        kind = click.Choice(HOSTS) if name == "host" else str
        given = click.prompt(
            f"{_QUESTIONS[name]}\n",
            default=default,
            type=kind,
            show_default=bool(default),
            show_choices=False,
            prompt_suffix="> ",
        )
    answer = " ".join(str(given).split())
    if not answer and name != "contact":
        raise click.UsageError(f"--{name} is empty. {_QUESTIONS[name]}")
    if not answer.isprintable():
        raise click.UsageError(f"--{name} has a character that cannot be shown. Type it again.")
    if len(answer) > LIMITS["line"]:
        raise click.UsageError(
            f"--{name} has {len(answer):,} characters. The limit is {LIMITS['line']:,}."
        )
    return answer


def _write_checked(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write an academy that its own checks accept, or nothing."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    new_folder = folder.parent / f".{folder.name}.new"
    shutil.rmtree(new_folder, ignore_errors=True)
    try:
        new_folder.mkdir()
        write_all(new_folder, files)
        if faults := errors(examine(new_folder)[1]):
            report.show_findings(faults, gaps=False)
            raise ValueError("The answers above cannot be used.")
        if folder.is_dir():
            folder.rmdir()
        os.replace(new_folder, folder)
    finally:
        shutil.rmtree(new_folder, ignore_errors=True)
