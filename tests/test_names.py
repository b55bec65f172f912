"""No name is so vague that a reader must look elsewhere for what it holds."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from tests.sites import PROJECT

VAGUE = {"found", "one", "said", "some", "told"}
# Still to be renamed.


def _nodes_in_comprehensions(tree: ast.AST) -> set[ast.AST]:
    """The targets of comprehensions and the parameters of lambdas: used on the spot."""
    narrow: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.comprehension):
            narrow |= set(ast.walk(node.target))
        elif isinstance(node, ast.Lambda):
            narrow |= set(ast.walk(node.args))
    return narrow


def _bound_name(node: ast.AST) -> str:
    """The name that a node binds, or nothing."""
    match node:
        case ast.Name(id=name, ctx=ast.Store()) | ast.Attribute(attr=name, ctx=ast.Store()):
            return name
        case ast.arg(arg=name):
            return name
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
            return name
        case ast.ClassDef(name=name):
            return name
        case (
            ast.alias(asname=str(name))
            | ast.ExceptHandler(name=str(name))
            | ast.MatchAs(name=str(name))
            | ast.MatchStar(name=str(name))
        ):
            return name
    return ""


def vague_names(source: str) -> Iterator[str]:
    """Each vague name that is used wider than a comprehension or a lambda: “line: name”."""
    tree = ast.parse(source)
    narrow = _nodes_in_comprehensions(tree)
    for node in ast.walk(tree):
        name = _bound_name(node)
        if node not in narrow and name.strip("_") in VAGUE:
            yield f"{getattr(node, 'lineno', 0)}: {name}"


@pytest.mark.parametrize("folder", ["generator", "tests"])
def test_no_vague_name_is_wider_than_a_comprehension(folder: str) -> None:
    vague = [
        f"{file.relative_to(PROJECT)}:{place}"
        for file in sorted((PROJECT / folder).rglob("*.py"))
        for place in vague_names(file.read_text(encoding="utf-8"))
    ]
    assert not vague, "\n".join(["Say what these hold:", *vague])


@pytest.mark.parametrize(
    "source",
    [
        "found = 1",
        "self.found = 1",
        "for one in records: pass",
        "def told(): pass",
        "def check(some): pass",
        "from hypothesis import strategies as some",
        "class A:\n    said: str",
        "if (found := 1): pass",
        "with a as _told: pass",
        "try: pass\nexcept E as one: pass",
        "match a:\n    case [*some]: pass",
    ],
)
def test_a_vague_name_is_noticed(source: str) -> None:
    assert len(list(vague_names(source))) == 1


@pytest.mark.parametrize("source", ["[one for one in records]", "lambda one: one", "a.found", "x"])
def test_a_name_that_is_used_on_the_spot_may_be_short(source: str) -> None:
    assert list(vague_names(source)) == []
