"""Find personal data in any text, refuse it, and mask it in all output.

Data that could identify a patient is always refused. A waiver can allow an email address, a phone
number or a postcode of a role or an organisation, and a person who has agreed to be named; it
states the reason and who approved it.
"""

from __future__ import annotations

from generator.privacy.countries import (
    COUNTRIES,
    USUAL_COUNTRY,
    Country,
    country_in_use,
    use_country,
)
from generator.privacy.lookalikes import LOOK_ALIKES
from generator.privacy.matches import PERSONAL_DATA_TYPES, Match, PersonalDataName, PersonalDataType
from generator.privacy.names import scan_name
from generator.privacy.redaction import Redaction, spelling, spellings
from generator.privacy.rules import DETECTOR_RULES
from generator.privacy.scan import scan
from generator.privacy.waivers import WAIVERS_FILE, Waiver, is_waived, waiver_faults

__all__ = [
    "COUNTRIES",
    "DETECTOR_RULES",
    "LOOK_ALIKES",
    "PERSONAL_DATA_TYPES",
    "USUAL_COUNTRY",
    "WAIVERS_FILE",
    "Country",
    "Match",
    "PersonalDataName",
    "PersonalDataType",
    "Redaction",
    "Waiver",
    "country_in_use",
    "is_waived",
    "scan",
    "scan_name",
    "spelling",
    "spellings",
    "use_country",
    "waiver_faults",
]
