"""Each edit changes one record in one way, and the academy can still be built."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.checks import run_checks
from generator.diagnostics import errors
from generator.records.catalogue import Catalogue, read_catalogue
from tests.bench.speed.bars import ADDED, REMOVED, STAGE, TEXT, TITLE
from tests.bench.speed.edits import EDITS, record_of
from tests.bench.synth import write_academy


@pytest.fixture(scope="module")
def states(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Catalogue, Catalogue]]:
    """What the academy was before and after each edit, the second time it is made."""
    root = tmp_path_factory.mktemp("edits") / "academy"
    write_academy(60, root)
    record, states = record_of(root), {}
    for number in (1, 2):
        for edit, make in EDITS.items():
            before = sound(root)
            make(record, number)
            states[edit] = before, sound(root)
    return states


def sound(root: Path) -> Catalogue:
    catalogue, findings = read_catalogue(root)
    assert errors((*findings, *run_checks(catalogue))) == ()
    return catalogue


@pytest.mark.parametrize(
    ("edit", "fields"),
    [(TEXT, {"summary"}), (TITLE, {"title"}), (STAGE, {"stage", "history"})],
)
def test_one_record_says_something_else(
    states: dict[str, tuple[Catalogue, Catalogue]], edit: str, fields: set[str]
) -> None:
    before, after = states[edit]
    assert before.records.keys() == after.records.keys()
    changed = [one for one in after.records.values() if before.records[one.id] != one]
    assert len(changed) == 1
    old, new = before.records[changed[0].id], changed[0]
    assert {name for name in fields | {"areas"} if getattr(old, name) != getattr(new, name)} == (
        fields
    )


def test_what_was_added_is_removed_again(states: dict[str, tuple[Catalogue, Catalogue]]) -> None:
    before, after = states[ADDED]
    added = after.records.keys() - before.records.keys()
    assert added
    assert all(one.endswith("-added") for one in added)
    assert states[REMOVED][1].records.keys() == before.records.keys()
