"""The workflows on recorded events: what they run is the program, and an issue is only data."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import PROJECT, MakeOnce
from tests.intake.sending import Sent, submission_text
from tests.receive.test_command import CAR_TEXT, ISSUE
from tests.sites import copy_small

WORKFLOWS = sorted((PROJECT / ".github" / "workflows").glob("*.yml"))
BASH = shutil.which("bash") or "bash"
GIT = ("git", "-c", "user.name=A", "-c", "user.email=a@academy.example")
URL = "https://github.com/an/academy/pull/7"
# `gh` that writes down what it is asked, with the text of the file that it is given
GH = f"""#!{BASH}
printf '%s\\n' "$*" >> "$GH_LOG"
for word in "$@"; do if [ -f "$word" ]; then cat "$word" >> "$GH_LOG.body"; fi; done
if [ "$1 $2" = "pr view" ]; then echo "{URL}"; fi
if [ "$1" = api ]; then echo 7; fi
"""
# `curl` that keeps what it would send, and answers with the comments that are there
CURL = f"""#!{BASH}
printf '%s\\n' "$*" >> "$CURL_LOG"
while [ $# -gt 0 ]; do
  case "$1" in
    --output) echo "[$NOTES]" > "$2" ;;
    --data-urlencode) cat "${{2#body@}}" > "$CURL_LOG.body" ;;
  esac
  shift
