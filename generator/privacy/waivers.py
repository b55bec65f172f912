"""What has been let in: each waiver is for one piece of text in one file."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from generator.privacy.matches import PERSONAL_DATA_TYPES, Match, PersonalDataName
from generator.privacy.scan import scan

WAIVERS_FILE = "registry/waivers.yaml"


@dataclass(frozen=True, slots=True)
class Waiver:
    """One piece of text that is let in, in one file: why, and who approved it, by role, and when.

    `approved_on` is as it is written, such as 2026-03-31.
    """

    file: str
    sort: PersonalDataName
    text: str
    reason: str
    approved_by: str
    approved_on: str = ""


def is_waived(hit: Match, path: str, waivers: Collection[Waiver]) -> bool:
    """Whether a waiver lets in this hit in the file at `path`.

    The file of waivers repeats what it lets in, so there any waiver of that text will do.
    """
    return hit.waivable and any(
        one.sort == hit.sort and one.text == hit.text and path in (one.file, WAIVERS_FILE)
        for one in waivers
    )


def waiver_faults(waivers: Iterable[Waiver]) -> Iterator[tuple[int, str]]:
    """The waivers that cannot be: each by its number from 0, with what is wrong."""
    seen = set()
    for number, one in enumerate(waivers):
        if not PERSONAL_DATA_TYPES[one.sort].waivable:
            yield number, f"No waiver can let in {PERSONAL_DATA_TYPES[one.sort].name}."
        elif not any(hit.sort == one.sort and hit.text == one.text for hit in scan(one.text)):
            yield (
                number,
                f"The text of this waiver is not {PERSONAL_DATA_TYPES[one.sort].name} and no more.",
            )
        elif (one.file, one.sort, one.text) in seen:
            yield number, "There is a waiver for this text in this file already."
        seen.add((one.file, one.sort, one.text))
