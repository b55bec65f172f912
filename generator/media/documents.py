"""Read documents that people can open from the site: which there are, and what is in them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePosixPath

from generator.media.document_text import DocumentContent, mistyped_document
from generator.media.office import FORMATS, read_office
from generator.media.plain_text import LABELS, read_plain_text
from generator.media.refusal import MediaRefusedError
from generator.privacy import Match, scan

_MOST_WORDS = 30_000  # different words of a document that the search knows
_WORD = re.compile(r"[^\W_]+(?:['’&-][^\W_]+)*")
_SOUGHT = re.compile(r".*[^\W\d_]|(?:19|20)[0-9]{2}$")


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """What the academy keeps of a document.

    `label` is its type, such as “PDF”; `size` the bytes and `digest` the SHA-256 of its plain copy;
    `is_plain` says that this is the file itself. `words` are the different words in it; `matches`
    are what looks like personal data.
    """

    label: str
    size: int
    digest: str
    is_plain: bool
    words: str
    matches: tuple[Match, ...]


def read_document(name: str, content: bytes) -> DocumentFacts:
    """Return the facts of a document. Raises MediaRefusedError for one that cannot be published."""
    read = _content(name, content)
    plain = read.plain or content
    return DocumentFacts(
        label=read.label,
        size=len(plain),
        digest=sha256(plain).hexdigest(),
        is_plain=read.plain is None,
        words=_different_words(read.text),
        matches=scan(read.text),
    )


def document_text(name: str, content: bytes) -> str:
    """Return the text of a document; empty for one that cannot be read."""
    try:
        return _content(name, content).text
    except MediaRefusedError:
        return ""


def plain_document(name: str, content: bytes) -> bytes:
    """Return a document without names of authors; the same bytes where it names none."""
    return _content(name, content).plain or content


def _content(name: str, content: bytes) -> DocumentContent:
    ending = PurePosixPath(name).suffix.lower()
    if ending == ".pdf":
        from generator.media.pdf import is_pdf, read_pdf  # noqa: PLC0415 - pypdf loads slowly

        if not is_pdf(content):
            raise MediaRefusedError(mistyped_document("PDF"))
        return read_pdf(content)
    return read_office(ending, content) if ending in FORMATS else read_plain_text(ending, content)


DOCUMENT_LABELS = {".pdf": "PDF", **LABELS, **{end: form.label for end, form in FORMATS.items()}}


def _different_words(text: str) -> str:
    """Return the words of a text that people may look for, each once, in lower case.

    Numbers other than years are left out: nobody looks for them, and they are many.
    """
    words: dict[str, None] = {}
    for match in _WORD.finditer(text.lower()):
        word = match[0]
        if len(word) <= 40 and _SOUGHT.match(word):
            words.setdefault(word)
            if len(words) == _MOST_WORDS:
                break
    return " ".join(words)
