"""Read the releases of an academy: one file for each, named for its day, or several."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from functools import reduce
from itertools import groupby
from pathlib import Path

from pydantic import ValidationError

from generator.diagnostics import Diagnostic
from generator.leftover_files import leftover_origin
from generator.model.release import RELEASES_FOLDER, Release
from generator.privacy import Waiver
from generator.records.catalogue.privacy_gate import PersonalData, examine_file
from generator.records.model_faults import validation_faults
from generator.records.source import SourceFault, SourceFile, read_source

LAST_RELEASE_FILE = f"{RELEASES_FOLDER}/last-release.json"


def read_releases(root: Path) -> tuple[tuple[Release, ...], tuple[Diagnostic, ...]]:
    """Return the releases of the academy at `root`, newest first, and every fault of their files.

    The files of a day are one release.

    No folder means no releases and no fault.
    """
    releases: list[Release] = []
    findings: list[Diagnostic] = []
    for name in release_file_names(root):
        path = f"{RELEASES_FOLDER}/{name}"
        if name.endswith(".yaml"):
            release, faults = _read_release(root / path, path)
            releases += [release] if release else []
            findings += faults
        else:
            message = "This is not a release. A release is a file such as “2026-03-31.yaml”."
            hint = "Move it to another folder."
            findings.append(Diagnostic(path, 1, 1, "F141", message, hint))
    whole = [_joined(parts) for _, parts in groupby(sorted(releases, key=_day), _day)]
    return tuple(reversed(whole)), tuple(findings)


def _day(release: Release) -> date:
    return release.day


def _joined(parts: Iterable[Release]) -> Release:
    """Return the release of the files of one day, the first of them first."""
    return reduce(Release.with_part, parts)


def release_file_names(root: Path) -> list[str]:
    """Return the names of the files in the folder of releases, without those of tools."""
    folder = root / RELEASES_FOLDER
    if folder.is_symlink() or not folder.is_dir():
        return []
    names = sorted((entry.name for entry in folder.iterdir()), key=lambda name: (len(name), name))
    known = Path(LAST_RELEASE_FILE).name
    return [n for n in names if n != known and not n.startswith(".") and not leftover_origin(n)]


def examine_releases(root: Path, waivers: Collection[Waiver]) -> Iterator[PersonalData]:
    """Yield what the privacy gate finds in each release, and in what the next one compares with."""
    names = [*release_file_names(root), Path(LAST_RELEASE_FILE).name]
    for path in (f"{RELEASES_FOLDER}/{name}" for name in names):
        yield examine_file(root / path, path, waivers)


def _read_release(file: Path, path: str) -> tuple[Release | None, list[Diagnostic]]:
    source, faults = read_source(file, path)
    if source is None:
        return None, faults
    try:
        release = Release.model_validate(source.values())
    except ValidationError as error:
        return None, [
            *faults,
            *(f.in_file(path) for f in validation_faults(error, Release, source)),
        ]
    return release, [*faults, *(fault.in_file(path) for fault in _misnamed(release, source))]


def _misnamed(release: Release, source: SourceFile) -> Iterator[SourceFault]:
    stem = re.escape(release.path.removesuffix(".yaml"))
    if not re.fullmatch(rf"{stem}(-([2-9]|[1-9][0-9]+))?\.yaml", source.path):
        message = (
            f"This release is of {release.date.words}, but the name of its file is another day."
        )
        hint = f"Rename it to “{release.path.rpartition('/')[2]}”, or correct the date."
        yield SourceFault(source.place(("date",)), "F142", message, hint)
