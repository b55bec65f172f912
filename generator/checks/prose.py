"""Checks of Markdown: what the page would show otherwise than it was meant."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.check import CheckFinding, error, warning
from generator.field_path import FieldPath
from generator.markdown.fault_types import FaultType, ProseFault
from generator.markdown.faults import prose_faults
from generator.model.fields.full_names import academy_of
from generator.model.fields.media import MEDIA_FOLDER, name_among_academies
from generator.model.fields.prose import prose_texts
from generator.model.record import Record
from generator.records.catalogue import Catalogue


def pictures_in_texts_can_be_shown(catalogue: Catalogue) -> Iterator[CheckFinding]:
    """A picture in a text is a file of the folder media: “![What it shows](media/name.jpg)”.

    A picture from the web would be missing offline, and tells its owner who reads the page.
    """
    return _findings(catalogue, FaultType.PICTURE)


def texts_hold_no_html(catalogue: Catalogue) -> Iterator[CheckFinding]:
    """A text is written in Markdown and holds no HTML, of which pages would show the signs."""
    return _findings(catalogue, FaultType.HTML)


def links_in_texts_are_whole(catalogue: Catalogue) -> Iterator[CheckFinding]:
    """A link in a text leads to a whole web address.

    Pages move when records are renamed, so a link to a record is written as `[[id|words]]`.
    """
    return _findings(catalogue, FaultType.LINK)


def texts_are_shown_whole(catalogue: Catalogue) -> Iterator[CheckFinding]:
    """Every letter and digit of a text is shown on the page.

    Markdown drops what does not fit, such as a cell too many in the row of a table.
    """
    return _findings(catalogue, FaultType.LOST)


def signs_before_numbers_are_shown(catalogue: Catalogue) -> Iterator[CheckFinding]:
    """A sign before a number at the start of a line is not taken for a list or a quotation."""
    return _findings(catalogue, FaultType.SIGN)


def footnotes_are_whole(catalogue: Catalogue) -> Iterator[CheckFinding]:
    """Each footnote has one text, and a place in the same field that refers to it."""
    return _findings(catalogue, FaultType.NOTE)


def markup_is_understood(catalogue: Catalogue) -> Iterator[CheckFinding]:
    """A text holds no markup of other programs, such as “==words==” or “:smile:”: pages print it as
    it stands.
    """
    return _findings(catalogue, FaultType.UNSUPPORTED)


def pictures_in_texts_have_words(catalogue: Catalogue) -> Iterator[CheckFinding]:
    """A picture in a text says in words what it shows, for people who cannot see it."""
    return _findings(catalogue, FaultType.ALT)


def _findings(catalogue: Catalogue, fault_type: FaultType) -> Iterator[CheckFinding]:
    for record in catalogue.records.values():
        for path, fault in catalogue.cache.answer(_faults, record):
            if fault.type is fault_type:
                yield CheckFinding(record.id, path, fault.message, fault.hint, offset=fault.offset)


def _faults(record: Record) -> tuple[tuple[FieldPath, ProseFault], ...]:
    return tuple(
        (path, fault)
        for path, text in prose_texts(record)
        for fault in prose_faults(_as_written(record, text))
    )


def _as_written(record: Record, text: str) -> str:
    """Return a text with the paths of its pictures as its own academy wrote them."""
    academy = academy_of(record.id)
    return text.replace(name_among_academies(academy, ""), f"{MEDIA_FOLDER}/") if academy else text


CHECKS = (
    error("C360", pictures_in_texts_can_be_shown),
    error("C361", texts_hold_no_html),
    warning("C362", links_in_texts_are_whole),
    warning("C363", texts_are_shown_whole),
    warning("C364", signs_before_numbers_are_shown),
    warning("C365", footnotes_are_whole),
    warning("C366", markup_is_understood),
)
