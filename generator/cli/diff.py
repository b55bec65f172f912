"""`academy diff`: what a contribution changes."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.project_options import find_root, help_examples, project_option, read_academy
from generator.cli.revisions import academy_folder
from generator.review import as_json, as_markdown, as_text, compare
from generator.site.parts.content import SiteContent

_FORMATS = ("text", "markdown", "json")


@click.command(
    epilog=help_examples(
        "academy diff main",
        "academy diff v1.0 v1.1",
        "academy diff ../academy-of-last-year",
    )
)
@click.argument("base")
@click.argument("head", required=False)
@project_option
@click.option(
    "--format",
    "form",
    type=click.Choice(_FORMATS),
    default="text",
    show_default=True,
    help="The format of the report.",
)
@click.option("--all", "is_whole", is_flag=True, help="Leave nothing out: list every gap and page.")
def diff(base: str, head: str | None, project: Path, form: str, *, is_whole: bool) -> None:
    """List what changes from BASE to HEAD: records, relations, answers, gaps and pages.

    A new record is shown in full, a changed field with its old and its new value.
    BASE and HEAD are versions in git (a branch, a tag or a commit) or folders. If you leave out
    HEAD, BASE is compared with the files in the academy's folder. Errors in records do not stop
    the comparison. A file that cannot be read is listed, and the rest are compared.
    """
    before, after = _site_content(base, project), _site_content(head, project)
    difference = compare(before, after)
    if form == "json":
        text = as_json(difference)
    elif form == "markdown":
        text = as_markdown(difference, is_whole=is_whole)
    else:
        text = as_text(difference, is_whole=is_whole)
    click.echo(text.rstrip("\n"))


def _site_content(name: str | None, project: Path) -> SiteContent:
    """Return the academy that a name means, with its findings."""
    if name is None:
        return _read_folder(find_root(project))
    # comparing two folders works outside an academy
    with academy_folder(name, project) as folder:
        return _read_folder(folder)


def _read_folder(folder: Path) -> SiteContent:
    catalogue, findings = read_academy(folder)
    return SiteContent("", catalogue, "", findings)
