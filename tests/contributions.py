"""Copies of this repository in which people have changed the academy, and its tests run there."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from generator.model.kinds import KINDS
from tests.sites import CONTENT, PROJECT, copy_first_academy

FOLDERS = tuple(kind.folder for kind in KINDS if kind.folder)
_MADE = (".git", ".venv", "site", "dist", "node_modules")
_PERSON = (
    "-c",
    "commit.gpgsign=false",
    "-c",
    "user.name=Somebody",
    "-c",
    "user.email=somebody@example.org",
)
Change = Callable[[Path], None]


def copy_repository(target: Path) -> Path:
    """This repository with the first academy, as it was frozen."""

    def ignored(folder: str, names: list[str]) -> set[str]:
        left_out = {*_MADE, *CONTENT} if folder == os.fspath(PROJECT) else set()
        return left_out | {name for name in names if name.endswith(("_cache", ".egg-info"))}

    shutil.copytree(PROJECT, target, ignore=ignored)
    return copy_first_academy(target)


def put_back(root: Path) -> None:
    """Undo all that was changed in the academy of a copy."""
    for name in CONTENT:
        if (root / name).is_dir():
            shutil.rmtree(root / name)
    copy_first_academy(root)


def commit_all(root: Path) -> None:
    """Make a copy a git repository of its own, with all that it has."""
    for words in (("init", "--quiet"), ("add", "--all"), ("commit", "--quiet", "-m", "All")):
        subprocess.run(["git", *_PERSON, *words], cwd=root, check=True)


def filled(root: Path) -> list[str]:
    """Return the folders in which an academy has records."""
    return [folder for folder in FOLDERS if any((root / folder).glob("*.*"))]


def add_records(root: Path) -> None:
    """Two more towns bring a record of every kind, and somebody adds an area and an idea there."""
    for folder in filled(PROJECT / "tests/academy"):
        shutil.copytree(PROJECT / "tests/academy" / folder, root / folder, dirs_exist_ok=True)
    (root / "registry/areas/fife.yaml").write_text("title: Fife\ntype: place\n", "utf-8")
    (root / "prototypes/darlington-carers-cafe.yaml").write_text(
        "title: Carers' café\nareas: [fife]\nsummary: A weekly café for people who care.\n", "utf-8"
    )


def fill_in_reviews(root: Path) -> None:
    """Every prototype says when it was reviewed and when it will be again, as the site asks."""
    for file in (root / "prototypes").glob("*.yaml"):
        text = re.sub(r"^(next_review|reviewed_on):.*\n", "", file.read_text("utf-8"), flags=re.M)
        file.write_text(f"{text}reviewed_on: 2024-05-01\nnext_review: 2031-05-01\n", "utf-8")


def change_titles(root: Path) -> None:
    """Every record with a title has another one."""
    for folder in filled(root):
        for file in (root / folder).iterdir():
            text = file.read_text("utf-8")
            file.write_text(re.sub(r"^(title: \W?)", r"\1Renewed ", text, flags=re.M), "utf-8")


def change_pages(root: Path) -> None:
    """The site has another name, and its hand-written pages say something else."""
    settings = root / "mkdocs.yml"
    text = settings.read_text("utf-8")
    settings.write_text(re.sub(r"^site_name: .*$", "site_name: Fife", text, flags=re.M), "utf-8")
    for page in (root / "site_src").glob("*.md"):
        page.write_text("# Another page\n\nIt says something else.\n", "utf-8")


def delete_records(root: Path) -> None:
    """One record of every kind is gone, and whatever named it names nothing."""
    for folder in filled(root):
        max((root / folder).iterdir()).unlink()


def empty_academy(root: Path) -> None:
    """No record is left, and no term."""
    for folder in filled(root):
        shutil.rmtree(root / folder)
        (root / folder).mkdir()
    (root / "registry" / "glossary.yaml").unlink(missing_ok=True)


def pytest_in(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run tests of the repository in `root` with the program of that folder."""
    outer = ("PYTEST_", "COV_")  # a worker of pytest tells its own processes so
    kept = {name: value for name, value in os.environ.items() if not name.startswith(outer)}
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *words],
        cwd=root,
        env={**kept, "PYTHONPATH": os.fspath(root)},
        capture_output=True,
        text=True,
        check=False,
    )
