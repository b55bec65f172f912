"""The page of data: its examples run, and its links lead to files."""

from __future__ import annotations

import html
import re
import subprocess
import sys
from pathlib import Path

import pytest

from generator.exports import EXPORTS
from generator.host_mkdocs import build_site_once
from generator.publish import verify_site

SITES = pytest.mark.parametrize("site", ["first_site", "small_site"])


def programs(site: Path) -> dict[str, str]:
    """Every program on the page, by its heading, as a reader would copy it."""
    page = (site / "data" / "index.html").read_text(encoding="utf-8")
    pattern = r'<pre class="la-code"[^>]*aria-label="Program: ([^"]*)"[^>]*>(.*?)</pre>'
    examples = re.findall(pattern, page, re.DOTALL)
    return {name: html.unescape(re.sub(r"<[^>]+>", "", text)) for name, text in examples}


@SITES
def test_every_program_runs_and_says_something(site: str, request: pytest.FixtureRequest) -> None:
    folder = request.getfixturevalue(site)
    examples = programs(folder)
    wanted = [one for export in EXPORTS for one in export.examples if one.kind == "python"]
    assert len(examples) == len(wanted) > 5
    for name, text in examples.items():
        done = subprocess.run(
            [sys.executable, "-W", "error", "-c", text],
            cwd=folder / "data",
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, f"{name}: {done.stderr}"
        assert done.stdout.strip(), name


def test_programs_say_what_is_so(small_site: Path) -> None:
    text = next(text for name, text in programs(small_site).items() if "each stage" in name)
    done = subprocess.run(
        [sys.executable, "-c", text], cwd=small_site / "data", capture_output=True, text=True,
        check=True,
    )  # fmt: skip
    assert done.stdout == "live 1\nidea 1\n"


@SITES
def test_every_export_has_its_part(site: str, request: pytest.FixtureRequest) -> None:
    page = (request.getfixturevalue(site) / "data" / "index.html").read_text(encoding="utf-8")
    for export in EXPORTS:
        assert f'id="{export.name}"' in page
        assert export.title in page
    assert 'href="../data/csv/prototypes.csv"' in page


def test_without_events_the_page_says_so(first_site: Path) -> None:
    page = (first_site / "data" / "index.html").read_text(encoding="utf-8")
    assert "There is no calendar" in page
    assert not (first_site / "data" / "events.ics").exists()


def test_staff_find_it_where_they_look(first_site: Path) -> None:
    for url in ("reference/gaps.html", "about.html"):
        page = (first_site / url).read_text(encoding="utf-8")
        article = page.partition("<article")[2].partition("</article>")[0]
        assert "data/index.html" in article, url


def test_a_site_has_each_fact_in_one_format_unless_its_settings_ask(small_project: Path) -> None:
    settings = small_project / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("      all_data_files: true\n", ""), encoding="utf-8")
    site = build_site_once(settings).folder
    made = {file.suffix for file in (site / "data").rglob("*") if file.is_file()}
    assert made == {".csv", ".json", ".xml", ".html"}
    assert not (site / "data" / "records").exists()
    page = (site / "data" / "index.html").read_text(encoding="utf-8")
    assert "<code>academy export --only sqlite</code>" in page
    assert "records.json" in page
    assert verify_site(site, search_personal_data=False) == ()
