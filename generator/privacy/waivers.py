"""Waivers: each allows one text in one file although it looks like personal data."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from generator.privacy.matches import PERSONAL_DATA_TYPES, Match, PersonalDataName
from generator.privacy.scan import scan

WAIVERS_FILE = "registry/waivers.yaml"


@dataclass(frozen=True, slots=True)
class Waiver:
    """A text that is allowed in one file: the reason, and the role that approved it.

    `approved_on` is the date as written, such as 2026-03-31.
    """

    file: str
    sort: PersonalDataName
    text: str
    reason: str
    approved_by: str
    approved_on: str = ""


def is_waived(match: Match, path: str, waivers: Collection[Waiver]) -> bool:
    """Return whether a waiver allows a match in the file at `path`.

    In the waiver file itself, which repeats the texts, a waiver for any file is enough.
    """
    return match.waivable and any(
        waiver.sort == match.sort
        and waiver.text == match.text
        and path in (waiver.file, WAIVERS_FILE)
        for waiver in waivers
    )


def waiver_faults(waivers: Iterable[Waiver]) -> Iterator[tuple[int, str]]:
    """Yield the index of each invalid waiver, from 0, and what is wrong with it."""
    seen = set()
    for number, waiver in enumerate(waivers):
        data_type = PERSONAL_DATA_TYPES[waiver.sort]
        if not data_type.waivable:
            yield number, f"A waiver cannot allow {data_type.name}."
        elif not any(
            match.sort == waiver.sort and match.text == waiver.text for match in scan(waiver.text)
        ):
            yield number, f"The text of this waiver must be {data_type.name} and nothing else."
        elif (waiver.file, waiver.sort, waiver.text) in seen:
            yield number, "This file already has a waiver for this text."
        seen.add((waiver.file, waiver.sort, waiver.text))