done
"""
# what can be text of somebody else in an expression
UNTRUSTED = re.compile(
    r"github\.event\.(issue|pull_request|comment|workflow_run)\.(title|body|head\.ref|user|labels\[|"
    r"head_branch|head_commit|display_title)|github\.head_ref|head_repository"
)


def workflow(name: str) -> dict[Any, Any]:
    loaded: dict[Any, Any] = yaml.safe_load((PROJECT / ".github/workflows" / name).read_text())
    return loaded


@dataclass
class Host:
    """A code host with an academy on it, and a machine that runs its workflows."""

    folder: Path
    # what runs the program
    academy: str
    outputs: dict[str, str] = field(default_factory=dict)

    @property
    def work(self) -> Path:
        return self.folder / "work"

    def check_out(self) -> None:
        """What `actions/checkout` does."""
        shutil.rmtree(self.work, ignore_errors=True)
        subprocess.run(
            [*GIT, "clone", "--quiet", self.folder / "origin.git", self.work], check=True
        )

    def run_job(self, name: str, job: str, event: Path, **env: str) -> None:
        """Run the scripts of a job; artifacts of one job are there for the next."""
        output = self.folder / "output"
        output.write_text("", encoding="utf-8")
        for step in workflow(name)["jobs"][job]["steps"]:
            if "run" not in step or step["run"].startswith("python start.py --version"):
                continue
            script = step["run"].replace("python start.py", self.academy)
            done = subprocess.run(
                [BASH, "-e", "-o", "pipefail", "-c", script],
                cwd=self.work,
                env={
                    **os.environ,
                    "PATH": f"{self.folder / 'bin'}:{os.environ['PATH']}",
                    "PYTHONPATH": str(PROJECT),
                    "GH_LOG": str(self.folder / "gh"),
                    "GITHUB_EVENT_PATH": str(event),
                    "GITHUB_OUTPUT": str(output),
                    "RUNNER_TEMP": str(self.folder / "temp"),
                    **env,
                },
                capture_output=True,
                text=True,
                check=False,
            )
            assert done.returncode == 0, done.stdout + done.stderr
            assert "::" not in done.stdout
        lines = output.read_text(encoding="utf-8").splitlines()
        self.outputs |= dict(line.split("=", 1) for line in lines)

    def receive(self, issue: dict[str, Any]) -> str:
        """Run all jobs for an issue, as GitHub would, and return the answer on it."""
        event = self.folder / "event.json"
        event.write_text(json.dumps({"action": "opened", "issue": issue}), encoding="utf-8")
        self.run_job("issue.yml", "receive", event)
        if self.outputs["result"] == "accepted":
            self.check_out()
            self.run_job("issue.yml", "propose", event, NUMBER="12")
        (self.folder / "gh.body").unlink(missing_ok=True)
        result, url = self.outputs["result"], self.outputs.get("url", "")
        self.run_job("issue.yml", "answer", event, NUMBER="12", RESULT=result, URL=url)
        return (self.folder / "gh.body").read_text(encoding="utf-8")

    def branch(self, *words: str) -> str:
        done = subprocess.run(
            [*GIT, *words], cwd=self.folder / "origin.git", capture_output=True, text=True,
            check=False,
        )  # fmt: skip
        return done.stdout


def put_on_host(folder: Path) -> None:
    """Put an academy on a host as its branch main, and tools on the machine."""
    academy = copy_small(folder / "academy")
    (academy / ".gitignore").write_text("site/\n", encoding="utf-8")
    for words in (["init", "--quiet", "--initial-branch", "main"], ["add", "--all"],
                  ["commit", "--quiet", "-m", "Start"]):  # fmt: skip
        subprocess.run([*GIT, *words], cwd=academy, check=True)
    origin = folder / "origin.git"
    subprocess.run([*GIT, "clone", "--quiet", "--bare", academy, origin], check=True)
    # GitLab makes a merge request from the options of a push
    subprocess.run([*GIT, "config", "receive.advertisePushOptions", "true"], cwd=origin, check=True)
    tools = folder / "bin"
    tools.mkdir()
    (tools / "gh").write_text(GH, encoding="utf-8")
    (tools / "curl").write_text(CURL, encoding="utf-8")
    for tool in tools.iterdir():
        tool.chmod(0o755)


@pytest.fixture
def host(tmp_path: Path, make_once: MakeOnce, academy_command: str) -> Host:
    folder = shutil.copytree(make_once("host", put_on_host), tmp_path / "host")
    made = Host(folder, academy_command)
    made.check_out()
    return made


def test_an_issue_becomes_a_pull_request_and_is_answered(host: Host) -> None:
    answer = host.receive({"number": 12, "title": "Prototype: A falls car", "body": ISSUE})
    changed = host.branch("diff", "--name-only", "main", "issue-12").split()
    assert changed == ["prototypes/a-falls-car.yaml"]
    assert answer.startswith(f"Thank you. Your records are ready for a last look: {URL}.")
    assert "It took a year to agree who pays." in answer
    log = (host.folder / "gh").read_text(encoding="utf-8")
    assert "pr create --head issue-12 --title Records from issue 12" in log
    assert "issue comment 12 --edit-last --create-if-none" in log


def test_an_issue_with_faults_is_answered_with_them(host: Host) -> None:
    body = ISSUE.replace("Ashby", "Nowhere")
    answer = host.receive({"number": 12, "title": "Prototype: A falls car", "body": body})
    assert host.branch("branch", "--list", "issue-12") == ""
    assert answer.startswith("Thank you. Your records could not be added yet.")
    assert "There is no record “Nowhere”" in answer


SENT = submission_text([Sent("prototypes/x.yaml", CAR_TEXT)])


def answered(title: str) -> str:
    """The answers of a form with another title."""
    return ISSUE.replace("A falls car", title)


def sent_to(path: str) -> str:
    return SENT.replace("prototypes/x.yaml", path)


HOSTILE: dict[str, tuple[str, str | None]] = {
    "shell in the title": ("Prototype: $(touch pwned) `touch pwned`", ISSUE),
    "shell in an answer": ("Prototype: x", answered("$(touch pwned)\"; touch pwned; '")),
    "a mention": ("Prototype: x", answered("@everyone [x](https://evil.example)")),
    "a command to the host": ("Prototype: x", answered("::set-output name=result::x")),
    "a fence that ends early": ("Records", SENT.replace("stage:", "```\nstage:")),
    "a path that leaves": ("Records", sent_to("../../.github/workflows/x.yml")),
    "a workflow": ("Records", sent_to(".github/workflows/x.yml")),
    "a huge text": ("Prototype: x", ISSUE + "x" * 900_000),
    "nothing": ("", None),
    "a title that is a path": ("Prototype: x", "### Title\n\n../../x\n\n### Stage\n\n| |"),
}


# `test_hostile.py` hands these to the program without the scripts around it
_PROOFS = ("a fence that ends early", "a path that leaves", "a workflow", "nothing")


@pytest.mark.parametrize(
    "name",
    [pytest.param(name, marks=pytest.mark.proof if name in _PROOFS else ()) for name in HOSTILE],
)
def test_a_hostile_issue_runs_nothing_and_writes_no_more_than_a_record(
    name: str, host: Host
) -> None:
    title, body = HOSTILE[name]
    answer = host.receive({"number": 12, "title": title, "body": body})
    assert list(host.folder.rglob("pwned")) == []
    changed = host.branch("diff", "--name-only", "main", "issue-12").split()
    assert all(re.fullmatch(r"prototypes/[a-z0-9-]+\.yaml", path) for path in changed)
    assert answer.startswith("Thank you.")
    assert len(answer) < 65_536
    assert "](https://evil.example)" not in answer
    assert "@everyone" not in answer


def test_a_pull_request_gets_one_comment_with_what_it_changes(host: Host) -> None:
    (host.work / "prototypes" / "falls-car.yaml").write_text(
        CAR_TEXT.replace("west-suffolk", "ashby"), encoding="utf-8"
    )
    # a pull request can change the program too; the comment never runs it
    host.academy = f"{sys.executable} -m generator"
    (host.work / "generator").mkdir()
    (host.work / "generator" / "__init__.py").write_text("raise SystemExit('pwned')\n")
    for words in (
        ["checkout", "--quiet", "-b", "$(touch${IFS}pwned)"],
        ["add", "--all"],
        ["commit", "--quiet", "-m", "x"],
        ["push", "--quiet", "origin", "HEAD:refs/pull/7/head"],
    ):
        subprocess.run([*GIT, *words], cwd=host.work, check=True)
    head = subprocess.run(
        [*GIT, "rev-parse", "HEAD"], cwd=host.work, check=True, capture_output=True, text=True
    ).stdout.strip()
    subprocess.run(
        [*GIT, "config", "uploadpack.allowAnySHA1InWant", "true"],
        cwd=host.folder / "origin.git", check=True,
    )  # fmt: skip
    host.check_out()
    event = host.folder / "event.json"
    host.run_job("comment.yml", "compare", event, HEAD=head, RUN="https://github.com/an/run")
    host.run_job("comment.yml", "comment", event, HEAD=head, GH_REPO="an/academy")
    body = (host.folder / "gh.body").read_text(encoding="utf-8")
    assert body.startswith("**Adds 1 prototype.")
    assert "Lessons: What worked: Start small: one town" in body
    assert "[this page](https://github.com/an/run)" in body
    log = (host.folder / "gh").read_text(encoding="utf-8")
    assert "pr comment 7 --edit-last --create-if-none" in log
    assert list(host.folder.rglob("pwned")) == []


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.name)
def test_no_text_of_others_is_part_of_a_workflow(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert UNTRUSTED.search(text) is None
    for job in workflow(file.name)["jobs"].values():
        for step in job["steps"]:
            assert "${{" not in step.get("run", "")


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.name)
def test_every_action_is_named_by_its_commit(file: Path) -> None:
    for used in re.findall(r"uses: (.*)", file.read_text(encoding="utf-8")):
        assert re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v[\d.]+", used), used


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.name)
def test_each_job_has_least_rights(file: Path) -> None:
    loaded = workflow(file.name)
    events = loaded[True]  # “on” is YAML's true
    assert "pull_request_target" not in events
    for name, job in loaded["jobs"].items():
        rights = job.get("permissions", loaded["permissions"])
        may_write = {right for right, level in rights.items() if level == "write"}
        runs_program = any("start.py" in step.get("run", "") for step in job["steps"])
        assert not (may_write and runs_program), f"{name} reads what others wrote, with rights"


GITLAB = yaml.safe_load((PROJECT / ".gitlab" / "academy.yml").read_text(encoding="utf-8"))
OURS = '{"id": 99, "author": {"username": "project_5_bot"}, "body": "<!-- academy -->x"}'
THEIRS = '{"id": 98, "author": {"username": "mallory"}, "body": "<!-- academy -->x"}'


def gitlab(host: Host, event: dict[str, Any], notes: str = "") -> str:
    """Run both jobs for an event of GitLab, and return the comment; empty for none."""
    payload = host.folder / "payload"
    payload.write_text(json.dumps(event), encoding="utf-8")
    log = host.folder / "curl"
    for job in ("read-event", "answer-event"):
        kept = {name: host.folder / name for name in ("answer", "event.env")}
        if job == "answer-event":
            for name, place in kept.items():
                shutil.move(host.work / name, place)
            host.check_out()
            for name, place in kept.items():
                shutil.move(place, host.work / name)
        script = "\n".join(GITLAB[job]["script"]).replace("python start.py --version", "true")
        origin = f'"{host.folder / "origin.git"}"'
        script = re.sub(r'"\$CI_SERVER_PROTOCOL:[^"]*"', origin, script)
        script = script.replace("python start.py", host.academy)
        done = subprocess.run(
            [BASH, "-e", "-c", script],
            cwd=host.work,
            env={
                **os.environ,
                "PATH": f"{host.folder / 'bin'}:{os.environ['PATH']}",
                "PYTHONPATH": str(PROJECT),
                "TRIGGER_PAYLOAD": str(payload),
                "CURL_LOG": str(log),
                "NOTES": notes,
                "CI_API_V4_URL": "https://gitlab.example/api/v4",
                "CI_PROJECT_ID": "5",
                "CI_SERVER_HOST": "gitlab.example",
                "CI_DEFAULT_BRANCH": "main",
                "ACADEMY_TOKEN": "secret",
            },
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
    body = Path(f"{log}.body")
    return body.read_text(encoding="utf-8") if body.exists() else ""


def gitlab_issue(body: str | None, title: str = "Prototype: x") -> dict[str, Any]:
    about = {"iid": 12, "title": title, "description": body}
    return {
        "object_kind": "issue", "object_attributes": about, "labels": [{"title": "record"}],
    }  # fmt: skip


def test_on_gitlab_an_issue_becomes_a_branch_and_is_answered(host: Host) -> None:
    comment = gitlab(host, gitlab_issue(ISSUE), THEIRS)
    changed = host.branch("diff", "--name-only", "main", "issue-12").split()
    assert changed == ["prototypes/a-falls-car.yaml"]
    assert "Thank you. Your records are ready for a last look" in comment
    sent = (host.folder / "curl").read_text(encoding="utf-8").splitlines()[-1]
    assert "--request POST" in sent
    assert sent.endswith("/projects/5/issues/12/notes")


def test_on_gitlab_the_comment_is_kept_up_to_date(host: Host) -> None:
    comment = gitlab(host, gitlab_issue(ISSUE.replace("Ashby", "Nowhere")), f"{THEIRS}, {OURS}")
    assert "There is no record “Nowhere”" in comment
    sent = (host.folder / "curl").read_text(encoding="utf-8").splitlines()[-1]
    assert "--request PUT" in sent
    assert sent.endswith("/issues/12/notes/99")


@pytest.mark.parametrize(
    "name",
    [
        "shell in an answer",
        *(
            pytest.param(name, marks=pytest.mark.proof)
            for name in ("a fence that ends early", "a workflow", "nothing")
        ),
    ],
)
def test_on_gitlab_a_hostile_issue_runs_nothing(name: str, host: Host) -> None:
    title, body = HOSTILE[name]
    comment = gitlab(host, gitlab_issue(body, title))
    assert list(host.folder.rglob("pwned")) == []
    changed = host.branch("diff", "--name-only", "main", "issue-12").split()
    assert all(re.fullmatch(r"prototypes/[a-z0-9-]+\.yaml", path) for path in changed)
    assert "Thank you." in comment
    assert "secret" not in comment


STRANGE_EVENTS: list[Any] = [
    {"object_kind": "issue", "object_attributes": {"iid": "12; touch pwned"}},
    {"object_kind": "$(touch pwned)", "object_attributes": {"iid": 12}},
    {"object_kind": "push"},
    {"object_kind": "issue", "object_attributes": [], "labels": {"a": 1}},
    {
        "object_kind": "merge_request",
        "object_attributes": {"iid": 3, "last_commit": {"id": "main; touch pwned"}},
    },
]


def test_a_strange_event_is_left_alone(host: Host) -> None:
    for event in STRANGE_EVENTS:
        assert gitlab(host, event) == ""
        host.check_out()
    assert list(host.folder.rglob("pwned")) == []


def test_on_gitlab_a_merge_request_gets_what_it_changes(host: Host) -> None:
    (host.work / "prototypes" / "falls-car.yaml").write_text(
        CAR_TEXT.replace("west-suffolk", "ashby"), encoding="utf-8"
    )
    for words in (
        ["add", "--all"],
        ["commit", "--quiet", "-m", "x"],
        ["push", "--quiet", "origin", "HEAD:refs/heads/other"],
    ):
        subprocess.run([*GIT, *words], cwd=host.work, check=True)
    head = host.branch("rev-parse", "other").strip()
    host.check_out()
    about = {"iid": 3, "last_commit": {"id": head}}
    comment = gitlab(host, {"object_kind": "merge_request", "object_attributes": about})
    assert "**Adds 1 prototype." in comment
    sent = (host.folder / "curl").read_text(encoding="utf-8").splitlines()[-1]
    assert sent.endswith("/merge_requests/3/notes")
