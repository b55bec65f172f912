"""A field under another name: the message says which one was meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.build.examine import examine

RECORD = "title: One\nareas: [ashby]\n"


@pytest.mark.parametrize(
    ("text", "field"),
    [
        (RECORD.replace("title", "name"), "title"),
        (RECORD.replace("areas", "area"), "areas"),
        (RECORD.replace("areas", "location"), "areas"),
        (f"{RECORD}start_date: 2020\n", "started"),
        (f"{RECORD}status: live\n", "stage"),
        (f"{RECORD}partners:\n  - organisation: ashby-council\n    role: lead\n", "partner"),
        (f"{RECORD}lessons:\n  what_went_well: [Meeting]\n", "worked"),
    ],
)
def test_a_field_under_another_name(small_project: Path, text: str, field: str) -> None:
    (small_project / "prototypes/one.yaml").write_text(text, encoding="utf-8")
    (hint,) = (finding.hint for finding in examine(small_project)[1] if finding.code == "M202")
    assert hint == f"Did you mean “{field}”?"
