"""Copies of academies to build, and what a built one holds."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from io import BytesIO, TextIOWrapper
from pathlib import Path
from unittest import mock

from generator.cli import main

PROJECT = Path(__file__).resolve().parent.parent
FIRST_ACADEMY = PROJECT / "tests" / "first_academy"
CONTENT = ("prototypes", "case_studies", "registry", "site_src", "mkdocs.yml")


def copy_first_academy(target: Path) -> Path:
    """The frozen copy of the first academy, its content and settings, in a folder of its own."""
    target.mkdir(parents=True, exist_ok=True)
    for name in CONTENT:
        source = FIRST_ACADEMY / name
        if source.is_dir():
            shutil.copytree(source, target / name)
        else:
            shutil.copy(source, target / name)
    return target


def copy_small(target: Path) -> Path:
    """The small academy with the settings of the first one and three hand-written pages."""
    shutil.copytree(PROJECT / "tests" / "academy", target)
    shutil.copy(FIRST_ACADEMY / "mkdocs.yml", target)
    (target / "site_src").mkdir()
    (target / "site_src" / "about.md").write_text("# About\n\n## Why\n\nText.\n", encoding="utf-8")
    (target / "site_src" / "share.md").write_text("# Share your work\n\nText.\n", encoding="utf-8")
    page = "# Accessibility statement\n\nText.\n"
    (target / "site_src" / "accessibility.md").write_text(page, encoding="utf-8")
    return target


def give_address(academy: Path) -> Path:
    """Give an academy the web address that its pages state."""
    with (academy / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("site_url: https://academy.example/\n")
    return academy


DATA = '<script type="application/ld+json">'


def scripts_in(page: str) -> list[str]:
    """The start of every script of a page, less the one block of linked data in its head."""
    head, _, body = page.partition("</head>")
    assert head.count(DATA) <= 1
    before, _, block = head.partition(DATA)
    data, _, after = block.partition("</script>")
    assert not set("<>&") & set(data)
    return [part.split(">")[0] for part in (before + after + body).split("<script")[1:]]


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its bytes."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def run_academy(*words: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the command `academy` in a folder, within this process.

    A process of its own takes a second to start. Use `run` where the process itself is tested:
    its signals, its environment, or a program in another folder.
    """
    out, err = TextIOWrapper(BytesIO(), "utf-8"), TextIOWrapper(BytesIO(), "utf-8")
    code: object = 0
    typed = mock.patch.object(sys, "argv", ["academy", *words])
    with chdir(folder), redirect_stdout(out), redirect_stderr(err), typed:
        try:
            main()
        except SystemExit as ended:
            code = ended.code
    printed, complained = (_text_of(stream) for stream in (out, err))
    return subprocess.CompletedProcess(words, _exit_code(code), printed, complained)


def _text_of(stream: TextIOWrapper) -> str:
    stream.flush()
    buffer = stream.buffer
    assert isinstance(buffer, BytesIO)
    return buffer.getvalue().decode("utf-8", errors="replace")


def _exit_code(code: object) -> int:
    """The exit code that Python would give for the code of a SystemExit."""
    return code if isinstance(code, int) else int(code is not None)


def run(*words: str, folder: Path, **extra: str) -> subprocess.CompletedProcess[str]:
    """A command in a folder, in a process of its own, with nothing on its standard input."""
    return subprocess.run(
        [sys.executable, "-m", *words],
        cwd=folder,
        env={**os.environ, **extra},
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
