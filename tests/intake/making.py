"""Sheets as people make them."""

from __future__ import annotations

import io
from typing import Any

from openpyxl import Workbook

from generator.intake.sheets import ImportPlan, plan_import, read_sheet
from generator.model.kinds import KIND_OF
from generator.records.catalogue import Catalogue, read_catalogue
from tests.conftest import SMALL

CATALOGUE: Catalogue = read_catalogue(SMALL)[0]


def workbook(**sheets: list[list[Any]]) -> bytes:
    """A workbook of these sheets; `_` in a name stands for a space."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name.replace("_", " "))
        for row in rows:
            sheet.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def planned(
    data: bytes, kind: str, name: str = "x.xlsx", *, may_replace: bool = False
) -> ImportPlan:
    """What an import into the small academy would do."""
    sheet = read_sheet(data, name, KIND_OF[kind])
    return plan_import(
        sheet,
        KIND_OF[kind],
        CATALOGUE,
        lambda path: (SMALL / path).exists(),
        may_replace=may_replace,
    )


def messages_of(
    data: bytes, kind: str, name: str = "x.xlsx", *, may_replace: bool = False
) -> list[str]:
    """Every refusal, as people read it."""
    plan = planned(data, kind, name, may_replace=may_replace)
    assert not (plan.refusals and plan.files)
    return [one.as_text() for one in plan.refusals]
