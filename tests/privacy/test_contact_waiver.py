"""The contact of an area, a partner or a group: a mailbox of a team is let in with a reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.build.examine import examine
from generator.diagnostics import errors

WAIVER = """\
waivers:
  - file: {file}
    sort: e-mail
    text: front.desk@example.org
    reason: A mailbox of the team, printed on its web page.
    approved_by: the information governance lead
    approved_on: 2024-05
"""


def codes(project: Path) -> list[str]:
    return [fault.code for fault in errors(examine(project)[1])]


@pytest.mark.parametrize(
    "file",
    ["registry/areas/ashby.yaml", "registry/partners/ashby-council.yaml",
     "registry/groups/vale-board.yaml"],
)  # fmt: skip
def test_a_mailbox_as_contact_needs_a_waiver(small_project: Path, file: str) -> None:
    record = small_project / file
    text = record.read_text(encoding="utf-8")
    record.write_text(f"{text}contact: front.desk@example.org\n", encoding="utf-8")
    assert codes(small_project) == ["P101"]
    waivers = small_project / "registry" / "waivers.yaml"
    waivers.write_text(WAIVER.format(file=file), encoding="utf-8")
    assert codes(small_project) == []


def test_a_team_as_contact_needs_none(small_project: Path) -> None:
    record = small_project / "registry" / "partners" / "ashby-council.yaml"
    text = record.read_text(encoding="utf-8")
    record.write_text(f"{text}contact: The front desk team\n", encoding="utf-8")
    assert codes(small_project) == []
