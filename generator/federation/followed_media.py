"""The pictures and documents of followed academies, checked as this academy's own are."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from generator.federation.snapshot import Snapshot
from generator.model.fields.media import MEDIA_FOLDER, name_among_academies
from generator.privacy import Waiver
from generator.records.catalogue import (
    MediaCache,
    MediaFile,
    PersonalData,
    examine_name,
    read_media_files,
)


def read_followed_media(
    root: Path, snapshot: Snapshot, cache: MediaCache
) -> Mapping[str, MediaFile]:
    """Return the pictures and documents of a snapshot by the names that they have here.

    A file with a SHA-256 that `cache` knows is not read again, wherever the academy lies.
    """
    pins = {
        Path(snapshot.place, path): digest
        for path, digest in snapshot.files.items()
        if path.startswith(f"{MEDIA_FOLDER}/")
    }
    known = {path: cache.get(path, digest) for path, digest in pins.items()}
    new = read_media_files(
        [(p.as_posix(), root / p, digest) for p, digest in pins.items() if known[p] is None]
    )
    files = {path: replace(known[path] or new[path.as_posix()], file=root / path) for path in pins}
    cache.keep({path: (digest, files[path]) for path, digest in pins.items()})
    return {
        name_among_academies(snapshot.academy.id, _path_there(snapshot, path)): file
        for path, file in files.items()
    }


def examine_names(snapshot: Snapshot, waivers: Collection[Waiver]) -> Iterator[PersonalData]:
    """Yield the personal data in the names of the files of a snapshot."""
    paths = sorted(f"{snapshot.place}/{path}" for path in snapshot.files)
    for _, folder in groupby(paths, key=lambda path: path.rpartition("/")[0]):
        names = list(folder)
        for number, path in enumerate(names, 1):
            yield examine_name(path, number, len(names), waivers)


def _path_there(snapshot: Snapshot, path: Path) -> str:
    return path.relative_to(snapshot.place).as_posix()
