"""Find numbers of patients and clients other than NHS numbers, by the words before them.

These are CHI numbers (Scotland), Health and Care numbers (Northern Ireland) and the numbers of
hospitals, practices and social care systems. They have no check digit that all share.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.privacy.context import Context
from generator.privacy.matches import RawMatch, Rules

_GAP = r"(?: ?[./_-] ?| | ?\n[ \t]{0,16})"
_NUMBER = r"[ _-]?(?:number|num|no|nr|id|identifier|identity|ref|reference|code|record)(?![A-Za-z])"
_OWNERS = (
    r"chi|community health index|h ?(?:&|and|\+) ?c|hsc|health (?:and|&) (?:social )?care|"
    r"patient(?:'s)?|hosp(?:ital)?|medical record|case ?notes?|service ?user(?:'s)?|client(?:'s)?|"
    r"resident(?:'s)?|mosaic|liquid ?logic|systm ?one|emis|rio|care ?first|lorenzo|epr|pas"
)
_NAMED = re.compile(
    rf"(?<![A-Za-z])(?:(?:{_OWNERS}){_NUMBER}|(?:mrn|hcn)(?![A-Za-z])(?:{_NUMBER})?)"
    r"[^0-9A-Za-z]{0,8}(?:(?:is|was|of)[^0-9A-Za-z]{1,3})?"
    rf"((?:[A-Z]{{1,3}}[ -]?)?[0-9](?:{_GAP}?[0-9]){{5,11}}[A-Z]?)(?![0-9A-Za-z%])(?!\.[0-9])",
    re.IGNORECASE | re.ASCII,
)
# “CHI 0305481234”: without “number”, only the ten digits themselves
_CHI = re.compile(
    r"(?<![A-Za-z])chi[^0-9A-Za-z]{1,4}([0-3][0-9][01][0-9]{3}[ -]?[0-9]{4})(?![0-9A-Za-z])"
    r"(?!\.[0-9])",
    re.IGNORECASE | re.ASCII,
)
# A fast test: the last word of every label.
_LABEL_END = re.compile(
    r"(?:number|num|no|nr|id|identifier|identity|ref|reference|code|record|mrn|hcn|chi)(?![A-Za-z])",
    re.IGNORECASE | re.ASCII,
)
_YEARS = re.compile(r"(?:19|20)[0-9]{2} ?[/_-] ?(?:19|20)?[0-9]{2}")


def find_patient_numbers(context: Context) -> Iterator[RawMatch]:
    """Yield each number that follows words such as “CHI number” or “hospital number”."""
    if not context.six_digits or not _LABEL_END.search(context.number_labels):
        return
    for pattern in (_NAMED, _CHI):
        for match in pattern.finditer(context.text):
            if not _YEARS.fullmatch(match[1]):
                yield "patient-number", match.start(1), match.end(1)


RULES: Rules = {"named": _NAMED, "chi": _CHI, "years": _YEARS}
