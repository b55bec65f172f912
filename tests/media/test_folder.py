"""The media folder holds files of known types, whose names every system can store."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from generator.build.examine import examine
from generator.diagnostics import Diagnostic
from generator.model.fields.media import PICTURE_FILE, media_name_fault, plain_media_name
from generator.model.fields.types import PictureFile
from generator.publish import write_file
from generator.publish.verify.file_names import name_fault
from generator.records.catalogue import read_catalogue
from tests.media.samples import SAMPLES

FILE: TypeAdapter[str] = TypeAdapter(PictureFile)


def findings(root: Path) -> list[Diagnostic]:
    return list(read_catalogue(root)[1])


@pytest.mark.parametrize(
    ("name", "code", "hint"),
    [
        ("my team.png", "F150", "my-team.png"),
        ("café.png", "F150", "caf.png"),
        ("aux.png", "F150", "file-aux.png"),
        ("con/team.png", "F150", "team.png"),
        ("a\\b.png", "F150", "a-b.png"),
        ("x" * 101 + ".png", "F150", "x" * 60 + ".png"),
        ("team.gif", "F153", "Save it as one of these"),
        ("team", "F153", "Save it as one of these"),
        ("page.html", "F153", "Save it as one of these"),
    ],
)
def test_a_strange_name_is_refused(small: Path, name: str, code: str, hint: str) -> None:
    write_file(small / "media", name, SAMPLES["png"]())
    (finding,) = findings(small)
    assert (finding.path[:6], finding.line, finding.code) == ("media/", 1, code)
    assert hint in finding.hint


def test_a_link_is_not_followed(small: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.png"
    secret.write_bytes(SAMPLES["png"]())
    (small / "media").mkdir()
    (small / "media" / "team.png").symlink_to(secret)
    os.mkfifo(small / "media" / "pipe.png")
    assert [(one.path, one.code) for one in findings(small)] == [
        ("media/pipe.png", "F151"),
        ("media/team.png", "F151"),
    ]


def test_a_linked_folder_is_not_read(small: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (small / "media").symlink_to(tmp_path / "elsewhere")
    assert [(one.path, one.code) for one in findings(small)] == [("media", "F151")]


def test_names_that_are_one_on_windows_are_refused(small: Path) -> None:
    for name in ("Team.png", "team.PNG"):
        write_file(small / "media", name, SAMPLES["png"]())
    (finding,) = findings(small)
    assert (finding.path, finding.code) == ("media/team.PNG", "F152")
    assert "“media/Team.png”" in finding.message


def test_a_misspelt_folder_is_reported(small: Path) -> None:
    write_file(small / "Media", "team.png", SAMPLES["png"]())
    assert [(one.path, one.code) for one in findings(small)] == [("Media", "F133")]


def test_what_a_system_left_is_a_warning(small: Path) -> None:
    write_file(small / "media", "Thumbs.db", b"x")
    write_file(small / "media", ".gitkeep", b"")
    assert [(one.path, one.code) for one in findings(small)] == [("media/Thumbs.db", "F138")]


def test_a_name_that_tells_of_a_person_is_refused_and_not_repeated(small: Path) -> None:
    write_file(small / "media", "943 476 5919.png", SAMPLES["png"]())
    _, findings_now = examine(small)
    assert {one.code for one in findings_now} >= {"P103", "F150"}
    assert not [one for one in findings_now if "476" in one.as_text()]


@given(st.text(max_size=40) | st.from_regex(r"media/[\w .\\/~-]{0,30}(\.png)?", fullmatch=True))
def test_a_path_that_is_taken_is_safe_everywhere(text: str) -> None:
    try:
        path = FILE.validate_python(text)
    except ValidationError:
        return
    assert path.isascii()
    assert os.path.normpath(path) == path
    assert path.startswith("media/")
    assert name_fault(f"{path}.card.0123456789.webp") == ""
    assert media_name_fault(path.removeprefix("media/")) == ""


@given(st.text(min_size=1, max_size=120))
def test_the_nearest_name_is_always_taken(name: str) -> None:
    stem = name.rpartition("/")[2].replace("/", "")
    near = plain_media_name(f"{stem}.png")
    assert PICTURE_FILE.fullmatch(f"media/{near}"), near
