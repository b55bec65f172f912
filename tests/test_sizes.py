"""Modules and functions stay small enough to read in one go (the bars of design §10)."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path
from statistics import median

from tests.conftest import PROJECT


@cache
def texts() -> dict[Path, str]:
    """The text of each module."""
    return {
        file.relative_to(PROJECT): file.read_text(encoding="utf-8")
        for file in sorted((PROJECT / "generator").rglob("*.py"))
    }


def modules() -> dict[str, int]:
    return {str(file): len(text.splitlines()) for file, text in texts().items()}


@cache
def functions() -> dict[str, int]:
    return {
        f"{file}:{node.lineno} {node.name}": (node.end_lineno or 0) - node.lineno + 1
        for file, text in texts().items()
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }


def longer_than(sizes: dict[str, int], most: int) -> list[str]:
    return [f"{name}: {lines} lines" for name, lines in sizes.items() if lines > most]


def test_nine_modules_in_ten_are_under_200_lines() -> None:
    long = longer_than(modules(), 199)
    assert len(long) <= len(modules()) / 10, long


def test_the_middle_function_is_at_most_10_lines() -> None:
    assert median(functions().values()) <= 10


def test_nine_functions_in_ten_are_at_most_30_lines() -> None:
    long = longer_than(functions(), 30)
    assert len(long) <= len(functions()) / 10, long


def test_no_function_is_over_50_lines() -> None:
    assert longer_than(functions(), 50) == []
