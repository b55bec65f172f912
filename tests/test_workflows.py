"""The workflows and `.ci/run`: what they run is there, and passes on the hosts that they name."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.model.kinds import KINDS
from tests.commands import assert_known, commands_in
from tests.conftest import PROJECT

WORKFLOWS = sorted((PROJECT / ".github" / "workflows").glob("*.yml"))
BASH = shutil.which("bash") or "bash"
BROWSERS = ("google-chrome", "chromium", "firefox")  # on GitHub's Ubuntu
TOOLS = ("strace", "faketime", "setpriv", "git", "node", "npm")
REAL = ("dirname", "readlink", "grep", "env", "cat")
STUB = """#!{bash}
echo "{name} $*" >> "$LOG"
case "{name}" in
  sudo) exec "$@" ;;
  id) echo "$FAKE_UID" ;;
  tee) while read -r _; do :; done ;;
esac
"""


def workflow(name: str) -> dict[Any, Any]:
    text = (PROJECT / ".github" / "workflows" / name).read_text(encoding="utf-8")
    loaded: dict[Any, Any] = yaml.safe_load(text)
    return loaded


def steps(name: str) -> list[dict[str, Any]]:
    return [step for job in workflow(name)["jobs"].values() for step in job["steps"]]


def scripts(name: str) -> list[str]:
    return [step["run"] for step in steps(name) if "run" in step]


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.name)
def test_every_command_of_a_workflow_is_one_of_the_program(file: Path) -> None:
    for script in scripts(file.name):
        for line in commands_in(script):
            assert_known(line)


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.name)
def test_the_python_that_was_set_up_is_the_one_that_runs(file: Path) -> None:
    for script in scripts(file.name):
        assert not re.search(r"sudo.*(python|\.ci/run)", script)
    assert "actions/setup-python" in steps(file.name)[1]["uses"]


def test_a_contribution_is_checked_compared_built_and_verified_in_that_order() -> None:
    lines = [line for script in scripts("contribution.yml") for line in commands_in(script)]
    assert [line.split()[2] for line in lines] == ["--version", "check", "diff", "build", "verify"]
    # what changes is said even where the check found faults
    assert [step.get("if") for step in steps("contribution.yml") if "diff" in step.get("run", "")]
    assert "test" not in " ".join(scripts("contribution.yml"))


def test_content_alone_runs_no_test_of_the_engine() -> None:
    ignored = workflow("tests.yml")[True]["pull_request"]["paths-ignore"]  # “on” is YAML's true
    for kind in KINDS:
        if kind.folder:
            assert f"{kind.folder.partition('/')[0]}/**" in ignored
    assert "site_src/**" in ignored
    assert workflow("contribution.yml")[True] == {"pull_request": None}


def test_the_tests_run_on_every_python_that_the_project_names() -> None:
    matrix = workflow("tests.yml")["jobs"]["tests"]["strategy"]["matrix"]
    assert matrix["python"] == ["3.11", "3.12", "3.13", "3.14"]
    project = (PROJECT / "pyproject.toml").read_text(encoding="utf-8")
    assert f'requires-python = ">={matrix["python"][0]}"' in project


def test_the_program_is_used_on_every_system_with_every_python() -> None:
    matrix = workflow("systems.yml")["jobs"]["use"]["strategy"]["matrix"]
    assert (
        matrix["python"] == workflow("tests.yml")["jobs"]["tests"]["strategy"]["matrix"]["python"]
    )
    assert [system.partition("-")[0] for system in matrix["system"]] == [
        *("windows", "macos", "ubuntu")
    ]
    lines = [line for script in scripts("systems.yml") for line in commands_in(script)]
    used = {line.split()[2] for line in lines}
    assert {"init", "check", "build", "verify", "bundle", "unpack", "serve"} <= used


@pytest.mark.proof
def test_what_is_done_on_every_system_works_on_this_one(tmp_path: Path) -> None:
    (tmp_path / "checkout").mkdir()
    used = workflow("systems.yml")["jobs"]["use"]["steps"]
    for script in (step["run"] for step in used if "run" in step):
        done = subprocess.run(
            [BASH, "-e", "-o", "pipefail", "-c", script.replace("start.py", "-m generator")],
            cwd=tmp_path / "checkout",
            env={**os.environ, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, script + done.stdout + done.stderr


IDEA = "title: A new idea\nareas: [ashby]\nsummary: A sentence.\nstage: idea\n"


def test_a_pull_request_with_one_new_record_passes_each_step(
    small_project: Path, academy_command: str
) -> None:
    git = ("git", "-c", "user.name=A", "-c", "user.email=a@academy.example")
    for words in (["init", "--quiet"], ["add", "--all"], ["commit", "--quiet", "-m", "Before"]):
        subprocess.run([*git, *words], cwd=small_project, check=True)
    (small_project / "prototypes" / "a-new-idea.yaml").write_text(IDEA, encoding="utf-8")
    summary = small_project.parent / "summary.md"
    for script in scripts("contribution.yml"):
        here = script.replace("python start.py", academy_command)
        done = subprocess.run(
            [BASH, "-e", "-c", here],
            cwd=small_project,
            env={**os.environ, "BASE": "HEAD", "GITHUB_STEP_SUMMARY": str(summary)},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, script + done.stdout + done.stderr
        assert done.stdout != ""
        assert done.stderr == ""
    assert "A new idea" in summary.read_text(encoding="utf-8")


@dataclass(frozen=True)
class Machine:
    """A machine with nothing on its path but what it is given."""

    folder: Path

    def run(self, family: str, commands: Sequence[str], uid: int) -> tuple[int, list[str], str]:
        """Run `.ci/run`: its exit code, every command that it called, and what it said."""
        path = self.folder / "bin"
        path.mkdir(exist_ok=True)
        for name in REAL:
            (path / name).symlink_to(shutil.which(name) or name)
        for name in ("id", "tee", "install", "curl", "apt-get", "python3", *commands):
            (path / name).write_text(STUB.format(bash=BASH, name=name), encoding="utf-8")
            (path / name).chmod(0o755)
        log = self.folder / "log"
        (self.folder / "os-release").write_text(family, encoding="utf-8")
        fake = {"OS_RELEASE": str(self.folder / "os-release"), "FAKE_UID": str(uid)}
        done = subprocess.run(
            [BASH, str(PROJECT / ".ci" / "run")],
            env={"PATH": str(path), "LOG": str(log), "HOME": os.devnull, **fake},
            capture_output=True,
            text=True,
            check=False,
        )
        called = log.read_text(encoding="utf-8").splitlines()
        quiet = ("id ", "python3 -c")
        return done.returncode, [x for x in called if not x.startswith(quiet)], done.stderr


DEBIAN, UBUNTU = "ID=debian\n", "ID=ubuntu\nID_LIKE=debian\n"
MINT = 'ID=linuxmint\nID_LIKE="ubuntu debian"\n'


def installed(called: Sequence[str]) -> set[str]:
    """The packages that apt was asked for."""
    lines = [line for line in called if line.startswith("apt-get install")]
    return {word for line in lines for word in line.split()[2:] if not word.startswith("-")}


def test_a_fresh_debian_gets_what_debian_has(tmp_path: Path) -> None:
    code, called, _ = Machine(tmp_path).run(DEBIAN, (), uid=0)
    assert code == 0
    assert installed(called) == {
        *("chromium-headless-shell", "firefox-esr", "strace", "faketime", "util-linux", "git"),
        *("nodejs", "npm"),
    }
    assert called[-1] == "python3 start.py test"


@pytest.mark.parametrize("family", [UBUNTU, MINT], ids=["Ubuntu", "Mint"])
def test_a_fresh_ubuntu_gets_browsers_from_their_makers(tmp_path: Path, family: str) -> None:
    code, called, _ = Machine(tmp_path).run(family, ("sudo",), uid=1000)
    assert code == 0
    assert {"google-chrome-stable", "firefox"} <= installed(called)
    assert not {"chromium", "chromium-browser", "firefox-esr"} & installed(called)
    assert [line for line in called if line.startswith("curl")] != []


def test_root_is_asked_for_nothing_but_apt(tmp_path: Path) -> None:
    _, called, _ = Machine(tmp_path).run(UBUNTU, ("sudo",), uid=1000)
    for line in called:
        if line.startswith("sudo "):
            assert re.search(r"apt-get|/etc/apt/", line), line
    assert called[-1] == "python3 start.py test"


@pytest.mark.parametrize("uid", [0, 1000])
def test_the_code_hosts_ubuntu_needs_only_two_tools(tmp_path: Path, uid: int) -> None:
    has = ("sudo", "setpriv", "git", "node", "npm", *BROWSERS)
    code, called, _ = Machine(tmp_path).run(UBUNTU, has, uid)
    assert code == 0
    assert installed(called) == {"strace", "faketime"}


def test_a_machine_that_has_all_installs_nothing(tmp_path: Path) -> None:
    code, called, _ = Machine(tmp_path).run(UBUNTU, (*TOOLS, *BROWSERS), uid=1000)
    assert (code, called) == (0, ["python3 start.py test"])


def test_a_snap_does_not_count_as_firefox(tmp_path: Path) -> None:
    machine = Machine(tmp_path)
    snap = tmp_path / "snap"
    snap.write_text("", encoding="utf-8")
    snap.chmod(0o755)
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "firefox").symlink_to(snap)
    code, called, _ = machine.run(UBUNTU, ("sudo", "chromium", *TOOLS), uid=1000)
    assert code == 0
    assert "firefox" in installed(called)


def test_a_user_without_sudo_is_told_what_to_install(tmp_path: Path) -> None:
    code, called, output = Machine(tmp_path).run(
        DEBIAN, ("chromium", "git", "setpriv", "node", "npm"), uid=1000
    )
    assert (code, called) == (2, [])
    assert (
        output == "The tests need firefox-esr strace faketime. Install them, then run this again.\n"
    )
