"""What is in a document: its type, its text, and a copy that names nobody."""

from __future__ import annotations

from dataclasses import dataclass

from generator.media.refusal import MediaRefusal, RefusalType


@dataclass(frozen=True, slots=True)
class DocumentContent:
    """The content of a document.

    `label` is its type for readers, such as “PDF”. `plain` is a copy without names of authors;
    None where the document names none.
    """

    label: str
    text: str
    plain: bytes | None = None


def active_document(thing: str) -> MediaRefusal:
    """Return the refusal of a document that holds `thing`, which does more than be read."""
    message = f"The document holds {thing}."
    hint = "Save it again without that, for example as a plain PDF."
    return MediaRefusal(RefusalType.ACTIVE, message, hint)


def mistyped_document(label: str) -> MediaRefusal:
    """Return the refusal of a file that is no document of the type that its name says."""
    message = f"The file is named as {label}, but is of another type."
    hint = "Open it in the program that made it, and save it again as this type."
    return MediaRefusal(RefusalType.TYPE, message, hint)
