"""Waivers: each allows one text in one file although it looks like personal data."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from generator.privacy.matches import PERSONAL_DATA_TYPES, Match, PersonalDataName
from generator.privacy.names import scan_name
from generator.privacy.scan import scan

WAIVERS_FILE = "registry/waivers.yaml"
_PERSON: PersonalDataName = "person"


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

    In the waiver file itself, which repeats the texts, a waiver for any file is enough. Pages may
    break a text over lines elsewhere than the file does, so that line ends count as spaces.
    """
    return match.waivable and any(
        waiver.sort == match.sort and _covers(waiver, match) and path in (waiver.file, WAIVERS_FILE)
        for waiver in waivers
    )


def _covers(waiver: Waiver, match: Match) -> bool:
    """Return whether a waiver states a match; for a person, with or without the words after it."""
    stated, written = _on_one_line(waiver.text), _on_one_line(match.text)
    return stated == written or (waiver.sort == _PERSON and written in stated)


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def waiver_faults(waivers: Iterable[Waiver]) -> Iterator[tuple[int, str]]:
    """Yield the index of each invalid waiver, from 0, and what is wrong with it."""
    seen = set()
    for number, waiver in enumerate(waivers):
        data_type = PERSONAL_DATA_TYPES[waiver.sort]
        if not data_type.waivable:
            yield number, f"A waiver cannot allow {data_type.name}."
        elif not any(
            match.sort == waiver.sort and (match.text == waiver.text or waiver.sort == _PERSON)
            for match in (*scan(waiver.text), *scan_name(waiver.text))
        ):
            yield number, f"The text of this waiver must be {data_type.name} and nothing else."
        elif (waiver.file, waiver.sort, waiver.text) in seen:
            yield number, "This file already has a waiver for this text."
        seen.add((waiver.file, waiver.sort, waiver.text))
