"""Personal data: found in any text, so that none of it is ever taken in.

Patient identifiers are never let through. An e-mail address, a telephone number or a postcode of a
role or an organisation may be, by a waiver that says why and who approved it.
"""

from __future__ import annotations

from generator.privacy.gate import Waiver, examine_text, waiver_faults
from generator.privacy.hits import SORTS, Hit, Refused, Sort
from generator.privacy.scan import scan

__all__ = ["SORTS", "Hit", "Refused", "Sort", "Waiver", "examine_text", "scan", "waiver_faults"]
