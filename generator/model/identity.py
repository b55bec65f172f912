"""What an academy states about itself in its settings, beside its name and its purpose."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.model.fields.currencies import USUAL_CURRENCY
from generator.model.fields.id_suggestions import suggest_id
from generator.model.fields.types import id_fault
from generator.model.licences import Licence
from generator.model.look import Look
from generator.privacy import USUAL_COUNTRY

LANGUAGE = "en-GB"
USUAL_ID = "academy"


@dataclass(frozen=True, slots=True)
class AcademyIdentity:
    """The identity of an academy; what it does not state is empty.

    `id` is its short name among academies: with it, a record's full name is `academy-id/record-id`.
    `text_licence` is the licence of pages and records as people read them, `data_licence` that of
    the data files; None where nobody has stated one, and then nothing may be claimed. `language` is
    a BCP 47 tag. `home_heading` and `home_introduction` are the words at the top of the home page.
    `contact` is where people write to: an email address, a web address or words. `feedback` is a
    web address or an email address. `country` is a code of ISO 3166,
    and says which numbers are personal data; `currency` is a code of ISO 4217. `all_data_files`:
    the site has the data in every format, not only in those that most readers need.
    """

    text_licence: Licence | None = None
    data_licence: Licence | None = None
    language: str = LANGUAGE
    home_heading: str = ""
    home_introduction: str = ""
    contact: str = ""
    feedback: str = ""
    country: str = USUAL_COUNTRY
    currency: str = USUAL_CURRENCY
    look: Look = field(default_factory=Look)
    id: str = USUAL_ID
    all_data_files: bool = False

    @property
    def locale(self) -> str:
        """The language as Open Graph writes it, such as `en_GB`; empty without a country."""
        return self.language.replace("-", "_") if "-" in self.language else ""


def academy_id(stated: str, name: str) -> str:
    """Return the id that an academy states, or else one made from its name."""
    ids = (stated, suggest_id(name))
    return next((found for found in ids if found and id_fault(found) is None), USUAL_ID)


def link_target(contact: str) -> str:
    """Return the address that a contact leads to, with `mailto:` for email; empty for words."""
    if is_email(contact):
        return f"mailto:{contact}"
    return contact if is_web_address(contact) else ""


def is_email(contact: str) -> bool:
    """Return whether people write to an email address, and not to a web address or a place."""
    name, at, host = contact.partition("@")
    return bool(at and name and host) and not set(contact) & set(" \t\n<>()") and "@" not in host


def is_web_address(contact: str) -> bool:
    """Return whether a contact is a web address."""
    return contact.startswith(("https://", "http://")) and not set(contact) & set(" \t\n<>()\"'")
