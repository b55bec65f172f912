"""An academy of true records raises no false alarm, and neither do its pages."""

from __future__ import annotations

from pathlib import Path

from generator.records.catalogue import examine_text
from tests.sites import FIRST_ACADEMY

FOLDERS = ("prototypes", "registry", "case_studies", "site_src")


def alarms(files: list[Path], root: Path) -> list[str]:
    matches = (
        examine_text(file.relative_to(root).as_posix(), file.read_text("utf-8")) for file in files
    )
    return [said.as_text() for personal in matches for said in personal.findings]


def test_no_file_raises_an_alarm() -> None:
    files = [
        file for name in FOLDERS for file in (FIRST_ACADEMY / name).rglob("*") if file.is_file()
    ]
    assert len(files) > 300
    assert alarms(files, FIRST_ACADEMY) == []


def test_no_page_raises_an_alarm(first_site: Path) -> None:
    pages = sorted(first_site.rglob("*.html"))
    few = pages[:: max(len(pages) // 100, 1)][:100]
    assert len(few) == 100
    assert alarms(few, first_site) == []
