"""`academy addresses`: keep the list of the addresses that were published."""

from __future__ import annotations

from pathlib import Path

import click

from generator.build.lasting_addresses import lasting_addresses
from generator.cli import report
from generator.cli.file_writes import write_atomically
from generator.cli.project_options import (
    built_site,
    find_root,
    find_settings,
    help_examples,
    project_option,
    read_academy,
)
from generator.english import counted
from generator.publish.manifest import ManifestError
from generator.records.catalogue import Catalogue, read_published, read_waivers
from generator.records.catalogue.published_file import PUBLISHED_FILE
from generator.site.published_addresses import list_text


@click.command(
    "addresses", epilog=help_examples("academy addresses", "academy addresses --dry-run")
)
@click.argument("site", required=False, type=click.Path(file_okay=False, path_type=Path))
@click.option("--dry-run", is_flag=True, help="List the new addresses, and change nothing.")
@project_option
def addresses(site: Path | None, project: Path, *, dry_run: bool) -> None:
    """Remember the addresses of the pages that you publish.

    Run this when you publish SITE, the folder of a built site, or else the site that was built
    last. New addresses are added to registry/published-addresses.txt. From then on, a build stops
    if it would drop one of them.
    """
    find_settings(project)
    root = find_root(project)
    folder = built_site(site, project)
    catalogue, _ = read_academy(project)
    published = read_published(root, read_waivers(root)[0])
    if published.faults.findings:
        report.show_findings(published.faults.findings, gaps=False)
        raise click.ClickException("Nothing was changed. Correct these errors first.")
    listed = {address.url for address in published.addresses}
    added = sorted(_lasting_addresses(folder, catalogue) - listed)
    for url in added:
        click.echo(url)
    if added and not dry_run:
        write_atomically(root / PUBLISHED_FILE, list_text(published.addresses, added).encode())
    would = "would be new" if dry_run else "added"
    number = counted(len(added), "address", "addresses")
    click.echo(f"{number[:1].upper()}{number[1:]} {would} in {PUBLISHED_FILE}.")
    if added and dry_run:
        click.echo("“academy release” keeps them, or “academy addresses” does so at once.")


def _lasting_addresses(folder: Path, catalogue: Catalogue) -> frozenset[str]:
    try:
        return lasting_addresses(folder, catalogue)
    except (OSError, ManifestError) as wrong:
        raise click.ClickException(
            f"The site in {folder} cannot be read: {wrong}. Build it again."
        ) from None
