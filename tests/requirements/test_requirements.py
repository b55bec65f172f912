"""Each requirement's own check, as a reader of the first academy would make it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.readable import words_in
from tests.requirements.table import DOCUMENT, document, requirements

FOUND = requirements()
_GROUPS = {"PR": 15, "PP": 4, "AD": 16, "ME": 15, "BG": 7, "LE": 18, "PL": 9}
_ALL = {f"{group}{number:02}" for group, count in _GROUPS.items() for number in range(1, count + 1)}


def text_of(page: Path) -> str:
    """What the page says, with single spaces; a term that is explained stays in its sentence."""
    text = page.read_text(encoding="utf-8").partition("<article")[2].partition("</article>")[0]
    text = re.sub(r'<a class="la-term"[^>]*>(.*?)</a>', r"\1", text)
    return words_in(text)


@pytest.mark.parametrize("code", FOUND)
def test_a_requirement_is_met_where_the_table_says(first_site: Path, code: str) -> None:
    text = text_of(first_site / FOUND[code].page)
    missing = [one for one in FOUND[code].says if one not in text]
    assert not missing, f"{FOUND[code].page} does not say {missing}: {text[:3000]}"


def test_every_requirement_is_in_the_table() -> None:
    assert len(_ALL) == 84
    assert set(FOUND) == _ALL


def test_the_table_in_the_documents_is_this_one(request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--bless"):
        DOCUMENT.write_text(document(), encoding="utf-8")
    assert DOCUMENT.read_text(encoding="utf-8") == document()
