"""`academy init`: an academy that builds at once, from five answers."""

from __future__ import annotations

import os
import pty
import shlex
import subprocess
import zipfile
from datetime import date
from pathlib import Path

import pytest
import yaml

from generator.host_mkdocs import build_site_once
from generator.model.kinds.measure_words import DESIGN_LEVELS, DESIGNS, EVIDENCE_LEVELS
from generator.records.catalogue import default_vocabulary
from generator.starter import HOSTS, default_page
from generator.starter.engine_files import editor_files, github_files
from tests.conftest import PROJECT
from tests.sites import run_academy, tree

ANSWERS = {
    "name": "Suffolk Academy",
    "about": "What Suffolk tried.",
    "area": "West Suffolk",
    "host": "none",
    "contact": "https://suffolk.example/contact",
}


def init(folder: Path, **changed: str) -> subprocess.CompletedProcess[str]:
    """Start an academy in the folder “new”, with some answers changed."""
    answers = {**ANSWERS, **changed}
    options = [word for name, answer in answers.items() for word in (f"--{name}", answer)]
    return run_academy("init", "new", *options, folder=folder)


def test_with_every_answer_given_it_asks_nothing_and_says_what_to_do(tmp_path: Path) -> None:
    done = init(tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        f"Suffolk Academy is ready: {len(tree(tmp_path / 'new'))} files in new.\n"
        "Other academies will know it as “suffolk-academy”. To choose another short name, change "
        "“id” in mkdocs.yml now.\n\n"
        "To see it:\n\n    cd new\n    python start.py\n\n"
        "README.md there says how to add records and how to publish the site.\n"
    )


@pytest.mark.parametrize("host", HOSTS)
def test_a_new_academy_passes_its_checks_and_builds(tmp_path: Path, host: str) -> None:
    assert init(tmp_path, host=host).returncode == 0
    done = run_academy("check", folder=tmp_path / "new")
    assert done.stdout.startswith("2 records: no errors, no warnings, ")
    assert build_site_once(tmp_path / "new" / "mkdocs.yml").pages > 50


def test_the_answers_are_in_the_site(tmp_path: Path) -> None:
    init(tmp_path)
    build_site_once(tmp_path / "new" / "mkdocs.yml")
    site = tmp_path / "new" / "site"
    home = (site / "index.html").read_text(encoding="utf-8")
    for words in ("Suffolk Academy", "What Suffolk tried.", "Be the first to share"):
        assert words in home
    assert "Ask the academy" not in home
    assert "West Suffolk" in (site / "areas" / "west-suffolk.html").read_text(encoding="utf-8")
    share = (site / "share.html").read_text(encoding="utf-8")
    assert 'href="https://suffolk.example/contact"' in share
    about = (site / "about.html").read_text(encoding="utf-8")
    assert "<p>What Suffolk tried.</p>" in about
    assert "Suffolk Academy keeps it" in about


def test_the_purpose_of_an_academy_is_written_in_its_settings_alone(tmp_path: Path) -> None:
    init(tmp_path)
    files = (file for file in (tmp_path / "new").rglob("*") if file.suffix in (".md", ".yml"))
    naming = [file.name for file in files if ANSWERS["about"] in file.read_text(encoding="utf-8")]
    assert naming == ["mkdocs.yml"]


def test_answers_with_marks_of_yaml_markdown_and_html_are_shown_as_typed(tmp_path: Path) -> None:
    done = init(tmp_path, name='A: "B" *C* {{ about }} <b>', about="# Not a heading & more")
    assert done.returncode == 0, done.stdout + done.stderr
    build_site_once(tmp_path / "new" / "mkdocs.yml")
    home = (tmp_path / "new" / "site" / "index.html").read_text(encoding="utf-8")
    assert "A: &#34;B&#34; *C* {{ about }} &lt;b&gt;</h1>" in home
    assert "# Not a heading &amp; more" in home


