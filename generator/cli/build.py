"""`academy build` and `academy serve`: the site of an academy."""

from __future__ import annotations

import time
import webbrowser
from pathlib import Path

import click

from generator.cli import report
from generator.cli.file_writes import failure_reason
from generator.cli.project_options import find_settings, help_examples, project_option
from generator.cli.timings import record_timings
from generator.host_mkdocs import FaultsError, HostError, build_site, serve_site


@click.command(epilog=help_examples("academy build", "academy build --open"))
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
        raise click.ClickException(
            f"The site could not be saved: {failure_reason(stopped)}."
        ) from None
    home = built.folder / "index.html"
    click.echo(f"{built.pages:,} pages in {time.monotonic() - began:.1f} s: {home}")
    if open_it:
        webbrowser.open(home.as_uri())


@click.command(epilog=help_examples("academy serve", "academy serve --address 127.0.0.1:8001"))
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
