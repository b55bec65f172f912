"""What ends a command from outside is no fault in the program: quiet, or one plain sentence."""

from __future__ import annotations

import importlib
import os
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from generator.diagnostics import errors
from generator.host_mkdocs import build_site
from generator.publish import SiteChangingError, verify, verify_live_site
from generator.publish.manifest import ExpectedPages, Manifest, manifest_entry, site_files
from generator.publish.security_policy import POLICY
from generator.site_paths import MANIFEST
from tests.conftest import PROJECT
from tests.sites import run_academy

REMOVED = "This folder was deleted while the command ran. Go to another folder and try again."


def unread(words: Sequence[str], folder: Path, *, lines: int) -> tuple[int, str]:
    """Run a command whose reader stops after some lines: how it ended, and what it complained."""
    with subprocess.Popen(
        words, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        assert process.stderr
        for _ in range(lines):
            process.stdout.readline()
        process.stdout.close()
        errors = process.stderr.read()
    return process.returncode, errors


COMMANDS = [
    (["show", "ashby-visits"], 1),
    (["check"], 0),
    (["check", "--format", "json"], 0),
    (["new", "prototype", "A new idea"], 0),
    (["build"], 0),
]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal.")
@pytest.mark.parametrize(("words", "lines"), COMMANDS)
def test_a_reader_who_stops_ends_the_command_quietly(
    small_project: Path, words: list[str], lines: int, academy_command: str
) -> None:
    code, errors = unread([*shlex.split(academy_command), *words], small_project, lines=lines)
    # short output may have been taken whole before its reader stopped
    assert code in ((-signal.SIGPIPE,) if lines == 0 else (-signal.SIGPIPE, 0))
    assert errors == ""
    if words[0] == "new":
        assert (small_project / "prototypes" / "a-new-idea.yaml").is_file()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal.")
def test_start_gives_the_code_that_a_shell_gives(small_project: Path) -> None:
    code = (
        "import sys, start; start.install = lambda _: None; start.PYTHON = sys.executable; "
        f"start.ROOT = {str(small_project)!r}; sys.exit(start.main(['check']))"
    )
    assert unread([sys.executable, "-c", code], PROJECT, lines=0) == (128 + signal.SIGPIPE, "")


@pytest.mark.parametrize("words", [["check"], ["build"]])
def test_a_working_folder_that_was_removed_before(small_project: Path, words: list[str]) -> None:
    # the folder goes once Python stands in it
    code = (
        "import os, shutil, sys; shutil.rmtree(os.getcwd()); from generator.cli import main; "
        f"sys.argv = ['academy', *{words!r}]; main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=small_project,
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
        capture_output=True,
        text=True,
        check=False,
    )
    output = done.stdout + done.stderr
    assert done.returncode in (1, 2)
    assert "Traceback" not in output
    assert "academy-bug" not in output
    assert REMOVED in output


@pytest.mark.parametrize("words", [["check"], ["build"]])
@pytest.mark.parametrize(
    "step", ["records.catalogue.reader.read_files", "build.examine.run_checks"]
)
def test_a_working_folder_that_is_removed_meanwhile(
    small_project: Path, words: list[str], step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    name, _, function = step.rpartition(".")
    module = importlib.import_module(f"generator.{name}")
    run_step = getattr(module, function)

    def remove_and_run(*arguments: object) -> object:
        shutil.rmtree(small_project, ignore_errors=True)
        return run_step(*arguments)

    monkeypatch.setattr(module, function, remove_and_run)
    done = run_academy(*words, folder=small_project)
    output = done.stdout + done.stderr
    assert "Traceback" not in output
    assert "academy-bug" not in output
    assert "fault in the program" not in output


def write_site(folder: Path, title: str) -> Path:
    """A site of two pages that is sound, and small enough to be looked at many times."""
    head = f'<!doctype html><meta http-equiv="content-security-policy" content="{POLICY}">'
    folder.mkdir()
    for name, link in (("index.html", "about.html"), ("about.html", "index.html")):
        text = head + f'<title>{title}</title><a href="{link}">{title}</a>'
        (folder / name).write_text(text, encoding="utf-8")
    entries = {url: manifest_entry((folder / url).read_bytes()) for url in site_files(folder)}
    (folder / MANIFEST).write_text(Manifest(entries, ExpectedPages()).text(), encoding="utf-8")
    return folder


@pytest.fixture
def two_sites(tmp_path: Path) -> tuple[Path, Path]:
    """A site, and the one that it becomes when a word changes."""
    return write_site(tmp_path / "site", "Ashby"), write_site(tmp_path / "other", "New Ashby")


def swapping(site: Path, other: Path, times: int) -> Callable[[int, int], None]:
    """Gives what to call at each file: it exchanges two sites in the middle of a look."""
    left = [times]

    def watch(done: int, total: int) -> None:
        if done == total // 2 and left[0]:
            left[0] -= 1
            aside = site.with_name("aside")
            site.rename(aside)
            other.rename(site)
            aside.rename(other)

    return watch


def test_a_site_that_is_replaced_meanwhile_is_looked_at_again(
    two_sites: tuple[Path, Path],
) -> None:
    site, other = two_sites
    assert errors(verify_live_site(site, watch=swapping(site, other, 1))) == ()


def test_a_site_that_is_replaced_for_ever_is_told_in_a_sentence(
    two_sites: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verify, "_PAUSE_SECONDS", 0)
    site, other = two_sites
    with pytest.raises(SiteChangingError, match="another build is replacing it"):
        verify_live_site(site, watch=swapping(site, other, 99))


def test_a_site_that_is_removed_meanwhile_is_told_in_a_sentence(
    two_sites: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verify, "_PAUSE_SECONDS", 0)
    site, _ = two_sites
    with pytest.raises(SiteChangingError, match="it was deleted"):
        verify_live_site(site, watch=lambda *_: shutil.rmtree(site, ignore_errors=True))


def test_verify_finds_a_site_sound_while_a_build_replaces_it(
    small_project: Path, academy_command: str
) -> None:
    build_site(small_project / "mkdocs.yml")
    page = small_project / "site_src" / "about.md"
    page.write_text("# About\n\nOther words.\n", encoding="utf-8")
    with subprocess.Popen([*shlex.split(academy_command), "build"], cwd=small_project) as build:
        while build.poll() is None:
            violations = verify_live_site(small_project / "site")
            assert [violation.as_text() for violation in errors(violations)] == []
    assert build.returncode == 0
