"""Copies of academies to build, and what a built one holds."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

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


def run(*words: str, folder: Path, **extra: str) -> subprocess.CompletedProcess[str]:
    """A command in a folder, with nothing on its standard input."""
    return subprocess.run(
        [sys.executable, "-m", *words],
        cwd=folder,
        env={**os.environ, **extra},
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
