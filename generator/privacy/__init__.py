"""Personal data: found in any text, so that none of it is ever taken in.

What could name a patient is never let through. An e-mail address, a telephone number or a postcode
of a role or an organisation may be, by a waiver that says why and who approved it.
"""

from __future__ import annotations

from generator.privacy.lookalikes import LOOK_ALIKES
from generator.privacy.matches import PERSONAL_DATA_TYPES, Match, PersonalDataName, PersonalDataType
from generator.privacy.names import scan_name
from generator.privacy.redaction import Redaction, spelling, spellings
from generator.privacy.rules import DETECTOR_RULES
from generator.privacy.scan import scan
from generator.privacy.waivers import WAIVERS_FILE, Waiver, is_waived, waiver_faults

__all__ = [
    "DETECTOR_RULES",
    "LOOK_ALIKES",
    "PERSONAL_DATA_TYPES",
    "WAIVERS_FILE",
    "Match",
    "PersonalDataName",
    "PersonalDataType",
    "Redaction",
    "Waiver",
    "is_waived",
    "scan",
    "scan_name",
    "spelling",
    "spellings",
    "waiver_faults",
]
