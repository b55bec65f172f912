"""`academy follow` and `academy unfollow`."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import click

from generator.cli import report
from generator.cli.file_writes import failure_reason, write_all
from generator.cli.project_options import CONFIG, find_root, help_examples, project_option
from generator.model.followed_academy import ACADEMIES_FOLDER
from generator.publish.bundle import ACADEMY, BundleError, fingerprint, unpack_bundle
from generator.receive import FollowError, FollowPlan, plan_follow, plan_unfollow


@click.command(
    "follow", epilog=help_examples("academy follow their-academy.zip", "academy follow ../theirs")
)
@click.argument("place", type=click.Path(exists=True, path_type=Path))
@project_option
def follow(place: Path, project: Path) -> None:
    """Show the records of another academy beside yours, each with where it comes from.

    PLACE is the bundle of the other academy, or its folder. It is checked before anything in it is
    read. Your own records stay as they are. Run this again with a newer bundle to bring it up to
    date.
    """
    root = find_root(project)
    with _refusals(), _their_academy(place) as (folder, mark):
        plan = plan_follow(root, folder, mark)
    _write(root, plan)
    for line in plan.words:
        click.echo(line)
    click.echo(f"Fingerprint {plan.academy.fingerprint}. Not signed.")
    click.echo("Ask the other academy for its fingerprint and compare the two.")
    if plan.files:
        click.echo("Run “academy build” next.")


@click.command("unfollow", epilog=help_examples("academy unfollow their-academy"))
@click.argument("name")
@project_option
def unfollow(name: str, project: Path) -> None:
    """Stop following the academy with the short name NAME, and remove every trace of it."""
    root = find_root(project)
    with _refusals():
        plan = plan_unfollow(root, name)
    _write(root, plan)
    for line in plan.words:
        click.echo(line)
    click.echo("Run “academy build” next.")


@contextmanager
def _refusals() -> Iterator[None]:
    """End the command with every fault of what it was given."""
    try:
        yield
    except BundleError as refused:
        report.show_findings(refused.findings, gaps=False)
        raise click.ClickException("Nothing was followed.") from None
    except FollowError as refused:
        report.show_findings(refused.findings, gaps=False)
        raise click.ClickException(str(refused)) from None
    except OSError as stopped:
        raise click.ClickException(f"Nothing was followed: {failure_reason(stopped)}.") from None


@contextmanager
def _their_academy(place: Path) -> Iterator[tuple[Path, str]]:
    """Yield the folder of the other academy, and the fingerprint of its bundle if it is one."""
    if place.is_dir():
        folder = next((f for f in (place, place / ACADEMY) if (f / CONFIG).is_file()), None)
        if folder is None:
            raise click.UsageError(f"{place} is no academy: it has no {CONFIG}.")
        yield folder.resolve(), ""
        return
    with tempfile.TemporaryDirectory(prefix="academy-") as scratch:
        unpacked = Path(scratch).resolve() / "bundle"
        unpack_bundle(place, unpacked)
        if not (unpacked / ACADEMY / CONFIG).is_file():
            raise click.UsageError(f"{place} holds no academy: it has no {ACADEMY}/{CONFIG}.")
        yield unpacked / ACADEMY, fingerprint(place)


def _write(root: Path, plan: FollowPlan) -> None:
    try:
        write_all(root, plan.files)
    except OSError as stopped:
        raise click.ClickException(f"Nothing was written: {failure_reason(stopped)}.") from None
    _remove_empty_folders(root, plan.academy.id)


def _remove_empty_folders(root: Path, academy_id: str) -> None:
    place = root / ACADEMIES_FOLDER
    below = (place / academy_id).rglob("*")
    folders = [path for path in below if path.is_dir() and not path.is_symlink()]
    for folder in (*sorted(folders, reverse=True), place / academy_id, place):
        with suppress(OSError):  # it is not empty, or was never there
            folder.rmdir()
