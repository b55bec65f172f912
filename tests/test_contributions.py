"""What people add, change and delete in the academy fails no test of the engine."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.build.examine import examine
from generator.diagnostics import errors
from tests.contributions import (
    Change,
    add_records,
    change_pages,
    change_titles,
    copy_repository,
    delete_records,
    empty_academy,
    fill_in_reviews,
    pytest_in,
)

CONTENT = "tests/content"
# quick tests of the engine that read an academy of their own
SAMPLE = ("tests/test_first_academy.py", "tests/test_docs.py")
ENGINE = ("tests", "--ignore=tests/content", "--ignore=tests/test_contributions.py")

ADDED = (add_records, fill_in_reviews)
EMPTIED = (empty_academy, change_pages)
# what is said of the documents is gone here, so that only the engine has to bear it
CHANGED = (*ADDED, change_titles, change_pages, delete_records)


def changed(target: Path, *changes: Change) -> Path:
    """The repository after some changes of its academy."""
    root = copy_repository(target)
    for change in changes:
        change(root)
    return root


@pytest.mark.parametrize("changes", [ADDED, EMPTIED], ids=["added", "emptied"])
def test_the_content_is_sound_and_a_sample_of_the_engine_passes(
    changes: tuple[Change, ...], tmp_path: Path
) -> None:
    root = changed(tmp_path / "academy", *changes)
    assert errors(examine(root)[1]) == ()
    done = pytest_in(root, CONTENT, *SAMPLE)
    assert done.returncode == 0, done.stdout


def test_a_record_of_the_documents_that_is_gone_is_missed(tmp_path: Path) -> None:
    root = changed(tmp_path / "academy", delete_records)
    done = pytest_in(root, CONTENT)
    assert done.returncode == 1, done.stdout
    assert "test_no_record_of_the_documents_is_missing[prototype]" in done.stdout


@pytest.mark.proof
@pytest.mark.parametrize("changes", [CHANGED, EMPTIED], ids=["changed", "emptied"])
def test_every_test_of_the_engine_passes(changes: tuple[Change, ...], tmp_path: Path) -> None:
    root = changed(tmp_path / "academy", *changes)
    done = pytest_in(root, *ENGINE, "-n", "2", "--dist", "worksteal")
    assert done.returncode == 0, done.stdout
