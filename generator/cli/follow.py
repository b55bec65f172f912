"""`academy follow` and `academy unfollow`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import click

from generator.cli import report
from generator.cli.file_writes import failure_reason, write_all
from generator.cli.project_options import find_root, help_examples, project_option
from generator.model.followed_academy import ACADEMIES_FOLDER
from generator.model.public_key import PublicKey, PublicKeyError, parse_key
from generator.publish.bundle import BundleError
from generator.publish.signatures import read_key
from generator.receive import (
    FollowError,
    FollowPlan,
    TheirAcademy,
    open_their_academy,
    plan_follow,
    plan_unfollow,
)


@click.command(
    "follow",
    epilog=help_examples(
        "academy follow their-academy.zip",
        "academy follow their-academy.zip --key their-key.pub",
        "academy follow their-data",
        "academy follow ../theirs",
    ),
)
@click.argument("place", type=click.Path(exists=True, path_type=Path))
@click.option(
    "--key",
    "key_place",
    help="The public key of the other academy, as a file or a line. The bundle must be signed with "
    "it, and so must each newer one.",
)
@click.option(
    "--new-key",
    "is_new_key",
    is_flag=True,
    help="The other academy has a new key: take that of --key in place of the one you know.",
)
@click.option(
    "--without-media",
    is_flag=True,
    help="Leave the pictures and documents of the other academy out.",
)
@project_option
def follow(
    place: Path, key_place: str | None, is_new_key: bool, without_media: bool, project: Path
) -> None:
    """Show the records of another academy beside yours, each with where it comes from.

    PLACE is the bundle of the other academy, its export or its folder. It is checked before
    anything in it is read. Your own records stay as they are. Run this again with a newer bundle to
    bring it up to date.
    """
    root = find_root(project)
    if is_new_key and key_place is None:
        raise click.UsageError("Give the new key with “--key”.")
    with _refusals():
        key = _read_key(key_place) if key_place is not None else None
        with open_their_academy(root, place, key, is_new_key=is_new_key) as theirs:
            plan = plan_follow(root, theirs, is_new_key=is_new_key, with_media=not without_media)
            lines = _trust(theirs)
    _write(root, plan)
    for line in (*plan.words, f"Fingerprint {plan.academy.fingerprint}.", *lines):
        click.echo(line)
    if plan.files:
        click.echo("Run “academy build” next.")


def _read_key(place: str) -> PublicKey:
    try:
        return read_key(place)
    except PublicKeyError as wrong:
        raise click.UsageError(str(wrong)) from None


def _trust(theirs: TheirAcademy) -> tuple[str, ...]:
    """Return in words how sure it is who made what was followed."""
    compare = "Ask the other academy for its fingerprint and compare the two."
    if theirs.key:
        return (f"Signed with the key {parse_key(theirs.key).fingerprint}.",)
    if theirs.is_signed:
        return ("Signed, but not checked. Give the academy's key with “--key”.", compare)
    return ("Not signed.", compare)


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
