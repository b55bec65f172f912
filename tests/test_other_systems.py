"""What Windows, macOS and old terminals lack: the same site, or a plain sentence."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from contextlib import chdir, redirect_stderr, redirect_stdout
from io import BytesIO, TextIOWrapper
from pathlib import Path
from unittest import mock

import pytest

from generator.cli import main
from generator.publish.bundle import SYSTEMS, BuildTarget, carried_name
from tests.conftest import PROJECT
from tests.sites import run, run_academy, tree

READING = (
    ("check",),
    ("check", "--format", "json"),
    ("show", "ashby"),
    ("show", "pooled-bugdet"),
    ("review",),
    ("migrate", "--dry-run"),
    ("diff", "."),
    ("release",),
    ("addresses", "--dry-run"),
    ("no-such-command",),
)
WRITING = (
    ("new", "prototype", "A café"),
    ("build",),
    ("bundle", "--for", "none"),
    ("release", "--yes"),
    ("addresses",),
    ("export", "--to", "our-data"),
    ("rename", "ashby", "ashby-2"),
    ("migrate", "--from", "2"),
    ("template", "prototype"),
    ("receive", "new.yaml", "--yes"),
    ("import", "new.csv", "--kind", "prototype"),
    ("upgrade", "--yes", "--host", "none"),
    (
        "init",
        "new",
        "--name",
        "A",
        "--about",
        "B",
        "--area",
        "C",
        "--host",
        "none",
        "--contact",
        "",
    ),
)
# the commands in WRITING, in one process that minds the rights of folders, as root's does not
_ALL = """
import json, sys
from pathlib import Path
from tests.sites import run_academy
done = [run_academy(*words, folder=Path.cwd()) for words in json.loads(sys.argv[1])]
print(json.dumps([[one.returncode, one.stderr] for one in done]))
"""


def test_without_workers_links_git_or_an_exchange_of_names_the_site_is_the_same(
    built_project: Path, small_site: Path
) -> None:
    page = built_project / "site" / "index.html"
    page.write_text("old", encoding="utf-8")
    strange = {"PYTHONPATH": str(PROJECT)}
    done = run("tests.strange_machine", "build", folder=built_project, **strange)
    assert (done.returncode, done.stderr) == (0, "")
    assert tree(built_project / "site") == tree(small_site)
    done = run("tests.strange_machine", "diff", "main", folder=built_project, **strange)
    assert done.stderr == (
        "Error: Git is not installed, so versions cannot be read. "
        "Install git, or compare folders.\n"
    )


def printed(folder: Path, encoding: str, *words: str) -> str:
    """What a command prints where the terminal has an encoding and takes nothing else."""
    buffers = BytesIO(), BytesIO()
    out, err = (TextIOWrapper(buffer, encoding, errors="strict") for buffer in buffers)
    typed = mock.patch.object(sys, "argv", ["academy", *words])
    with chdir(folder), redirect_stdout(out), redirect_stderr(err), typed:
        with pytest.raises(SystemExit) as ended:
            main()
        assert ended.value.code != 3
    out.flush()
    err.flush()
    return b"".join(buffer.getvalue() for buffer in buffers).decode(encoding)


@pytest.mark.parametrize("words", READING, ids=" ".join)
def test_a_terminal_of_old_windows_shows_every_letter_of_the_program(
    built_project: Path, words: tuple[str, ...]
) -> None:
    bad = built_project / "prototypes" / "bad.yaml"
    bad.write_text("titel: x\nareas: [nowher]\nstage: 5\n", encoding="utf-8")
    shown = printed(built_project, "cp1252", *words)
    assert shown == printed(built_project, "utf-8", *words)
    assert shown != ""


def test_in_a_folder_that_is_read_only_each_command_says_so(built_project: Path) -> None:
    record = "title: A new idea\nareas: [ashby]\nsummary: A sentence.\nstage: idea\n"
    (built_project / "new.yaml").write_text(record, encoding="utf-8")
    (built_project / "new.csv").write_text("Title,Areas\nA new idea,ashby\n", encoding="utf-8")
    before = tree(built_project)
    folders = [built_project, *(path for path in built_project.rglob("*") if path.is_dir())]
    minding = ("setpriv", "--inh-caps=-dac_override", "--bounding-set=-dac_override")
    command = (sys.executable, "-c", _ALL, json.dumps(WRITING))
    for folder in folders:
        folder.chmod(0o555)
    try:
        done = subprocess.run(
            (*minding, *command) if os.getuid() == 0 else command,
            cwd=built_project,
            env={**os.environ, "PYTHONPATH": str(PROJECT)},
            capture_output=True,
            text=True,
            check=False,
        )
    finally:
        for folder in folders:
            folder.chmod(0o755)
    assert done.returncode == 0, done.stderr
    for words, (code, message) in zip(WRITING, json.loads(done.stdout), strict=True):
        assert code == 1, (words, message)
        assert "Permission denied" in message or "you may not change it" in message, words
        assert "Errno" not in message, words
    assert tree(built_project) == before


@pytest.mark.parametrize(
    ("system", "name", "shorter"),
    [
        (
            "linux",
            "a-1-cp311-cp311-manylinux2014_x86_64.manylinux_2_17_x86_64.manylinux_2_28_x86_64.whl",
            "a-1-cp311-cp311-manylinux2014_x86_64.whl",
        ),
        (
            "macos",
            "a-1-cp311-abi3-macosx_10_12_x86_64.macosx_11_0_arm64.macosx_10_12_universal2.whl",
            "a-1-cp311-abi3-macosx_10_12_universal2.whl",
        ),
        ("windows", "a-1-cp311-cp311-win_amd64.whl", "a-1-cp311-cp311-win_amd64.whl"),
        ("windows", "a-1-py2.py3-none-any.whl", "a-1-py2.py3-none-any.whl"),
    ],
)
def test_a_library_in_a_bundle_has_a_short_name(system: str, name: str, shorter: str) -> None:
    systems: Mapping[str, object] = {one.name: one for one in SYSTEMS}
    assert carried_name(BuildTarget(systems[system], "3.11"), name) == shorter  # type: ignore[arg-type]


def test_a_bundle_with_a_name_that_is_too_long_for_some_folders_says_what_to_do(
    small_project: Path,
) -> None:
    long_id = "a" * 80
    record = "title: A\nareas: [ashby]\nsummary: A sentence.\nstage: idea\n"
    (small_project / "prototypes" / f"{long_id}.yaml").write_text(record, encoding="utf-8")
    done = run_academy("bundle", "--for", "none", "--to", "a.zip", folder=small_project)
    assert done.returncode == 0, done.stdout
    name = f"site/data/records/prototypes/{long_id}.json"
    assert done.stderr == (
        f"Warning: 4 long file names, up to {len(name)} characters:\n"
        f"  {name}\n"
        "On Windows, unpack this bundle into a folder near the top, such as C:\\academy. Or give "
        "the record a shorter id with “academy rename”, or the file a shorter name.\n"
    )


def test_two_records_whose_files_differ_only_in_case_are_named(small_project: Path) -> None:
    folder = small_project / "registry" / "areas"
    (folder / "Ashby.yaml").write_bytes((folder / "ashby.yaml").read_bytes())
    done = run_academy("check", folder=small_project)
    assert done.returncode == 1
    assert "registry/areas/Ashby.yaml:1:1: error" in done.stdout
