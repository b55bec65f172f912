"""Pictures and documents go through a spreadsheet unchanged."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.intake.sheets import SheetFormat, plan_import, read_sheet, records_sheet
from generator.model.kinds import KIND_OF
from generator.records.catalogue import read_catalogue
from generator.records.source import parse_source
from tests.media.document_samples import DOCUMENTS
from tests.media.test_published_documents import offer
from tests.media.test_site import illustrate
from tests.sites import copy_small


@pytest.mark.parametrize("form", ["csv", "xlsx"])
@pytest.mark.parametrize(
    ("kind_name", "record_id"),
    [("prototype", "ashby-visits"), ("area", "ashby"), ("resource", "paper")],
)
def test_they_go_through_a_sheet_unchanged(
    form: SheetFormat, kind_name: str, record_id: str, tmp_path: Path
) -> None:
    root = illustrate(copy_small(tmp_path / "academy"))
    offer(root, "paper.pdf", DOCUMENTS["named pdf"]())
    catalogue, faults = read_catalogue(root)
    assert faults == ()
    kind = KIND_OF[kind_name]
    values = {record_id: catalogue.origins[record_id].source.values()}
    content = records_sheet(kind, values, form, catalogue.vocabulary)
    plan = plan_import(read_sheet(content, f"sheet.{form}", kind), kind, catalogue, lambda _: False)
    assert plan.refusals == ()
    ((path, text),) = plan.files.items()
    source, _ = parse_source(text, path)
    assert source is not None
    fields = {**source.values(), "id": record_id}
    record = kind.model.model_validate(fields, context=catalogue.vocabulary)
    assert record == catalogue.records[record_id]
    assert record.pictures or record.file  # type: ignore[attr-defined]
