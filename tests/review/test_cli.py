"""The command: two folders, two revisions, one of each; and what it says when it cannot."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import tarfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli.diff import diff
from tests.review.conftest import Files, adoption, record, service, trial, write

PERSON = ("-c", "user.name=A", "-c", "user.email=a@b.example", "-c", "commit.gpgsign=false")


def git(folder: Path, *words: str) -> str:
    done = subprocess.run(
        ["git", *PERSON, *words], cwd=folder, check=True, capture_output=True, text=True
    )
    return done.stdout.strip()


def academy_at(root: Path, files: Files | None = None) -> Path:
    root.mkdir(parents=True, exist_ok=True)
    (root / "mkdocs.yml").write_text("site_name: A\n", encoding="utf-8")
    return write(root, files or {})


def commit(root: Path, tag: str) -> None:
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--allow-empty", "--message", tag)
    git(root, "tag", tag)


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """An academy with two revisions, and a third state that is not committed."""
    root = academy_at(tmp_path / "kept")
    git(root, "init", "--quiet", "--initial-branch", "main")
    commit(root, "one")
    write(root, {"took": adoption()})
    commit(root, "two")
    write(root, {"took": adoption(status="interested")})
    return root


def say(*words: str, project: Path) -> Result:
    return CliRunner().invoke(diff, [*words, "--project", str(project)])


def first(done: Result) -> str:
    assert done.exit_code == 0, done.output
    return done.stdout.partition("\n")[0]


def test_two_revisions(kept: Path) -> None:
    done = say("one", "two", project=kept)
    assert first(done).startswith("Adds 1 adoption. ")
    assert "\n- Brook now uses shared visits.\n" in done.stdout
    assert say("two", "two", project=kept).stdout == "Nothing changes.\n"


def test_the_working_folder_is_meant_unless_said_otherwise(kept: Path) -> None:
    before = git(kept, "status", "--porcelain")
    done = say("main", project=kept / "registry")
    assert first(done).startswith("Changes 1 adoption. ")
    assert "“Status” is now “Interested”; it was “In place”." in done.stdout
    assert git(kept, "status", "--porcelain") == before


def test_an_academy_below_the_top_of_the_repository(tmp_path: Path) -> None:
    root = academy_at(tmp_path / "repository" / "inside")
    git(root.parent, "init", "--quiet")
    commit(root.parent, "one")
    write(root, {"took": adoption()})
    assert first(say("one", project=root)).startswith("Adds 1 adoption. ")


def test_folders(tmp_path: Path) -> None:
    base, head = academy_at(tmp_path / "a"), academy_at(tmp_path / "b", {"took": adoption()})
    assert first(say(str(base), str(head), project=tmp_path)).startswith("Adds 1 adoption. ")
    assert first(say(str(head), project=base)).startswith("Removes 1 adoption. ")


def test_other_forms(kept: Path) -> None:
    done = say("one", "--format", "markdown", project=kept)
    assert first(done).startswith("**Adds 1 adoption. ")
    data = json.loads(say("one", "--format", "json", project=kept).stdout)
    assert [one["id"] for one in data["added"]] == ["took"]


def test_a_faulty_side_is_told_and_the_rest_compared(kept: Path) -> None:
    write(kept, {
        "trial": record("prototypes", title="Trial", areas=["ashby"], stage="flying"),
        "visits": service("Home visits"),
    })  # fmt: skip
    done = say("two", project=kept)
    assert first(done) == (
        "Changes 1 practice and 1 adoption. Adds 1 error. 1 file could not be compared."
    )
    for line in (
        "After the change, prototypes/trial.yaml cannot be read: “flying” is not one of the "
        "allowed words.",
        "Pages are not compared, because there are errors after the change.",
        "New error in prototypes/trial.yaml (M203): “flying” is not one of the allowed words.",
        "“Home visits”: “Title” is now “Home visits”; it was “Shared visits”.",
    ):
        assert f"\n- {line}\n" in f"{done.stdout}\n"
    assert "Removes" not in done.stdout
    git(kept, "add", "--all")
    commit(kept, "bad")
    write(kept, {"trial": trial()})
    done = say("bad", project=kept)
    assert "Before the change, prototypes/trial.yaml cannot be read" in done.stdout
    assert "Corrected error in prototypes/trial.yaml (M203)" in done.stdout
    assert "Adds" not in done.stdout


@pytest.mark.parametrize(
    "files",
    [
        {"trial": trial(areas=["visits"])},
        {"trial": trial(areas=["nowhere"])},
        {"took": adoption(area="visits")},
        {"took": adoption(source="calls", practice="ashby")},
        {"north": None},
        {"visits": None},
        {"ashby": record("registry/areas", title="Ashby", type="borough", part_of=["ashby"])},
    ],
)
def test_no_fault_stops_it(tmp_path: Path, files: Files) -> None:
    good, bad = academy_at(tmp_path / "good"), academy_at(tmp_path / "bad", files)
    _no_fault_stops(good, bad)


def test_two_records_of_one_id_do_not_stop_it(tmp_path: Path) -> None:
    good, bad = academy_at(tmp_path / "good"), academy_at(tmp_path / "bad")
    write(bad, {"trial": record("registry/areas", title="Trial", type="place")})
    _no_fault_stops(good, bad)


def _no_fault_stops(good: Path, bad: Path) -> None:
    for base, head in ((good, bad), (bad, good)):
        done = say(str(base), str(head), project=good)
        assert done.exit_code == 0, done.output
        assert "Pages are not compared" in done.stdout
    assert say(str(bad), str(bad), project=good).exit_code == 0


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("nowhere", "There is no version or folder “nowhere”."),
        ("main:registry", "There is no version or folder “main:registry”."),
        ("", "“” is not a version in git or a folder."),
        ("registry", "There is no academy in the folder “"),
        ("x" * 5000, "There is no version or folder “xxx"),
        ("main\nmain", "There is no version"),
    ],
)
def test_what_is_no_academy(
    kept: Path, name: str, why: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(kept)
    done = say(name, project=kept)
    assert done.exit_code == 2
    assert why in done.stderr


@pytest.mark.parametrize("name", ["--output=stolen", "--exec=touch stolen", "-h", "-ostolen"])
def test_a_revision_cannot_be_an_option(
    kept: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(kept)
    done = CliRunner().invoke(diff, ["--project", str(kept), "--", name])
    assert done.exit_code == 2
    assert "is not a version in git or a folder." in done.stderr
    assert not (kept / "stolen").exists()


def test_a_revision_before_there_was_an_academy(kept: Path) -> None:
    git(kept, "checkout", "--quiet", "--orphan", "other")
    git(kept, "rm", "-r", "-f", "--quiet", "--cached", ".")
    git(kept, "commit", "--quiet", "--allow-empty", "--message", "empty")
    done = say("other", "main", project=kept)
    assert done.exit_code == 2
    assert "There is no academy in version “other”: it has no mkdocs.yml." in done.stderr


def test_an_academy_that_is_not_kept_with_git(tmp_path: Path) -> None:
    done = say("main", project=academy_at(tmp_path / "plain"))
    assert done.exit_code == 2
    assert "the academy is not kept with git" in done.stderr


def test_without_git(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    done = say("main", project=kept)
    assert done.exit_code == 1
    assert "Git is not installed, so versions cannot be read." in done.stderr


def test_outside_of_an_academy(tmp_path: Path) -> None:
    done = say("main", project=tmp_path)
    assert done.exit_code == 2
    assert "There is no academy in" in done.stderr


def test_a_revision_cannot_hide_a_record(kept: Path) -> None:
    (kept / ".gitattributes").write_text("*.yaml export-ignore\n", encoding="utf-8")
    commit(kept, "hidden")
    done = say("one", "hidden", project=kept)
    assert done.exit_code == 1
    assert "git hides prototypes/trial.yaml" in done.stderr


def test_a_link_out_of_the_academy_is_refused(kept: Path) -> None:
    os.symlink("/etc", kept / "registry" / "out")
    commit(kept, "link")
    done = say("one", "link", project=kept)
    assert done.exit_code == 1
    assert "Version “link” cannot be read" in done.stderr


def test_only_records_and_settings_are_read(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (kept / "secret.txt").write_text("x", encoding="utf-8")
    commit(kept, "three")
    names: list[str] = []
    opened = tarfile.open

    def watched(*, fileobj: io.BytesIO) -> tarfile.TarFile:
        archive = opened(fileobj=fileobj)
        names.extend(archive.getnames())
        return archive

    monkeypatch.setattr(tarfile, "open", watched)
    assert say("one", "three", project=kept).exit_code == 0
    assert names
    assert {name.partition("/")[0] for name in names} == {"mkdocs.yml", "prototypes", "registry"}


def test_help_has_examples() -> None:
    output = CliRunner().invoke(diff, ["--help"]).output
    assert "Examples:" in output
    assert "academy diff main" in output
