"""The sections of a prototype's page, and the order of stages in lists of prototypes."""

from __future__ import annotations

from generator.model.display.field_display import RecordSection
from generator.model.kind import SOURCES_TAB

# Lists show work that is or was in practice before planned work.
LIST_ORDER = (
    "live", "completed", "testing", "stopped", "procuring", "designing", "agreed", "proposed",
    "idea",
)  # fmt: skip

_DONE, _RESULTS, _WHO, _SPREAD = "How it was done", "Results", "Who and why", "Spread and barriers"

SECTIONS = (
    RecordSection("verdict", "Did it work?", tab=_DONE),
    RecordSection("start", "Starting point and aims", tab=_DONE),
    RecordSection("done", "What it involves", tab=_DONE),
    RecordSection("results", "Results and other figures", ("of",), tab=_RESULTS),
    RecordSection("value", "Costs and benefits", tab=_RESULTS),
    RecordSection("lessons", "Lessons", tab=_RESULTS),
    RecordSection("recognition", "Recognition", tab=_RESULTS),
    RecordSection("who", "Who is involved", tab=_WHO),
    RecordSection("uses", "Practices and principles", tab=_WHO),
    RecordSection(
        "spread",
        "Spread to other places",
        ("learnt_from", "resulted_in", "continues"),
        tab=_SPREAD,
    ),
    RecordSection(
        "barriers", "Barriers met", ("met_by",), planned="Barriers expected", tab=_SPREAD
    ),
    RecordSection("material", "Read and learn more", ("about", "covers"), tab="Sources"),
    *SOURCES_TAB,
)
