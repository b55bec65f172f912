"""`academy receive`: what people send becomes records, and nothing is lost or half written."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
from pathlib import Path
from unittest import mock

import pytest

from generator.cli import file_writes
from generator.intake.issue_form import issue_form
from generator.model.kinds import KIND_OF
from generator.records.catalogue import default_vocabulary
from tests.commands import commands_of
from tests.conftest import PROJECT
from tests.intake.making import workbook
from tests.intake.sending import Sent, submission_text, submission_zip
from tests.receive.conftest import Receive
from tests.sites import run_academy, tree

AREA = Sent(
    "registry/areas/west-suffolk.yaml", "title: West Suffolk\ntype: district\npart_of: [vale]\n"
)
CAR_TEXT = """\
# yaml-language-server: $schema=../schema/prototype.schema.json
title: Falls car
areas: [west-suffolk]
summary: A car with a paramedic and a therapist that goes to people who fell, within one hour.
stage: testing
# what we saw
lessons:
  worked:
    - "Start small: one town"
"""
CAR = Sent("prototypes/falls-car.yaml", CAR_TEXT)
VISITS = "prototypes/ashby-visits.yaml"


def text_of(root: Path, path: str) -> str:
    return (root / path).read_text(encoding="utf-8")


def change(root: Path, path: str, old: str, new: str) -> None:
    before = text_of(root, path)
    assert old in before
    (root / path).write_text(before.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize("form", ["zip", "text"])
def test_both_forms_of_a_submission_add_the_same_records(
    form: str, receive: Receive, small_project: Path
) -> None:
    sent = submission_zip([AREA, CAR]) if form == "zip" else submission_text([AREA, CAR])
    looked = receive(sent)
    assert looked.returncode == 0, looked.stdout
    assert "Adds 1 prototype and 1 area." in looked.stdout
    assert "run this again with --yes" in looked.stdout
    assert not (small_project / CAR.path).exists()
    done = receive(sent, "sent.zip", "--yes")
    assert "2 files written." in done.stdout
    assert text_of(small_project, CAR.path) == CAR_TEXT
    assert text_of(small_project, AREA.path) == AREA.text
    assert run_academy("check", folder=small_project).returncode == 0


def test_receiving_twice_changes_nothing(receive: Receive, small_project: Path) -> None:
    receive(submission_zip([AREA, CAR]), "sent.zip", "--yes")
    before = tree(small_project)
    again = receive(submission_zip([AREA, CAR]), "sent.zip", "--yes")
    assert again.returncode == 0
    assert "Nothing changes" in again.stdout
    assert tree(small_project) == before


def test_several_files_are_checked_together(receive: Receive, small_project: Path) -> None:
    area = small_project.parent / "west-suffolk.yaml"
    area.write_text(AREA.text, encoding="utf-8")
    alone = receive(CAR.text, "falls-car.yaml", "--yes")
    assert alone.returncode == 1
    assert "There is no record “west-suffolk”." in alone.stdout
    both = receive(CAR.text, "falls-car.yaml", str(area), "--yes")
    assert both.returncode == 0, both.stdout


def changed(root: Path, old: str, new: str) -> Sent:
    """A submission of one change of a record that is there."""
    before = text_of(root, VISITS)
    assert old in before
    return Sent(VISITS, before.replace(old, new), before)


def test_changes_of_both_sides_are_kept_with_the_lines_around_them(
    receive: Receive, small_project: Path
) -> None:
    sent = changed(small_project, "stage: live", "stage: completed")
    title = re.findall("^title: (.*)$", sent.text, re.MULTILINE)[0]
    change(small_project, VISITS, title, f"{title} again")
    ours = text_of(small_project, VISITS)
    done = receive(submission_zip([sent]), "sent.zip", "--yes")
    assert done.returncode == 0, done.stdout
    assert (
        f"Note: This was written from another version of this academy. “{title}” has changed here "
        "since. Nothing of either is lost."
    ).replace(title, f"{title} again") in done.stdout
    assert text_of(small_project, VISITS) == ours.replace("stage: live", "stage: completed")


def test_another_layout_of_the_original_is_no_change(receive: Receive, small_project: Path) -> None:
    sent = changed(small_project, "stage: live", "stage: completed")
    assert sent.original
    original = sent.original.replace("stage: live", 'stage: "live"')
    done = receive(submission_zip([Sent(VISITS, sent.text, original)]), "sent.zip", "--yes")
    assert done.returncode == 0, done.stdout
    assert (
        "Note: This was written from another version of this academy. What it changes has not "
        "changed here since."
    ) in done.stdout


def test_a_conflict_is_a_question_and_nothing_is_lost(
    receive: Receive, small_project: Path
) -> None:
    sent = submission_zip([changed(small_project, "stage: live", "stage: completed")])
    change(small_project, VISITS, "stage: live", "stage: stopped")
    before = tree(small_project)
    asked = receive(sent, "sent.zip", "--yes")
    assert asked.returncode == 1
    assert "“Stage” of “Shared visits in Ashby”" in asked.stdout
    assert "Here it says: “stopped”" in asked.stdout
    assert "The submission says: “completed”" in asked.stdout
    assert "“--theirs ashby-visits.stage”" in asked.stdout
    assert tree(small_project) == before
    ours = receive(sent, "sent.zip", "--yes", "--ours", "ashby-visits.stage")
    assert "Nothing changes" in ours.stdout
    theirs = receive(sent, "sent.zip", "--yes", "--theirs", "ashby-visits")
    assert theirs.returncode == 0, theirs.stdout
    assert "stage: completed" in text_of(small_project, VISITS)


def test_a_new_record_under_a_taken_id_is_a_question(receive: Receive, small_project: Path) -> None:
    taken = Sent(VISITS, "title: Something else\nareas: [ashby]\nsummary: One.\nstage: idea\n")
    before = tree(small_project)
    done = receive(submission_zip([taken]), "sent.zip", "--yes")
    assert done.returncode == 1
    assert "“Title” of “Shared visits in Ashby” is different here" in done.stdout
    assert "If it is not the same one, ask for it under another id." in done.stdout
    assert tree(small_project) == before


def test_a_change_of_a_renamed_record_reaches_it(receive: Receive, small_project: Path) -> None:
    sent = changed(small_project, "stage: live", "stage: completed")
    run_academy("rename", "ashby-visits", "ashby-calls", folder=small_project)
    done = receive(submission_zip([sent]), "sent.zip", "--yes")
    assert done.returncode == 0, done.stdout
    assert "stage: completed" in text_of(small_project, "prototypes/ashby-calls.yaml")
    assert not (small_project / VISITS).exists()


GONE = Sent("prototypes/gone.yaml", CAR_TEXT, CAR_TEXT.replace("Falls", "Fall"))


def test_a_change_of_a_record_that_is_gone_is_a_question(
    receive: Receive, small_project: Path
) -> None:
    before = tree(small_project)
    done = receive(submission_zip([AREA, GONE]), "sent.zip", "--yes")
    assert done.returncode == 1
    assert "“Falls car” was removed here. The submission changes it." in done.stdout
    assert "add “--ours gone”" in done.stdout
    assert tree(small_project) == before


@pytest.mark.parametrize("side", ["ours", "theirs"])
def test_a_record_that_is_gone_stays_so_or_comes_back(
    side: str, receive: Receive, small_project: Path
) -> None:
    done = receive(submission_zip([AREA, GONE]), "sent.zip", "--yes", f"--{side}", "gone")
    assert done.returncode == 0, done.stdout
    assert (small_project / GONE.path).exists() == (side == "theirs")


def test_either_all_files_are_written_or_none(
    receive: Receive, small_project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = tree(small_project)
    write = file_writes.write_atomically

    def full_disk(file: Path, content: bytes) -> None:
        if file.name == "falls-car.yaml":
            raise OSError(28, "No space left on device")
        write(file, content)

    monkeypatch.setattr(file_writes, "write_atomically", full_disk)
    done = receive(submission_zip([AREA, CAR]), "sent.zip", "--yes")
    assert done.returncode == 1
    assert "Nothing was written" in done.stderr
    assert tree(small_project) == before


def test_pasted_text_is_read_from_standard_input(
    small_project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pasted = io.TextIOWrapper(io.BytesIO(CAR_TEXT.replace("west-suffolk", "ashby").encode()))
    monkeypatch.setattr(sys, "stdin", pasted)
    done = run_academy("receive", "-", "--yes", folder=small_project)
    assert done.returncode == 0, done.stdout
    assert (small_project / CAR.path).is_file()


@pytest.mark.parametrize(
    ("name", "text", "path"),
    [
        ("falls-car (1).yaml", CAR_TEXT, "prototypes/falls-car.yaml"),
        ("x y.yaml", "title: The Wolds\ntype: borough\n", "registry/areas/the-wolds.yaml"),
        (
            "story.md",
            "---\ntitle: A story\ntype: place\nareas: [ashby]\nproblem: Falls.\n---\n\nText.\n",
            "case_studies/story.md",
        ),
    ],
)
def test_the_file_of_one_record_says_which_it_is(
    name: str, text: str, path: str, receive: Receive, small_project: Path
) -> None:
    done = receive(text.replace("west-suffolk", "ashby"), name, "--yes")
    assert done.returncode == 0, done.stdout
    assert (small_project / path).is_file()


def test_a_record_of_no_certain_kind_is_asked_for(receive: Receive) -> None:
    done = receive("title: Something\n", "x.yaml", "--yes")
    assert done.returncode == 1
    assert "Say it, such as “--kind prototype”." in done.stdout


def test_a_spreadsheet_adds_to_a_record_and_keeps_its_lines(
    receive: Receive, small_project: Path
) -> None:
    before = text_of(small_project, VISITS).splitlines()
    rows = [["id", "Title", "Summary"], ["ashby-visits", "Shared visits in Ashby", "Another one."]]
    done = receive(workbook(Prototypes=rows), "results.xlsx", "--yes")
    assert done.returncode == 0, done.stdout
    after = text_of(small_project, VISITS).splitlines()
    assert "summary: Another one." in after
    assert [line for line in before if line not in after and "summary" not in line] == []


def test_a_fault_of_a_spreadsheet_names_the_cell(receive: Receive) -> None:
    rows = [["Title", "Where"], ["One", "Ashbee"]]
    done = receive(workbook(Prototypes=rows), "results.xlsx")
    assert done.returncode == 1
    assert "Sheet “Prototypes”, row 2, column “Where”" in done.stdout
    assert "Did you mean “Ashby”" in done.stdout


def test_a_spreadsheet_of_results_adds_them_to_their_records(
    receive: Receive, small_project: Path
) -> None:
    before = text_of(small_project, VISITS)
    rows = [
        ["Record", "Finding", "Outcome", "Nature", "Value", "Unit"],
        ["Shared visits in Ashby", "Fewer falls at home", "Days at home", "Result", "7", "days"],
    ]
    done = receive(workbook(Measures=rows), "results.xlsx", "--yes", "--kind", "measure")
    assert done.returncode == 0, done.stdout
    after = text_of(small_project, VISITS)
    assert "statement: Fewer falls at home" in after
    assert [line for line in before.splitlines() if line not in after.splitlines()] == []


def test_an_original_is_found_in_git_by_its_checksum(receive: Receive, small_project: Path) -> None:
    git = ("git", "-c", "user.name=A", "-c", "user.email=a@academy.example")
    sent = changed(small_project, "stage: live", "stage: completed")
    for words in (["init", "--quiet"], ["add", "--all"], ["commit", "--quiet", "-m", "Before"]):
        subprocess.run([*git, *words], cwd=small_project, check=True)
    title = re.findall("^title: (.*)$", sent.text, re.MULTILINE)[0]
    change(small_project, VISITS, title, f"{title} again")
    text = submission_text([sent], with_originals=False)
    done = receive(text, "mail.txt", "--yes")
    assert done.returncode == 0, done.stdout
    assert f"{title} again" in text_of(small_project, VISITS)
    assert "stage: completed" in text_of(small_project, VISITS)


def test_without_its_original_a_change_is_not_merged(receive: Receive, small_project: Path) -> None:
    sent = changed(small_project, "stage: live", "stage: completed")
    change(small_project, VISITS, "stage: live", "stage: stopped")
    done = receive(submission_text([sent], with_originals=False), "mail.txt", "--yes")
    assert done.returncode == 1
    assert "was changed from a version that is not here." in done.stdout


ISSUE = """\
### Title

