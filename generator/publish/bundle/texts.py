"""The text files of a bundle."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from generator.diagnostics import join_words
from generator.english import MONTHS
from generator.publish.bundle.targets import BuildTarget

OGL = "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"


@dataclass(frozen=True, slots=True)
class BundleSummary:
    """The facts about a bundle in its texts.

    `day` is the date of the newest record, `systems` the targets whose libraries are included,
    `first` the path of the site's first page.
    """

    name: str
    summary: str
    day: date
    records: int
    pages: int
    systems: tuple[str, ...]
    first: str

    @property
    def when(self) -> str:
        """The day in words, the same in every locale."""
        return f"{self.day.day} {MONTHS[self.day.month - 1]} {self.day.year}"


def describe_targets(targets: Iterable[BuildTarget]) -> tuple[str, ...]:
    """Return a phrase for each system with its Python versions, such as “Linux, Python 3.11”."""
    pythons: dict[str, list[str]] = {}
    for target in targets:
        pythons.setdefault(target.system.label, []).append(target.python)
    return tuple(
        f"{label}, Python {join_words(versions, last='or')}" for label, versions in pythons.items()
    )


def read_me_text(about: BundleSummary) -> str:
    """Return READ ME.txt, with Windows line ends."""
    systems = "".join(f"  - {system}\n" for system in about.systems)
    without = (
        f"The libraries are in this folder for\n\n{systems}\nso that no network is needed."
        if about.systems
        else "The libraries are not in this folder, so that the first time needs a network."
    )
    text = _READ_ME.format(
        name=about.name,
        rule="=" * len(about.name),
        summary=about.summary,
        when=about.when,
        records=f"{about.records:,}",
        pages=f"{about.pages:,}",
        libraries=without,
    )
    return text.replace("\n", "\r\n")


def licence_text(about: BundleSummary, program: str) -> str:
    """Return LICENCE.txt: the licences of records and program, and the attribution."""
    text = _LICENCE.format(name=about.name, when=about.when, ogl=OGL, program=program.strip())
    return text.replace("\n", "\r\n")


_READ_ME = """\
{name}
{rule}

{summary}

This copy holds {records} records on {pages} pages, as they stood on {when}.


READ IT

Double-click “START HERE.html”. Everything works without a network.


ADD YOUR OWN RECORDS

Use the form under “Share your work” on the site to make a record. Save it in the folder that it
names, inside the folder “academy”.

To see it on the site, you need Python 3.11 or later. Open a terminal in the folder “academy”. On
Windows the command is “py”, elsewhere “python3”:

    py start.py check        says what is wrong, at the line, and what to do
    py start.py              builds the site anew and opens it

{libraries}
The same records give the same site, byte for byte, as the one in the folder “site”.


SEND IT BACK

    py start.py bundle

makes one file of your records and your site. Send that to the academy it came from.


IS THIS COPY WHOLE?

    py start.py verify "the bundle.zip"

says whether the file was cut off, damaged or changed on its way. It cannot say who made it. To be
sure of that, compare the fingerprint that the command prints with the one its maker has.


WHAT YOU MAY DO WITH IT

See LICENCE.txt. In short: copy, change and share it, and say where it comes from.
"""

_LICENCE = """\
THE RECORDS AND PAGES

Text and data are under the Open Government Licence v3.0, except where a record says otherwise:
{ogl}

You may copy, publish, share and adapt them, also for money. Say where they come from, for example:

    {name}, {when}. Contains public sector information licensed under the Open Government
    Licence v3.0.

Do not suggest that the people or organisations in it endorse you.


THE PROGRAM, IN “academy/generator”

{program}


WHAT OTHERS MADE

The typeface is Atkinson Hyperlegible Next, under the SIL Open Font Licence 1.1; its licence stands
beside it. What else the program carries is listed in “academy/generator/theme/VENDORED.md”. Each
library in “academy/wheels” holds its own licence.
"""
