"""`academy bundle`, `academy verify` and `academy unpack`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

import click

from generator.build.bundle import MadeBundle, content_findings, make_bundle, verify_bundle
from generator.build.progress import Progress
from generator.cli import report
from generator.cli.file_writes import failure_reason
from generator.cli.project_options import (
    built_site,
    find_root,
    find_settings,
    help_examples,
    project_option,
)
from generator.cli.signing import sign_file, sign_option
from generator.diagnostics import Diagnostic, errors
from generator.engine import EngineWheelError
from generator.english import counted
from generator.host_mkdocs import FaultsError, HostError, build_site_once
from generator.publish import SiteChangingError, verify_live_site
from generator.publish.bundle import (
    ACADEMY,
    PYTHONS,
    READ_ME,
    SITE,
    SYSTEMS,
    TARGETS,
    BuildTarget,
    BundleError,
    WheelsError,
    fingerprint,
    unpack_bundle,
)
from generator.records.catalogue import read_waivers
from generator.starter import DeliveredError

_SYSTEMS = click.Choice([*(system.name for system in SYSTEMS), "none"])


@click.command(
    "bundle",
    epilog=help_examples(
        "academy bundle",
        "academy bundle --for windows --python 3.12",
        "academy bundle --for none --to small.zip",
        "academy bundle --sign ~/.ssh/id_ed25519",
    ),
)
@project_option
@click.option(
    "--to",
    "target",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file to save. [default: a file in the folder “dist”, named after its newest record]",
)
@click.option(
    "--for",
    "systems",
    multiple=True,
    type=_SYSTEMS,
    help="A system on which people can build the site again offline. You can give this option more "
    "than once. [default: all systems]",
)
@click.option(
    "--python",
    "pythons",
    multiple=True,
    type=click.Choice(PYTHONS),
    help="A version of Python that they have. [default: all versions]",
)
@sign_option
def bundle(
    project: Path,
    target: Path | None,
    systems: tuple[str, ...],
    pythons: tuple[str, ...],
    key: Path | None,
) -> None:
    """Put the site, the records, the program and its libraries in one file, called a bundle.

    People who unpack it can read the site offline, add records, build it again and send it back.
    """
    config = find_settings(project)
    try:
        with report.progress_bars() as progress:
            made = make_bundle(
                build_site_once, config, _chosen_targets(systems, pythons), target, progress
            )
    except (FaultsError, BundleError) as refused:
        report.show_findings(refused.findings, gaps=False)
        raise click.ClickException("No bundle was made. Correct these errors first.") from None
    except HostError as stopped:
        raise click.ClickException(stopped.message) from None
    except (WheelsError, EngineWheelError, DeliveredError) as stopped:
        raise click.ClickException(f"{stopped}\nNo bundle was made.") from None
    except OSError as stopped:
        raise click.ClickException(
            f"The bundle could not be saved: {failure_reason(stopped)}."
        ) from None
    click.echo(_bundle_summary(made))
    if key is not None:
        click.echo(sign_file(made.file, key))
    if made.long_names:
        click.echo(_long_names_warning(made.long_names), err=True)


def _chosen_targets(systems: tuple[str, ...], pythons: tuple[str, ...]) -> tuple[BuildTarget, ...]:
    return tuple(
        target
        for target in TARGETS
        if (not systems or target.system.name in systems)
        and (not pythons or target.python in pythons)
    )


def _bundle_summary(made: MadeBundle) -> str:
    """Return a description of a new bundle in four lines."""
    systems = (
        "; ".join(made.about.systems)
        or "no system: to build it again, people need an internet connection"
    )
    return (
        f"{made.file}\n"
        f"{_size_text(made.size)}. Unpacked: the site {_size_text(made.site)}, "
        f"libraries {_size_text(made.libraries)}, and the records and the program.\n"
        f"Libraries for {systems}.\n"
        f"Fingerprint {fingerprint(made.file)}"
    )


def _long_names_warning(names: Sequence[str]) -> str:
    """Return what to do about names that are too long for some folders on Windows."""
    return (
        f"Warning: {counted(len(names), 'long file name')}, up to {len(names[0])} characters:\n"
        f"  {names[0]}\n"
        "On Windows, unpack this bundle into a folder near the top, such as C:\\academy. Or give "
        "the record a shorter id with “academy rename”, or the file a shorter name."
    )


def _size_text(count: int) -> str:
    return f"{count / 1e6:.1f} MB"


@click.command(
    "verify",
    epilog=help_examples("academy verify", "academy verify site", "academy verify academy.zip"),
)
@click.argument("place", required=False, type=click.Path(exists=True, path_type=Path))
@click.option(
    "--project",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
    help="The academy with the waivers for a site. [default: this folder, if it is an academy]",
)
def verify(place: Path | None, project: Path) -> None:
    """Check PLACE, which is the folder of a site or a bundle that somebody sent you.

    Without PLACE, the site that was built last is checked. A bundle is checked before anything is
    unpacked; of an unpacked one, the site is checked. The exit code is 1 if there are errors.
    """
    if place is not None and (place / READ_ME).is_file() and (place / SITE).is_dir():
        place, project = place / SITE, place / ACADEMY
    elif place is None or place.is_dir():
        place = built_site(place, project)
    with report.progress_bars() as progress:
        findings = (
            _verify_site_folder(place, project, progress)
            if place.is_dir()
            else verify_bundle(place, progress)
        )
    report.show_findings(findings, gaps=False)
    if faults := errors(findings):
        raise click.ClickException(
            f"{len(faults):,} errors in {place}." if faults[1:] else f"1 error in {place}."
        )
    click.echo(f"No problems found in {place}.")
    if place.is_file():
        click.echo(f"Fingerprint {fingerprint(place)}")


def _verify_site_folder(place: Path, project: Path, progress: Progress) -> tuple[Diagnostic, ...]:
    try:
        waivers = read_waivers(find_root(project))[0]
    except click.UsageError:
        waivers = ()
    try:
        return verify_live_site(place, waivers, watch=partial(progress, "Verifying"))
    except SiteChangingError as stopped:
        raise click.ClickException(f"{stopped}.") from None


@click.command("unpack", epilog=help_examples("academy unpack academy.zip from-ashby"))
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("folder", type=click.Path(path_type=Path))
def unpack_command(file: Path, folder: Path) -> None:
    """Check the bundle FILE and unpack it into FOLDER, a new folder.

    Nothing is unpacked if the bundle is incomplete, was changed or could do harm, or if “academy
    verify” would find an error in it.
    """
    try:
        with report.progress_bars() as progress:
            manifest = unpack_bundle(
                file, folder, lambda unpacked: content_findings(unpacked, progress)
            )
    except BundleError as refused:
        report.show_findings(refused.findings, gaps=False)
        raise click.ClickException("Nothing was unpacked.") from None
    except OSError as stopped:
        raise click.ClickException(f"Nothing was unpacked: {failure_reason(stopped)}.") from None
    click.echo(
        f"Unpacked {len(manifest.files):,} files into {folder}. Open “START HERE.html” there."
    )
