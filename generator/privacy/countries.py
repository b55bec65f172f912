"""What is personal data in one country only: its numbers of patients and local telephone numbers.

The numbers of the United Kingdom are looked for in every academy. Another country is one more entry
in `COUNTRIES`; the form in the browser gets its patterns from here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.privacy.context import Context
from generator.privacy.matches import RawMatch

USUAL_COUNTRY = "GB"


@dataclass(frozen=True, slots=True)
class PatientNumber:
    """A number by which a health service knows people.

    `labelled` matches it after its name, where it may be mistyped; `plain` by itself, where the
    check character must be right. The first group of each is the number. A character counts by its
    place in `alphabet`, from 1, and a digit as itself, times its weight; the check character is
    `modulus` less the rest of the sum, as a digit or, if `check_letter`, as a letter.
    """

    labelled: re.Pattern[str]
    plain: re.Pattern[str]
    alphabet: str
    weights: tuple[int, ...]
    modulus: int
    check_letter: bool

    def has_valid_check(self, number: str) -> bool:
        """Return whether the last character of a number is the right one for those before it."""
        signs = [sign for sign in number.upper() if sign.isalnum()]
        total = sum(
            weight * self._value(sign) for weight, sign in zip(self.weights, signs, strict=False)
        )
        check = self.modulus - total % self.modulus
        if self.check_letter:
            return signs[-1] == self.alphabet[check - 1]
        # with a rest of 0 there is no check digit, and 10 is written as 0
        return check < self.modulus and signs[-1] == str(check % 10)

    def _value(self, sign: str) -> int:
        return int(sign) if sign.isdigit() else self.alphabet.index(sign) + 1


@dataclass(frozen=True, slots=True)
class Country:
    """A country: its name, its numbers of patients, and how its telephone numbers are written
    there.
    """

    name: str
    patient_numbers: tuple[PatientNumber, ...] = ()
    telephones: tuple[re.Pattern[str], ...] = ()


_FLAGS = re.IGNORECASE | re.ASCII
_NHI_LABEL = (
    r"(?<![A-Za-z])(?:nhi|national health index)(?:[ _-]?(?:number|num|no|nr|id))?"
    r"[^0-9A-Za-z]{1,8}(?:(?:is|was)[^0-9A-Za-z]{1,3})?"
)
_NHI_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
_L = "[A-HJ-NP-Z]"
_NO_MONTH = r"(?!(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|DEC)(?:19|20))"


def _nhi(end: str, modulus: int, *, check_letter: bool) -> PatientNumber:
    """Return a format of the National Health Index number: three letters, and then `end`.

    Source: HISO 10046:2023, Consumer Health Identity Standard, on
    https://www.tewhatuora.govt.nz/publications/hiso-100462023-consumer-health-identity-standard/.
    """
    return PatientNumber(
        re.compile(rf"{_NHI_LABEL}({_L}{{3}}[ -]?{end})(?![0-9A-Za-z])", _FLAGS),
        re.compile(rf"(?<![0-9A-Za-z_-]){_NO_MONTH}({_L}{{3}}{end})(?![0-9A-Za-z_-])", re.ASCII),
        _NHI_LETTERS,
        (7, 6, 5, 4, 3, 2),
        modulus,
        check_letter,
    )


# https://www.tnzi.com/numbering-plan, and the metadata of the library phonenumbers
_NZ_START = r"(?<![0-9A-Za-z+])(?<![0-9][ .,/-])\(?"
_NZ_END = r"(?![0-9A-Za-z%])(?![ .,/-][0-9])"
_NZ_TELEPHONES = (
    rf"{_NZ_START}(0[34679]\)?[ -]?[2-9][0-9]{{2}}[ -]?[0-9]{{4}}){_NZ_END}",
    rf"{_NZ_START}(02[0-9]\)?(?:[ -]?[0-9]){{6,8}}){_NZ_END}",
    rf"{_NZ_START}(0(?:800|508)\)?(?:[ -]?[0-9]){{6,7}}){_NZ_END}",
)
COUNTRIES: Mapping[str, Country] = {
    "GB": Country("the United Kingdom"),
    "NZ": Country(
        "New Zealand",
        (
            _nhi("[0-9]{4}", 11, check_letter=False),
            _nhi(f"[0-9]{{2}}{_L}{{2}}", 23, check_letter=True),
        ),
        tuple(re.compile(pattern, re.ASCII) for pattern in _NZ_TELEPHONES),
    ),
}


class _InUse:
    """The country of the academy that this process reads."""

    code = USUAL_COUNTRY


def use_country(code: str) -> None:
    """Look for the personal data of a country from now on; of an unknown one, for none besides.

    A process reads one academy at a time, and whatever it prints, checks or writes is of that one.
    """
    _InUse.code = code if code in COUNTRIES else USUAL_COUNTRY


def country_in_use() -> str:
    """Return the code of the country whose personal data is looked for."""
    return _InUse.code


def find_country_patient_numbers(context: Context) -> Iterator[RawMatch]:
    """Yield each number of a patient in the country of the academy."""
    for known in COUNTRIES[_InUse.code].patient_numbers:
        for match in known.labelled.finditer(context.text):
            yield "patient-number", match.start(1), match.end(1)
        for match in known.plain.finditer(context.text):
            if known.has_valid_check(match[1]) and not context.in_address(match.start(1)):
                yield "patient-number", match.start(1), match.end(1)


def find_country_telephone_numbers(context: Context) -> Iterator[RawMatch]:
    """Yield each telephone number as it is written within the country of the academy."""
    for pattern in COUNTRIES[_InUse.code].telephones:
        for match in pattern.finditer(context.text):
            if not context.in_address(match.start(1)):
                yield "telephone", match.start(1), match.end(1)
