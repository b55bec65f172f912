"""A checkout on Windows, and files that Windows wrote, give the same bytes as on any system."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from generator.host_mkdocs import build_site_once
from tests.conftest import PROJECT
from tests.sites import copy_small, tree

pytestmark = pytest.mark.skipif(
    not (PROJECT / ".git").exists(), reason="This copy of the project is no repository of git."
)


def git(*words: str, folder: Path = PROJECT) -> str:
    return subprocess.run(
        ["git", *words], cwd=folder, capture_output=True, text=True, check=True
    ).stdout


def line_ends(folder: Path) -> dict[str, tuple[str, str]]:
    """The line ends of each file: as git keeps them, and in the working folder."""
    rows = (line.split("\t") for line in git("ls-files", "--eol", folder=folder).splitlines())
    ends = {path: facts.split() for facts, path in rows}
    return {
        path: (kept.partition("/")[2], here.partition("/")[2])
        for path, (kept, here, *_) in ends.items()
    }


def test_a_checkout_with_the_settings_of_windows_changes_no_byte(tmp_path: Path) -> None:
    windows = ("--config", "core.autocrlf=true", "--config", "core.eol=crlf")
    git("clone", "--quiet", "--no-hardlinks", *windows, str(PROJECT), str(tmp_path / "clone"))
    endings = line_ends(tmp_path / "clone")
    assert [path for path, (kept, here) in endings.items() if kept != here] == []
    assert endings["start.py"] == ("lf", "lf")


@pytest.mark.parametrize(
    "name", ["x.woff2", "x.png", "x.jpg", "x.zip", "x.xlsx", "x.pdf", "x.docx", "x.sqlite", "x.whl"]
)
def test_what_is_no_text_is_never_turned_or_compared_as_text(name: str) -> None:
    attributes = git("check-attr", "binary", "text", "--", f"site_src/{name}")
    assert "binary: set" in attributes
    assert "text: unset" in attributes


@pytest.mark.parametrize("path", ["prototypes/x.yaml", "case_studies/x.md", "start.py", ".ci/run"])
def test_what_people_write_has_plain_line_ends(path: str) -> None:
    attributes = git("check-attr", "text", "eol", "--", path)
    assert "text: auto" in attributes
    assert "eol: lf" in attributes


def test_records_with_the_line_ends_of_windows_build_the_same_site(tmp_path: Path) -> None:
    plain, windows = copy_small(tmp_path / "plain"), copy_small(tmp_path / "windows")
    for file in windows.rglob("*"):
        if file.suffix in (".yaml", ".md", ".yml"):
            file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    for project in (plain, windows):
        build_site_once(project / "mkdocs.yml")
    ours, theirs = tree(plain / "site"), tree(windows / "site")
    assert [url for url in ours | theirs if ours.get(url) != theirs.get(url)] == []
