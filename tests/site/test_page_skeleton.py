"""The skeleton around the content of every page is our own, and holds nothing dead."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.site.theme_files import USED_CLASSES

# parts of Material for MkDocs that do nothing without its scripts
_DEAD = re.compile(r"md-overlay|md-dialog|md-toggle|__drawer|__search|data-md-")
_CLASSES = re.compile(r'class="([^"]*)"')
_EMPTY = re.compile(r"<(p|div|ul|nav|aside)\b[^>]*>\s*</\1>")
_SKIP = re.compile(r'<body>\s*<a class="md-skip" href="#([^"]+)">')


@pytest.fixture(scope="module")
def pages(first_site: Path) -> dict[str, str]:
    """Every page that has a header, by its URL."""
    texts = {
        file.relative_to(first_site).as_posix(): file.read_text(encoding="utf-8")
        for file in first_site.rglob("*.html")
    }
    return {url: text for url, text in texts.items() if '<header class="la-header"' in text}


def test_no_page_holds_a_dead_part_of_the_theme(pages: dict[str, str]) -> None:
    assert len(pages) > 100
    assert {url: dead[0] for url, text in pages.items() if (dead := _DEAD.search(text))} == {}


def test_pages_use_the_classes_of_the_theme_whose_rules_are_kept(pages: dict[str, str]) -> None:
    names = {
        name
        for text in pages.values()
        for found in _CLASSES.findall(text)
        for name in found.split()
    }
    assert {name for name in names if name.startswith("md-")} == set(USED_CLASSES)


def test_nothing_around_the_content_is_empty(pages: dict[str, str]) -> None:
    for url, text in pages.items():
        before, _, rest = text.partition("<article")
        after = rest.partition("</article>")[2]
        assert _EMPTY.search(before + after) is None, url


def test_every_page_has_one_main_part_and_a_link_that_skips_to_it(pages: dict[str, str]) -> None:
    for url, text in pages.items():
        skip = _SKIP.search(text)
        assert skip, url
        main = text.partition("<main")[2].partition("</main>")[0]
        assert f'id="{skip[1]}"' in main, url
        assert text.count("<main") == 1, url
