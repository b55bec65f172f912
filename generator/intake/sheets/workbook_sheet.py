"""A sheet of a workbook as the writer takes it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.questions import Question


@dataclass(frozen=True, slots=True)
class WorkbookSheet:
    """A sheet as rows of text.

    `asked` are the questions of all columns except the first, `offered` the words of the drop-down
    list of each of these columns.
    """

    name: str
    headings: tuple[str, ...]
    help: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    asked: tuple[Question, ...]
    offered: tuple[tuple[str, ...], ...]
