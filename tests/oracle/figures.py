"""Numbers and names that stand on pages, held against the records."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tests.oracle import rules
from tests.oracle.answers import Oracle
from tests.oracle.contradictions import Pages
from tests.oracle.raw_records import Fields

Value = int | frozenset[str]


@dataclass(frozen=True)
class Figure:
    """Something that pages of a folder state of their subject.

    `pattern` has one group: a number, or names of areas. `right` gives it from the records.
    """

    name: str
    pages: str
    pattern: re.Pattern[str]
    right: Callable[[Oracle, str], Value]


def _adoptions(
    oracle: Oracle, practice: str, statuses: set[str], *, internal: bool | None = None
) -> list[Fields]:
    return [
        adoption
        for adoption in oracle.academy.adoptions.values()
        if adoption.get("practice") == practice
        and adoption["status"] in statuses
        and internal in (None, not rules.is_from_others(adoption))
    ]


def _sources(oracle: Oracle, area: str) -> frozenset[str]:
    return frozenset(source for source, adopter in oracle.lessons().current if adopter == area)


def _learners(oracle: Oracle, area: str) -> frozenset[str]:
    return frozenset(adopter for source, adopter in oracle.lessons().current if source == area)


def _users(oracle: Oracle, practice: str) -> frozenset[str]:
    areas = oracle.academy.areas
    return frozenset(area for area in areas if oracle.uses_itself(area, practice))


def _figure(name: str, pages: str, pattern: str, right: Callable[[Oracle, str], Value]) -> Figure:
    return Figure(name, pages, re.compile(pattern), right)


FIGURES = (
    _figure(
        "adopted from others", "boards/", r"^(\d+) adopted from others$",
        lambda oracle, area: len(oracle.from_others(area, rules.ACTUAL)),
    ),
    _figure(
        "barriers", "boards/", r"^(\d+) barriers? met or expected, \d+ solved here$",
        lambda oracle, area: len(oracle.barriers(area)),
    ),
    _figure(
        "barriers solved", "boards/", r"^\d+ barriers? met or expected, (\d+) solved here$",
        lambda oracle, area: sum(oracle.barriers(area).values()),
    ),
    _figure("sources", "areas/", r"^Has learnt from: (.+)$", _sources),
    _figure("learners", "areas/", r"^Who has learnt from it: (.+)$", _learners),
    _figure("users", "practices/", r"^In practice in: (.+)$", _users),
    _figure(
        "adoptions begun", "practices/", r"^Adoptions: (?:.*?(\d+) begun or in place)?.*$",
        lambda oracle, practice: len(_adoptions(oracle, practice, rules.ACTUAL, internal=False)),
    ),
    _figure(
        "adoptions within", "practices/", r"^Adoptions: (?:.*?(\d+) spread within its own)?.*$",
        lambda oracle, practice: len(_adoptions(oracle, practice, rules.ACTUAL, internal=True)),
    ),
    _figure(
        "adoptions declined", "practices/", r"^Adoptions: (?:.*?(\d+) declined)?.*$",
        lambda oracle, practice: len(_adoptions(oracle, practice, {"declined"})),
    ),
    _figure(
        "areas that have learnt", "spread/network", r"^(\d+|No) areas? ha(?:s|ve) learnt from .*$",
        lambda oracle, _: len({adopter for _, adopter in oracle.lessons().current}),
    ),
    _figure(
        "practices in use by area", "spread/index",
        r"^(\d+) pairs? of an area and a practice in use there$",
        lambda oracle, _: sum(
            oracle.practised(area, practice) == "yes"
            for area in oracle.academy.areas
            for practice in oracle.academy.practices
        ),
    ),
)  # fmt: skip


@dataclass(frozen=True)
class Statement:
    """What a page states, and what the records give."""

    figure: str
    page: str
    sentence: str
    stated: Value
    right: Value


def statements(oracle: Oracle, pages: Pages) -> Iterator[Statement]:
    """Every figure that the pages state."""
    for page, sentences in pages.items():
        subject = page.rpartition("/")[2].removesuffix(".html")
        for figure in FIGURES:
            if not page.startswith(figure.pages) or not _is_subject(oracle, figure, subject):
                continue
            for sentence in dict.fromkeys(sentences):
                if match := figure.pattern.search(sentence):
                    right = figure.right(oracle, subject)
                    value = _value(oracle, match[1], right)
                    yield Statement(figure.name, page, sentence, value, right)


def _is_subject(oracle: Oracle, figure: Figure, subject: str) -> bool:
    known = oracle.academy.areas.keys() | oracle.academy.practices.keys()
    return figure.pages.startswith("spread/") or subject in known


def _value(oracle: Oracle, number: str | None, right: Value) -> Value:
    if isinstance(right, int):
        return int(number) if number and number.isdecimal() else 0
    words = {word.lower() for word in re.findall(r"[A-Za-z]+", number or "")}
    return frozenset(words & oracle.academy.areas.keys())
