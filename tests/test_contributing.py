"""CONTRIBUTING names every place that an extension touches, and each of them is there."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.conftest import PROJECT

PROGRAM = PROJECT / "generator"
_BULLET = re.compile(r"^- \*\*(.+?)\*\*: (.*?)(?=\n- \*\*|\n\n|\Z)", re.DOTALL | re.MULTILINE)
_CODE = re.compile(r"`([^`]+)`")
_LIST = re.compile(r"_?[A-Z]+(?:_[A-Z]+)*S")
_CLASS = re.compile(r"[A-Z][a-z]+(?:[A-Z][a-z]+)*")
# words of Python itself and of the libraries
_NOT_OURS = {"Literal"}


@cache
def extensions() -> dict[str, str]:
    """Return what can be added, each with the text that says how."""
    text = (PROJECT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    section = text.split("## How to add\n", 1)[1].split("\n## ", 1)[0]
    return dict(_BULLET.findall(section))


def named_paths(text: str) -> Iterator[Path]:
    """Yield each path in a text; a bare file name lies beside the path before it."""
    before = PROJECT
    for code in _CODE.findall(text):
        if "/" in code:
            before = PROJECT / code
            yield before
        elif re.fullmatch(r"\w+\.(py|md)", code):
            beside = before.parent / code
            yield beside if beside.exists() else PROJECT / code


def modules(path: Path) -> list[Path]:
    """Return the modules at a path, in its folder when it is a file."""
    return sorted((path if path.is_dir() else path.parent).rglob("*.py"))


def assigned(module: Path) -> Iterator[str]:
    """Yield the names that a module assigns at its top level."""
    for node in ast.parse(module.read_text(encoding="utf-8")).body:
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        yield from (target.id for target in targets if isinstance(target, ast.Name))


def homes(name: str, paths: list[Path]) -> set[Path]:
    """Return the modules at these paths that assign a list. A package's own list joins those of
    its modules, and stands for them.
    """
    module_names = {
        module for path in paths for module in modules(path) if name in assigned(module)
    }
    return {module for module in module_names if module.name == "__init__.py"} or module_names


@cache
def classes() -> frozenset[str]:
    """Return the names of all classes of the program."""
    names = set()
    for module in PROGRAM.rglob("*.py"):
        tree = ast.parse(module.read_text(encoding="utf-8"))
        names |= {node.name for node in tree.body if isinstance(node, ast.ClassDef)}
    return frozenset(names)


EACH = pytest.mark.parametrize("name", extensions())


@pytest.mark.parametrize(
    "subject",
    [
        *("a kind", "a field", "a check", "a page family", "an insight", "an export"),
        *("a command", "a figure", "a term of the glossary", "a word that a field may take"),
        *("a detector of personal data", "a facet or a way to sort", "a rule of a finished site"),
    ],
)
def test_it_says_how_to_add(subject: str) -> None:
    assert subject in extensions()


@EACH
def test_each_path_is_there(name: str) -> None:
    missing = [path for path in named_paths(extensions()[name]) if not path.exists()]
    assert missing == []


@EACH
def test_each_list_is_one_list(name: str) -> None:
    text = extensions()[name]
    paths = [path for path in named_paths(text) if PROGRAM in path.parents]
    lists = {code for code in _CODE.findall(text) if _LIST.fullmatch(code)}
    assert {one: len(homes(one, paths)) for one in lists} == dict.fromkeys(lists, 1)


@EACH
def test_each_class_is_there(name: str) -> None:
    named = {code for code in _CODE.findall(extensions()[name]) if _CLASS.fullmatch(code)}
    assert named - _NOT_OURS - classes() == set()
