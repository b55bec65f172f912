"""What the form says where it asks for a picture or a document."""

from __future__ import annotations

from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class MediaWords:
    """The words for one type of file. `again` and `lost` are for a draft, which keeps no files."""

    label: str
    help: str
    again: str
    lost: str
    remove: str


_WORDS = {
    "picture-file": MediaWords(
        "Choose a picture",
        "A PNG, JPEG or WebP picture. At most {megabytes} MB.",
        "Choose the picture again ({name}).",
        "A draft cannot keep pictures.",
        "Remove the picture",
    ),
    "document-file": MediaWords(
        "Choose a document",
        "A PDF, an office document, a CSV table or plain text, without a password, macros, "
        "comments or tracked changes. At most {megabytes} MB.",
        "Choose the document again ({name}).",
        "A draft cannot keep documents.",
        "Remove the document",
    ),
}


def media_words() -> dict[str, dict[str, str]]:
    """Return the words by the type of file, as values for JSON."""
    return {
        **{shape: asdict(words) for shape, words in _WORDS.items()},
        "both": {
            "preview": "The picture that you chose",
            "sent": "We will send it as {name}.",
            "here": "It is on this site as {name}.",
            "removed": "Removed.",
            "undo": "Undo",
        },
    }
