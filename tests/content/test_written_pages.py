"""The hand-written pages of this repository's academy say what the program does."""

from __future__ import annotations

from generator.model.kinds.measure_words import DESIGN_LEVELS, DESIGNS, EVIDENCE_LEVELS
from tests.commands import assert_known, commands_of
from tests.conftest import PROJECT


def test_commands_on_pages_are_commands() -> None:
    for page in sorted((PROJECT / "site_src").rglob("*.md")):
        for command in commands_of(page):
            assert_known(command)


def test_a_table_of_designs_gives_the_strength_that_each_supports() -> None:
    about = (PROJECT / "site_src" / "about.md").read_text(encoding="utf-8")
    rows = [line.strip("| ").split(" | ") for line in about.splitlines() if line.startswith("|")]
    stated = {row[0]: row[2] for row in rows if len(row) == 5}
    for design, level in DESIGN_LEVELS.items():
        strength = EVIDENCE_LEVELS.label(level)
        assert stated.get(DESIGNS.label(design), strength) == strength
