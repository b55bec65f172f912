"""An academy that this one follows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.english import day_in_words
from generator.model.licences import LICENCES, Licence

ACADEMIES_FOLDER = "academies"


@dataclass(frozen=True, slots=True)
class FollowedAcademy:
    """Who an academy is, and which state of it is followed.

    `day` is the date of its newest record, as YYYY-MM-DD or empty. `fingerprint` is the SHA-256 of
    what it was followed from. The licences are ids, or empty where it states none. `key` is the
    public key with which its bundles are signed, or empty where nobody checks that.
    """

    id: str
    name: str
    day: str = ""
    fingerprint: str = ""
    text_licence: str = ""
    data_licence: str = ""
    key: str = ""

    @property
    def dated_name(self) -> str:
        """Its name with the day of its newest record: “Suffolk Academy, 3 March 2026”."""
        return ", ".join(filter(None, (self.name, self.day_in_words)))

    @property
    def day_in_words(self) -> str:
        """The day of its newest record: “3 March 2026”; empty where no record has one."""
        return day_in_words(date.fromisoformat(self.day)) if self.day else ""

    @property
    def licence(self) -> Licence | None:
        """The licence of its text, or None where it states none that the program knows."""
        return LICENCES.get(self.text_licence)
