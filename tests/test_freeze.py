"""The frozen copy of an academy is refreshed in one step, and loses nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.freeze import Refreshed, refresh_copy


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """An academy and its frozen copy, which differ in every way."""
    texts = {
        "academy/mkdocs.yml": "the same",
        "copy/mkdocs.yml": "the same",
        "academy/prototypes/changed.yaml": "now",
        "copy/prototypes/changed.yaml": "then",
        "academy/prototypes/new.yaml": "new",
        "copy/prototypes/gone.yaml": "gone",
        "copy/README.md": "of the copy itself",
    }
    for name, text in texts.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path / "academy", tmp_path / "copy"


def test_what_the_copy_holds_gets_its_present_text(folders: tuple[Path, Path]) -> None:
    done = refresh_copy(*folders)
    assert done == Refreshed(("prototypes/changed.yaml",), ("prototypes/gone.yaml",))
    assert (folders[1] / "prototypes/changed.yaml").read_text(encoding="utf-8") == "now"
    assert (folders[1] / "prototypes/gone.yaml").exists()
    assert not (folders[1] / "prototypes/new.yaml").exists()


def test_a_file_is_added_when_it_is_named(folders: tuple[Path, Path]) -> None:
    assert "prototypes/new.yaml" in refresh_copy(*folders, ("prototypes/new.yaml",)).copied
    assert (folders[1] / "prototypes/new.yaml").read_text(encoding="utf-8") == "new"


def test_a_second_time_there_is_nothing_to_do(folders: tuple[Path, Path]) -> None:
    refresh_copy(*folders)
    assert refresh_copy(*folders).copied == ()
