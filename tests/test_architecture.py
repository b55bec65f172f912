"""docs/architecture.md names rooms, modules and classes that are there, and all of the rooms."""

from __future__ import annotations

import re

import pytest

from tests.conftest import PROJECT
from tests.test_layers import FILES, OWNERS, ROW_OF

PROGRAM = PROJECT / "generator"
TEXT = (PROJECT / "docs" / "architecture.md").read_text(encoding="utf-8")
CODE = sorted(set(re.findall(r"`([^`\n]+)`", TEXT)))
PATHS = [code for code in CODE if re.fullmatch(r"[\w./]+(/|\.py)", code)]
CLASSES = [code for code in CODE if re.fullmatch(r"(?:[A-Z][a-z]+)+", code)]
# libraries that people know by another name than the one that Python imports
KNOWN_AS = {
    "yaml": "PyYAML",
    "PIL": "Pillow",
    "material": "Material",
    "markdown_it": "markdown-it",
    "mdit_py_plugins": "mdit-py-plugins",
    "linkify_it": "linkify-it",
}


@pytest.mark.parametrize("path", PATHS)
def test_each_path_is_there(path: str) -> None:
    assert (PROGRAM / path).exists() or (PROJECT / path).exists()


@pytest.mark.parametrize("name", CLASSES)
def test_each_class_or_type_is_there(name: str) -> None:
    defined = re.compile(rf"^(?:class {name}\b|{name}(?:: TypeAlias)? = )", re.MULTILINE)
    assert any(defined.search(file.read_text(encoding="utf-8")) for file in FILES)


def test_every_room_is_named() -> None:
    tops = {room.partition(".")[0] for room in ROW_OF} - {"__main__"}
    assert {top for top in tops if f"`{top}/`" not in TEXT and f"`{top}.py`" not in TEXT} == set()


@pytest.mark.parametrize("library", OWNERS)
def test_every_owner_of_a_library_is_named(library: str) -> None:
    owners = TEXT.split("Each outside library has one owner:")[1].split("\n\n")[0]
    assert KNOWN_AS.get(library, library).lower() in owners.lower()


def test_there_are_at_least_thirty_words_to_know() -> None:
    rows = TEXT.split("## Words to know")[1].strip().splitlines()
    assert len(rows) >= 30
