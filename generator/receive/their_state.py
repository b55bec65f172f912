"""What a snapshot takes of another academy, once that academy has passed its own checks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from generator.analysis.index import AdoptionIndex
from generator.analysis.insights.dates import EARLIEST, newest_date
from generator.build.examine import examine
from generator.build.incremental import BuildCache, CacheFile, engine_key
from generator.build.plain_media import plain_content
from generator.diagnostics import errors
from generator.english import file_size
from generator.federation import is_in_snapshot
from generator.model.fields.academy_vocabulary import VOCABULARY_FILE
from generator.model.followed_academy import ACADEMIES_FOLDER, FollowedAcademy
from generator.model.kinds import KINDS
from generator.receive.follow_error import FollowError
from generator.receive.their_academy import TheirAcademy
from generator.records.catalogue import Catalogue
from generator.records.settings import read_identity, read_name

MAX_MEDIA_BYTES = 200_000_000


@dataclass(frozen=True, slots=True)
class TheirState:
    """Who an academy is, its currency, and the files of a snapshot by their paths there."""

    academy: FollowedAcademy
    currency: str
    contents: Mapping[str, bytes]


def read_their_state(here: Path, theirs: TheirAcademy, *, with_media: bool) -> TheirState:
    """Return what a snapshot takes of an academy. Raises FollowError for one with faults.

    Without `with_media`, it takes no pictures and documents. Records that the academy `here` read
    when it followed an earlier state are not read again.
    """
    root = theirs.folder
    kept = CacheFile(here, here / ACADEMIES_FOLDER / read_identity(root).id, engine_key())
    reads = kept.load().reads
    catalogue, findings = examine(root, memory=reads)
    if faults := errors(findings):
        message = "Nothing was followed. The other academy has to correct these errors first."
        raise FollowError(message, tuple(map(catalogue.redaction.mask_value, faults)))
    kept.save(BuildCache(reads))
    identity = read_identity(root)
    name = read_name(root) or identity.id
    contents = _record_files(root)
    if with_media:
        contents |= _media_files(catalogue.own, name)
    day = newest_date(AdoptionIndex(catalogue.own))
    academy = FollowedAcademy(
        identity.id,
        name,
        day.isoformat() if day > EARLIEST else "",
        theirs.fingerprint or _fingerprint(contents),
        identity.text_licence.id if identity.text_licence else "",
        identity.data_licence.id if identity.data_licence else "",
        theirs.key,
    )
    return TheirState(academy, identity.currency, contents)


def _record_files(folder: Path) -> dict[str, bytes]:
    folders = [folder / kind.folder for kind in KINDS if kind.folder]
    there = [file for place in folders if place.is_dir() for file in place.iterdir()]
    named = {file.relative_to(folder).as_posix(): file for file in there}
    named[VOCABULARY_FILE] = folder / VOCABULARY_FILE
    return {
        name: file.read_bytes()
        for name, file in sorted(named.items())
        if is_in_snapshot(name) and file.is_file() and not file.is_symlink()
    }


def _media_files(catalogue: Catalogue, name: str) -> dict[str, bytes]:
    """Return the files that records show, without metadata. Raises FollowError for too many."""
    shown = sorted(set(_shown_files(catalogue)))
    size = sum(catalogue.media[path].size for path in shown)
    if size > MAX_MEDIA_BYTES:
        raise FollowError(
            f"The pictures and documents of {name} are {file_size(size)} together. The limit is "
            f"{file_size(MAX_MEDIA_BYTES)}. Nothing was followed. To follow the records without "
            "them, add “--without-media”."
        )
    return {path: plain_content(catalogue.media[path]) for path in shown}


def _shown_files(catalogue: Catalogue) -> Iterator[str]:
    for uses in catalogue.media_uses.values():
        yield from (use.file for use in uses if use.file in catalogue.media)


def _fingerprint(contents: Mapping[str, bytes]) -> str:
    digest = sha256()
    for name, content in sorted(contents.items()):
        digest.update(f"{name}\0{sha256(content).hexdigest()}\n".encode())
    return digest.hexdigest()
