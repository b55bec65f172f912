"""What the documents say is there, is."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli.commands import COMMANDS, academy
from tests.commands import assert_known, commands_of
from tests.conftest import PROJECT
from tests.sites import FIRST_ACADEMY, run_academy

DOCUMENTS = sorted([*PROJECT.glob("*.md"), *(FIRST_ACADEMY / "site_src").glob("*.md")])


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_between_documents_lead_somewhere(document: Path) -> None:
    for link in re.findall(r"\]\(([^)#:]+)\)", document.read_text(encoding="utf-8")):
        # lists and reference pages are made by the program; the built site checks those
        made = document.parent.name == "site_src"
        assert made or (document.parent / link).exists(), link


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_commands_in_documents_are_commands(document: Path) -> None:
    for line in commands_of(document):
        assert_known(line)


def test_the_short_idea_on_the_share_page_is_a_sound_record(small_project: Path) -> None:
    text = (FIRST_ACADEMY / "site_src" / "share.md").read_text(encoding="utf-8")
    record = re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)[0]
    assert "darlington" in record
    record = record.replace("darlington", "ashby")
    (small_project / "prototypes" / "carers-cafe.yaml").write_text(record, encoding="utf-8")
    done = run_academy("check", folder=small_project)
    assert done.returncode == 0, done.stdout


def test_the_readme_names_every_command() -> None:
    readme = (PROJECT / "README.md").read_text(encoding="utf-8")
    for name in COMMANDS:
        assert f"start.py {name}" in readme
    assert CliRunner().invoke(academy, ["--help"]).exit_code == 0


def test_every_result_on_the_share_page_is_sound(small_project: Path) -> None:
    text = (FIRST_ACADEMY / "site_src" / "share.md").read_text(encoding="utf-8")
    measures = re.findall(r"```\n(measures:\n.*?)```", text, re.DOTALL)[0]
    measures = measures.replace("a-and-e-attendances", "days-at-home")
    record = f"title: Café\nareas: [ashby]\nsummary: A sentence.\n{measures}"
    (small_project / "prototypes" / "cafe.yaml").write_text(record, encoding="utf-8")
    done = run_academy("check", "prototypes/cafe.yaml", folder=small_project)
    assert done.returncode == 0, done.stdout


def test_vendored_files_are_the_ones_that_were_looked_at() -> None:
    for table in ("generator/theme/VENDORED.md", "tests/vendor/README.md"):
        text = (PROJECT / table).read_text(encoding="utf-8")
        rows = re.findall(r"^\| `([^`]+)` .*\| ([0-9a-f]{64}) \|$", text, re.MULTILINE)
        assert rows
        for name, digest in rows:
            data = (PROJECT / table).parent.joinpath(name).read_bytes()
            assert hashlib.sha256(data).hexdigest() == digest, name


def test_locks_hold_what_the_project_asks_for() -> None:
    wanted = (PROJECT / "pyproject.toml").read_text(encoding="utf-8")
    asked = re.findall(r'^  "([a-z0-9-]+)[>=]', wanted.lower().replace("_", "-"), re.MULTILINE)
    lock = (PROJECT / "requirements" / "dev.txt").read_text(encoding="utf-8").lower()
    for name in asked:
        assert re.search(rf"^{name}==", lock, re.MULTILINE), name
