"""The privacy gate for documents: what their text holds is told where a record offers them."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from generator.diagnostics import Diagnostic
from generator.privacy import Match, Waiver, is_waived, spellings
from generator.records.catalogue.catalogue import Catalogue
from generator.records.catalogue.media_folder import MediaFile
from generator.records.catalogue.privacy_gate import (
    NO_PERSONAL_DATA,
    PersonalData,
    personal_data_finding,
)
from generator.records.source import START


def examine_documents(catalogue: Catalogue, waivers: Collection[Waiver]) -> PersonalData:
    """Return the personal data in documents that no waiver allows.

    A waiver names the document, or the file of a record that offers it; for a followed academy, in
    the folder of its snapshot.
    """
    matches: list[Match] = []
    findings: list[Diagnostic] = []
    if not any(media.document and media.document.matches for media in catalogue.media.values()):
        return NO_PERSONAL_DATA
    places = _places(catalogue)
    for name, media in catalogue.media.items():
        path = media.path
        for match in _matches(media):
            offered = places.get(name) or [(path, *START)]
            if any(is_waived(match, file, waivers) for file in (path, *(at[0] for at in offered))):
                continue
            matches.append(match)
            findings += (
                personal_data_finding(file, match, line, column, inside=path)
                for file, line, column in offered
            )
    return PersonalData(tuple(dict.fromkeys(findings)), spellings(matches))


def _places(catalogue: Catalogue) -> dict[str, list[tuple[str, int, int]]]:
    """Return the places in files of records that offer each document."""
    places: dict[str, list[tuple[str, int, int]]] = {}
    for record_id, uses in catalogue.media_uses.items():
        for use in uses:
            media = catalogue.media.get(use.file)
            if media is not None and media.document is not None:
                path, position = catalogue.place(record_id, use.path)
                places.setdefault(use.file, []).append((path, *position))
    return places


def _matches(media: MediaFile) -> Iterator[Match]:
    yield from media.document.matches if media.document else ()
