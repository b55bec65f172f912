"""The academy to follow: its folder, its bundle or its export.

A bundle, and the archive in an export, are checked before they are unpacked.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from generator.build.academy_archive import ACADEMY_ARCHIVE
from generator.exports.csv_tables import PACKAGE_URL
from generator.exports.feed import FEED_URL
from generator.exports.records import ALL_RECORDS_URL
from generator.federation import read_snapshots
from generator.model.followed_academy import ACADEMIES_FOLDER, FollowedAcademy
from generator.model.public_key import PublicKey, parse_key
from generator.publish.bundle import ACADEMY, fingerprint, inspect_bundle, unpack_bundle
from generator.publish.signatures import (
    SignatureError,
    check_is_intact,
    is_signed_by,
    signature_file,
)
from generator.receive.follow_error import FollowError
from generator.records.settings import SETTINGS_FILE, read_identity
from generator.site_paths import DATA_FOLDER

# one file of each part of an export that has files in any academy
_EXPORTED = tuple(url.removeprefix(DATA_FOLDER) for url in (ALL_RECORDS_URL, PACKAGE_URL, FEED_URL))


@dataclass(frozen=True, slots=True)
class TheirAcademy:
    """The academy in a folder: the fingerprint of its bundle, or empty, and who signed that.

    `key` is the key that was expected and found, or empty. `is_signed`: there is a signature.
    """

    folder: Path
    fingerprint: str = ""
    key: str = ""
    is_signed: bool = False


@contextmanager
def open_their_academy(
    root: Path, place: Path, key: PublicKey | None = None, *, is_new_key: bool = False
) -> Iterator[TheirAcademy]:
    """Yield the academy in a folder, a bundle or an export, which that at `root` is to follow.

    `key` is the key that it must be signed with, or else the one by which it is followed already.
    With `is_new_key` it takes the place of that one. Raises FollowError, and BundleError for a
    bundle that is not sound.
    """
    place = _archive_in(place)
    if place.is_dir():
        if key is not None:
            raise FollowError(f"{place} is a folder. Only a bundle or an export is signed.")
        yield TheirAcademy(_academy_folder(place))
        return
    try:
        checked = _checked_key(root, place, key, is_new_key=is_new_key)
    except SignatureError as wrong:
        raise FollowError(f"{wrong} Nothing was followed.") from None
    with tempfile.TemporaryDirectory(prefix="academy-") as scratch:
        unpacked = Path(scratch).resolve() / "bundle"
        manifest = unpack_bundle(place, unpacked)
        folder = unpacked / ACADEMY
        if not (folder / SETTINGS_FILE).is_file():
            raise FollowError(f"{place} holds no academy: it has no {ACADEMY}/{SETTINGS_FILE}.")
        stated = read_identity(folder).id
        if manifest.academy and manifest.academy != stated:
            raise FollowError(
                f"{place} says that it is of “{manifest.academy}”, and its settings say "
                f"“{stated}”. Ask for a new copy."
            )
        key_text = checked.text if checked else ""
        yield TheirAcademy(folder, fingerprint(place), key_text, signature_file(place).is_file())


def _academy_folder(place: Path) -> Path:
    folder = _with_settings(place)
    if folder is None and any((place / name).is_file() for name in _EXPORTED):
        raise FollowError(
            f"{place} is an export without {ACADEMY_ARCHIVE}. It is a part of an export, or an "
            f"earlier program made it. Ask the other academy for {ACADEMY_ARCHIVE}, which “academy "
            "export” saves, or for its bundle."
        )
    if folder is None:
        raise FollowError(f"{place} is no academy: it has no {SETTINGS_FILE}.")
    return folder.resolve()


def _with_settings(place: Path) -> Path | None:
    folders = (place, place / ACADEMY)
    return next((folder for folder in folders if (folder / SETTINGS_FILE).is_file()), None)


def _archive_in(place: Path) -> Path:
    """Return the archive in the folder of an export; for anything else, the place itself."""
    archive = place / ACADEMY_ARCHIVE
    is_export = place.is_dir() and _with_settings(place) is None and archive.is_file()
    return archive if is_export else place


def _checked_key(
    root: Path, bundle: Path, key: PublicKey | None, *, is_new_key: bool
) -> PublicKey | None:
    """Return the key that the bundle is signed with, where one is expected.

    Nothing but the signature and the list of files is read.
    """
    is_signed = signature_file(bundle).is_file()
    if is_signed:
        check_is_intact(bundle)
    if key is not None:
        _check_signer(bundle, key, "the key that you gave")
    known = _known_by_key(root, bundle)
    if known is None or is_new_key:
        return key
    pinned = parse_key(known.key)
    if key is not None and key != pinned:
        raise FollowError(
            f"You follow {known.name} by the key {pinned.fingerprint}, and you gave another one. "
            "Ask the academy whether it has a new key. If it has, add “--new-key”."
        )
    _check_signer(bundle, pinned, f"the key by which you follow {known.name}")
    return pinned


def _check_signer(bundle: Path, key: PublicKey, which: str) -> None:
    if not signature_file(bundle).is_file():
        raise FollowError(
            f"{bundle.name} is not signed: there is no {signature_file(bundle).name} beside it. It "
            f"must be signed with {which}, {key.fingerprint}. Nothing was followed."
        )
    if not is_signed_by(bundle, key):
        raise FollowError(
            f"{bundle.name} is signed, but not with {which}, {key.fingerprint}. Ask the academy "
            "who signed it. Nothing was followed."
        )


def _known_by_key(root: Path, bundle: Path) -> FollowedAcademy | None:
    """Return the followed academy that a bundle says it is of, if it is followed by a key."""
    if not (root / ACADEMIES_FOLDER).is_dir():
        return None
    stated = inspect_bundle(bundle).academy
    academies = (snapshot.academy for snapshot in read_snapshots(root, {stated})[0])
    return next((academy for academy in academies if academy.key), None)
