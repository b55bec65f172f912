"""The text files of a bundle."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from textwrap import wrap

from generator.diagnostics import join_words
from generator.english import day_in_words
from generator.model.identity import AcademyIdentity
from generator.model.licences import Licence
from generator.publish.bundle.targets import BuildTarget


@dataclass(frozen=True, slots=True)
class BundleSummary:
    """The facts about a bundle in its texts.

    `day` is the date of the newest record, None if no record has one; `systems` the targets whose
    libraries are included; `first` the path of the site's first page.
    """

    name: str
    summary: str
    day: date | None
    records: int
    pages: int
    systems: tuple[str, ...]
    first: str
    identity: AcademyIdentity = field(default_factory=AcademyIdentity)

    @property
    def terms_of_use(self) -> str:
        """What people may do with the text, in a sentence."""
        licence = self.identity.text_licence
        if licence is None:
            return "Nobody has stated a licence, so ask this academy before you share it."
        return licence.allowed("it")

    @property
    def when(self) -> str:
        """The day in words, the same in every locale; empty if there is none."""
        if self.day is None:
            return ""
        return day_in_words(self.day)


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
        f"You can do this offline on:\n\n{systems}"
        if about.systems
        else "You need an internet connection the first time, because this copy has no libraries.\n"
    )
    text = _READ_ME.format(
        name=about.name,
        rule="=" * len(about.name),
        summary=about.summary,
        changed=f" It was last changed on {about.when}." if about.when else "",
        records=f"{about.records:,}",
        pages=f"{about.pages:,}",
        libraries=without,
        terms_of_use=about.terms_of_use,
    )
    return text.replace("\n", "\r\n")


def licence_text(about: BundleSummary, program: str) -> str:
    """Return LICENCE.txt: the licences of records and program, and the attribution."""
    name = ", ".join(filter(None, (about.name, about.when)))
    text = _LICENCE.format(content=_content_licence(about.identity, name), program=program.strip())
    return text.replace("\n", "\r\n")


def _content_licence(identity: AcademyIdentity, name: str) -> str:
    """Return the statement on records and pages; `name` is that of the academy, with its day."""
    text, data = identity.text_licence, identity.data_licence
    if text is not None and text == data:
        return _statement("Text and data", text, name)
    stated = [("Text", text), ("Data", data)]
    return "\n\n".join(
        _statement(what, licence, name)
        if licence
        else f"{what}: nobody has stated a licence. Ask this academy before you use it."
        for what, licence in stated
    )


def _statement(what: str, licence: Licence, name: str) -> str:
    wrapped = [
        *wrap(f"{what} under {licence.in_a_sentence}, except where a record says otherwise:"),
        licence.url,
        "",
        *wrap(licence.allowed("it")),
        "Say for example:",
        "",
        *wrap(
            f"{name}. Licensed under {licence.in_a_sentence}.",
            initial_indent="    ",
            subsequent_indent="    ",
        ),
    ]
    return "\n".join(wrapped)


_READ_ME = """\
{name}
{rule}

{summary}

This copy has {records} records and {pages} pages.{changed}


READ IT

Double-click “START HERE.html”. You can use all of it offline.


ADD YOUR OWN RECORDS

On the site, go to “Share your work” and fill in the form. The form tells you the name of a folder.
Save your file there, inside the folder “academy”.

To see your record on the site, you need Python 3.11 or later. Open a terminal in the folder
“academy” and run these commands. If “py” does not work, use “python3”.

    py start.py check        lists any problems, with the line and how to fix each one
    py start.py              builds the site again and opens it

{libraries}
The same records always give the same site.


SEND IT BACK

    py start.py send --to changes.zip

This saves everything that you changed in one small file. Send the file to the academy that gave you
this copy. Nothing is lost that changed there meanwhile.


CHECK THE FILE IS COMPLETE

    py start.py verify "the bundle.zip"

This tells you if the file is incomplete, damaged or was changed after it was made. It cannot tell
you who made it. To be sure, ask the person who made it for the fingerprint, and compare it with
the one that this command shows.


WHAT YOU CAN DO WITH IT

{terms_of_use} See LICENCE.txt.
"""

_LICENCE = """\
THE RECORDS AND PAGES

{content}

You must not suggest that the people or organisations in it support you or your work.


THE PROGRAM, IN THE FOLDER “academy/engine”

{program}


WORK BY OTHERS

The typeface is Atkinson Hyperlegible Next, under the SIL Open Font Licence 1.1. The licence is in
the same folder as the typeface. The file “generator/theme/VENDORED.md” in the program lists other
work that it includes. Each library in “academy/wheels” includes its own licence.
"""
