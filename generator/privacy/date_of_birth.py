"""Find dates of birth: a date next to a word such as “born”."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from generator.privacy.context import Context
from generator.privacy.matches import RawMatch, Rules

_FLAGS = re.IGNORECASE | re.ASCII
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![A-Za-z])\.?"
)
_DAY = r"(?:0?[1-9]|[12][0-9]|3[01])"
_YEAR = r"(?:(?:18|19|20)[0-9]{2}|'?[0-9]{2})"
_DATE = re.compile(
    r"(?<![0-9A-Za-z])(?:"
    rf"{_DAY}(?: ?[/.-] ?| ){_DAY}(?: ?[/.-] ?| ){_YEAR}"
    r"|(?:18|19|20)[0-9]{2}[/.-](?:0?[1-9]|1[0-2])[/.-](?:0?[1-9]|[12][0-9]|3[01])"
    rf"|{_DAY}(?:st|nd|rd|th)?(?: of)?[ \n.-]{{0,3}}{_MONTH},?[ \n-]{{0,3}}{_YEAR}"
    rf"|{_MONTH} {{0,2}}{_DAY}(?:st|nd|rd|th)?,? {{1,2}}{_YEAR}"
    r"|[0-3][0-9][01][0-9](?:19|20)[0-9]{2}|(?:19|20)[0-9]{2}[01][0-9][0-3][0-9]"
    r")(?![0-9])",
    _FLAGS,
)
_LABEL = re.compile(
    r"(?P<form>date[ _-]{0,2}of[ _-]{0,2}birth|birth[ _-]?(?:date|day)|birth(?= ?[:=|])|"
    r"(?<![a-z])d[./ ]? ?o[./ ]? ?b(?![a-z])\.?)"
    r"|(?<![a-z-])born(?![a-z])|(?<![a-z.])b\.(?= ?[0-9])",
    _FLAGS,
)
# “DOB: 3 May”: with such a label, right before it, a date without year or day counts too.
_PARTIAL = re.compile(
    r"(?:date[ _-]{0,2}of[ _-]{0,2}birth|birth[ _-]?(?:date|day)|"
    r"(?<![a-z])d[./ ]? ?o[./ ]? ?b(?![a-z]))"
    r"[^0-9a-z]{0,6}(?:is |was |the ){0,2}"
    rf"({_DAY}(?:st|nd|rd|th)?(?: of)?[ -]{_MONTH}(?! (?:be|have|not|need)(?![a-z]))"
    rf"|{_MONTH} {_DAY}(?:st|nd|rd|th)?|{_MONTH} (?:18|19|20)[0-9]{{2}}"
    rf"|{_DAY}/{_DAY})(?![0-9a-z/%])(?![.,]? {{0,2}}[0-9])",
    _FLAGS,
)
# “The idea was born on 1 April 2014”, “Born on 5 July 1948, the NHS …”: no person.
_THINGS = (
    r"(?:academy|alliance|app|approach|board|campaign|centre|charity|collaboration|collaborative|"
    r"committee|company|concept|council|federation|forum|foundation|framework|group|hub|idea|"
    r"initiative|method|model|movement|network|organisation|partnership|pathway|pilot|plan|"
    r"platform|policy|product|programme|project|prototype|scheme|service|society|strategy|"
    r"system|team|tool|trust|vision|website|workshop|nhs|ics|icb|ccg|pct|stp|uk|eu)s?"
)
_THING_BEFORE = re.compile(
    rf"(?<![a-z])(?:it|this|which|{_THINGS})"
    r"(?: (?:in|of|for|at|to|called|between) [^.,;:\n]{1,30})?,?"
    r"(?: (?:was|were|is|had|has|have|been|being|first|itself|formally|officially|really|truly|"
    r"then|also|so)){0,4} $",
    _FLAGS,
)
_THING_AFTER = re.compile(
    rf",? (?:the|our|this|an?) (?:[a-z0-9&'-]{{1,20}} ){{0,2}}{_THINGS}(?![a-z])", _FLAGS
)
_AROUND = 60  # how far around “born” to look for what was born
_SHORT = re.compile(r"d[./ ]{0,2}o[./ ]{0,2}b")
_SHORTEST = re.compile(r"b\. ?[0-9]")
_FARTHEST = 60  # most characters between a label and its date
_CLOSEST = 16  # the same for a date of eight digits without separators
_BREAK = re.compile(r"[.!?]\s+[A-Z]|\n[ \t]*\n|[.!?]\s*$")
# “born before 2013” limits who is eligible; it is not the date of a person.
_LIMIT = re.compile(
    r"\b(?:before|after|between|since|until|till|from|by|prior|earlier|later|up to)\b", _FLAGS
)
_ON = re.compile(r"\bon\b|\bin\b|\bas of\b", _FLAGS)
_OPEN = re.compile(r",? or (?:later|earlier|before|after)|,? onwards", _FLAGS)
_BACK = re.compile(
    r"[ )(\"',;:=\[-]{0,4}(?:(?:is|was|as) ?(?:(?:her|his|their|the|my) ?)?)?", _FLAGS
)
_WHO_BACK = re.compile(
    r",? (?:he|she|they|i|(?:the|a) (?:patient|baby|child|boy|girl|resident)) (?:was|were) ", _FLAGS
)


def find_dates_of_birth(context: Context) -> Iterator[RawMatch]:
    """Yield the date after each label, or else the date just before it."""
    if not _may_have_label(context.text):
        return
    labels = list(_LABEL.finditer(context.text))
    dates = [match.span() for match in _DATE.finditer(context.text)] if labels else []
    starts = [start for start, _ in dates]
    for label in labels:
        number = bisect_left(starts, label.end())
        if number < len(dates) and _follows(context, label, dates[number]):
            yield "date-of-birth", *dates[number]
        elif number and _precedes(context, label, dates[number - 1]):
            yield "date-of-birth", *dates[number - 1]
    for match in _PARTIAL.finditer(context.text):
        yield "date-of-birth", match.start(1), match.end(1)


def _may_have_label(text: str) -> bool:
    """Return whether the text may hold a label: a fast test before the regular expressions."""
    low = text.lower()
    return "birth" in low or "born" in low or bool(_SHORT.search(low) or _SHORTEST.search(low))


def _follows(context: Context, label: re.Match[str], date: tuple[int, int]) -> bool:
    if date[0] - label.end() > _FARTHEST:
        return False
    gap = context.text[label.end() : date[0]]
    if _BREAK.search(gap) or _LIMIT.search(gap) or (label["form"] and _ON.search(gap)):
        return False
    if not label["form"] and _is_of_thing(context, label, date):
        return False
    return _is_date(context, label, date) and not _OPEN.match(context.after(date[1]))


def _is_of_thing(context: Context, label: re.Match[str], date: tuple[int, int]) -> bool:
    """Return whether what was born is an idea, a service or an organisation."""
    before = context.before(label.start(), _AROUND)
    after = context.after(date[1], _AROUND)
    return bool(_THING_BEFORE.search(before) or _THING_AFTER.match(after))


def _is_date(context: Context, label: re.Match[str], date: tuple[int, int]) -> bool:
    """Return whether a date has separators, or follows its label closely."""
    return not context.text[date[0] : date[1]].isdigit() or date[0] - label.end() <= _CLOSEST


def _precedes(context: Context, label: re.Match[str], date: tuple[int, int]) -> bool:
    if not 0 <= label.start() - date[1] <= _FARTHEST // 2:
        return False
    gap = context.text[date[1] : label.start()]
    return bool((_BACK if label["form"] else _WHO_BACK).fullmatch(gap))


RULES: Rules = {
    "date": _DATE,
    "label": _LABEL,
    "partial": _PARTIAL,
    "thing_before": _THING_BEFORE,
    "thing_after": _THING_AFTER,
    "around": _AROUND,
    "farthest": _FARTHEST,
    "closest": _CLOSEST,
    "sentence_end": _BREAK,
    "limit": _LIMIT,
    "on": _ON,
    "open": _OPEN,
    "back": _BACK,
    "who_back": _WHO_BACK,
}
