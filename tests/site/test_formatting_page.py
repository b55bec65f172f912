"""The page that shows how to format text: each example is markup that the academy reads."""

from __future__ import annotations

from html import unescape
from pathlib import Path

import pytest


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("**Bold**, *italic* and ~~struck out~~.", "<strong>Bold</strong>, <em>italic</em>"),
        ("~~struck out~~", "<s>struck out</s>"),
        ("1. Ask first.", "<ol>\n<li>Ask first.</li>"),
        ("• Pasted from Word", "<li>Pasted from Word</li>"),
        ("- [x] Staff trained", "Staff trained</li>"),
        ("Or: https://example.org", '<a href="https://example.org"'),
        ("| 2019 | 40 |", "<td>2019</td>"),
        ("[^count]: We counted", 'class="la-notes"'),
        (": An area that helps", "<dd>An area that helps another to start.</dd>"),
        ("> We ask first", "<blockquote>\n<p>We ask first"),
    ],
)
def test_each_example_is_shown_as_written_and_as_read(
    written: str, shown: str, small_site: Path
) -> None:
    page = (small_site / "reference" / "formatting.html").read_text(encoding="utf-8")
    assert written in unescape(page)
    assert shown in page
