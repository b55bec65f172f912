"""`academy new`: a file for a new record."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.project_options import (
    find_root,
    help_examples,
    open_new_file,
    project_option,
    read_academy,
)
from generator.diagnostics import clip
from generator.intake.blank_record import blank_record
from generator.model.fields.id_suggestions import suggest_id
from generator.model.fields.refusals import REFUSALS
from generator.model.fields.types import id_fault
from generator.model.kinds import KIND_OF, KINDS
from generator.privacy import PERSONAL_DATA_TYPES, scan_name

_NEW_KINDS = [kind.name.replace("_", "-") for kind in KINDS if kind.folder]


@click.command(
    epilog=help_examples(
        'academy new prototype "Carers\' café in Ashby"',
        'academy new area "Newport" --id newport-isle-of-wight',
    )
)
@click.argument("kind", type=click.Choice(_NEW_KINDS, case_sensitive=False), metavar="KIND")
@click.argument("title", nargs=-1, required=True)
@click.option("--id", "given_id", metavar="ID", help="The id. [default: made from the title]")
@project_option
def new(kind: str, title: tuple[str, ...], project: Path, given_id: str | None) -> None:
    """Create a file for a new record of KIND called TITLE, for you to fill in.

    KIND is prototype, practice, principle, case-study, outcome, adoption, barrier, area, partner,
    group or resource.
    """
    root = find_root(project)
    chosen = KIND_OF[kind.replace("-", "_")]
    name = " ".join(title)
    if matches := scan_name(name):
        what = PERSONAL_DATA_TYPES[matches[0].sort].name
        raise click.UsageError(f"The title contains what looks like {what}. Leave it out.")
    record_id = given_id or _id_from_title(name)
    if fault := id_fault(record_id):
        raise click.UsageError(" ".join(fault))
    catalogue, _ = read_academy(project)
    if record_id in catalogue.records:
        path, _place = catalogue.place(record_id)
        raise click.UsageError(
            f"The record “{record_id}” already exists: {path}. For another one, give an id: "
            f"--id {record_id}-2"
        )
    path = f"{chosen.folder}/{record_id}{chosen.suffix}"
    target = root / path
    target.parent.mkdir(parents=True, exist_ok=True)
    with open_new_file(target) as file:
        file.write(blank_record(chosen, name, catalogue.vocabulary))
    click.echo(f"Created {path}. Fill it in, then run “academy check”.")


def _id_from_title(title: str) -> str:
    """Return the id that a title suggests. Raises UsageError where it suggests none."""
    if record_id := suggest_id(title):
        return record_id
    words = REFUSALS["id_from_title"].words(text=clip(title), where=": --id home-care-trial")
    raise click.UsageError(" ".join(words))
