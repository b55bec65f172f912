"""The sections of a prototype's page, and the order of stages in lists of prototypes."""

from __future__ import annotations

from generator.model.display.field_display import RecordSection
from generator.model.kind import RECORD_SECTIONS

# Lists show work that is or was in practice before planned work.
LIST_ORDER = (
    "live", "completed", "testing", "stopped", "procuring", "designing", "agreed", "proposed",
    "idea",
)  # fmt: skip

SECTIONS = (
    RecordSection("verdict", "Did it work?"),
    RecordSection("start", "Starting point and aims"),
    RecordSection("done", "What it involves"),
    RecordSection("results", "Results and other figures", ("of",)),
    RecordSection("value", "Costs and benefits"),
    RecordSection("lessons", "Lessons"),
    RecordSection("recognition", "Recognition"),
    RecordSection("who", "Who is involved"),
    RecordSection("uses", "Practices and principles"),
    RecordSection("spread", "Spread to other places", ("learnt_from", "resulted_in", "continues")),
    RecordSection("barriers", "Barriers met", ("met_by",), planned="Barriers expected"),
    RecordSection("material", "Read and learn more", ("about", "covers")),
    *RECORD_SECTIONS,
)
