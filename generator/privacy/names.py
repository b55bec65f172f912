"""Personal data in the names of files and in ids, where hyphens stand for spaces."""

from __future__ import annotations

from dataclasses import replace

from generator.privacy.matches import Match
from generator.privacy.scan import scan


def scan_name(name: str) -> tuple[Match, ...]:
    """Every hit in a name, in its order.

    With its hyphens read as spaces only what no waiver lets in is looked for: a waiver is for text
    as it stands.
    """
    if not any(sign.isdigit() or sign == "@" for sign in name):
        return ()
    if found := scan(name):
        return found
    spaced = scan(name.replace("-", " ").replace("_", " "))
    return tuple(replace(hit, text=name[hit.start : hit.end]) for hit in spaced if not hit.waivable)
