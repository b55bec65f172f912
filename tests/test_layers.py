"""The way from file to site runs one way: a module imports only from rows above its own."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.catalogue import read_catalogue
from tests.conftest import PROJECT
from tests.sites import FIRST_ACADEMY

# top first; the modules of one row do not know each other
ROWS = (
    ("privacy", "graphml", "system_files", "theme_files", "workers"),
    ("diagnostics",),
    ("source",),
    ("kinds",),
    ("migrating",),
    ("catalogue",),
    ("checks", "graph", "handwritten", "renaming"),
    ("insights",),
    ("figures",),
    ("sheets",),
    ("exports",),
    ("pages", "blank", "issue_form"),
    ("render",),
    ("press",),
    ("find", "share"),
    ("compare",),
    ("publish",),
    ("build", "host_log"),
    ("making",),
    ("on_demand",),
    ("host_mkdocs",),
    ("bundling",),
    ("cli",),
    ("__main__",),
)
ROW_OF = {name: number for number, row in enumerate(ROWS) for name in row}
# a library and the only modules that may import it
OWNERS = {
    "yaml": ("generator.source",),
    "networkx": ("generator.graph",),
    "stdnum": ("generator.privacy",),
    "jinja2": ("generator.render",),
    "nh3": ("generator.render",),
    "markdown_it": ("generator.render",),
    "snowballstemmer": ("generator.find",),
    "mkdocs": ("generator.host_mkdocs",),
    "material": ("generator.host_mkdocs",),
    "watchdog": ("generator.host_mkdocs",),
    "properdocs": ("generator.host_mkdocs",),
    "click": ("generator.cli",),
    "rich": ("generator.cli",),
    "openpyxl": ("generator.sheets",),
    "filelock": ("generator.publish",),
    "packaging": ("generator.publish",),
    "icalendar": ("generator.exports",),
    "sqlite3": ("generator.exports",),
}
FILES = sorted((PROJECT / "generator").rglob("*.py"))
EACH_FILE = pytest.mark.parametrize(
    "file", FILES, ids=lambda file: str(file.relative_to(PROJECT / "generator"))
)


def module_of(file: Path) -> str:
    parts = file.relative_to(PROJECT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(file: Path) -> Iterator[tuple[int, str]]:
    """Every module that a file imports, wherever in it, with the line."""
    package = module_of(file).split(".")
    package = package if file.name == "__init__.py" else package[:-1]
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            base = ".".join([*above, *([node.module] if node.module else [])])
            # `from generator import catalogue` names a module, not a value
            names = [alias.name for alias in node.names] if base == "generator" else [""]
            yield from ((node.lineno, f"{base}.{name}".rstrip(".")) for name in names)


def part(module: str) -> str:
    """The part of the generator that a module belongs to: `generator.kinds.area` is `kinds`."""
    return module.split(".")[1] if "." in module else ""


@EACH_FILE
def test_every_module_has_its_row(file: Path) -> None:
    name = part(module_of(file))
    assert not name or name in ROW_OF, f"“{name}” stands in no row of the design (§3)"


@EACH_FILE
def test_imports_only_from_above(file: Path) -> None:
    here = part(module_of(file))
    wrong = [
        f"line {line}: {here} imports {module}"
        for line, module in imports(file)
        if module.split(".")[0] == "generator"
        and part(module) != here
        and ROW_OF.get(part(module), len(ROWS)) >= ROW_OF.get(here, -1)
    ]
    assert wrong == []


@EACH_FILE
def test_libraries_have_one_owner(file: Path) -> None:
    here = module_of(file)
    wrong = [
        f"line {line}: {here} imports {module}"
        for line, module in imports(file)
        for owner in OWNERS.get(module.split(".")[0], (here,))
        if here != owner and not here.startswith((f"{owner}.", f"{owner}_"))
    ]
    assert wrong == []


@EACH_FILE
def test_nothing_is_imported_by_its_name_as_text(file: Path) -> None:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    called = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    called |= {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    assert not called & {"__import__", "import_module"}


def test_no_record_is_named() -> None:
    catalogue, _ = read_catalogue(FIRST_ACADEMY)
    own_name = tomllib.loads((PROJECT / "pyproject.toml").read_text())["project"]["name"]
    ids = {one for one in catalogue.records if "-" in one} - {own_name}
    assert ids, "the first academy should be there"
    named = [
        f"{file.relative_to(PROJECT)}:{node.lineno}: {node.value}"
        for file in FILES
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and node.value in ids
    ]
    assert named == []


def test_the_rows_are_those_of_a_real_tree() -> None:
    assert {"diagnostics", "source", "kinds", "catalogue", "checks", "graph"} <= {
        part(module_of(file)) for file in FILES
    }