def test_an_email_address_gets_its_waiver(tmp_path: Path) -> None:
    assert init(tmp_path, contact="desk@suffolk.example").returncode == 0
    waivers = yaml.safe_load((tmp_path / "new" / "registry" / "waivers.yaml").read_text("utf-8"))
    assert [waiver["text"] for waiver in waivers["waivers"]] == ["desk@suffolk.example"]
    assert run_academy("check", folder=tmp_path / "new").returncode == 0


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"name": " "}, "--name is empty. What is the academy called?"),
        ({"name": "A\x1b[31m"}, "--name has a character that cannot be shown. Type it again."),
        ({"name": "A" * 401}, "--name has 401 characters. The limit is 400."),
        ({"area": "🙂"}, "No id can be made from “🙂”. Use letters or digits."),
        ({"host": "githab"}, "'githab' is not one of 'github', 'gitlab', 'azure', 'none'"),
        ({"contact": "07700 900123"}, "The answers above cannot be used."),
    ],
)
def test_an_answer_that_cannot_be_used_is_said_and_nothing_is_written(
    tmp_path: Path, changed: dict[str, str], message: str
) -> None:
    done = init(tmp_path, **changed)
    assert done.returncode in {1, 2}
    assert message in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_folder_with_files_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "mine.txt").write_text("mine", encoding="utf-8")
    assert "new is not empty. Give a new folder." in init(tmp_path).stderr
    assert tree(tmp_path) == {"new/mine.txt": b"mine"}


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    assert init(tmp_path).returncode == 0
    assert (tmp_path / "new" / "start.py").is_file()


def test_without_a_terminal_it_names_the_answers_that_are_missing(
    tmp_path: Path, academy_command: str
) -> None:
    command = (*shlex.split(academy_command), "init", "new", "--name", "A", "--host", "none")
    done = subprocess.run(
        command, cwd=tmp_path, input="", capture_output=True, text=True, check=False
    )
    assert "Nobody is here to answer. Give --about, --area, --contact." in done.stderr


def test_at_a_terminal_it_asks_what_no_option_answers(tmp_path: Path, academy_command: str) -> None:
    ours, theirs = pty.openpty()
    command = (*shlex.split(academy_command), "init", "new", "--about", "What we tried.")
    with subprocess.Popen(
        command, cwd=tmp_path, stdin=theirs, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as started:
        os.write(ours, b"Kent\nDover\n\n\n")
        printed = started.communicate()[0].decode()
    os.close(ours)
    os.close(theirs)
    assert started.returncode == 0, printed
    asked = [line for line in printed.splitlines() if line.endswith("?") or "? " in line]
    assert asked == [
        "What is the academy called?",
        "> Which place is it about? You can add more later.",
        "> Where will its files be kept? Answer github, gitlab, azure or none.",
        " [none]> Where do people write to? An email address, a web page, or nothing.",
    ]
    settings = yaml.safe_load((tmp_path / "new" / "mkdocs.yml").read_text(encoding="utf-8"))
    assert (settings["site_name"], settings["site_description"]) == ("Kent", "What we tried.")


def test_this_repository_has_the_files_that_the_engine_gives_an_academy() -> None:
    vocabulary = default_vocabulary()
    files = {**dict(editor_files(vocabulary)), **dict(github_files(vocabulary))}
    for path, content in files.items():
        assert (PROJECT / path).read_bytes() == content, path
    gitlab = PROJECT / "generator" / "starter" / "files" / "gitlab" / "academy.yml"
    assert (PROJECT / ".gitlab" / "academy.yml").read_bytes() == gitlab.read_bytes()


def test_the_bundle_of_an_academy_without_a_date_is_named_for_today_and_says_none(
    tmp_path: Path,
) -> None:
    init(tmp_path)
    days = {date.today()}  # noqa: DTZ011 - as the program takes it
    done = run_academy("bundle", "--for", "none", folder=tmp_path / "new")
    assert done.returncode == 0, done.stdout + done.stderr
    days.add(date.today())  # noqa: DTZ011 - midnight may have passed
    (bundle,) = (tmp_path / "new" / "dist").iterdir()
    assert bundle.name in {f"suffolk-academy-{day.isoformat()}.zip" for day in days}
    with zipfile.ZipFile(bundle) as archive:
        first = archive.read("START HERE.html").decode() + archive.read("READ ME.txt").decode()
    assert "1980" not in first
    assert "last changed" not in first


def test_a_table_of_designs_gives_the_strength_that_each_supports() -> None:
    claims = default_page("claims.md")
    rows = [line.strip("| ").split(" | ") for line in claims.splitlines() if line.startswith("|")]
    stated = {row[0]: row[2] for row in rows if len(row) == 5}
    for design, level in DESIGN_LEVELS.items():
        strength = EVIDENCE_LEVELS.label(level)
        assert stated.get(DESIGNS.label(design), strength) == strength
