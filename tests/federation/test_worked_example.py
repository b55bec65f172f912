"""The worked example of docs/academies.md prints what the document says."""

from __future__ import annotations

import re
from pathlib import Path

from tests.conftest import PROJECT
from tests.federation.worked_example import ADOPTION, SAME_AS, printed_steps

DOCUMENT = (PROJECT / "docs" / "academies.md").read_text(encoding="utf-8")


def test_every_step_prints_what_the_document_says(tmp_path: Path) -> None:
    printed = "\n".join(printed_steps(tmp_path)).splitlines()
    shown = [
        line
        for block in re.findall(r"```text\n(.*?)```", DOCUMENT, re.DOTALL)
        for line in block.splitlines()
    ]
    assert len(shown) > 8
    assert [line for line in shown if line not in printed] == []
    assert f"```yaml\n{ADOPTION}```" in DOCUMENT
    assert f"```yaml\n{SAME_AS}```" in DOCUMENT
