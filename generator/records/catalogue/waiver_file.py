"""What has been let in although it looks like personal data: one file of content, no records."""

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
    """One waiver as it is written."""

    file: Annotated[Line, FieldDisplay("File", "The file it stands in, from the academy's folder.")]
    sort: Annotated[PersonalDataName, FieldDisplay("What it is", "What it looks like.")]
    text: Annotated[Line, FieldDisplay("Text", "Exactly as it stands in the file.")]
    reason: Annotated[Line, FieldDisplay("Reason", "Why readers need it.")]
    approved_by: Annotated[Line, FieldDisplay("Approved by", "Who approved it, by role.")]
    approved_on: Annotated[Date, FieldDisplay("Approved on", "When.")]


class WaiverFile(Model):
    """What the file holds."""

    waivers: tuple[WaiverEntry, ...]


def read_waivers(root: Path) -> tuple[tuple[Waiver, ...], tuple[Diagnostic, ...]]:
    """The waivers of the academy at `root`, and every fault of their file; no file is no fault."""
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
    found = tuple(Waiver(e.file, e.sort, e.text, e.reason, e.approved_by) for e in entries)
    wrong = (
        SourceFault(
            source.place(("waivers", number, "sort")), "M222", said, "Take it out of the record."
        )
        for number, said in waiver_faults(found)
    )
    return found, (*faults, *(fault.in_file(WAIVERS_FILE) for fault in wrong))
