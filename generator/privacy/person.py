"""Find people who are named: a name with an age, a street, a job or words that they said.

A name alone is not enough: organisations, places and reports carry the names of people too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.privacy.context import Context
from generator.privacy.first_names import FIRST_NAMES
from generator.privacy.matches import RawMatch, Rules

_UP, _LOW = "A-Z\u00c0-\u00d6\u00d8-\u00de", "a-z\u00df-\u00f6\u00f8-\u00ff"
_SPACE = r"(?: |\n[ \t]{0,16})"
_WORD = rf"(?:Mc|Mac|O'|D')?[{_UP}][{_LOW}]{{1,20}}(?:[-'][{_UP}][{_LOW}]{{1,20}})?"
_TITLE_NAMES = "Mr Mrs Ms Miss Mx Dr Prof Professor Sir Dame Lady Lord Rev Reverend Cllr Councillor"
_TITLES = frozenset(_TITLE_NAMES.split())
_TITLE = rf"(?:{'|'.join(sorted(_TITLES))})\.?"
# Where a name may begin; the patterns below are tried at a common first name or a title only.
_CAPITALISED = re.compile(r"[A-Z][a-z]+")
_NAME = re.compile(
    rf"(?<![{_UP}{_LOW}0-9])(?<![{_UP}{_LOW}0-9]['-])(?:({_TITLE}){_SPACE})?({_WORD})"
    rf"(?:{_SPACE}(?:[{_UP}]\.?{_SPACE})?({_WORD}(?:{_SPACE}{_WORD})?))?"
    rf"(?!['-]?[{_UP}{_LOW}])"
)
_FLAGS = re.IGNORECASE | re.ASCII
# The last word of what only looks like a name: “Victoria Hospital”, “Alexandra Road”.
_BODY_NAMES = """
Academy Alliance Association Avenue Board Building Care Centre Charity Clinic Close College
Committee Community Company Council County Court Drive Fellowship Foundation Fund Gardens Group
Grove Health Home Hospice Hospital House Hub Infirmary Inquiry Institute Lane Library Limited Lodge
Ltd Medal Medical Model Network Palace Parade Partnership Place Practice Primary Prize Programme
Project Report Review Road School Scheme Service Services Society Square Street Surgery Team Terrace
Theatre Trust Unit University Ward Way Wing
"""
_BODIES = frozenset(_BODY_NAMES.split())
# Organisations and reports with the names of people who lived long ago.
_KNOWN_BODIES = frozenset({"Florence Nightingale", "Marie Curie", "Mary Seacole", "Sue Ryder"})
_AGE = r"(?:1[01][0-9]|[1-9]?[0-9])"
_AGED_AFTER = re.compile(
    rf"(?:,? (?:who )?(?:is |was )?aged? ?:? ?{_AGE}|,? \((?:aged? )?{_AGE}\)|,? ?{_AGE} years old"
    rf"|, {_AGE}(?=,| of | from | who )|,? (?:an? |the |is an? |was an? )?{_AGE}[ -]year[ -]old"
    rf"|,? (?:is|was) {_AGE}(?= years|[.,;]))(?![0-9])",
    _FLAGS,
)
_AGED_BEFORE = re.compile(rf"(?<![0-9]){_AGE}[ -]year[ -]old,? (?:[a-z]+ ){{0,3}}$", _FLAGS)
_STREET = (
    r"(?:(?:[0-9]{1,4}[a-z]?,? )(?:[a-z'-]{2,20} ){1,3}(?:road|street|avenue|close|lane|drive|"
    r"crescent|terrace|gardens|grove|court|place|square|mews|way|row|rise|walk|hill|rd|st|ave)"
    r"|(?:[a-z'-]{2,20} ){1,2}(?:road|street|avenue|close|lane|crescent|terrace|rd|ave))(?![a-z])"
)
_LIVES = rf"(?:of|from|at|lives? (?:at|in|on)|living (?:at|in|on)|address(?: is)?:?) {_STREET}"
_STREET_AFTER = re.compile(rf"[^.!?:]{{0,50}}?(?<![a-z]){_LIVES}", _FLAGS)
# Without a name, an age and a street point to one person as well.
_AGE_AND_STREET = re.compile(
    rf"(?<![0-9A-Za-z])(?:{_AGE}[ -]year[ -]old|aged {_AGE}"
    rf"|(?:man|woman|lady|gentleman|boy|girl) of {_AGE}"
    rf"|[a-z]{{2,20}}, {_AGE},(?= of | from | who ))(?![0-9])"
    rf"[^.!?:]{{0,50}}?(?<![a-z]){_LIVES}",
    _FLAGS,
)
# Fast tests: each of these stands before or after such an age.
_AGE_WORDS = (
    "year-old",
    "year old",
    "Year-old",
    "ged ",
    "man of ",
    "lady of ",
    "boy of ",
    "girl of ",
)
_AGE_ALONE = re.compile(r", [0-9]{1,3}, (?:of|from|who) ", re.IGNORECASE)
_JOBS = (
    r"(?:nurse|matron|midwife|doctor|gp|consultant|surgeon|paramedic|therapist|physiotherapist|"
    r"psychologist|psychiatrist|pharmacist|dentist|clinician|practitioner|registrar|social worker|"
    r"support worker|care worker|link worker|key worker|carer|manager|director|head of|"
    r"lead(?! (?:partner|provider|body|agency|organisation|member|area|site)s?(?![a-z]))|"
    r"chief executive|chief officer|chief [a-z]+ officer|ceo|chair|chairman|chairwoman|leader|"
    r"officer|co-?ordinator|commissioner|advis[eo]r|secretary|councillor|professor|lecturer|"
    r"researcher|volunteer|patient|resident|tenant|service user|trustee|founder|navigator|teacher|"
    r"headteacher|minister|mp|mayor|mother|father|daughter|son|wife|husband|widow|widower)s?"
)
_JOB_WORDS = (
    r"(?:lead|senior|chief|deputy|assistant|clinical|district|community|team|programme|project|"
    r"service|care|ward|practice|nurse|medical|operations)"
)
_JOB_AFTER = re.compile(
    rf"(?:{_SPACE}(?:{_JOB_WORDS}{_SPACE}){{0,3}}"
    rf"|(?:(?:,? (?:who )?(?:is|was)|,|:| -){_SPACE}| \()(?:[a-z0-9&/'-]{{1,20}}{_SPACE}){{0,4}}?)"
    rf"{_JOBS}(?![a-z-])(?:{_SPACE}{_JOBS}(?![a-z-])){{0,2}}",
    _FLAGS,
)
_JOB_BEFORE = re.compile(rf"(?<![a-z-]){_JOBS}(?: [a-z]+)?,?{_SPACE}$", _FLAGS)
_SAID = r"(?:said|says|explain(?:s|ed)|add(?:s|ed)|recalls?|recalled|comment(?:s|ed)|told us)"
_SAID_BEFORE = re.compile(
    rf"(?<![a-z]){_SAID}{_SPACE}$|(?:\"|”|\.'){_SPACE}?-{_SPACE}?$|"
    r"(?<![a-z_])(?:role|said by|spoken by|speaker|quoted|patient|client|patient name): [\"']?$",
    _FLAGS,
)
_SAID_AFTER = re.compile(rf",? {_SAID}(?![a-z])(?=:|,? (?:that |us )?[\"“'])", _FLAGS)
# The author of something published may be named.
_PUBLISHED_BEFORE = re.compile(
    r"(?<![a-z])(?:(?:written|published|edited|authored|compiled|report|reports|review|paper|book|"
    r"study|article|research|evaluation|chapter|foreword) by|authors?|editors?|eds?\.)[: ]+"
    r"(?:[a-z.'-]+,? ){0,6}$",
    _FLAGS,
)
_PUBLISHED_AFTER = re.compile(
    r"(?:,? (?:and|&) [a-z.' -]{3,40})?,? (?:et al|\(?(?:19|20)[0-9]{2}[a-z]?[).,:;])", _FLAGS
)
_AROUND = 80


def find_people(context: Context) -> Iterator[RawMatch]:
    """Yield each name with what is said of the person, and each age with a street."""
    for match in names_in(context.text):
        if span := _details(context, match):
            yield "person", *span
    if any(word in context.text for word in _AGE_WORDS) or _AGE_ALONE.search(context.text):
        for match in _AGE_AND_STREET.finditer(context.text):
            yield "person", match.start(), match.end()


def names_in(text: str) -> Iterator[re.Match[str]]:
    """Yield each title with a name, and each common first name with a surname."""
    words = frozenset(_CAPITALISED.findall(text))
    if words.isdisjoint(FIRST_NAMES) and words.isdisjoint(_TITLES):
        return
    for word in _CAPITALISED.finditer(text):
        if word[0] in FIRST_NAMES or word[0] in _TITLES:
            match = _NAME.match(text, word.start())
            if match and (match[1] or match[3]) and not _is_body(match):
                yield match


def _is_body(match: re.Match[str]) -> bool:
    """Return whether what looks like a name is that of a place, a report or an organisation."""
    first, last = match[2], match[3] or match[2]
    return last.split()[-1] in _BODIES or f"{first} {last.split()[0]}" in _KNOWN_BODIES


def _details(context: Context, match: re.Match[str]) -> tuple[int, int] | None:
    """Return the span of a name with an address, an age, a job or a quotation; None without."""
    start, end = match.span()
    before, after = context.before(start, _AROUND), context.after(end, _AROUND)
    for pattern in (_STREET_AFTER, _AGED_AFTER):
        if detail := pattern.match(after):
            return start, end + detail.end()
    if detail := _AGED_BEFORE.search(before):
        return start - len(detail[0]), end
    if _PUBLISHED_BEFORE.search(before) or _PUBLISHED_AFTER.match(after):
        return None
    for pattern in (_JOB_AFTER, _SAID_AFTER):
        if detail := pattern.match(after):
            return start, end + detail.end()
    for pattern in (_JOB_BEFORE, _SAID_BEFORE):
        if detail := pattern.search(before):
            return start - len(detail[0]), end
    return None


RULES: Rules = {
    "capitalised": _CAPITALISED,
    "name": _NAME,
    "first_names": FIRST_NAMES,
    "titles": _TITLES,
    "bodies": _BODIES,
    "known_bodies": _KNOWN_BODIES,
    "street_after": _STREET_AFTER,
    "aged_after": _AGED_AFTER,
    "aged_before": _AGED_BEFORE,
    "age_and_street": _AGE_AND_STREET,
    "job_after": _JOB_AFTER,
    "job_before": _JOB_BEFORE,
    "said_after": _SAID_AFTER,
    "said_before": _SAID_BEFORE,
    "published_before": _PUBLISHED_BEFORE,
    "published_after": _PUBLISHED_AFTER,
    "around": _AROUND,
}
