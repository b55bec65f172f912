"""The commands `check`, `build`, `serve`, `new` and `show`."""

from __future__ import annotations

import os
import time
import webbrowser
from pathlib import Path

import click

from generator.cli import report
from generator.cli.output import MaskedGroup
from generator.cli.project_options import (
    find_root,
    find_settings,
    help_examples,
    open_new_file,
    project_option,
    read_academy,
)
from generator.cli.show import record_named, show_record
from generator.cli.timings import record_timings
from generator.diagnostics import Diagnostic, clip, errors
from generator.host_mkdocs import FaultsError, HostError, build_site, serve_site
from generator.intake.blank_record import blank_record
from generator.model.fields.id_suggestions import suggest_id
from generator.model.fields.refusals import REFUSALS
from generator.model.fields.types import id_fault
from generator.model.kinds import KIND_OF, KINDS
from generator.privacy import PERSONAL_DATA_TYPES, Redaction, scan_name
from generator.site.parts.content import SiteContent

_NEW_KINDS = [kind.name.replace("_", "-") for kind in KINDS if kind.folder]


@click.group(cls=MaskedGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="learning-academy")
def academy() -> None:
    """Check, build and read a learning academy.

    An academy is a folder of records: prototypes, practices, areas and more, one file each.
    """


@academy.command(
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


@academy.command(epilog=help_examples("academy build", "academy build --open"))
@project_option
@click.option("--open", "open_it", is_flag=True, help="Open the finished site in a browser.")
@click.option(
    "--site",
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder to build the site in. [default: the folder “site”]",
)
def build(project: Path, site: Path | None, *, open_it: bool) -> None:
    """Build the site in the folder “site”.

    If records have errors, the site is not built and the last one is kept.
    """
    settings = find_settings(project)
    began = time.monotonic()
    try:
        with report.progress_bars() as shown, record_timings(shown) as progress:
            built = build_site(settings, progress, site)
    except FaultsError as refused:
        report.show_findings(refused.findings, gaps=False)
        raise click.ClickException(refused.summary) from None
    except HostError as stopped:
        raise click.ClickException(stopped.message) from None
    except OSError as stopped:
        raise click.ClickException(f"The site could not be saved: {stopped}.") from None
    home = built.folder / "index.html"
    click.echo(f"{built.pages:,} pages in {time.monotonic() - began:.1f} s: {home}")
    if open_it:
        webbrowser.open(home.as_uri())


@academy.command(epilog=help_examples("academy serve", "academy serve --address 127.0.0.1:8001"))
@project_option
@click.option(
    "--address", default="127.0.0.1:8000", show_default=True, help="The address and port to use."
)
@click.option("--open", "open_it", is_flag=True, help="Open the site in a browser.")
def serve(project: Path, address: str, *, open_it: bool) -> None:
    """Show the site on this computer and update it each time you save a file."""
    try:
        serve_site(find_settings(project), address, click.echo, open_in_browser=open_it)
    except HostError as stopped:
        raise click.ClickException(stopped.message) from None
    except OSError as stopped:
        raise click.ClickException(f"The site cannot be shown at {address}: {stopped}.") from None


@academy.command(
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


@academy.command(epilog=help_examples("academy show carers-cafe", 'academy show "Carers\' café"'))
@click.argument("record")
@project_option
def show(record: str, project: Path) -> None:
    """Show the record with the id or title RECORD, and its links to and from other records."""
    catalogue, findings = read_academy(project)
    record_id = catalogue.resolve(record) or record_named(catalogue, record)
    if faults := errors(findings):
        report.show_findings(faults, gaps=False)
        raise click.ClickException("Correct these errors first.")
    show_record(SiteContent("", catalogue), record_id)
