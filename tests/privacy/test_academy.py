"""The academy itself holds nobody's data, and so do its pages."""

from __future__ import annotations

from pathlib import Path

from generator.catalogue import examine_text
from tests.conftest import PROJECT

FOLDERS = ("prototypes", "registry", "case_studies", "site_src")


def alarms(files: list[Path], root: Path) -> list[str]:
    found = (
        examine_text(file.relative_to(root).as_posix(), file.read_text("utf-8")) for file in files
    )
    return [said.as_text() for personal in found for said in personal.findings]


def test_no_file_raises_an_alarm() -> None:
    files = [one for name in FOLDERS for one in (PROJECT / name).rglob("*") if one.is_file()]
    assert len(files) > 300
    assert alarms(files, PROJECT) == []


def test_no_page_raises_an_alarm(real_site: Path) -> None:
    pages = sorted(real_site.rglob("*.html"))
    few = pages[:: max(len(pages) // 100, 1)][:100]
    assert len(few) == 100
    assert alarms(few, real_site) == []
