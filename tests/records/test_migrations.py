"""Records of an earlier schema are brought up to this one, and not a word is lost."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.build.examine import examine
from generator.diagnostics import errors
from generator.model.kinds import KIND_OF
from generator.records.migrations import CURRENT_SCHEMA, MIGRATIONS, migrate_text
from tests.conftest import PROJECT
from tests.sites import FIRST_ACADEMY, run_academy, tree

OLD = """title: A thing  # as the sign says
areas: [ashby]
# what they told us
notes:
  - 'First: with a colon'
  - Second

# kept
note: Before
stage: idea
"""
NEW = """title: A thing  # as the sign says
areas: [ashby]
# what they told us
note: |-
  Before

  First: with a colon

  Second

# kept
stage: idea
"""


def migrate(text: str, kind: str = "prototype", path: str = "a.yaml", schema: int = 1) -> str:
    return migrate_text(KIND_OF[kind], text, path, schema)


def test_only_the_lines_concerned_change() -> None:
    assert migrate(OLD) == NEW


def test_what_is_migrated_stays_as_it_is() -> None:
    assert migrate(NEW) == NEW
    assert migrate(OLD, schema=CURRENT_SCHEMA) == OLD
    assert migrate(OLD, kind="practice") == OLD


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: T\nnotes:\n  - One\n", "title: T\nnote: One\n"),
        ("title: T\nnotes: []\n", "title: T\n"),
        ("title: T\nnotes:\nstage: idea\n", "title: T\nstage: idea\n"),
        ("notes: [One, Two]\ntitle: T\n", "note: |-\n  One\n\n  Two\ntitle: T\n"),
        ("title: [\n", "title: [\n"),
    ],
)
def test_every_shape(old: str, new: str) -> None:
    assert migrate(old) == new


def test_records_of_the_first_schema_are_sound_after_it(first_project: Path) -> None:
    """The two that had notes, as they were written then."""
    record = first_project / "prototypes" / "south-tees-improve.yaml"
    text = record.read_text("utf-8")
    [note] = re.findall(r"^note: (.*)\n", text, re.MULTILINE)
    record.write_text(text.replace(f"note: {note}\n", f"notes:\n  - {note}\n"), "utf-8")
    (first_project / "registry" / "schema.yaml").write_text("schema: 1\n", "utf-8")
    before = [one.code for one in errors(examine(first_project)[1])]
    assert before == ["M202", "F137"]
    done = run_academy("migrate", folder=first_project)
    assert done.returncode == 0, done.stderr
    assert "From schema 1 to 3: 1 file changed." in done.stdout
    assert errors(examine(first_project)[1]) == ()
    assert record.read_text("utf-8") == text


@pytest.mark.parametrize(
    ("setting", "expected"),
    [
        ("schema: 2", "These records use schema 2, but this program reads schema 3."),
        ("schema: 99", "These records use schema 99, but this program reads schema 3."),
        ("schema: two", "This is not a schema version."),
        ("other: 2", "This is not a schema version."),
    ],
)
def test_another_schema_is_told_before_all_else(small: Path, setting: str, expected: str) -> None:
    (small / "registry" / "schema.yaml").write_text(setting + "\n", "utf-8")
    assert [one.message for one in errors(examine(small)[1])] == [expected]


def test_schema_2_needs_its_number_changed_and_nothing_else(first_project: Path) -> None:
    setting = first_project / "registry" / "schema.yaml"
    now = setting.read_text("utf-8")
    setting.write_text("schema: 2\n", "utf-8")
    before = tree(first_project)
    done = run_academy("migrate", folder=first_project)
    assert done.returncode == 0, done.stderr
    assert "From schema 2 to 3: no files changed." in done.stdout
    changed = {path for path, text in tree(first_project).items() if before.get(path) != text}
    assert changed == {"registry/schema.yaml"}
    assert setting.read_text("utf-8") == now


def test_every_schema_is_told_of() -> None:
    page = (PROJECT / "docs" / "schema.md").read_text("utf-8")
    assert max(step.to for step in MIGRATIONS) <= CURRENT_SCHEMA
    for number in range(1, CURRENT_SCHEMA + 1):
        assert f"\n| {number} |" in page
    written = (FIRST_ACADEMY / "registry" / "schema.yaml").read_text("utf-8")
    assert f"schema: {CURRENT_SCHEMA}\n" in written
