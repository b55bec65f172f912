"""Read the waivers for text that looks like personal data but may be published."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import ValidationError

from generator.diagnostics import Diagnostic
from generator.model.display.field_display import FieldDisplay
from generator.model.fields.types import Date, Line
from generator.model.record import Model
from generator.privacy import PersonalDataName, Waiver, waiver_faults
from generator.privacy.waivers import WAIVERS_FILE
from generator.records.model_faults import validation_faults
from generator.records.source import SourceFault, read_source


class WaiverEntry(Model):
    """A waiver as it is written in the file."""

    file: Annotated[
        Line, FieldDisplay("File", "Which file is it in? Give the path from the academy's folder.")
    ]
    sort: Annotated[
        PersonalDataName,
        FieldDisplay("What it is", "Which type of personal data does it look like?"),
    ]
    text: Annotated[Line, FieldDisplay("Text", "The text, exactly as in the file.")]
    reason: Annotated[Line, FieldDisplay("Reason", "Why do readers need it?")]
    approved_by: Annotated[
        Line, FieldDisplay("Approved by", "Who approved it? Give a job title, not a name.")
    ]
    approved_on: Annotated[Date, FieldDisplay("Approved on", "When.")]


class WaiverFile(Model):
    """The content of the waiver file."""

    waivers: tuple[WaiverEntry, ...]


def read_waivers(root: Path) -> tuple[tuple[Waiver, ...], tuple[Diagnostic, ...]]:
    """Return the waivers of the academy at `root`, and every fault of their file.

    No file means no waivers and no fault.
    """
    file = root / WAIVERS_FILE
    if file.parent.is_symlink() or not (file.exists() or file.is_symlink()):
        return (), ()
    source, faults = read_source(file, WAIVERS_FILE)
    if source is None:
        return (), tuple(faults)
    try:
        entries = WaiverFile.model_validate(source.values()).waivers
    except ValidationError as error:
        return (), (
            *faults,
            *(f.in_file(WAIVERS_FILE) for f in validation_faults(error, WaiverFile, source)),
        )
    waivers = tuple(
        Waiver(entry.file, entry.sort, entry.text, entry.reason, entry.approved_by)
        for entry in entries
    )
    wrong = (
        SourceFault(
            source.place(("waivers", number, "sort")), "M222", reason, "Remove it from the record."
        )
        for number, reason in waiver_faults(waivers)
    )
    return waivers, (*faults, *(fault.in_file(WAIVERS_FILE) for fault in wrong))
