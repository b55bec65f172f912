"""How many bytes and files a site has, at 1,000 records: both are the same on every machine.

An academy of 10,000 records then stays below 340 MB and 12,500 files. `python -m tests.bench`
says how long a build takes, which no test can hold.
"""

from __future__ import annotations

from pathlib import Path
from statistics import mean

import pytest

KB, MB = 1_000, 1_000_000
MOST_BYTES, MOST_FILES = 36 * MB, 1_440
MOST_OF_A_PAGE, MOST_OF_A_PRACTICE, USUAL_PRACTICE = 86 * KB, 86 * KB, 60 * KB
MOST_AT_FIRST = 60 * KB  # of a page of an academy with 350 records
MOST_AROUND_A_PAGE = 9 * KB  # head, header, footer and all that no record says


@pytest.fixture(scope="module")
def sizes(thousand_site: Path) -> dict[str, int]:
    """The bytes of each file, by its place in the site."""
    files = (file for file in thousand_site.rglob("*") if file.is_file())
    return {file.relative_to(thousand_site).as_posix(): file.stat().st_size for file in files}


def pages(sizes: dict[str, int], folder: str = "") -> dict[str, int]:
    return {
        url: size
        for url, size in sizes.items()
        if url.startswith(folder) and url.endswith(".html") and "/index" not in url
    }


def test_a_site_of_1000_records_is_small(sizes: dict[str, int]) -> None:
    assert sum(sizes.values()) <= MOST_BYTES
    assert len(sizes) <= MOST_FILES


def test_no_page_is_heavy(sizes: dict[str, int]) -> None:
    heavy = {url: size for url, size in sizes.items() if url.endswith(".html")}
    assert {url: size for url, size in heavy.items() if size > MOST_OF_A_PAGE} == {}


def test_no_page_of_the_first_academy_is_heavy(first_site: Path) -> None:
    pages = {page: page.stat().st_size for page in first_site.rglob("*.html")}
    assert {str(page): size for page, size in pages.items() if size > MOST_AT_FIRST} == {}


def test_the_pages_of_practices_are_light(sizes: dict[str, int]) -> None:
    practices = pages(sizes, "practices/")
    assert max(practices.values()) <= MOST_OF_A_PRACTICE
    assert mean(practices.values()) <= USUAL_PRACTICE


def test_what_stands_on_every_page_is_short(sizes: dict[str, int]) -> None:
    assert min(pages(sizes, "measures/").values()) <= MOST_AROUND_A_PAGE
