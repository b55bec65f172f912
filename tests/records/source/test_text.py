"""Bytes to text: what is let in, and the sentence that says why not."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from generator.records.source.file_text import (
    MAX_FILE_BYTES,
    decode_text,
    hidden_characters,
    read_text,
)
from tests.conftest import PROJECT

CODE_POINTS = json.loads(
    (PROJECT / "tests/corpora/own/unicode-controls.json").read_text(encoding="utf-8")
)
REFUSED = [int(row["cp"][2:], 16) for row in CODE_POINTS if row["policy"] == "reject"]
IN_EMOJI_ONLY = [int(row["cp"][2:], 16) for row in CODE_POINTS if row["policy"] != "reject"]
SURROGATE = 0xD800


def faults(data: bytes) -> list[tuple[str, int, int, str]]:
    text, findings = decode_text(data)
    assert (text is None) == bool(findings)
    return [(f.code, f.place.line, f.place.column, f.message) for f in findings]


def test_text_is_given_as_it_is() -> None:
    assert decode_text("title: Café, 你好, עברית\n".encode()) == ("title: Café, 你好, עברית\n", [])


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_line_ends_become_line_feeds(end: str) -> None:
    assert decode_text(f"a: 1{end}b: 2{end}".encode()) == ("a: 1\nb: 2\n", [])


def test_a_byte_order_mark_at_the_start_is_dropped() -> None:
    assert decode_text(b"\xef\xbb\xbftitle: One\n") == ("title: One\n", [])


def test_the_largest_file_is_read() -> None:
    assert decode_text(b"a" * MAX_FILE_BYTES) == ("a" * MAX_FILE_BYTES, [])


def test_a_larger_file_is_refused() -> None:
    message = "The file is 257 KB. The limit is 256 KB."
    assert faults(b"a" * (257 * 1024)) == [("F103", 1, 1, message)]


def test_one_byte_too_many_is_not_called_the_same_size() -> None:
    [(_, _, _, message)] = faults(b"a" * (MAX_FILE_BYTES + 1))
    assert message != "The file is 256 KB. The limit is 256 KB."


@pytest.mark.parametrize(
    ("data", "line", "column"),
    [
        (b"\xff", 1, 1),
        (b"title: caf\xe9\n", 1, 11),
        ("title: One\nnote: ö\n".encode("utf-16"), 1, 1),
        (b"a: 1\nb: \xc3\n", 2, 4),
        (b"a: 1\r\nb: \xc3\r\n", 2, 4),
        (b"a: \xed\xa0\x80\n", 1, 4),
    ],
)
def test_other_encodings_are_refused_where_they_start(data: bytes, line: int, column: int) -> None:
    message = "The file is not saved as UTF-8, so some letters cannot be read."
    assert faults(data) == [("F104", line, column, message)]


@pytest.mark.parametrize("code_point", [c for c in REFUSED if c != SURROGATE], ids=hex)
def test_each_hidden_character_is_refused_by_name(code_point: int) -> None:
    [(code, line, column, message)] = faults(f"a: 1\nb: x{chr(code_point)}y\n".encode())
    assert (code, line, column) == ("F105", 2, 5)
    assert message.startswith("There is a hidden character here: ")
    assert message.endswith(f" (U+{code_point:04X}).")


def test_a_lone_surrogate_is_not_utf_8() -> None:
    assert SURROGATE in REFUSED
    assert faults(chr(SURROGATE).encode("utf-8", "surrogatepass"))[0][0] == "F104"


@pytest.mark.parametrize("code_point", IN_EMOJI_ONLY, ids=hex)
def test_parts_of_emoji_are_refused_between_letters(code_point: int) -> None:
    assert faults(f"pay{chr(code_point)}pal".encode())[0][:3] == ("F105", 1, 4)


@pytest.mark.parametrize("emoji", ["❤️", "👩‍👧", "👩🏽‍⚕️", "🏴‍☠️", "👩‍❤️‍👨", "1️⃣", "↔️"])
def test_emoji_are_let_in(emoji: str) -> None:
    assert decode_text(f"title: {emoji} for you".encode()) == (f"title: {emoji} for you", [])


def test_each_hidden_character_is_named() -> None:
    assert hidden_characters("a\u200bb\u202ec\x1b") == [
        (1, "There is a hidden character here: zero width space (U+200B)."),
        (3, "There is a hidden character here: right-to-left override (U+202E)."),
        (5, "There is a hidden character here: control character (U+001B)."),
    ]


def test_only_the_first_twenty_are_reported() -> None:
    assert len(faults(b"\x00" * 1000)) == 20


def test_a_symbolic_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "real.yaml").write_text("title: One\n")
    (tmp_path / "link.yaml").symlink_to(tmp_path / "real.yaml")
    text, [fault] = read_text(tmp_path / "link.yaml")
    assert (text, fault.code, fault.message) == (None, "F101", "This is a symbolic link.")


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    text, [fault] = read_text(tmp_path / "pipe.yaml")
    assert (text, fault.code, fault.message) == (None, "F101", "This is not an ordinary file.")


def test_a_large_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    with (tmp_path / "large.yaml").open("wb") as file:
        file.truncate(50 * 1024**3)
    text, [fault] = read_text(tmp_path / "large.yaml")
    assert (text, fault.code) == (None, "F103")
    assert fault.message == "The file is 52428800 KB. The limit is 256 KB."


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    text, [fault] = read_text(tmp_path / "none.yaml")
    assert (text, fault.code) == (None, "F102")
    assert fault.message == "The file cannot be read: No such file or directory."