A falls car

### Summary

A car that goes to people who fell.

### Where

Ashby

### Stage

Testing

### Anything else

It took a year to agree who pays.

### What we would do again

_No response_
"""


def payload(body: str, title: str = "Prototype: A falls car") -> dict[str, object]:
    return {"action": "opened", "issue": {"number": 12, "title": title, "body": body}}


GITLAB = {
    "object_kind": "issue",
    "object_attributes": {"iid": 12, "title": "Prototype: A falls car", "description": ISSUE},
}


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("event.json", json.dumps(payload(ISSUE))),
        ("issue.json", json.dumps({"number": 12, "title": "Prototype: x", "body": ISSUE})),
        ("gitlab.json", json.dumps(GITLAB)),
        ("body.md", ISSUE),
        ("body.txt", ISSUE.replace("\n", "\r\n")),
    ],
)
def test_an_issue_becomes_a_record(
    name: str, data: str, receive: Receive, small_project: Path
) -> None:
    done = receive(data, name, "--yes")
    assert done.returncode == 0, done.stdout
    text = text_of(small_project, "prototypes/a-falls-car.yaml")
    assert "areas:\n  - ashby\n" in text
    assert "stage: testing\n" in text
    assert "It took a year to agree who pays." in text
    assert "What we would do again" in text  # a heading that is no question is part of the answer


def test_the_headings_of_an_issue_are_those_of_its_form() -> None:
    form = issue_form(KIND_OF["prototype"], default_vocabulary())
    for heading in ("Title", "Summary", "Where", "Stage", "Anything else"):
        assert f'label: "{heading}"' in form or f"label: {heading}\n" in form


def test_an_issue_that_holds_a_submission_is_read_like_one(
    receive: Receive, small_project: Path
) -> None:
    body = f"Hello,\n\n{submission_text([AREA, CAR])}\nThanks"
    done = receive(json.dumps(payload(body, "Records")), "event.json", "--yes")
    assert done.returncode == 0, done.stdout
    assert text_of(small_project, CAR.path) == CAR_TEXT


def test_an_issue_with_neither_is_answered(receive: Receive) -> None:
    done = receive(json.dumps(payload("Hello!", "Hi")), "event.json", "--yes")
    assert done.returncode == 1
    assert "The issue holds no submission and no answers to a form." in done.stdout


def test_personal_data_is_refused_and_not_repeated(receive: Receive, small_project: Path) -> None:
    body = ISSUE.replace("who fell", "such as 943 476 5919")
    for name, data in (("event.json", json.dumps(payload(body))), ("body.md", body)):
        done = receive(data, name, "--yes", "--format", "markdown")
        assert done.returncode == 1
        assert "NHS number" in done.stdout
        assert "943 476 5919" not in done.stdout
    assert not (small_project / "prototypes" / "a-falls-car.yaml").exists()


def test_a_person_at_a_terminal_is_asked(receive: Receive, small_project: Path) -> None:
    sent = submission_zip([changed(small_project, "stage: live", "stage: completed")])
    change(small_project, VISITS, "stage: live", "stage: stopped")
    with (
        mock.patch("generator.cli.receive._is_asking", return_value=True),
        mock.patch("click.prompt", return_value="sent"),
        mock.patch("click.confirm", return_value=True),
    ):
        done = receive(sent)
    assert done.returncode == 0, done.stdout
    assert "stage: completed" in text_of(small_project, VISITS)


def test_the_page_for_maintainers_names_commands_that_are_there() -> None:
    lines = [line for line in commands_of(PROJECT / "docs" / "receive.md") if "receive" in line]
    assert len(lines) >= 3
