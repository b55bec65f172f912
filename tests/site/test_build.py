"""Building: the same bytes every way, and a failure that touches nothing."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import networkx as nx
import pytest

from generator.host_mkdocs import FaultsError, HostError, build_site
from generator.model.kinds import KINDS
from tests.conftest import MakeOnce
from tests.sites import copy_small, run, run_academy, scripts_in, tree


def test_hosts_give_the_same_site_as_the_command(small_site: Path, small_project: Path) -> None:
    """The command itself is run in every way in `tests/publish/test_same_bytes.py`."""
    wanted = tree(small_site)
    for number, words in enumerate(
        (
            ("mkdocs", "build", "-q", "-d", "out0"),
            ("properdocs", "build", "-q", "-f", "mkdocs.yml", "-d", "out1"),
        )
    ):
        done = run(*words, folder=small_project, PYTHONHASHSEED=str(number), TZ="Asia/Tokyo")
        assert done.returncode == 0, done.stderr
        assert tree(small_project / f"out{number}") == wanted, words


def test_a_site_holds_no_script_of_its_host(first_site: Path) -> None:
    for path in first_site.rglob("*.html"):
        for script in scripts_in(path.read_text(encoding="utf-8")):
            assert script.startswith(' src="'), path
            assert "assets/academy/" in script, path
    names = {path.name for path in first_site.rglob("*") if path.is_file()}
    assert not [name for name in names if name.endswith((".map", "-layout.html", ".gz"))]
    assert "sitemap.xml" not in names


def test_every_record_has_a_page_and_stands_in_its_list(first_site: Path) -> None:
    folders = [first_site / kind.slug for kind in KINDS]
    pages = 0
    for folder in folders:
        listed = (folder / "index.html").read_text(encoding="utf-8")
        for page in folder.glob("*.html"):
            if page.name != "index.html":
                pages += 1
                assert f'href="../{folder.name}/{page.name}"' in listed, page
    assert pages == 392


def test_the_graph_file_is_read_back_by_networkx(first_site: Path) -> None:
    data = json.loads((first_site / "data" / "graph.json").read_text(encoding="utf-8"))
    graphs = {name: nx.node_link_graph(graph, edges="edges") for name, graph in data.items()}
    assert set(graphs) == {"full", "learning", "area_practice", "principle"}
    assert graphs["full"].number_of_nodes() == 392
    assert (graphs["learning"].number_of_nodes(), graphs["learning"].number_of_edges()) == (14, 13)


def test_a_fault_refuses_the_build_and_leaves_the_last_site(built_project: Path) -> None:
    before = tree(built_project)
    bad = next((built_project / "prototypes").glob("*.yaml"))
    bad.write_text(bad.read_text(encoding="utf-8") + "stagee: live\n", encoding="utf-8")
    done = run_academy("build", folder=built_project)
    assert done.returncode == 1
    line = bad.read_text(encoding="utf-8").count("\n")
    assert f"prototypes/{bad.name}:{line}:1: error M202: “stagee” is not a field" in done.stdout
    assert "Did you mean “stage”?" in done.stdout
    assert "The site was not changed." in done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    before[f"prototypes/{bad.name}"] = bad.read_bytes()
    assert tree(built_project) == before


def test_mkdocs_itself_refuses_a_fault_too(small_project: Path) -> None:
    (small_project / "prototypes" / "broken.yaml").write_text("title: [\n", encoding="utf-8")
    done = run("mkdocs", "build", "-q", folder=small_project)
    assert done.returncode == 1
    assert "prototypes/broken.yaml:2:1: error F112" in done.stdout + done.stderr
    assert not (small_project / "site").exists()


def test_all_faults_are_told_at_once(small_project: Path) -> None:
    for name in ("one", "two"):
        (small_project / "prototypes" / f"{name}.yaml").write_text("title: x\n", encoding="utf-8")
    with pytest.raises(FaultsError) as refused:
        build_site(small_project / "mkdocs.yml")
    paths = [found.path for found in refused.value.findings]
    assert paths == ["prototypes/one.yaml", "prototypes/two.yaml"]


@pytest.mark.parametrize(
    "broken",
    [
        {"[x](prototypes/not-there.md)": "not-there.md"},
        {
            '<a href="prototypes/not-there.html">x</a>': "there is no such page or file",
            '<a href="prototypes/index.html#nowhere">x</a>': (
                "that page has no such heading or section"
            ),
        },
        {
            "[[not-there]]": "[[not-there]]",
            "[[visiting-team-days-at-home-jdhkg]]": "Give this result an id first",
        },
        {"![x](https://elsewhere.example/x.png)": "loads from another website"},
    ],
)
def test_a_broken_link_on_a_hand_written_page_refuses_the_build(
    small_project: Path, broken: dict[str, str]
) -> None:
    page = small_project / "site_src" / "about.md"
    links = "\n\n".join(broken)
    page.write_text(f"# About\n\n{links}\n", encoding="utf-8")
    with pytest.raises(HostError) as refused:
        build_site(small_project / "mkdocs.yml")
    assert [words for words in broken.values() if words not in refused.value.message] == []
    assert not (small_project / "site").exists()


def test_records_and_settings_alone_are_an_academy(small_project: Path) -> None:
    shutil.rmtree(small_project / "site_src")
    settings = small_project / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text[: text.index("nav:")], encoding="utf-8")
    build_site(settings)
    for page in ("about.html", "claims.html", "share.html", "accessibility.html"):
        assert "<h1" in (small_project / "site" / page).read_text(encoding="utf-8")


def test_a_page_of_the_academy_takes_the_place_of_the_one_that_comes_with_it(
    small_project: Path,
) -> None:
    (small_project / "site_src" / "share.md").unlink()
    (small_project / "site_src" / "about.md").write_text(
        "# {{ name }}\n\nOur words. {{ about }} {{ other }}\n", encoding="utf-8"
    )
    settings = small_project / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    purpose = "site_description: Trials & *tries*.\ndocs_dir:"
    text = re.sub(r"site_description: >-\n(  .*\n)+docs_dir:", purpose, text)
    settings.write_text(text, encoding="utf-8")
    build_site(settings)
    about = (small_project / "site" / "about.html").read_text(encoding="utf-8")
    assert "Our words. Trials &amp; *tries*. {{ other }}" in about
    assert '<h1 id="learning-academy">Learning Academy</h1>' in about
    share = (small_project / "site" / "share.html").read_text(encoding="utf-8")
    assert "Use the form" in share
    assert "Change this page" not in share


def test_nothing_is_left_beside_the_site(built_project: Path) -> None:
    build_site(built_project / "mkdocs.yml")
    hidden = [path.name for path in built_project.iterdir() if path.name.startswith(".")]
    assert hidden == [".site.lock"]


def test_a_site_that_cannot_be_written_is_a_plain_error(small_project: Path) -> None:
    (small_project / "in-the-way").write_text("a file", encoding="utf-8")
    done = run_academy("build", "--site", "in-the-way/site", folder=small_project)
    assert done.returncode == 1
    assert "The site could not be saved" in done.stderr
    assert "Traceback" not in done.stderr


def test_settings_that_cannot_be_read_are_a_plain_error(small_project: Path) -> None:
    (small_project / "mkdocs.yml").write_text("site_name: [\n", encoding="utf-8")
    done = run_academy("build", folder=small_project)
    assert done.returncode == 1
    assert "mkdocs.yml:2:1: error F112" in done.stdout
    assert "Traceback" not in done.stderr


def test_building_twice_gives_the_same_bytes_elsewhere(
    small_site: Path, small_project: Path
) -> None:
    build_site(small_project / "mkdocs.yml")
    assert tree(small_project / "site") == tree(small_site)


def test_a_build_never_replaces_what_is_not_a_site(small_project: Path) -> None:
    before = tree(small_project)
    expected = "is not a site that this program made"
    for target, why in (
        ("registry", expected),
        ("prototypes", expected),
        ("site_src", "'docs_dir'"),
    ):
        done = run_academy("build", "--site", target, folder=small_project)
        assert done.returncode == 1
        assert why in done.stderr
    assert tree(small_project) == before


def test_a_site_that_is_a_link_is_made_where_it_leads(small_project: Path) -> None:
    (small_project / "elsewhere").mkdir()
    (small_project / "site").symlink_to(small_project / "elsewhere")
    build_site(small_project / "mkdocs.yml")
    assert (small_project / "site").is_symlink()
    assert (small_project / "elsewhere" / "index.html").exists()


@pytest.mark.parametrize("name", ["index.md", "prototypes/index.md", "areas/ashby.md"])
def test_hand_written_pages_never_vanish_under_ours(small_project: Path, name: str) -> None:
    page = small_project / "site_src" / name
    page.parent.mkdir(exist_ok=True)
    page.write_text("# Mine\n", encoding="utf-8")
    with pytest.raises(HostError, match="H803"):
        build_site(small_project / "mkdocs.yml")


def test_a_link_out_of_the_hand_written_folder_is_refused(
    small_project: Path, tmp_path: Path
) -> None:
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    (small_project / "site_src" / "public.txt").symlink_to(tmp_path / "secret.txt")
    with pytest.raises(HostError, match="symbolic link"):
        build_site(small_project / "mkdocs.yml")


@pytest.mark.parametrize(
    "nav",
    [
        "nav:\n  - About: about.md\n  - share.md\n  - accessibility.md\n",
        "nav:\n  - share.md\n  - More:\n      - Deep:\n          - about.md\n"
        "      - accessibility.md\n",
        "",
    ],
)
def test_any_menu_that_mkdocs_takes_is_taken(small_project: Path, nav: str) -> None:
    config = small_project / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    text = text[: text.index("nav:")].replace("use_directory_urls: false\n", "")
    config.write_text(text + nav, encoding="utf-8")
    build_site(config)
    assert 'href="about.html"' in (small_project / "site" / "index.html").read_text("utf-8")


def test_a_page_that_nobody_can_find_refuses_the_build(small_project: Path) -> None:
    config = small_project / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace("      - accessibility.md\n", ""), encoding="utf-8")
    with pytest.raises(HostError, match="Readers cannot reach this page from Home") as refused:
        build_site(config)
    assert "accessibility.html:1:1: error V502" in refused.value.message


def test_a_hand_written_page_needs_one_main_heading(small_project: Path) -> None:
    (small_project / "site_src" / "about.md").write_text("## Only\n\nText.\n", encoding="utf-8")
    with pytest.raises(HostError, match="write one heading with a single"):
        build_site(small_project / "mkdocs.yml")


def test_settings_without_the_plugin_are_a_plain_error(small_project: Path) -> None:
    config = small_project / "mkdocs.yml"
    text = config.read_text(encoding="utf-8").partition("plugins:")[0]
    config.write_text(text, encoding="utf-8")
    with pytest.raises(HostError, match="does not name the plugin"):
        build_site(config)


ABOUT = """# Q & A <b>

