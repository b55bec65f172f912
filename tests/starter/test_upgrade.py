"""`academy upgrade`: the engine's files are renewed, the academy's own changes stay."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.engine import version, wheel_name
from generator.starter import DELIVERED, delivered_text
from tests.conftest import PROJECT
from tests.sites import run_academy, tree

PUBLISH = ".github/workflows/publish.yml"
OLD_WHEEL = "engine/learning_academy-0.0.9-py3-none-any.whl"
Edit = Callable[[Path], None]


@pytest.fixture
def earlier(tmp_path: Path) -> Path:
    """An academy of an earlier release: another wheel, a workflow that differs in one line, a file
    that is no longer needed, and an earlier schema.
    """
    answers = ("--name", "A", "--about", "B", "--area", "Kent", "--host", "github", "--contact", "")
    run_academy("init", "academy", *answers, folder=tmp_path)
    root = tmp_path / "academy"
    listed = json.loads((root / DELIVERED).read_text(encoding="utf-8"))["files"]
    files = {path: (root / path).read_bytes() for path in listed}
    files[OLD_WHEEL] = files.pop(f"engine/{wheel_name()}")
    files[PUBLISH] = files[PUBLISH].replace(b"timeout-minutes: 30", b"timeout-minutes: 20")
    files[".github/workflows/old.yml"] = b"name: Old\n"
    (root / "engine" / wheel_name()).unlink()
    for path, content in files.items():
        (root / path).write_bytes(content)
    text = delivered_text("github", files).replace(f'"{version()}"', '"0.0.9"')
    (root / DELIVERED).write_text(text, encoding="utf-8")
    (root / "registry" / "schema.yaml").write_text("schema: 2\n", encoding="utf-8")
    return root


def upgrade(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return run_academy("upgrade", *words, folder=root)


def edited(file: Path, old: str, new: str) -> str:
    """Change a file by hand; its new text."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
    return text.replace(old, new)


def test_it_says_first_what_it_will_do_and_does_nothing(earlier: Path) -> None:
    before = tree(earlier)
    done = upgrade(earlier)
    assert done.returncode == 0, done.stderr
    assert done.stdout == (
        f"To version {version()}:\n"
        "\nAdd (1 file):\n"
        f"  engine/{wheel_name()}\n"
        "\nReplace (1 file):\n"
        f"  {PUBLISH}\n"
        "\nDelete, because nothing uses it any more (2 files):\n"
        "  .github/workflows/old.yml\n"
        f"  {OLD_WHEEL}\n"
        "\nTo do this, run “academy upgrade --yes”.\n"
        "Nothing was changed.\n"
    )
    assert tree(earlier) == before


def test_it_says_how_to_state_a_licence_that_only_the_copyright_names(earlier: Path) -> None:
    settings = earlier / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(f"copyright: © Kent, under the OGL v3.0\n{text}", encoding="utf-8")
    assert "Write “text_licence: OGL-UK-3.0” and" in upgrade(earlier).stdout
    upgrade(earlier, "--yes")
    assert settings.read_text(encoding="utf-8").endswith(text)


def test_it_renews_what_the_engine_brings_and_nothing_else(earlier: Path) -> None:
    own = {
        path: content
        for path, content in tree(earlier).items()
        if path.startswith(("prototypes/", "site_src/", "registry/areas/")) or path == "mkdocs.yml"
    }
    assert upgrade(earlier, "--yes").returncode == 0
    files = tree(earlier)
    assert b"timeout-minutes: 30" in files[PUBLISH]
    assert f"engine/{wheel_name()}" in files
    assert OLD_WHEEL not in files
    assert files["registry/schema.yaml"].endswith(b"schema: 3\n")
    assert own.items() <= files.items()
    assert run_academy("check", folder=earlier).returncode == 0
    assert upgrade(earlier).stdout == (f"This academy is up to date with version {version()}.\n")


def test_a_change_of_other_lines_is_kept_beside_the_new_ones(earlier: Path) -> None:
    edited(earlier / PUBLISH, "name: Publish", "name: Publish our site")
    assert "Merge with your changes (1 file)" in upgrade(earlier, "--yes").stdout
    text = (earlier / PUBLISH).read_text(encoding="utf-8")
    assert "name: Publish our site" in text
    assert "timeout-minutes: 30" in text


def test_a_change_of_the_same_line_stays_and_the_new_file_stands_aside(earlier: Path) -> None:
    ours = edited(earlier / PUBLISH, "timeout-minutes: 20", "timeout-minutes: 60")
    assert "because you changed the same lines" in upgrade(earlier, "--yes").stdout
    assert (earlier / PUBLISH).read_text(encoding="utf-8") == ours
    aside = (earlier / "engine" / "conflicts" / PUBLISH).read_text(encoding="utf-8")
    assert "timeout-minutes: 30" in aside


def test_a_file_that_the_academy_deleted_stays_away(earlier: Path) -> None:
    (earlier / PUBLISH).unlink()
    upgrade(earlier, "--yes")
    assert not (earlier / PUBLISH).exists()


def test_a_changed_file_that_is_no_longer_needed_is_left(earlier: Path) -> None:
    (earlier / ".github/workflows/old.yml").write_text("name: Ours\n", encoding="utf-8")
    assert "because you changed it (1 file)" in upgrade(earlier, "--yes").stdout
    assert (earlier / ".github/workflows/old.yml").read_text(encoding="utf-8") == "name: Ours\n"


def test_it_can_be_taken_back_to_the_byte(earlier: Path) -> None:
    edited(earlier / PUBLISH, "timeout-minutes: 20", "timeout-minutes: 60")
    before = tree(earlier)
    upgrade(earlier, "--yes")
    done = upgrade(earlier, "--undo")
    assert done.stdout.startswith("Taken back: ")
    assert tree(earlier) == before
    assert "There is no upgrade to take back." in upgrade(earlier, "--undo").stderr


def listing(version_: str = "0.0.9", path: str = "start.py") -> str:
    files = {path: {"sha256": "0" * 64}}
    return json.dumps({"version": version_, "host": "github", "files": files})


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (listing("99.0.0"), "This academy is at version 99.0.0, and this program is version"),
        (listing("99.0rc1"), "This academy is at version 99.0rc1, and this program is version"),
        (listing("the newest"), f"{DELIVERED} cannot be read."),
        (listing(path="../outside.txt"), f"{DELIVERED} cannot be read."),
        (listing(path="/etc/hosts"), f"{DELIVERED} cannot be read."),
        ("{", f"{DELIVERED} cannot be read."),
        ('{"files": []}', f"{DELIVERED} cannot be read."),
    ],
)
def test_a_list_that_is_newer_or_hostile_is_refused_and_nothing_changes(
    earlier: Path, text: str, message: str
) -> None:
    (earlier / DELIVERED).write_text(text, encoding="utf-8")
    before = tree(earlier.parent)
    done = upgrade(earlier, "--yes")
    assert done.returncode != 0
    assert message in done.stderr
    assert tree(earlier.parent) == before


def test_an_academy_without_a_list_is_asked_for_its_host(earlier: Path) -> None:
    (earlier / DELIVERED).unlink()
    assert "Add --host github, gitlab, azure or none." in upgrade(earlier).stderr
    assert (
        "Leave, because you changed the same lines" in upgrade(earlier, "--host", "github").stdout
    )


def test_the_folder_of_the_program_itself_is_left_to_git() -> None:
    done = upgrade(PROJECT, "--yes")
    assert "This folder holds the program itself. Update it with git." in done.stderr
