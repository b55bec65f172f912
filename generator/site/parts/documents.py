"""The documents of a site: which files it has, and how pages link to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.english import file_size
from generator.media.documents import DocumentFacts, plain_document
from generator.model.kinds.resource import Resource
from generator.records.catalogue import Catalogue
from generator.site.parts.inlines import InternalLink


@dataclass(frozen=True, slots=True)
class DocumentSource:
    """A document of the site: its URL, which is its path in the academy, and its file.

    `digest` is that of its content without metadata. `is_plain`: the file names no authors and is
    taken as it is.
    """

    url: str
    file: Path
    digest: str
    is_plain: bool

    def content(self) -> bytes:
        """Return the bytes for the site. Raises OSError for a file that is gone."""
        content = self.file.read_bytes()
        return content if self.is_plain else plain_document(self.url, content)


class DocumentLibrary:
    """The documents that the records of a catalogue offer."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def files(self) -> Iterator[DocumentSource]:
        """Yield every document that a record offers."""
        uses = self._catalogue.media_uses.values()
        offered = {use.file for of_record in uses for use in of_record} | self._offered_elsewhere()
        for path in sorted(offered & self._catalogue.media.keys()):
            media = self._catalogue.media[path]
            if media.document is not None:
                yield DocumentSource(path, media.file, media.digest, media.document.is_plain)

    def _offered_elsewhere(self) -> set[str]:
        """Return the documents that only the statement of another academy offers."""
        statements = (record for group in self._catalogue.joined.values() for record in group)
        files = (record.file for record in statements if isinstance(record, Resource))
        return set(filter(None, files))

    def link(self, path: str) -> InternalLink | None:
        """Return a link to a document with its type and size; None for one that is not there."""
        facts = self._facts(path)
        if facts is None:
            return None
        name = path.rpartition("/")[2]
        return InternalLink(f"{name} ({facts.label}, {file_size(facts.size)})", path)

    def words(self, path: str) -> str:
        """Return the different words in a document; empty for one that is not there."""
        facts = self._facts(path)
        return facts.words if facts else ""

    def _facts(self, path: str) -> DocumentFacts | None:
        media = self._catalogue.media.get(path)
        return media.document if media else None
