"""The release workflow: what may be released, with which rights, and where the files go."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import PROJECT

WORKFLOWS = sorted((PROJECT / ".github" / "workflows").glob("*.yml"))
JOBS: dict[str, Any] = yaml.safe_load(
    (PROJECT / ".github" / "workflows" / "release.yml").read_text(encoding="utf-8")
)["jobs"]
BASH = shutil.which("bash") or "bash"
GIT = ("git", "-c", "user.name=A", "-c", "user.email=a@academy.example")
HOST = {"GITHUB_SERVER_URL": "https://github.com", "GITHUB_REPOSITORY": "an/academy"}
SETTINGS = """[project]
name = "learning-academy"
version = "1.2.3"
[project.urls]
Source = "https://github.com/an/academy"
"""
CHANGES = "# Changelog\n\n## 1.2.3, 31 March 2027\n\n- New.\n\n## 1.2.2, 1 March 2027\n\n- Old.\n"


def scripts(job: str) -> list[str]:
    return [step["run"] for step in JOBS[job]["steps"] if "run" in step]


def git(folder: Path, *words: str) -> None:
    subprocess.run((*GIT, *words), cwd=folder, check=True, capture_output=True)


@pytest.fixture
def merged(tmp_path: Path) -> Path:
    """A checkout of a commit that is on the branch main of its host, and may be released."""
    folder = tmp_path / "checkout"
    (folder / ".ci").mkdir(parents=True)
    shutil.copy(PROJECT / ".ci" / "package.py", folder / ".ci")
    (folder / "pyproject.toml").write_text(SETTINGS, encoding="utf-8")
    (folder / "CHANGELOG.md").write_text(CHANGES, encoding="utf-8")
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "A")
    git(folder, "update-ref", "refs/remotes/origin/main", "HEAD")
    return folder


def check(folder: Path, tag: str) -> subprocess.CompletedProcess[str]:
    """Run the step of the workflow that looks at the tag."""
    script = scripts("build")[0].replace("python ", f"{sys.executable} ")
    return subprocess.run(
        (BASH, "-e", "-c", script),
        cwd=folder,
        env={**os.environ, **HOST, "GITHUB_REF_NAME": tag},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_merged_commit_with_the_tag_of_its_version_is_released(merged: Path) -> None:
    done = check(merged, "v1.2.3")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize(
    "tag", ["v1.2", "v1.2.4", "v1.2.3rc1", "1.2.3", "v1.2.3$(touch x)", "v`x`;"]
)
def test_another_tag_is_refused_and_its_name_runs_nothing(merged: Path, tag: str) -> None:
    done = check(merged, tag)
    assert done.returncode == 1
    assert done.stderr == (
        f"Error: The tag is “{tag}”, but this is version 1.2.3. The tag must be v1.2.3.\n"
    )
    assert not (merged / "x").exists()


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        ("CHANGELOG.md", "31 March 2027", "not yet released", "CHANGELOG.md has no heading"),
        (
            "pyproject.toml",
            "an/academy",
            "a/copy",
            "The table [project.urls] of pyproject.toml needs",
        ),
    ],
)
def test_what_is_missing_is_said_before_anything_is_built(
    merged: Path, file: str, old: str, new: str, message: str
) -> None:
    text = (merged / file).read_text(encoding="utf-8")
    (merged / file).write_text(text.replace(old, new), encoding="utf-8")
    done = check(merged, "v1.2.3")
    assert done.returncode == 1
    assert message in done.stderr


def test_a_commit_that_is_not_merged_is_refused(merged: Path) -> None:
    git(merged, "commit", "--quiet", "--allow-empty", "--message", "B")
    assert "This commit is not on the branch main." in check(merged, "v1.2.3").stderr


def test_the_files_are_tested_and_built_before_a_job_has_any_right() -> None:
    assert [re.sub(r" .*", "", script) for script in scripts("build")] == [
        *("python", "sudo", "bash", ".venv/bin/python")
    ]
    assert JOBS["build"]["permissions"] == {"contents": "read"}
    assert [JOBS[job].get("needs") for job in JOBS] == [None, "build", "attest", "pypi"]


def test_each_job_has_the_one_right_that_it_needs_and_runs_no_code_of_the_repository() -> None:
    rights = {name: job["permissions"] for name, job in JOBS.items() if name != "build"}
    assert rights == {
        "attest": {"id-token": "write", "attestations": "write"},
        "pypi": {"id-token": "write"},
        "github": {"contents": "write"},
    }
    for name in rights:
        used = [step["uses"].partition("@")[0] for step in JOBS[name]["steps"] if "uses" in step]
        assert used[0] == "actions/download-artifact"
        assert "actions/checkout" not in used
        assert not re.search(r"python|\.ci|start\.py|\./", " ".join(scripts(name)))
    assert JOBS["pypi"]["environment"]["name"] == "pypi"


@pytest.mark.parametrize(
    ("tag", "kind"),
    [("v1.2.3", "--latest"), ("v1.3.0rc1", "--prerelease"), ("v2.dev1", "--prerelease")],
)
def test_the_files_go_to_the_page_of_releases(tmp_path: Path, tag: str, kind: str) -> None:
    (tmp_path / "release" / "packages").mkdir(parents=True)
    for name in ("notes.md", "a.cdx.json", "packages/a.whl", "packages/a.tar.gz"):
        (tmp_path / "release" / name).touch()
    (tmp_path / "gh").write_text(f'#!{BASH}\nprintf "%s\\n" "$@"\n', encoding="utf-8")
    (tmp_path / "gh").chmod(0o755)
    done = subprocess.run(
        (BASH, "-e", "-c", scripts("github")[0]),
        cwd=tmp_path,
        env={"PATH": f"{tmp_path}:{os.environ['PATH']}", "GITHUB_REF_NAME": tag},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines() == [
        *("release", "create", tag, "--verify-tag", kind, "--title", tag),
        *("--notes-file", "release/notes.md"),
        *("release/packages/a.tar.gz", "release/packages/a.whl", "release/a.cdx.json"),
    ]


def test_an_action_has_one_version_in_all_workflows() -> None:
    starter = (PROJECT / "generator/starter/files/github/workflows").glob("*.yml")
    used = {
        line
        for file in (*WORKFLOWS, *starter)
        for line in re.findall(r"uses: (.*)", file.read_text(encoding="utf-8"))
    }
    names = [line.partition("@")[0] for line in used]
    assert sorted(names) == sorted(set(names))