## Why & how

See [[shared-visits]] and [[shared-visits|this]].
"""
NEWBY = """title: Newby
type: place
aliases: [oldby]
measures:
  - statement: Calls rose from none to five
    id: newby-calls
    outcome: days-at-home
    nature: result
    value: 5
    unit: calls
    baseline:
      value: 0
"""


@pytest.fixture(scope="module")
def changed_site(make_once: MakeOnce) -> Path:
    """The site of the small academy with another page “About”, and one more area."""

    def build(root: Path) -> None:
        copy_small(root)
        (root / "site_src" / "about.md").write_text(ABOUT, encoding="utf-8")
        (root / "registry" / "areas" / "newby.yaml").write_text(NEWBY, encoding="utf-8")
        build_site(root / "mkdocs.yml")

    return make_once("changed-site", build) / "site"


def test_hand_written_pages_link_records_by_id(changed_site: Path) -> None:
    html = (changed_site / "about.html").read_text(encoding="utf-8")
    assert html.count('<a href="practices/shared-visits.html">') == 2
    assert '<a href="practices/shared-visits.html">this</a>' in html


def test_titles_of_hand_written_pages_are_escaped_once(changed_site: Path) -> None:
    html = (changed_site / "about.html").read_text(encoding="utf-8")
    assert "<title>Q &amp; A" in html
    assert ">Why &amp; how</a>" in html
    assert "&amp;amp;" not in html


def test_old_addresses_of_a_record_lead_on(changed_site: Path) -> None:
    html = (changed_site / "areas" / "oldby.html").read_text(encoding="utf-8")
    assert '<a href="../areas/newby.html">Newby</a>' in html


def test_a_starting_value_of_zero_is_shown_with_its_unit(changed_site: Path) -> None:
    html = (changed_site / "outcomes" / "days-at-home.html").read_text(encoding="utf-8")
    assert "<td>0 calls</td>" in html
