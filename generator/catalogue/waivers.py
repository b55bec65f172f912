"""What has been let in although it looks like personal data: one file of content, no records."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import ValidationError

from generator.catalogue.folders import WAIVERS
from generator.diagnostics import Diagnostic
from generator.kinds.base import Part, Shown
from generator.kinds.faults import faults_of
from generator.kinds.types import Date, Line
from generator.privacy import Sort, Waiver, waiver_faults
from generator.source import Fault, read_source


class Entry(Part):
    """One waiver as it is written."""

    file: Annotated[Line, Shown("File", "The file it stands in, from the academy's folder.")]
    sort: Annotated[Sort, Shown("What it is", "What it looks like.")]
    text: Annotated[Line, Shown("Text", "Exactly as it stands in the file.")]
    reason: Annotated[Line, Shown("Reason", "Why readers need it.")]
    approved_by: Annotated[Line, Shown("Approved by", "Who approved it, by role.")]
    approved_on: Annotated[Date, Shown("Approved on", "When.")]


class Waivers(Part):
    """What the file holds."""

    waivers: tuple[Entry, ...]


def read_waivers(root: Path) -> tuple[tuple[Waiver, ...], tuple[Diagnostic, ...]]:
    """The waivers of the academy at `root`, and every fault of their file; no file is no fault."""
    file = root / WAIVERS
    if file.parent.is_symlink() or not (file.exists() or file.is_symlink()):
        return (), ()
    source, faults = read_source(file, WAIVERS)
    if source is None:
        return (), tuple(faults)
    try:
        entries = Waivers.model_validate(source.values()).waivers
    except ValidationError as error:
        return (), (*faults, *(f.at(WAIVERS) for f in faults_of(error, Waivers, source)))
    found = tuple(Waiver(e.file, e.sort, e.text, e.reason, e.approved_by) for e in entries)
    wrong = (
        Fault(source.place(("waivers", number, "sort")), "M222", said, "Take it out of the record.")
        for number, said in waiver_faults(found)
    )
    return found, (*faults, *(fault.at(WAIVERS) for fault in wrong))
