"""The definition of an export: data files made from the catalogue and its answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePosixPath
from typing import Literal

from generator.analysis.insights import AdoptionIndex
from generator.analysis.insights.dates import EARLIEST
from generator.model.identity import AcademyIdentity
from generator.site_paths import DATA_FOLDER

_MEDIA_TYPES = {
    ".csv": "text/csv",
    ".graphml": "application/graphml+xml",
    ".ics": "text/calendar",
    ".json": "application/json",
    ".sqlite": "application/vnd.sqlite3",
    ".txt": "text/plain",
    ".xml": "application/atom+xml",
}


@dataclass(frozen=True)
class AcademyEdition:
    """The state of an academy that data files are made from.

    `about` describes the academy in a sentence. `site` is the URL where it is published, with a
    slash at the end, or empty. `day` is the build date, derived from the records. `identity` states
    the language and the licences.
    """

    index: AdoptionIndex
    name: str = ""
    about: str = ""
    site: str = ""
    day: date = EARLIEST
    identity: AcademyIdentity = field(default_factory=AcademyIdentity)


@dataclass(frozen=True)
class DataFile:
    """A data file: its URL in the site, and the function that returns its bytes.

    `title` is its label on the page of data files; empty for one of very many. `on_request`: it
    says again in another format what other files say, so `academy export` makes it, and a site
    has it only where its settings ask for all files.
    """

    url: str
    make: Callable[[], bytes]
    title: str = ""
    on_request: bool = False

    @property
    def media_type(self) -> str:
        """The type of the file by the end of its name; that of any bytes for an unknown end."""
        return _MEDIA_TYPES.get(PurePosixPath(self.url).suffix, "application/octet-stream")


@dataclass(frozen=True, slots=True)
class UsageExample:
    """An example of how to use a file: steps, or lines of Python to run in the folder `data`."""

    title: str
    kind: Literal["steps", "python"]
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Export:
    """A group of data files.

    `name` is the argument of `academy export --only`; `title` and `about` describe the files;
    `purpose` is what a reader wants to do with them; `none` explains why there may be no file.
    `files` yields the files without making them. `answers` is true if they need the insights, false
    if they need the records only.
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
    url: str,
    make: Callable[[AcademyEdition], bytes],
    title: str = "",
    *,
    on_request: bool = False,
) -> Callable[[AcademyEdition], Iterator[DataFile]]:
    """Return the `files` function of an export with a single file."""

    def files(edition: AcademyEdition) -> Iterator[DataFile]:
        label = title or url.removeprefix(DATA_FOLDER)
        yield DataFile(url, lambda: make(edition), label, on_request)

    return files


def python_example(title: str, text: str) -> UsageExample:
    """Return an example in Python."""
    return UsageExample(title, "python", tuple(text.strip("\n").split("\n")))


def step_example(title: str, *lines: str) -> UsageExample:
    """Return an example in steps."""
    return UsageExample(title, "steps", lines)
