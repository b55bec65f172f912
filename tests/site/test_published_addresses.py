"""An address that was published leads to a page for good, or the build says what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.host_mkdocs import HostError, build_site_once
from generator.site.engine_paths import layout_urls
from generator.site.pages import all_layouts
from tests.sites import run_academy, tree

LIST = "registry/published-addresses.txt"
HEADING = 3  # lines


@pytest.fixture
def published(built_project: Path) -> Path:
    """The small academy, built, with the list of its addresses."""
    assert run_academy("addresses", folder=built_project).returncode == 0
    return built_project


def listed(root: Path) -> list[str]:
    lines = (root / LIST).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]


def test_the_list_names_the_pages_that_people_link_to(published: Path) -> None:
    names = listed(published)
    assert names == sorted(set(names))
    assert {
        *("index.html", "about.html", "glossary.html", "find/index.html", "data/index.html"),
        *("areas/ashby.html", "areas/ashby-town.html", "practices/index.html"),
    } <= set(names)
    assert all((published / "site" / name).is_file() for name in names)
    # a report comes and goes with what the records say
    assert [name for name in names if name.startswith("boards/")] == ["boards/index.html"]


def test_the_engine_knows_the_address_of_each_layout_without_its_family() -> None:
    urls = {layout.url for layout in all_layouts()}
    known = layout_urls()
    assert sorted(urls - known) == [], "Add them to generator/site/engine_paths.py."
    assert sorted(known - urls) == [], "Delete them from generator/site/engine_paths.py."


def test_the_list_is_written_by_its_command_alone(built_project: Path) -> None:
    assert not (built_project / LIST).exists()
    done = run_academy("addresses", "--dry-run", folder=built_project)
    assert done.stdout.splitlines()[-2].endswith(f"addresses would be new in {LIST}.")
    assert done.stdout.endswith(
        "“academy release” keeps them, or “academy addresses” does so at once.\n"
    )
    assert not (built_project / LIST).exists()


def test_nothing_is_added_twice(published: Path) -> None:
    before = (published / LIST).read_bytes()
    done = run_academy("addresses", folder=published)
    assert done.stdout == f"No addresses added in {LIST}.\n"
    assert (published / LIST).read_bytes() == before


def test_the_list_changes_no_byte_of_the_site(published: Path) -> None:
    before = tree(published / "site")
    build_site_once(published / "mkdocs.yml")
    assert tree(published / "site") == before


def test_lost_records_are_all_named_with_what_to_do(published: Path) -> None:
    (published / "case_studies" / "a-year-of-visits.md").unlink()
    area = published / "registry" / "areas" / "ashby.yaml"
    text = area.read_text(encoding="utf-8")
    area.write_text(text.replace("ashby-town", "ashby-village"), encoding="utf-8")
    for command in ("check", "build"):
        done = run_academy(command, folder=published)
        assert done.returncode == 1
        for address in ("case-studies/a-year-of-visits.html", "areas/ashby-town.html"):
            line = listed(published).index(address) + HEADING + 1
            expected = f"{LIST}:{line}:1: error F140: “{address}” was published"
            assert expected in done.stdout + done.stderr
            name = address.rpartition("/")[2].removesuffix(".html")
            assert f"add “{name}” to the “aliases” of that one" in done.stdout + done.stderr


def test_an_earlier_id_keeps_the_address(published: Path) -> None:
    done = run_academy("rename", "ashby", "ashby-parish", folder=published)
    assert done.returncode == 0, done.stdout + done.stderr
    site = build_site_once(published / "mkdocs.yml").folder
    assert "areas/ashby-parish.html" in (site / "areas" / "ashby.html").read_text("utf-8")


def test_a_lost_handwritten_page_stops_the_build(small_project: Path) -> None:
    settings, page = small_project / "mkdocs.yml", small_project / "site_src" / "guide.md"
    without = settings.read_text(encoding="utf-8")
    settings.write_text(without.replace("nav:\n", "nav:\n  - guide.md\n"), encoding="utf-8")
    page.write_text("# Guide\n\nText.\n", encoding="utf-8")
    site = build_site_once(settings).folder
    assert run_academy("addresses", folder=small_project).returncode == 0
    page.unlink()
    settings.write_text(without, encoding="utf-8")
    before = tree(site)
    with pytest.raises(HostError, match=r"F140: “guide\.html” was published") as refused:
        build_site_once(settings)
    assert "Bring the page back. If another page replaces it, write which" in refused.value.message
    assert "as in “guide.html -> about.html”" in refused.value.message
    assert tree(site) == before


def test_a_deleted_line_lets_an_address_go(published: Path) -> None:
    (published / "case_studies" / "a-year-of-visits.md").unlink()
    file = published / LIST
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("case-studies/a-year-of-visits.html\n", ""), encoding="utf-8")
    build_site_once(published / "mkdocs.yml")


@pytest.mark.parametrize("line", ["<<<<<<< main", "https://x.org/a.html", "/a.html", "areas"])
def test_a_line_that_is_no_address_is_named(published: Path, line: str) -> None:
    file = published / LIST
    file.write_text(f"{file.read_text('utf-8')}{line}\n", encoding="utf-8")
    for command in ("check", "addresses"):
        done = run_academy(command, folder=published)
        assert done.returncode == 1
        assert "error F139: This line is not the address of a page." in done.stdout


def test_personal_data_in_the_list_is_refused(published: Path) -> None:
    file = published / LIST
    file.write_text(f"# ring 020 7946 0018\n{file.read_text('utf-8')}", encoding="utf-8")
    done = run_academy("check", folder=published)
    assert f"{LIST}:1:" in done.stdout
    assert "7946 0018" not in done.stdout


def test_without_a_site_there_is_nothing_to_remember(small_project: Path) -> None:
    done = run_academy("addresses", folder=small_project)
    assert done.returncode == 2
    assert "Run “academy build” first." in done.stderr
