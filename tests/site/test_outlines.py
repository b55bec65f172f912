"""The outlines of records: every record is found in its file, and says what its page says."""

from __future__ import annotations

import json
from bisect import bisect_right
from pathlib import Path
from typing import Any

from generator.build.prepare import AcademyProject, prepare
from generator.model.kinds import KIND_OF
from generator.site.outlines import outline_files_at
from tests.sites import FIRST_ACADEMY


def value(site: Path, name: str) -> Any:
    """What a file of outlines hands over."""
    call = (site / "outlines" / f"{name}.js").read_text(encoding="utf-8")
    return json.loads(call.partition(",")[2].removesuffix(");\n"))


def test_every_record_is_in_the_file_that_begins_before_it(first_site: Path) -> None:
    kinds = value(first_site, "index")["kinds"]
    content = prepare(AcademyProject(FIRST_ACADEMY, "Learning Academy")).site
    for record in content.catalogue.records.values():
        starts = kinds[record.kind]["starts"]
        start = starts[bisect_right(starts, record.id) - 1]
        titles = {key: title for key, title, *_ in value(first_site, f"{record.kind}-{start}")}
        assert titles[record.id] == content.catalogue.title(record.id)


def test_an_outline_says_what_the_page_says(first_site: Path) -> None:
    start = value(first_site, "index")["kinds"]["practice"]["starts"][0]
    outlines = value(first_site, f"practice-{start}")
    key, title, summary, rows, _, sources = outlines[0]
    page = (first_site / f"{KIND_OF['practice'].slug}/{key}.html").read_text(encoding="utf-8")
    assert title
    assert summary in page
    assert all(label in page for label, *lines in rows if lines)
    assert all(document in page for document, _ in sources)


def test_one_file_is_made_alone_as_with_all_others(first_site: Path) -> None:
    content = prepare(AcademyProject(FIRST_ACADEMY, "Learning Academy")).site
    start = value(first_site, "index")["kinds"]["area"]["starts"][0]
    url = f"outlines/area-{start}.js"
    assert outline_files_at(content, url) == [(url, (first_site / url).read_bytes())]
    assert outline_files_at(content, "outlines/area-nowhere.js") == []
