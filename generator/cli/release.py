"""`academy release`: record what changed since the last release."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import click
from pydantic import ValidationError

from generator.analysis.release_news import NEWS_GROUPS, news_of
from generator.build.lasting_addresses import lasting_addresses
from generator.cli import report
from generator.cli.confirmation import is_confirmed
from generator.cli.file_writes import failure_reason, write_all
from generator.cli.project_options import (
    find_root,
    find_settings,
    help_examples,
    project_option,
    read_academy,
)
from generator.diagnostics import Diagnostic, errors
from generator.english import counted, day_in_words
from generator.host_mkdocs import FaultsError, HostError, build_site_once, project_of
from generator.model.release import RELEASES_FOLDER, Release
from generator.records.catalogue import (
    LAST_RELEASE_FILE,
    Catalogue,
    examine_text,
    read_published,
    read_waivers,
)
from generator.records.catalogue.published_file import PUBLISHED_FILE
from generator.review.release_changes import (
    ReleaseChanges,
    first_release,
    release_changes,
    release_entry,
)
from generator.review.release_files import dated_records, release_texts
from generator.review.release_snapshot import (
    AcademyState,
    DamagedStateError,
    academy_state,
    read_state,
    state_text,
)
from generator.site.published_addresses import list_text

_MOST_LINES = 12  # of each sort of change in the terminal


@dataclass(frozen=True, slots=True)
class PlannedRelease:
    """A release that is not written yet: its entry, and every file that it writes."""

    catalogue: Catalogue
    entry: Release
    files: dict[str, bytes | None]


@click.command(
    "release",
    epilog=help_examples(
        "academy release", 'academy release --note "Three places tell how they started."'
    ),
)
@click.option(
    "--date",
    "written_day",
    metavar="YYYY-MM-DD",
    help="The day of the release. [default: today]",
)
@click.option("--note", default="", help="A sentence for readers about this release.")
@click.option("--all", "whole", is_flag=True, help="List every change, however many there are.")
@click.option("--yes", is_flag=True, help="Record it without asking.")
@project_option
def release(project: Path, written_day: str | None, note: str, *, whole: bool, yes: bool) -> None:
    """Record what changed since the last release, for the page “What's new”.

    The release is a file in the folder “releases”, which you can read and correct. Records get the
    date on which they were added or changed. If the academy has a web address (site_url), the
    addresses of all pages are kept: from then on, a build stops if it would drop one of them. The
    first release counts the records that are there.
    """
    settings = find_settings(project)
    root = find_root(project)
    day = _day(written_day)
    catalogue, findings = read_academy(project)
    _stop_for(errors(findings))
    before = _last_state(root, catalogue)
    _check_order(catalogue, before, day)
    planned = _planned(root, catalogue, before, day, note.strip())
    if planned is None:
        last = day_in_words(before.day) if before else ""
        click.echo(f"Nothing has changed since the release of {last}. Nothing was recorded.")
        return
    for line in _planned_lines(planned, whole=whole):
        click.echo(line)
    if not yes and not is_confirmed("Record it?", "academy release --yes", doing="record this"):
        click.echo("Nothing was recorded.")
        return
    about_addresses = _add_addresses(settings, root, planned)
    try:
        write_all(root, planned.files)
    except OSError as stopped:
        raise click.ClickException(
            f"A file could not be written: {failure_reason(stopped)}. {_NOTHING}"
        ) from None
    click.echo(f"Recorded in {planned.entry.path}.")
    click.echo(about_addresses[:1].upper() + about_addresses[1:])


_NOTHING = "Nothing was recorded."


def _day(written: str | None) -> date:
    today = date.today()  # noqa: DTZ011 - the day on this machine is what people mean
    if written is None:
        return today
    try:
        day = datetime.strptime(written, "%Y-%m-%d").date()  # noqa: DTZ007 - a day has no zone
    except ValueError:
        raise click.UsageError(
            f"“{written}” is not a day. Write one like 2026-03-31. {_NOTHING}"
        ) from None
    if day > today:
        raise click.UsageError(
            f"{day_in_words(day)} is still to come. Give today or an earlier day. {_NOTHING}"
        )
    return day


def _stop_for(faults: tuple[Diagnostic, ...]) -> None:
    if faults:
        report.show_findings(faults, gaps=False)
        raise click.ClickException(f"Correct {counted(len(faults), 'error')} first. {_NOTHING}")


def _last_state(root: Path, catalogue: Catalogue) -> AcademyState | None:
    """Return the state that the last release kept, or None before the first release."""
    file = root / LAST_RELEASE_FILE
    if not file.is_file():
        if not catalogue.releases:
            return None
        message = "This file is missing, so nobody knows what has changed since the last release."
        hint = "Bring it back, for example from git."
        _stop_for((Diagnostic(LAST_RELEASE_FILE, 1, 1, "F143", message, hint),))
    try:
        return read_state(file.read_text(encoding="utf-8"))
    except (DamagedStateError, UnicodeDecodeError, OSError) as wrong:
        line, column = (
            (wrong.line, wrong.column) if isinstance(wrong, DamagedStateError) else (1, 1)
        )
        message = "This file is damaged. “academy release” writes it, and nobody else."
        hint = "Bring back the version of the last release, for example from git."
        _stop_for((Diagnostic(LAST_RELEASE_FILE, line, column, "F143", message, hint),))
        raise  # never reached: a finding stops the command


def _check_order(catalogue: Catalogue, before: AcademyState | None, day: date) -> None:
    if before is None:
        return
    last = max((before.day, *(release.day for release in catalogue.releases)))
    if day < last:
        raise click.UsageError(
            f"{day_in_words(day)} is before the last release, of {day_in_words(last)}. Give a "
            f"later day. {_NOTHING}"
        )


def _planned(
    root: Path, catalogue: Catalogue, before: AcademyState | None, day: date, note: str
) -> PlannedRelease | None:
    """Return the release of what changed, or None if nothing did."""
    after = academy_state(catalogue, day)
    try:
        if before is None:
            changes = ReleaseChanges()
            entry = first_release(day, len(catalogue.records), note)
        else:
            changes = release_changes(before, after, catalogue)
            if not changes:
                return None
            if day == before.day:
                raise click.UsageError(
                    f"There is a release of {day_in_words(day)} already. Make the next one on "
                    f"another day: it will have these changes too. {_NOTHING}"
                )
            entry = release_entry(changes, day, note)
    except ValidationError as wrong:
        details = wrong.errors(include_url=False)[0].get("ctx", {})
        raise click.UsageError(f"The note cannot be used: {details.get('message')}") from None
    texts, waivers = release_texts(entry), read_waivers(root)[0]
    for path, text in texts.items():
        _stop_for(examine_text(path, text, waivers).findings)
    files: dict[str, bytes | None] = {
        **dated_records(root, catalogue, changes, day),
        LAST_RELEASE_FILE: state_text(after).encode(),
        **{path: text.encode() for path, text in texts.items()},
    }
    return PlannedRelease(catalogue, entry, files)


def _planned_lines(planned: PlannedRelease, *, whole: bool) -> Iterator[str]:
    """Yield the lines that say what a release records: every change, or the first of each sort."""
    most = None if whole else _MOST_LINES
    news = news_of(planned.catalogue, planned.entry)
    yield f"Release of {day_in_words(planned.entry.day)}: {news.summary}"
    if planned.entry.records is not None:
        yield "This is the first release. From now on, releases say what has changed since."
    for group, (heading, _) in NEWS_GROUPS.items():
        items = [item for item in news.items if item.group == group]
        if items:
            yield f"\n{heading} ({len(items):,}):"
            yield from (f"  {item.sentence}" for item in items[:most])
        if left_out := len(items[len(items) if most is None else most :]):
            yield f"  And {left_out:,} more. “academy release --all” lists them."
    records = [path for path in planned.files if not path.startswith(f"{RELEASES_FOLDER}/")]
    if number := sum(path.endswith((".yaml", ".md")) for path in records):
        yield f"\nDates are written into {counted(number, 'record')}."


def _add_addresses(settings: Path, root: Path, planned: PlannedRelease) -> str:
    """Add the addresses of all pages to the files of a release, and return what to say of them.

    Nobody has links to an academy without a web address. The site is built in a temporary folder:
    only then is it known which pages there are.
    """
    published = read_published(root).addresses
    try:
        if not published and not project_of(settings).addresses.site:
            return _NO_ADDRESS
        with tempfile.TemporaryDirectory(prefix="academy-") as folder:
            site = Path(folder).resolve() / "site"
            with report.progress_bars() as progress:
                build_site_once(settings, progress, site)
            urls = lasting_addresses(site, planned.catalogue)
    except FaultsError as refused:
        _stop_for(refused.findings)
        raise  # never reached: a finding stops the command
    except HostError as stopped:
        text = stopped.message.replace("The site was not changed.", "").strip()
        raise click.ClickException(f"The site cannot be built: {text}\n{_NOTHING}") from None
    listed = {address.url for address in published}
    if new := urls - listed:
        planned.files[PUBLISHED_FILE] = list_text(published, new).encode()
    return f"{counted(len(new), 'new address', 'new addresses')} kept in {PUBLISHED_FILE}."


_NO_ADDRESS = (
    "No addresses of pages are kept, because mkdocs.yml does not say where the site is (site_url)."
)
