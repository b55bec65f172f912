"""The full names of records among academies: `academy-id/record-id`."""

from __future__ import annotations

import re

_SLASH = "/"
_FULL_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*/[a-z0-9]+(?:-[a-z0-9]+)*")


def full_name(academy: str, record_id: str) -> str:
    """Return the name of a record among academies."""
    return f"{academy}{_SLASH}{record_id}"


def academy_of(record_id: str) -> str:
    """Return the id of the academy that a record comes from; empty for this one."""
    return record_id.rpartition(_SLASH)[0]


def is_own(record_id: str) -> bool:
    """Return whether a record is of this academy, and not of one that it follows."""
    return _SLASH not in record_id


def is_full_name(text: str) -> bool:
    """Return whether a text has the form of a full name; a web address has not."""
    return _FULL_NAME.fullmatch(text) is not None


def file_stem(record_id: str) -> str:
    """Return a record's id as a part of the names of files: a full name has a dot there."""
    return record_id.replace(_SLASH, ".")
