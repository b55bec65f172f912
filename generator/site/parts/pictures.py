"""The pictures of a site: which versions of each file there are, and their sizes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePosixPath

from generator.lookups import traced_property
from generator.media.pictures import ENCODED_ENDING, EncodedPicture, encode_picture
from generator.model.fields.media import academy_of_media
from generator.model.record import Picture, Record
from generator.records.catalogue import Catalogue, MediaFile, MediaUse, pictures_of
from generator.site.asset_bundles import hashed_name
from generator.site.parts.shown_picture import PictureVersion, ShownPicture

PAGE_BYTES = 150_000  # of all pictures on a record's page, which then stays below 400 kB
CARD_BYTES = 1_900  # a list has up to 80 cards
_CARD_ENDING = f".card{ENCODED_ENDING}"


@dataclass(frozen=True, slots=True)
class PictureSource:
    """What a version is made from: the file, its digest, and the most bytes it may have."""

    url: str
    file: Path
    digest: str
    most: int
    card: bool


class PictureLibrary:
    """The pictures that the records of a catalogue show. Each content is in the site once.

    A version is made when a page asks for its size, unless `keep` has brought it.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._versions: dict[str, PictureVersion] = {}

    @traced_property
    def _first(self) -> dict[str, str]:
        return _first_with_content(self._catalogue.media)

    @traced_property
    def _most(self) -> dict[str, int]:
        return _bytes_allowed(self._catalogue, self._first)

    @traced_property
    def _leads(self) -> frozenset[str]:
        return frozenset(
            self._first[record.pictures[0].file]
            for record in self._catalogue.records.values()
            if record.pictures and record.pictures[0].file in self._first
        )

    def files(self) -> Iterator[PictureSource]:
        """Yield every version that the site has."""
        for path in sorted(self._most):
            yield self._page_file(path)
            if path in self._leads:
                yield self._card_file(path)

    def keep(self, versions: Iterable[PictureVersion]) -> None:
        """Keep the sizes of versions that have been made."""
        self._versions |= {version.url: version for version in versions}

    def lead_picture(self, record: Record) -> ShownPicture | None:
        """Return the picture at the top of a record's page; None without one."""
        return self._listed(record.pictures[0]) if record.pictures else None

    def listed_pictures(self, record: Record) -> tuple[ShownPicture, ...]:
        """Return the listed pictures of a record that stand neither at the top nor in a text."""
        in_texts = {use.file for use in self._uses(record) if use.offset is not None}
        rest = (picture for picture in record.pictures[1:] if picture.file not in in_texts)
        return tuple(shown for picture in rest if (shown := self._listed(picture)))

    def text_pictures(self, record: Record) -> dict[str, ShownPicture]:
        """Return the pictures in the texts of a record by file, with what its list says of them."""
        listed = {picture.file: picture for picture in record.pictures}
        shown: dict[str, ShownPicture] = {}
        for use in self._uses(record):
            first = self._first.get(use.file)
            if use.offset is None or first is None:
                continue
            picture = listed.get(use.file)
            shown[use.file] = (self._listed(picture) if picture else None) or ShownPicture(
                self._version(self._page_file(first)), "", credit=self._credit(use.file)
            )
        return shown

    def card_picture(self, record: Record) -> ShownPicture | None:
        """Return the lead picture of a record for its card; None without one."""
        lead = record.pictures[0] if record.pictures else None
        path = self._first.get(lead.file) if lead else None
        if lead is None or path is None:
            return None
        return ShownPicture(self._version(self._card_file(path)), lead.alt)

    def _uses(self, record: Record) -> tuple[MediaUse, ...]:
        return self._catalogue.media_uses[record.id]

    def _listed(self, picture: Picture) -> ShownPicture | None:
        path = self._first.get(picture.file)
        if path is None:
            return None
        version = self._version(self._page_file(path))
        credit = self._credit(picture.file, picture.credit or "")
        return ShownPicture(version, picture.alt, picture.caption or "", credit)

    def _credit(self, file: str, credit: str = "") -> str:
        """Return who made a picture, and the academy that it comes from where that is another."""
        academy = self._catalogue.academy_names.get(academy_of_media(file))
        return ", ".join(filter(None, (credit, f"from {academy}" if academy else "")))

    def _version(self, file: PictureSource) -> PictureVersion:
        if file.url not in self._versions:
            self._versions[file.url] = version_of(file.url, encoded(file))
        return self._versions[file.url]

    def _page_file(self, path: str) -> PictureSource:
        media = self._catalogue.media[path]
        return _source(f"{path}{ENCODED_ENDING}", media, self._most[path])

    def _card_file(self, path: str) -> PictureSource:
        media = self._catalogue.media[path]
        return _source(f"{path}{_CARD_ENDING}", media, CARD_BYTES, card=True)


def _source(name: str, media: MediaFile, most: int, *, card: bool = False) -> PictureSource:
    """Return a version, named by what it is made from: its file, and the bytes that it may have."""
    url = hashed_name(name, f"{media.digest} {most}".encode())
    return PictureSource(url, media.file, media.digest, most, card)


@lru_cache(maxsize=64)  # `serve` makes a picture for its size, then sends it
def encoded(file: PictureSource) -> EncodedPicture:
    """Return a version. Raises OSError for a file that is gone."""
    return encode_picture(file.file.name, file.file.read_bytes(), file.most, card=file.card)


def version_of(url: str, picture: EncodedPicture) -> PictureVersion:
    """Return where a picture is, and its size."""
    return PictureVersion(url, picture.width, picture.height)


def _first_with_content(media: Mapping[str, MediaFile]) -> dict[str, str]:
    """Return for each sound picture the first path in order that has the same content."""
    by_digest: dict[tuple[str, str], str] = {}
    for path in sorted(media):
        if media[path].picture is not None:
            by_digest.setdefault(_content_key(media[path]), path)
    return {
        path: by_digest[_content_key(file)]
        for path, file in media.items()
        if file.picture is not None
    }


def _content_key(file: MediaFile) -> tuple[str, str]:
    return file.digest, PurePosixPath(file.path).suffix.lower()


def _bytes_allowed(catalogue: Catalogue, first: Mapping[str, str]) -> dict[str, int]:
    """Return the most bytes of each picture that a record shows.

    The pictures of a page share its bytes equally; a picture on several pages must fit on each.
    """
    most: dict[str, int] = {}
    for record in catalogue.records.values():
        paths = {first[path] for path in pictures_of(record) if path in first}
        for path in paths:
            most[path] = min(most.get(path, PAGE_BYTES), PAGE_BYTES // len(paths))
    return most
