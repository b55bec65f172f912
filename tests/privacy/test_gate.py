"""The gate as contributors meet it: refused at the line, and let in by a waiver that says why."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.build.examine import examine
from generator.diagnostics import errors
from tests.sites import run_academy

WAIVER = """waivers:
  - file: prototypes/ashby-visits.yaml
    sort: {sort}
    text: {text}
    reason: The duty desk is reached by it.
    approved_by: the information governance lead
    approved_on: 2026-11-24
"""


def plant(project: Path, text: str) -> None:
    record = project / "prototypes" / "ashby-visits.yaml"
    record.write_text(record.read_text("utf-8") + f'note: "Ask {text} now."\n', "utf-8")


def waive(project: Path, sort: str, text: str) -> None:
    file = project / "registry" / "waivers.yaml"
    file.write_text(WAIVER.format(sort=sort, text=text), "utf-8")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a.person@example.org", "P101"),
        ("01325 123456", "P102"),
        ("401 023 2137", "P103"),
        ("AB 12 34 56 C", "P104"),
        ("TS1 2AB", "P105"),
        ("born 01/02/1948", "P106"),
        ("hospital number 0305481", "P107"),
        ("Sarah Jones, lead nurse", "P108"),
    ],
)
def test_it_is_refused_at_its_line_and_not_repeated(
    small_project: Path, text: str, code: str
) -> None:
    plant(small_project, text)
    done = run_academy("check", folder=small_project)
    assert done.returncode == 1
    assert f"error {code}: This looks like" in done.stdout
    assert text not in done.stdout
    assert run_academy("build", folder=small_project).returncode == 1
    assert not (small_project / "site").exists()


@pytest.mark.parametrize(
    "text",
    [
        "'Ask 943\n\n  476\n\n  5919 now.'",  # lines that are joined
        '"Ask 943 \\x34\\x37\\x36 5919 now."',
        "Ask 943 **476** 5919 now.",  # marks that readers do not see
        "Ask 9434*765*919 now.",
        "Ask a person _at_ example.org or a.person@_example_.org.",
    ],
)
def test_what_shows_only_to_readers_is_refused_too(small_project: Path, text: str) -> None:
    record = small_project / "prototypes" / "ashby-visits.yaml"
    record.write_text(f"{record.read_text('utf-8')}note: {text}\n", "utf-8")
    [fault] = errors(examine(small_project)[1])
    assert fault.code in ("P101", "P103")
    assert fault.message.startswith("This looks like")


def test_a_role_contact_is_let_in_with_a_reason(small_project: Path) -> None:
    plant(small_project, "duty.desk@example.org")
    waive(small_project, "e-mail", "duty.desk@example.org")
    assert errors(examine(small_project)[1]) == ()


def test_a_waiver_holds_for_its_text_alone(small_project: Path) -> None:
    plant(small_project, "a.person@example.org")
    waive(small_project, "e-mail", "duty.desk@example.org")
    assert [one.code for one in errors(examine(small_project)[1])] == ["P101"]


@pytest.mark.parametrize(
    ("sort", "text"), [("nhs-number", "401 023 2137"), ("national-insurance", "AB 12 34 56 C")]
)
def test_no_waiver_lets_in_a_patient(small_project: Path, sort: str, text: str) -> None:
    plant(small_project, text)
    waive(small_project, sort, text)
    codes = {one.code for one in errors(examine(small_project)[1])}
    assert {"M222"} < codes


def test_a_waiver_without_a_reason_is_refused(small_project: Path) -> None:
    file = small_project / "registry" / "waivers.yaml"
    text = WAIVER.format(sort="e-mail", text="x@example.org")
    file.write_text("\n".join(line for line in text.split("\n") if "reason" not in line), "utf-8")
    [fault] = errors(examine(small_project)[1])
    assert fault.message == "“reason” is missing."


def test_a_hand_written_page_is_held_to_it_too(small_project: Path) -> None:
    page = small_project / "site_src" / "about.md"
    page.write_text(page.read_text("utf-8") + "\nAsk a.person@example.org.\n", "utf-8")
    done = run_academy("build", folder=small_project)
    assert done.returncode == 1
    assert "about.md:7:5: error P101" in done.stdout + done.stderr


def test_a_contact_of_a_role_is_let_in_on_a_hand_written_page(small_project: Path) -> None:
    page = small_project / "site_src" / "accessibility.md"
    page.write_text(page.read_text("utf-8") + "\nAsk duty.desk@example.org.\n", "utf-8")
    waiver = WAIVER.format(sort="e-mail", text="duty.desk@example.org")
    [file] = re.findall(r"file: (\S+)", waiver)
    waiver = waiver.replace(file, "site_src/accessibility.md")
    (small_project / "registry" / "waivers.yaml").write_text(waiver, "utf-8")
    done = run_academy("build", folder=small_project)
    assert done.returncode == 0, done.stderr
    assert run_academy("verify", folder=small_project).returncode == 0


def test_a_person_who_agreed_is_named_in_the_record_and_on_its_page(small_project: Path) -> None:
    plant(small_project, "Sarah Jones, Director of Nursing,")
    assert [one.code for one in errors(examine(small_project)[1])] == ["P108"]
    waive(small_project, "person", "Sarah Jones, Director of Nursing")
    assert run_academy("build", folder=small_project).returncode == 0
    assert run_academy("verify", folder=small_project).returncode == 0


def test_a_quotation_by_name_is_refused(small_project: Path) -> None:
    record = small_project / "prototypes" / "ashby-visits.yaml"
    quotes = "quotes:\n  - text: It works.\n    role: Sarah Jones\n"
    record.write_text(record.read_text("utf-8") + quotes, "utf-8")
    assert "P108" in {one.code for one in errors(examine(small_project)[1])}
