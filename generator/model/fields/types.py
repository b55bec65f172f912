"""The types of single values: text in, typed value out, each with its own plain refusal."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, InstanceOf
from pydantic_core import PydanticCustomError

from generator.diagnostics import clip
from generator.model.fields.suggestions import date_hint, number_hint

LONGEST_ID = 80
LONGEST_LINE = 400
LONGEST_TEXT = 10_000
LONGEST_STORY = 60_000
MOST_COLUMNS = 20
MOST_BRACKETS = 1_000

ID_PATTERN = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_ID = re.compile(ID_PATTERN)
# names that a folder index takes, or that Windows keeps for devices
_RESERVED = frozenset(
    ["index", "con", "prn", "aux", "nul"]
    + [f"{device}{number}" for device in ("com", "lpt") for number in range(10)]
)
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_NUMBER = re.compile(r"-?\d{1,15}(?:\.\d{1,6})?", re.ASCII)


@dataclass(frozen=True, slots=True)
class EventDate:
    """Marks a day on which something happened to what the record tells of, or to the record."""


@dataclass(frozen=True, slots=True)
class Markdown:
    """Marks a field of prose: Markdown, with `[[id]]` for a link to a record."""


def refuse(code: str, message: str, hint: str) -> PydanticCustomError:
    """A refusal in plain words, to be raised by a validator."""
    # the message goes in as a value, so that braces in what someone wrote mean nothing
    return PydanticCustomError("plain", "{message}", {"message": message, "hint": hint, "is": code})


def id_fault(text: str) -> tuple[str, str] | None:
    """What is wrong with `text` as an id and what to do, or None."""
    if len(text) > LONGEST_ID:
        return f"The id is longer than {LONGEST_ID} characters.", "Use fewer words."
    if not _ID.fullmatch(text):
        # people paste a page's address or a file's name
        name = re.sub(r"\.(?:html|yaml|yml|md)(?:#.*)?$", "", text.strip()).rpartition("/")[2]
        near = "-".join(re.findall(r"[a-z0-9]+", name.lower())) or "my-record"
        message = f"“{clip(text)}” is not an id: small letters, digits and single hyphens only."
        return message, f"Write it like “{clip(near)}”."
    if text in _RESERVED:
        return f"“{text}” is kept for the system and cannot be an id.", "Add a word to it."
    return None


def _id(value: str) -> str:
    fault = id_fault(value)
    if fault:
        raise refuse("M210", *fault)
    return value


def _line(value: str) -> str:
    text = " ".join(value.split())
    if not text:
        raise refuse("M211", "The text is empty.", "Write it, or delete the line.")
    if len(text) > LONGEST_LINE:
        message = f"The text has {len(text)} characters; the most here is {LONGEST_LINE}."
        raise refuse("M212", message, "Shorten it, and put the detail in a longer field.")
    return text


def _longer(most: int) -> AfterValidator:
    def check(value: str) -> str:
        text = value.strip()
        if not text:
            raise refuse("M211", "The text is empty.", "Write it, or delete the line.")
        if len(text) > most:
            message = f"The text has {len(text):,} characters; the most here is {most:,}."
            raise refuse("M212", message, "Shorten it, or link to it as a resource.")
        if any(line.count("|") > MOST_COLUMNS for line in text.split("\n")):
            message = f"A line has more than {MOST_COLUMNS} upright strokes (“|”)."
            raise refuse("M218", message, f"A table has at most {MOST_COLUMNS - 1} columns.")
        if text.count("[") > MOST_BRACKETS:
            message = f"The text has more than {MOST_BRACKETS:,} opening brackets (“[”)."
            raise refuse("M219", message, "Write it as several records, or without them.")
        return text

    return AfterValidator(check)


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day, a month or a year: as much of a date as is known."""

    year: int
    month: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        parts = [f"{self.year:04}"]
        parts += [f"{part:02}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)

    @property
    def earliest(self) -> tuple[int, int, int]:
        """The first day it can mean."""
        return self.year, self.month or 1, self.day or 1

    @property
    def latest(self) -> tuple[int, int, int]:
        """The last day it can mean."""
        month = self.month or 12
        return self.year, month, self.day or monthrange(self.year, month)[1]

    def surely_before(self, other: PartialDate) -> bool:
        """True only when every day it can mean is before every day the other can mean."""
        return self.latest < other.earliest


def _date(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    hint = "Write a year (2020), a month (2020-01) or a day (2020-01-31)."
    match = _DATE.fullmatch(value.strip())
    if match is None:
        raise refuse("M213", f"“{clip(value)}” is not a date.", date_hint(value) or hint)
    year, month, day = (int(part) if part else None for part in match.groups())
    real = year and (month is None or 1 <= month <= 12)
    if real and day is not None and month is not None:
        real = 1 <= day <= monthrange(year or 1, month)[1]
    if not real or year is None:
        raise refuse("M213", f"“{clip(value)}” is not a day that exists.", hint)
    return PartialDate(year, month, day)


def _number(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    text = value.strip().replace("−", "-")
    if not _NUMBER.fullmatch(text):
        hint = "Write digits only: 24, 3.5 or -4. The unit has a field of its own; no commas, no £."
        raise refuse("M214", f"“{clip(value)}” is not a number.", number_hint(text) or hint)
    return Decimal(text)


def _whole(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if not re.fullmatch(r"[0-9]{1,9}", value.strip()):
        hint = "Write digits only, such as 25."
        raise refuse("M215", f"“{clip(value)}” is not a whole number.", hint)
    return int(value)


def _yes_no(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    answer = {"yes": True, "true": True, "no": False, "false": False}.get(value.strip().lower())
    if answer is None:
        raise refuse("M216", f"“{clip(value)}” is neither yes nor no.", "Write yes or no.")
    return answer


def _web_address(value: str) -> str:
    text = value.strip()
    hint = "Copy the whole address from the browser, starting with https://."
    try:
        parts = urlsplit(text)
        good = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
        plain = not re.search(r"[\s<>\"'`\\{}|^]", text) and "@" not in parts.netloc
    except ValueError:
        good = plain = False
    if not good or not plain or len(text) > 2000:
        raise refuse("M217", f"“{clip(text)}” is not a web address.", hint)
    return text


Id = Annotated[str, AfterValidator(_id)]
Line = Annotated[str, AfterValidator(_line)]
Text = Annotated[str, _longer(LONGEST_TEXT), Markdown()]
Story = Annotated[str, _longer(LONGEST_STORY), Markdown()]
Date = Annotated[InstanceOf[PartialDate], BeforeValidator(_date)]
Number = Annotated[Decimal, BeforeValidator(_number)]
Whole = Annotated[int, BeforeValidator(_whole)]
YesNo = Annotated[bool, BeforeValidator(_yes_no)]
WebAddress = Annotated[str, AfterValidator(_web_address)]


def _some(value: tuple[Any, ...]) -> tuple[Any, ...]:
    if not value:
        raise refuse("M209", "The list is empty.", "Write at least one.")
    return value


NonEmpty = AfterValidator(_some)

Ids = tuple[Id, ...]
Lines = tuple[Line, ...]
Texts = tuple[Text, ...]

# what the validators of plain text stand for
SPECIAL: dict[object, Literal["web", "id"]] = {_web_address: "web", _id: "id"}
