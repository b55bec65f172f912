"""The rules of all detectors, for the form in the browser, which must find the same."""

from __future__ import annotations

from collections.abc import Mapping

from generator.privacy import (
    context,
    date_of_birth,
    email,
    matches,
    names,
    national_insurance,
    nhs_number,
    normalise,
    patient_number,
    person,
    postcode,
    telephone,
    telephone_abroad,
)
from generator.privacy.matches import Rules

DETECTOR_RULES: Mapping[str, Rules] = {
    "context": context.RULES,
    "date_of_birth": date_of_birth.RULES,
    "email": email.RULES,
    "mask": matches.RULES,
    "names": names.RULES,
    "national_insurance": national_insurance.RULES,
    "nhs_number": nhs_number.RULES,
    "normalise": normalise.RULES,
    "patient_number": patient_number.RULES,
    "person": person.RULES,
    "postcode": postcode.RULES,
    "telephone": telephone.RULES,
    "telephone_abroad": telephone_abroad.RULES,
}
