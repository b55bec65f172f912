"""Turn the answers of a row into a record's fields, and trace each field back to its cell."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from generator.field_path import FieldPath
from generator.intake.sheets.cell_text import parse_cell
from generator.intake.sheets.columns import column_for
from generator.intake.sheets.figure_cells import spread_figures
from generator.intake.sheets.sheet import CellAnswer, CellFault, CellPosition, RecordRow
from generator.intake.sheets.title_lookup import TitleLookup
from generator.model.kinds import Kind
from generator.model.questions import Question, questions_of


@dataclass(frozen=True)
class RecordFields:
    """The values of a record for the model, in the order of the questions, with their cells."""

    row: RecordRow
    values: dict[str, Any]
    cells: dict[FieldPath, CellPosition]
    refusals: tuple[CellFault, ...]

    def cell_for(self, path: FieldPath, asked: tuple[Question, ...]) -> CellPosition:
        """Return the cell of the value at `path`, or the position where it would be."""
        for end in range(len(path), 0, -1):
            if (position := self.cells.get(path[:end])) is not None:
                return position
            sibling = next((at for at in self.cells if at[:end] == path[:end]), None)
            if sibling is not None:
                near = self.cells[sibling]
                return replace(
                    near, column=0, heading=_sibling_heading(path, sibling, near, end, asked)
                )
        return replace(self.row.cell, heading=column_for(asked, path).heading if path else "")


def _sibling_heading(
    path: FieldPath, sibling: FieldPath, near: CellPosition, end: int, asked: tuple[Question, ...]
) -> str:
    """Return the heading for `path`, derived from that of a cell in the same part.

    Returns an empty text where `path` is the whole part.
    """
    if end == len(path):
        return ""
    shared = near.heading.split(": ")[: -_count_names(sibling[end:])]
    labels = column_for(asked, path).heading.split(": ")[-_count_names(path[end:]) :]
    return ": ".join([*shared, *labels])


def _count_names(path: FieldPath) -> int:
    return sum(isinstance(step, str) for step in path)


def record_fields(row: RecordRow, names: TitleLookup, kind: Kind) -> RecordFields:
    """Return the fields that a row fills in, with the titles of other records replaced by ids."""
    asked = questions_of(kind)
    tree: dict[Any, Any] = {}
    refusals: list[CellFault] = []
    answers = spread_figures(row.answers, names.vocabulary.currency_signs)
    for answer in sorted(answers, key=lambda answer: column_for(asked, answer.path).key):
        value = parse_cell(answer.text, answer.question, names.vocabulary)
        if answer.question.shape == "record" and value is not None:
            value, faults = _resolve_titles(value, answer, names)
            refusals += faults
        _set_value(tree, answer, value)
    cells: dict[FieldPath, CellPosition] = {}
    values = _close_gaps(tree, (), cells)
    return RecordFields(row, values, cells, tuple(refusals))


def _resolve_titles(
    value: str | list[str], answer: CellAnswer, names: TitleLookup
) -> tuple[str | list[str], list[CellFault]]:
    meant = [names.resolve(name, answer) for name in ([value] if isinstance(value, str) else value)]
    ids = [target for target in meant if isinstance(target, str)]
    faults = [target for target in meant if isinstance(target, CellFault)]
    # a placeholder, so that a refused cell causes no second fault
    ids = ids or ["x"]
    return (ids[0] if isinstance(value, str) else ids), faults


def _set_value(tree: dict[Any, Any], answer: CellAnswer, value: Any) -> None:
    *steps, last = answer.path
    for step in steps:
        tree = tree.setdefault(step, {})
    tree[last] = (value, answer.cell)


def _close_gaps(node: Any, path: FieldPath, cells: dict[FieldPath, CellPosition]) -> Any:
    """Return the tree with lists in place of numbered maps, renumbered without gaps."""
    if isinstance(node, tuple):
        value, cells[path] = node
        return value
    if node and all(isinstance(step, int) for step in node):
        items: Iterable[Any] = (node[step] for step in sorted(node))
        return [_close_gaps(child, (*path, at), cells) for at, child in enumerate(items)]
    return {name: _close_gaps(child, (*path, name), cells) for name, child in node.items()}
