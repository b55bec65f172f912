"""Find personal data in file names and ids, where hyphens stand for spaces."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.privacy.matches import Match
from generator.privacy.scan import scan

# A fast test: a name without a match holds no personal data.
_POSSIBLE = re.compile("[0-9@]|dot", re.IGNORECASE)


def scan_name(name: str) -> tuple[Match, ...]:
    """Return every match in a name, in order.

    A name without matches is scanned again with spaces for hyphens. That scan returns only types
    that no waiver can allow, because a waiver must state the text as it is written.
    """
    if not _POSSIBLE.search(name):
        return ()
    if matches := scan(name):
        return matches
    spaced = scan(name.replace("-", " ").replace("_", " "))
    return tuple(
        replace(match, text=name[match.start : match.end]) for match in spaced if not match.waivable
    )
