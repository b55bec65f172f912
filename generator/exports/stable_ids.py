"""The names by which feed readers and calendars know a record again, wherever it is published."""

from __future__ import annotations

import re
from urllib.parse import quote
from uuid import UUID, uuid5

from generator.exports.export import AcademyEdition
from generator.model.kind import url_of
from generator.model.kinds import KIND_OF
from generator.model.record import Record

_NAMESPACE = UUID("6f1c6a52-0d0b-5a5e-9c1e-6c2f4f6f7a10")
# what XML 1.0 cannot hold
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def stable_uuid(edition: AcademyEdition, record: Record | None = None) -> UUID:
    """The name of a record, or of the academy: the same after each build, at each address.

    A record that was renamed keeps the name it had under its first id, the last of its earlier
    ones: a reader of the feed does not take it for a new one.
    """
    whole = uuid5(_NAMESPACE, edition.name)
    if record is None:
        return whole
    return uuid5(whole, record.aliases[-1] if record.aliases else record.id)


def page_address(edition: AcademyEdition, record: Record) -> str:
    """Where its page is: whole where the site's address is known, else from the folder `data`."""
    return (edition.site or "../") + quote(url_of(KIND_OF[record.kind], record.id))


def xml_text(text: str) -> str:
    """Text without the characters that no XML file can hold."""
    return _NOT_XML.sub("\ufffd", text)
