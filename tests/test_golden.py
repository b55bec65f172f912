"""The site of the small academy as it was last read and blessed, in files that a reviewer reads.

`pages/` holds the words of every page, one file for each folder of the site; `markup/` a few whole
pages; `data/` one file of each format; `find.txt` the search index, decoded; `form.json` what the
form is made from; `urls.txt` every file. Run with `--bless` after reading the differences.
"""

from __future__ import annotations

import difflib
import re
import shutil
from pathlib import Path

import pytest

from tests.conftest import PROJECT
from tests.readable import database_text, form_text, indented, index_text, page_text
from tests.sites import tree

GOLDEN = PROJECT / "tests" / "golden"
# a page with its head and menu, one with nearly all blocks, a list, a figure and a form
MARKUP = (
    *("index.html", "prototypes/ashby-visits.html", "prototypes/index.html"),
    *("evidence/index.html", "share/principle.html"),
)
DATA = (
    *("data/csv/prototypes.csv", "data/csv/relations/uses.csv", "data/feed.xml"),
    *("data/graph.graphml", "data/graph.json", "data/insights.json", "data/records.json"),
    *("data/schema/principle.schema.json", "academy-site.txt"),
)
# the theme's own files are not ours to bless; the names of some hold the hash of the theme
_NOT_OURS = re.compile(r"assets/(stylesheets|academy)/")


def golden_texts(site: dict[str, bytes]) -> dict[str, str]:
    """Return each golden file's text, by its name, for a built site."""
    ours = {url: data for url, data in site.items() if not _NOT_OURS.match(url)}
    texts = {url: data.decode() for url, data in ours.items() if not url.endswith(".sqlite")}
    pages = {url: text for url, text in texts.items() if url.endswith(".html")}
    golden = {f"markup/{url}": without_blank_lines(pages[url]) for url in MARKUP}
    golden |= {f"data/{url.removeprefix('data/')}": lined(url, texts[url]) for url in DATA}
    golden["data/academy.sql"] = database_text(ours["data/academy.sqlite"])
    golden["find.txt"] = index_text(scripts_of("find", texts))
    golden["form.json"] = form_text(scripts_of("share", texts))
    golden["urls.txt"] = "\n".join(sorted(ours)) + "\n"
    for url, page in sorted(pages.items()):
        folder = f"pages/{url.partition('/')[0] if '/' in url else 'top'}.txt"
        golden[folder] = f"{golden.get(folder, '')}\n=== {url}\n{page_text(page)}"
    return golden


def scripts_of(folder: str, texts: dict[str, str]) -> dict[str, str]:
    """Return the scripts of a folder of the site, by their addresses."""
    return {url: text for url, text in texts.items() if re.fullmatch(rf"{folder}/[^/]+\.js", url)}


def without_blank_lines(text: str) -> str:
    # a golden page does not change with every script and style
    named = re.sub(r"\.[0-9a-f]{10}\.(css|js)\b", r".HASH.\1", text)
    return re.sub(r"\n\s*\n+", "\n", named)


def lined(url: str, text: str) -> str:
    """Return a data file with lines that can be compared: JSON comes on a single one."""
    return indented(text) + "\n" if url.endswith(".json") else text


def differences(golden: dict[str, str], now: dict[str, str]) -> str:
    """Return how all files differ, as one unified diff; empty when none does."""
    return "\n".join(
        line
        for name in sorted(golden.keys() | now.keys())
        for line in difflib.unified_diff(
            golden.get(name, "").splitlines(),
            now.get(name, "").splitlines(),
            f"golden/{name}" if name in golden else "no golden file",
            f"now/{name}" if name in now else "no longer made",
            n=1,
            lineterm="",
        )
    )


def bless(texts: dict[str, str], folder: Path) -> None:
    """Make these texts the golden files."""
    shutil.rmtree(folder, ignore_errors=True)
    for name, text in texts.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(text.encode())


def test_the_site_is_as_blessed(small_site: Path, request: pytest.FixtureRequest) -> None:
    now = golden_texts(tree(small_site))
    if request.config.getoption("--bless"):
        bless(now, GOLDEN)
    golden = {name: data.decode() for name, data in tree(GOLDEN).items()}
    differing = differences(golden, now)
    assert not differing, (
        f"{differing}\n\nThe site differs from tests/golden. If you meant all of this, run\n"
        "    python start.py test tests/test_golden.py --bless"
    )


def test_all_differences_show_at_once() -> None:
    differing = differences({"a": "one\n", "b": "two\n", "gone": "x\n"}, {"a": "1\n", "b": "2\n"})
    for line in ("-one", "+1", "-two", "+2", "--- golden/gone", "+++ no longer made"):
        assert line in differing.splitlines()
    assert differences({"a": "one\n"}, {"a": "one\n"}) == ""
