"""Identifiers by which feed readers and calendars recognise a record, wherever it is published."""

from __future__ import annotations

import re
from urllib.parse import quote
from uuid import UUID, uuid5

from generator.exports.export import AcademyEdition
from generator.model.kind import url_of
from generator.model.kinds import KIND_OF
from generator.model.record import Record

_NAMESPACE = UUID("6f1c6a52-0d0b-5a5e-9c1e-6c2f4f6f7a10")
# characters that XML 1.0 does not allow: https://www.w3.org/TR/xml/#charsets
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def stable_uuid(edition: AcademyEdition, record: Record | None = None) -> UUID:
    """Return the UUID (version 5) of a record, or of the academy: the same in every build.

    A renamed record keeps the UUID of its first id, so that feed readers do not take it for a new
    one.
    """
    whole = uuid5(_NAMESPACE, edition.name)
    if record is None:
        return whole
    return uuid5(whole, record.aliases[-1] if record.aliases else record.id)


def change_uuid(edition: AcademyEdition, *parts: str) -> UUID:
    """Return the UUID of a change: its release, and which change of which record it is."""
    return uuid5(stable_uuid(edition), " ".join(parts))


def page_address(edition: AcademyEdition, record: Record) -> str:
    """Return the URL of a record's page: absolute if the site's URL is known, else relative to
    `data`.
    """
    return (edition.site or "../") + quote(url_of(KIND_OF[record.kind], record.id))


def xml_text(text: str) -> str:
    """Return text with a replacement character for each one that XML 1.0 does not allow."""
    return _NOT_XML.sub("\ufffd", text)
