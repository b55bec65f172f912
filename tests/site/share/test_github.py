"""What the code host shows: faults at the line, forms of the model, and jobs with few rights."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from generator.cli.report import as_annotations
from generator.diagnostics import Diagnostic, Severity
from generator.intake.issue_form import issue_form
from generator.model.kinds import KIND_OF, Kind
from generator.model.questions import questions_of
from generator.records.catalogue import default_vocabulary
from tests.conftest import PROJECT
from tests.sites import run_academy

KINDS = [KIND_OF[name] for name in ("prototype", "adoption", "case_study", "resource")]
WORKFLOWS = sorted((PROJECT / ".github" / "workflows").glob("*.yml"))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_the_forms_in_the_project_are_those_of_the_model(
    kind: Kind, request: pytest.FixtureRequest
) -> None:
    file = PROJECT / ".github" / "ISSUE_TEMPLATE" / f"{kind.name.replace('_', '-')}.yml"
    if request.config.getoption("--bless"):
        file.write_text(issue_form(kind, default_vocabulary()), encoding="utf-8")
    assert file.read_text(encoding="utf-8") == issue_form(kind, default_vocabulary())
    form = yaml.safe_load(issue_form(kind, default_vocabulary()))
    asked = {part["id"]: part for part in form["body"] if "id" in part}
    for question in questions_of(kind):
        if question.required:
            assert asked[question.name]["validations"]["required"] is True


def test_a_fault_stands_at_its_line(small_project: Path) -> None:
    record = small_project / "prototypes" / "ashby-visits.yaml"
    record.write_text(record.read_text("utf-8").replace("stage: live", "stage: lve"), "utf-8")
    done = run_academy("check", "--format", "github", folder=small_project)
    assert done.returncode == 1
    assert done.stdout.startswith(
        "::error file=prototypes/ashby-visits.yaml,line=5,col=8,title=M203::"
        "“lve” is not one of the allowed words.%0ADid you mean “live”?"
    )


def test_no_text_of_a_record_begins_a_command_of_its_own() -> None:
    nasty = "x\n::set-env name=A::b\r\n::error::c 100%"
    text = as_annotations((Diagnostic("a,b:c.yaml", 1, 1, "C1", nasty, nasty, "", Severity.ERROR),))
    assert text.count("\n") == 1
    assert text.startswith("::error file=a%2Cb%3Ac.yaml,line=1,")


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.name)
def test_jobs_have_no_more_rights_than_they_need(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    jobs = yaml.safe_load(text)
    # jobs that write state their rights apart: see `tests/receive/test_hosted.py`
    assert jobs["permissions"] in ({}, {"contents": "read"})
    assert "pull_request_target" not in text
    assert "secrets." not in text
    for use in re.findall(r"uses: (\S+)", text):
        assert re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", use), use
    # what a contributor names never becomes part of a command
    assert not re.search(r"run:.*\$\{\{", text)
