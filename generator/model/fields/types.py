"""The types of single values: each turns text into a typed value, or refuses it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, InstanceOf, ValidationInfo

from generator.diagnostics import clip, join_words
from generator.model.fields.date_parser import parse_date
from generator.model.fields.dates import WrittenDate
from generator.model.fields.full_names import academy_of, full_name
from generator.model.fields.id_suggestions import MAX_ID_LENGTH, suggest_id
from generator.model.fields.media import (
    DOCUMENT_FILE,
    MAX_MEDIA_PATH_LENGTH,
    PICTURE_FILE,
    document_file,
    picture_file,
)
from generator.model.fields.number_hints import (
    ONLY_THE_FIGURE,
    is_too_precise,
    number_hint,
    rounded,
)
from generator.model.fields.refusals import REFUSALS, refuse
from generator.model.fields.written_figures import MAX_DECIMALS, MAX_DIGITS, read_figure

MAX_LINE_LENGTH = 400
MAX_TEXT_LENGTH = 10_000
MAX_STORY_LENGTH = 60_000
MAX_WEB_ADDRESS_LENGTH = 2000
MAX_TABLE_COLUMNS = 20  # “|” in a line
MAX_BRACKETS = 1_000
_TOO_MANY_COLUMNS = re.compile(rf"^(?:[^|\n]*+\|){{{MAX_TABLE_COLUMNS + 1}}}", re.MULTILINE)

ID_PATTERN = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_ID = re.compile(ID_PATTERN)
# `index` is the page of a folder; the others are device names on Windows.
RESERVED_IDS = frozenset(
    ["index", "con", "prn", "aux", "nul"]
    + [f"{device}{number}" for device in ("com", "lpt") for number in range(10)]
)
_NUMBER = re.compile(rf"-?\d{{1,{MAX_DIGITS}}}(?:\.\d{{1,{MAX_DECIMALS}}})?", re.ASCII)
_WHOLE = re.compile(r"[0-9]{1,9}")
P_VALUE_PATTERN = r"[<>≤≥=]? ?(?:0?\.[0-9]{1,9}|[01](?:\.0{1,9})?)"
_P_VALUE = re.compile(P_VALUE_PATTERN)
# No “@” before the host: it could disguise the real host.
_PORT = "[1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5]"
_WEB = re.compile(
    rf"https?://[^\s<>\"'`\\{{}}|^@/?#:\[\]]+(?::(?:{_PORT}))?(?:[/?#][^\s<>\"'`\\{{}}|^]*)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class EventDate:
    """Mark of the date of a past event.

    `of_record`: the event is that somebody looked at the record, not what the record tells.
    """

    of_record: bool = False


@dataclass(frozen=True, slots=True)
class DegreeLimit:
    """Mark of an angle in degrees: what it is called, and its highest value north or east."""

    name: str
    most: int

    def check(self, value: Decimal) -> Decimal:
        """Return `value`. Raises a refusal for an angle that is not on the map."""
        if abs(value) > self.most:
            raise REFUSALS["degrees"].error(text=value, name=self.name, most=self.most)
        return value


@dataclass(frozen=True, slots=True)
class Markdown:
    """Mark of a field of Markdown, with `[[id]]` for a link to a record."""


def id_fault(text: str) -> tuple[str, str] | None:
    """Return why `text` is not an id and what to do, or None for an id."""
    if len(text) > MAX_ID_LENGTH:
        return REFUSALS["id_length"].words(most=MAX_ID_LENGTH)
    if not _ID.fullmatch(text):
        # People paste the address of a page or the name of a file.
        name = re.sub(r"\.(?:html|yaml|yml|md)(?:#.*)?$", "", text.strip()).rpartition("/")[2]
        near = suggest_id(name) or "my-record"
        ids = [suggest_id(part) for part in re.split("[,;]", name)]
        if len(ids) > 1 and all(ids):
            choice = join_words(f"“{clip(record_id)}”" for record_id in ids)
            return REFUSALS["id_several"].words(text=clip(text), choice=choice, near=clip(near))
        return REFUSALS["id"].words(text=clip(text), near=clip(near))
    if text in RESERVED_IDS:
        return REFUSALS["id_reserved"].words(text=text)
    return None


def _id(value: str) -> str:
    fault = id_fault(value)
    if fault:
        raise refuse("M210", *fault)
    return value


def _reference(value: str) -> str:
    """Return the id of a record: one of this academy, or a full name."""
    academy = academy_of(value)
    parts = (academy, value.removeprefix(full_name(academy, ""))) if academy else ()
    is_full_name = bool(parts) and not any(map(id_fault, parts))
    return value if is_full_name else _id(value)


def _line(value: str) -> str:
    text = " ".join(value.split())
    if not text:
        raise REFUSALS["empty"].error()
    if len(text) > MAX_LINE_LENGTH:
        raise REFUSALS["line_length"].error(length=len(text), most=MAX_LINE_LENGTH)
    return text


def _text_up_to(most: int) -> AfterValidator:
    def check(value: str) -> str:
        text = value.strip()
        if not text:
            raise REFUSALS["empty"].error()
        if len(text) > most:
            raise REFUSALS["text_length"].error(length=len(text), most=most)
        if match := _TOO_MANY_COLUMNS.search(text):
            raise REFUSALS["columns"].error(
                offset=match.start(), most=MAX_TABLE_COLUMNS, columns=MAX_TABLE_COLUMNS - 1
            )
        if text.count("[") > MAX_BRACKETS:
            offset = [match.start() for match in re.finditer(r"\[", text)][MAX_BRACKETS]
            raise REFUSALS["brackets"].error(offset=offset, most=MAX_BRACKETS)
        return text

    return AfterValidator(check)


def _date(value: Any, info: ValidationInfo) -> Any:
    if not isinstance(value, str):
        return value
    context = info.context
    if context is None:
        return parse_date(value)
    return parse_date(value, context.financial_year_starts)


def _number(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    text = value.strip().replace("−", "-")
    if not _NUMBER.fullmatch(text):
        if is_too_precise(text):
            near = rounded(text)
            raise REFUSALS["decimals"].error(text=clip(value), most=MAX_DECIMALS, rounded=near)
        raise REFUSALS["number"].error(number_hint(text), text=clip(value))
    return Decimal(text)


def _whole(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if not _WHOLE.fullmatch(value.strip()):
        raise REFUSALS["whole"].error(_whole_hint(value), text=clip(value))
    return int(value)


def _whole_hint(text: str) -> str:
    """Return how to write “about 140” or “140 people”; empty for other text."""
    number = read_figure(text).get("value", "")
    return ONLY_THE_FIGURE.format(number) if _WHOLE.fullmatch(number) else ""


def _yes_no(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    answer = {"yes": True, "true": True, "no": False, "false": False}.get(value.strip().lower())
    if answer is None:
        raise REFUSALS["yes_no"].error(text=clip(value))
    return answer


def _p_value(value: str) -> str:
    """Return a p-value as “0.04” or “<0.001”: its bound, if any, and a digit before the point."""
    text = value.strip()
    if not _P_VALUE.fullmatch(text):
        raise REFUSALS["p_value"].error(text=clip(value))
    bound = text[0] if text[0] in "<>≤≥" else ""
    number = text.lstrip("<>≤≥= ")
    return f"{bound}{'0' if number.startswith('.') else ''}{number}"


def _web_address(value: str) -> str:
    text = value.strip()
    try:
        parts = urlsplit(text)
        good = bool(parts.hostname)
    except ValueError:
        good = False
    if not good or not _WEB.fullmatch(text) or len(text) > MAX_WEB_ADDRESS_LENGTH:
        raise REFUSALS["web"].error(text=clip(text))
    return text


Id = Annotated[str, AfterValidator(_reference)]
OwnId = Annotated[str, AfterValidator(_id)]  # of a record of this academy
Line = Annotated[str, AfterValidator(_line)]
Text = Annotated[str, _text_up_to(MAX_TEXT_LENGTH), Markdown()]
Story = Annotated[str, _text_up_to(MAX_STORY_LENGTH), Markdown()]
Date = Annotated[InstanceOf[WrittenDate], BeforeValidator(_date)]
Number = Annotated[Decimal, BeforeValidator(_number)]
_LATITUDE, _LONGITUDE = DegreeLimit("latitude", 90), DegreeLimit("longitude", 180)
Latitude = Annotated[Number, AfterValidator(_LATITUDE.check), _LATITUDE]
Longitude = Annotated[Number, AfterValidator(_LONGITUDE.check), _LONGITUDE]
WholeNumber = Annotated[int, BeforeValidator(_whole)]
PValue = Annotated[str, AfterValidator(_p_value)]
YesNo = Annotated[bool, BeforeValidator(_yes_no)]
WebAddress = Annotated[str, AfterValidator(_web_address)]
PictureFile = Annotated[str, AfterValidator(picture_file)]
DocumentFile = Annotated[str, AfterValidator(document_file)]


def _not_empty(value: tuple[Any, ...]) -> tuple[Any, ...]:
    if not value:
        raise REFUSALS["no_items"].error()
    return value


NonEmpty = AfterValidator(_not_empty)

Ids = tuple[Id, ...]
Lines = tuple[Line, ...]
Texts = tuple[Text, ...]

# The shape of a question whose text has this validator.
SHAPE_OF_VALIDATOR: dict[
    object, Literal["web", "id", "p-value", "picture-file", "document-file"]
] = {
    _web_address: "web",
    _reference: "id",
    _id: "id",
    _p_value: "p-value",
    picture_file: "picture-file",
    document_file: "document-file",
}

# The form in the browser checks answers by these.
PATTERNS: Mapping[str, re.Pattern[str]] = {
    "id": _ID,
    "number": _NUMBER,
    "whole": _WHOLE,
    "web": _WEB,
    "p-value": _P_VALUE,
    "picture-file": PICTURE_FILE,
    "document-file": DOCUMENT_FILE,
}
LIMITS: Mapping[str, int] = {
    "id": MAX_ID_LENGTH,
    "line": MAX_LINE_LENGTH,
    "text": MAX_TEXT_LENGTH,
    "story": MAX_STORY_LENGTH,
    "web": MAX_WEB_ADDRESS_LENGTH,
    "media": MAX_MEDIA_PATH_LENGTH,
    "columns": MAX_TABLE_COLUMNS,
    "brackets": MAX_BRACKETS,
}
