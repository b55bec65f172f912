"""What an export is: files of the site, made from the catalogue and its answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.analysis.insights import AdoptionIndex
from generator.analysis.insights.dates import EARLIEST

FOLDER = "data/"


@dataclass(frozen=True)
class AcademyEdition:
    """One state of an academy, as its data files are made from it.

    `about` says in a sentence what it is. `site` is where it is published, with a slash at its
    end; empty where that is not known. `day` is that of its making, by the records themselves.
    """

    index: AdoptionIndex
    name: str = ""
    about: str = ""
    site: str = ""
    day: date = EARLIEST


@dataclass(frozen=True)
class DataFile:
    """A file: its place in the site, and what makes its bytes when they are wanted.

    `title` is what the page of data calls it; empty for one of very many.
    """

    url: str
    make: Callable[[], bytes]
    title: str = ""


@dataclass(frozen=True, slots=True)
class UsageExample:
    """How a file is put to use: in steps, or in lines of Python to run in the folder `data`."""

    title: str
    kind: Literal["steps", "python"]
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Export:
    """Data files that belong together.

    `name` is what the command calls them; `title` and `about` say to people what they are and what
    for; `wish` is what somebody wants who takes them; `none` why there may be no file. `files` says
    which there are, without making them. `answers` is true where they are made of the answers
    of the academy, false where of its records alone.
    """

    name: str
    title: str
    purpose: str
    about: str
    files: Callable[[AcademyEdition], Iterator[DataFile]]
    examples: tuple[UsageExample, ...] = ()
    none: str = ""
    answers: bool = False


def single_file(
    url: str, make: Callable[[AcademyEdition], bytes], title: str = ""
) -> Callable[[AcademyEdition], Iterator[DataFile]]:
    """The `files` of an export that is a single file."""

    def files(edition: AcademyEdition) -> Iterator[DataFile]:
        yield DataFile(url, lambda: make(edition), title or url.removeprefix(FOLDER))

    return files


def python_example(title: str, text: str) -> UsageExample:
    """An example in Python."""
    return UsageExample(title, "python", tuple(text.strip("\n").split("\n")))


def step_example(title: str, *lines: str) -> UsageExample:
    """An example in words."""
    return UsageExample(title, "steps", lines)
