"""A row's answers as the fields of a record, with the way back from each field to its cell."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from generator.kinds import Kind
from generator.kinds.questions import Question, questions_of
from generator.sheets.cells import answers
from generator.sheets.columns import column_at
from generator.sheets.model import Cell, Refusal, Row, Said
from generator.sheets.names import Names
from generator.source import FieldPath


@dataclass(frozen=True)
class Fields:
    """A record as the model takes it: text, lists and maps, in the order of the questions."""

    row: Row
    values: dict[str, Any]
    cells: dict[FieldPath, Cell]
    refusals: tuple[Refusal, ...]

    def cell(self, path: FieldPath, asked: tuple[Question, ...]) -> Cell:
        """The cell to look at for what is wrong at `path`: its own, or where it would stand."""
        for end in range(len(path), 0, -1):
            if (found := self.cells.get(path[:end])) is not None:
                return found
            beside = next((at for at in self.cells if at[:end] == path[:end]), None)
            if beside is not None:
                near = self.cells[beside]
                return replace(near, column=0, heading=_heading(path, beside, near, end, asked))
        return replace(self.row.cell, heading=column_at(asked, path).heading if path else "")


def _heading(
    path: FieldPath, beside: FieldPath, near: Cell, end: int, asked: tuple[Question, ...]
) -> str:
    """The heading for `path`, made from that of a cell beside it; none for the part as a whole."""
    if end == len(path):
        return ""
    shared = near.heading.split(": ")[: -_names(beside[end:])]
    own = column_at(asked, path).heading.split(": ")[-_names(path[end:]) :]
    return ": ".join([*shared, *own])


def _names(path: FieldPath) -> int:
    return sum(isinstance(step, str) for step in path)


def fields_of(row: Row, names: Names, kind: Kind) -> Fields:
    """The fields that a row fills in. A record that is named by its title is named by its id."""
    asked = questions_of(kind)
    tree: dict[Any, Any] = {}
    refusals: list[Refusal] = []
    for said in sorted(row.said, key=lambda one: column_at(asked, one.path).key):
        value = answers(said.text, said.question)
        if said.question.shape == "record" and value is not None:
            value, faults = _named(value, said, names)
            refusals += faults
        _put(tree, said, value)
    cells: dict[FieldPath, Cell] = {}
    values = _settled(tree, (), cells)
    return Fields(row, values, cells, tuple(refusals))


def _named(
    value: str | list[str], said: Said, names: Names
) -> tuple[str | list[str], list[Refusal]]:
    meant = [names.meant(one, said) for one in ([value] if isinstance(value, str) else value)]
    ids = [one for one in meant if isinstance(one, str)]
    faults = [one for one in meant if isinstance(one, Refusal)]
    # so that nothing else is said of a cell that is refused already
    ids = ids or ["x"]
    return (ids[0] if isinstance(value, str) else ids), faults


def _put(tree: dict[Any, Any], said: Said, value: Any) -> None:
    *steps, last = said.path
    for step in steps:
        tree = tree.setdefault(step, {})
    tree[last] = (value, said.cell)


def _settled(node: Any, path: FieldPath, cells: dict[FieldPath, Cell]) -> Any:
    """The tree with a list where it has numbers; what is left out between two is closed up."""
    if isinstance(node, tuple):
        value, cells[path] = node
        return value
    if node and all(isinstance(step, int) for step in node):
        items: Iterable[Any] = (node[step] for step in sorted(node))
        return [_settled(one, (*path, at), cells) for at, one in enumerate(items)]
    return {name: _settled(one, (*path, name), cells) for name, one in node.items()}
