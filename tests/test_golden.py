"""The small academy's pages as they were last looked at and blessed.

Run with `--bless` after reading the difference, to make the present pages the golden ones.
"""

from __future__ import annotations

import difflib
import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.conftest import PROJECT
from tests.sites import tree

GOLDEN = PROJECT / "tests" / "golden"
_OWN = (
    re.compile(r"<title>.*?</title>"),
    re.compile(r'<meta name="description".*?>'),
    re.compile(r'<nav class="la-contents la-contents--beside".*?</nav>', re.DOTALL),
    re.compile(r"<article.*?</article>", re.DOTALL),
)
_DATA = re.compile(r'<script type="application/ld\+json">.*?</script>')
# the theme's own files, and the manifest, which follows from all others
_NOT_OURS = re.compile(r"assets/(stylesheets|academy)/|manifest\.json")


def own(url: str, page: bytes) -> bytes:
    """What is a page's own: title, description, contents and article; of Home, the whole."""
    text = page.decode()
    if url != "index.html":
        parts = (part for pattern in (*_OWN, _DATA) for part in pattern.findall(text))
        text = "\n".join(parts) + "\n"
    return re.sub(r"\n\s*\n+", "\n", text).encode()


def dump(data: bytes) -> bytes:
    """A database as the statements that make it again: a difference in it can be read."""
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(data)
        return "\n".join(database.iterdump()).encode() + b"\n"


def golden_of(url: str, data: bytes) -> bytes:
    if url.endswith(".sqlite"):
        return dump(data)
    return own(url, data) if url.endswith(".html") else data


def present(site: Path) -> dict[str, bytes]:
    """Every page and data file of the site; the theme's own files are not ours to bless."""
    files = tree(site)
    return {url: golden_of(url, data) for url, data in files.items() if not _NOT_OURS.match(url)}


def test_pages_are_as_blessed(small_site: Path, request: pytest.FixtureRequest) -> None:
    now = present(small_site)
    if request.config.getoption("--bless"):
        shutil.rmtree(GOLDEN, ignore_errors=True)
        for url, data in now.items():
            (GOLDEN / url).parent.mkdir(parents=True, exist_ok=True)
            (GOLDEN / url).write_bytes(data)
    golden = tree(GOLDEN)
    assert sorted(now) == sorted(golden)
    for url, data in now.items():
        difference = "\n".join(
            difflib.unified_diff(
                golden[url].decode().splitlines(), data.decode().splitlines(), "golden", url, n=1
            )
        )
        assert not difference, difference
