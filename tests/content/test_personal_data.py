"""No file of this repository's academy holds anybody's e-mail address or telephone number.

The privacy gate refuses such files before all else; these patterns are a second, independent look.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from tests.conftest import PROJECT
from tests.sites import CONTENT

EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
TELEPHONE = re.compile(r"(?<![\d./:-])(?:\+44\s?\(?0?\)?|\(?0)[\s-]?[1-9](?:[\s()-]*\d){8,9}(?!\d)")


def content_files() -> Iterator[tuple[str, str]]:
    """Every file of the academy with its text."""
    for top in CONTENT:
        for file in sorted((PROJECT / top).rglob("*")):
            if file.is_file():
                yield file.relative_to(PROJECT).as_posix(), file.read_text("utf-8", "replace")


@pytest.mark.parametrize("pattern", [EMAIL, TELEPHONE], ids=["e-mail", "telephone"])
def test_no_contact_data(pattern: re.Pattern[str]) -> None:
    """PL02"""
    assert [
        (path, pattern.findall(text)) for path, text in content_files() if pattern.search(text)
    ] == []


@pytest.mark.parametrize(
    "text", ["0191 496 0000", "(0191) 4960000", "+44 191 496 0000", "07700 900123", "01632 960 001"]
)
def test_a_telephone_number_would_be_seen(text: str) -> None:
    assert TELEPHONE.search(f"Call {text} now")
