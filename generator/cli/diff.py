"""What a contribution changes, in the terminal."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.common import examined, examples, root_of
from generator.cli.common import project as project_option
from generator.cli.revisions import academy_of
from generator.review import as_json, as_markdown, as_text, compare, figure_of
from generator.site.parts.content import SiteContent

_FACES = {"text": as_text, "markdown": as_markdown, "json": as_json}


@click.command(
    epilog=examples(
        "academy diff main",
        "academy diff v1.0 v1.1",
        "academy diff ../academy-of-last-year",
        "academy diff main --format markdown --figure change.svg",
    )
)
@click.argument("base")
@click.argument("head", required=False)
@project_option
@click.option(
    "--format",
    "form",
    type=click.Choice(list(_FACES)),
    default="text",
    show_default=True,
    help="How to say it.",
)
@click.option(
    "--figure",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Also draw it, before and after, into this SVG file.",
)
def diff(base: str, head: str | None, project: Path, form: str, figure: Path | None) -> None:
    """Say what changes from BASE to HEAD: records, relations, answers, gaps and pages.

    BASE and HEAD are revisions that git knows (a branch, a tag, a commit) or folders. Without HEAD,
    it is the academy as it stands in the working folder. Faults in records refuse nothing here:
    what cannot be read is named, and the rest is compared.
    """
    before, after = _site(base, project), _site(head, project)
    if figure is not None:
        try:
            figure.write_text(figure_of(before, after), encoding="utf-8", newline="\n")
        except OSError as stopped:
            why = stopped.strerror or "unknown reason"
            raise click.ClickException(f"{figure} could not be written: {why}.") from None
    click.echo(_FACES[form](compare(before, after)).rstrip("\n"))


def _site(name: str | None, project: Path) -> SiteContent:
    """The academy that a name means, with its findings."""
    if name is None:
        return _read(root_of(project))
    # two folders need no academy around them
    with academy_of(name, project) as folder:
        return _read(folder)


def _read(folder: Path) -> SiteContent:
    catalogue, findings = examined(folder)
    return SiteContent("", catalogue, "", findings)
