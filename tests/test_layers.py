"""The way from file to site runs one way: a module imports only from rows above its own."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from click import Context

from generator.cli.commands import COMMANDS, academy
from tests.catalogues import first_catalogue
from tests.conftest import PROJECT
from tests.sites import run

# the lowest room first; the rooms of one row do not know each other. A room with a dot is a part of
# a larger room, and has a row of its own
ROWS = (
    ("english", "parallel", "leftover_files", "engine", "site_paths", "lookups"),
    ("privacy",),
    ("diagnostics",),
    ("field_path",),
    ("model.fields",),
    ("model.display",),
    ("model.record",),
    ("model.kind",),
    ("model.glossary", "model.kinds"),
    ("model",),
    ("markdown", "media"),
    ("records.source",),
    ("records.model_faults", "records.migrations", "records.settings"),
    ("records.catalogue",),
    ("records",),
    ("checks", "analysis.graphml", "analysis.answer_cache", "analysis.relations"),
    ("analysis.graph",),
    ("analysis.index",),
    ("analysis",),
    ("intake",),
    ("exports",),
    ("federation",),
    ("site.asset_bundles",),
    ("site.theme_files", "site.brand_style", "site.handwritten", "site.figures"),
    ("site.brand_files",),
    ("site.parts",),
    ("site.pages", "site.render"),
    ("site.find", "site.outlines", "site.share"),
    ("site",),
    ("review", "publish", "starter"),
    ("build",),
    ("host_mkdocs", "receive"),
    ("cli",),
    ("__main__",),
)
ROW_OF = {name: number for number, row in enumerate(ROWS) for name in row}
# a library and the only modules that may import it
OWNERS = {
    "yaml": ("generator.records.source",),
    "networkx": ("generator.analysis.graph",),
    "stdnum": ("generator.privacy",),
    "phonenumbers": ("generator.privacy",),
    "jinja2": ("generator.site.render",),
    "nh3": ("generator.site.render",),
    "markdown_it": ("generator.markdown",),
    "mdit_py_plugins": ("generator.markdown",),
    "linkify_it": ("generator.markdown",),
    "snowballstemmer": ("generator.site.find",),
    "mkdocs": ("generator.host_mkdocs",),
    "material": ("generator.host_mkdocs",),
    "watchdog": ("generator.build.serve",),
    "properdocs": ("generator.host_mkdocs",),
    "click": ("generator.cli",),
    "rich": ("generator.cli",),
    "PIL": ("generator.media",),
    "pypdf": ("generator.media.pdf",),
    "defusedxml": ("generator.media.office_part",),
    "openpyxl": ("generator.intake.sheets",),
    "setuptools": ("generator.engine.build_backend",),
    "filelock": ("generator.publish",),
    "platformdirs": ("generator.build.incremental",),
    "deflate": ("generator.publish.bundle",),
    "packaging": ("generator.publish",),
    "packaging.version": ("generator.engine",),
    "icalendar": ("generator.exports",),
    "sqlite3": ("generator.exports",),
}
FILES = sorted((PROJECT / "generator").rglob("*.py"))


def module_of(file: Path) -> str:
    parts = file.relative_to(PROJECT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def parsed(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


@cache
def imports(file: Path) -> tuple[tuple[int, str], ...]:
    """Every module that a file imports, wherever in it, with the line."""
    return tuple(_imports(file))


def _imports(file: Path) -> Iterator[tuple[int, str]]:
    package = module_of(file).split(".")
    package = package if file.name == "__init__.py" else package[:-1]
    for node in ast.walk(parsed(file)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            base = ".".join([*above, *([node.module] if node.module else [])])
            # `from generator import catalogue` names a module, not a value
            names = [alias.name for alias in node.names] if base == "generator" else [""]
            yield from ((node.lineno, f"{base}.{name}".rstrip(".")) for name in names)


def room(module: str) -> str:
    """The room of a module: `generator.model.kinds.area` is in `model.kinds`."""
    name = module.partition(".")[2]
    while name not in ROW_OF and "." in name:
        name = name.rpartition(".")[0]
    return name


def test_every_module_has_its_row() -> None:
    rooms = {module_of(file): room(module_of(file)) for file in FILES}
    strangers = [module for module, name in rooms.items() if name and name not in ROW_OF]
    assert strangers == [], "They stand in no row of the design (§3)."


def test_imports_only_from_above() -> None:
    wrong = [
        f"{module_of(file)}, line {line}: {here} imports {module}"
        for file in FILES
        for here in (room(module_of(file)),)
        for line, module in imports(file)
        if module.split(".")[0] == "generator"
        and room(module) != here
        and ROW_OF.get(room(module), len(ROWS)) >= ROW_OF.get(here, -1)
    ]
    assert wrong == []


def test_libraries_have_one_owner() -> None:
    wrong = [
        f"line {line}: {here} imports {module}"
        for file in FILES
        for here in (module_of(file),)
        for line, module in imports(file)
        for owner in OWNERS.get(module) or OWNERS.get(module.split(".")[0], (here,))
        if here != owner and not here.startswith((f"{owner}.", f"{owner}_"))
    ]
    assert wrong == []


def test_only_the_table_of_commands_imports_by_a_name_as_text() -> None:
    calling = []
    for file in FILES:
        nodes = list(ast.walk(parsed(file)))
        called = {node.id for node in nodes if isinstance(node, ast.Name)}
        called |= {node.attr for node in nodes if isinstance(node, ast.Attribute)}
        if called & {"__import__", "import_module"}:
            calling.append(module_of(file))
    assert calling == ["generator.cli.commands"]


@pytest.mark.parametrize("name", COMMANDS)
def test_the_table_of_commands_knows_where_each_is(name: str) -> None:
    command = academy.get_command(Context(academy), name)
    assert command is not None
    assert command.name == name
    assert command.help


def test_help_loads_no_library_that_it_does_not_need() -> None:
    done = run("generator", "--help", folder=PROJECT, PYTHONPROFILEIMPORTTIME="1")
    loaded = {
        line.rpartition("|")[2].strip().partition(".")[0] for line in done.stderr.splitlines()
    }
    assert "click" in loaded
    owned = set(OWNERS) - {"click", "stdnum", "phonenumbers"}
    assert loaded & {*owned, "pydantic"} == set()


def test_no_record_is_named() -> None:
    own_name = tomllib.loads((PROJECT / "pyproject.toml").read_text())["project"]["name"]
    ids = {record_id for record_id in first_catalogue().records if "-" in record_id} - {own_name}
    assert ids, "the first academy should be there"
    engine = (PROJECT / "generator").rglob("*")
    texts = [file for file in engine if file.suffix in (".py", ".html", ".js", ".css", ".ts")]
    named = [
        f"{file.relative_to(PROJECT)}:{number}: {word}"
        for file in texts
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
        for word in re.findall(r"[a-z0-9]+(?:-[a-z0-9]+)+", line)
        if word in ids
    ]
    assert named == []


def test_every_row_names_a_room_that_is_there() -> None:
    here = {module_of(file).partition(".")[2] for file in FILES}
    rooms = here | {name.partition(".")[0] for name in here}
    assert set(ROW_OF) <= rooms


def test_no_public_class_name_is_defined_twice() -> None:
    places: dict[str, list[str]] = {}
    for file in FILES:
        for node in ast.walk(parsed(file)):
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                places.setdefault(node.name, []).append(module_of(file))
    assert {name: modules for name, modules in places.items() if len(modules) > 1} == {}
