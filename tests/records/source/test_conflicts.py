"""Conflict marks of git are named as such, wherever they stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.records.source import parse_source
from tests.sites import run_academy

SAID = "This file has a merge conflict: git added the line “{}”."
CONFLICT = "<<<<<<< HEAD\nOurs.\n=======\nTheirs.\n>>>>>>> main\n"
LINES = [(1, "<<<<<<<"), (3, "======="), (5, ">>>>>>>")]


def faults(text: str, path: str = "x.yaml") -> list[tuple[int, str, str]]:
    source, findings = parse_source(text, path)
    assert source is None
    return [(one.line, one.code, one.message) for one in findings]


def expected(first: int) -> list[tuple[int, str, str]]:
    return [(first - 1 + line, "F106", SAID.format(mark)) for line, mark in LINES]


def indented(spaces: int) -> str:
    return "".join(" " * spaces + line for line in CONFLICT.splitlines(keepends=True))


@pytest.mark.parametrize(
    ("text", "path", "first"),
    [
        (f"title: One\n{CONFLICT}", "x.yaml", 2),
        (f"title: One\nsummary: |\n{indented(2)}", "x.yaml", 3),
        (f"title: One\nlessons:\n  - text: >\n{indented(6)}", "x.yaml", 4),
        (f"title: One\r\n{CONFLICT}".replace("\n", "\r\n"), "x.yaml", 2),
        (f"---\ntitle: One\n---\nText.\n\n{CONFLICT}", "x.md", 6),
        (f"---\n{CONFLICT}---\nText.\n", "x.md", 2),
    ],
    ids=["fields", "text block", "nested block", "Windows lines", "story", "front matter"],
)
def test_each_mark_is_named_with_its_line(text: str, path: str, first: int) -> None:
    assert faults(text, path) == expected(first)


def test_the_third_version_is_named_too() -> None:
    text = "title: One\n<<<<<<< HEAD\na: 1\n||||||| base\na: 2\n=======\na: 3\n>>>>>>> main\n"
    assert [line for line, _, _ in faults(text)] == [2, 4, 6, 8]


def test_a_mark_that_was_overlooked_is_named() -> None:
    assert faults("title: One\n>>>>>>> main\n") == [(2, "F106", SAID.format(">>>>>>>"))]


@pytest.mark.parametrize(
    "story",
    ["Heading\n=======\n\nText.", "<<<<<<<<<<<<", "a <<<<<<< b", "> > > quoted", "x ======="],
)
def test_other_signs_are_text(story: str) -> None:
    source, findings = parse_source(f"---\ntitle: One\n---\n{story}\n", "x.md")
    assert findings == []
    assert source is not None


@pytest.mark.parametrize(
    "path",
    [
        "prototypes/ashby-visits.yaml",
        "registry/glossary.yaml",
        "registry/waivers.yaml",
        "site_src/about.md",
    ],
)
def test_check_and_build_name_the_conflict(small_project: Path, path: str) -> None:
    file = small_project / path
    before = file.read_text(encoding="utf-8") if file.exists() else "waivers: []\n"
    file.write_text(f"{before}{CONFLICT}", encoding="utf-8")
    line = before.count("\n") + 1
    for command in ("check", "build"):
        done = run_academy(command, folder=small_project)
        output = done.stdout + done.stderr
        assert done.returncode == 1, command
        assert f"{path}:{line}:1: error F106: {SAID.format('<<<<<<<')}" in output
        assert "Keep the version that is right and delete this line." in output
    assert not (small_project / "site").exists()
