"""What people add, change and delete in the academy fails no test of the engine."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.build.examine import examine
from generator.diagnostics import errors
from tests.contributions import (
    Change,
    add_records,
    change_pages,
    change_titles,
    commit_all,
    copy_repository,
    delete_records,
    empty_academy,
    fill_in_reviews,
    put_back,
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


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the repository, which each test puts back."""
    return copy_repository(tmp_path_factory.mktemp("repository") / "academy")


@pytest.fixture
def changed(copied: Path) -> Iterator[Callable[..., Path]]:
    """Gives the repository after some changes of its academy."""

    def apply(*changes: Change) -> Path:
        for change in changes:
            change(copied)
        return copied

    yield apply
    put_back(copied)


@pytest.mark.parametrize("changes", [ADDED, EMPTIED], ids=["added", "emptied"])
def test_the_content_is_sound_and_a_sample_of_the_engine_passes(
    changed: Callable[..., Path], changes: tuple[Change, ...]
) -> None:
    root = changed(*changes)
    assert errors(examine(root)[1]) == ()
    done = pytest_in(root, CONTENT, *SAMPLE)
    assert done.returncode == 0, done.stdout


def test_a_record_of_the_documents_that_is_gone_is_missed(changed: Callable[..., Path]) -> None:
    done = pytest_in(changed(delete_records), CONTENT, "-k", "no_record_of_the_documents")
    assert done.returncode == 1, done.stdout
    assert "test_no_record_of_the_documents_is_missing[prototype]" in done.stdout


@pytest.mark.proof
@pytest.mark.parametrize("changes", [CHANGED, EMPTIED], ids=["changed", "emptied"])
def test_every_test_of_the_engine_passes(
    changed: Callable[..., Path], changes: tuple[Change, ...]
) -> None:
    root = changed()
    if not (root / ".git").exists():
        commit_all(root)
    changed(*changes)
    done = pytest_in(root, *ENGINE, "-n", "2", "--dist", "worksteal")
    assert done.returncode == 0, done.stdout
