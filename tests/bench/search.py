"""What a search costs its reader: `python -m tests.bench.search SITE [SITE …]` prints a table.

Each site is a folder that was built. Times are milliseconds in Chromium on this machine, from
`file://`: the median of several runs, each in a browser that has loaded nothing yet. Sizes are
bytes of files. The bars are those of the design; the command fails when one is not met.
"""

from __future__ import annotations

import statistics
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.chromium import chromium_path
from tests.site.find.engines import text_of_pages

QUERIES = ("care", "integrated care", "has anyone tried pooled budgets", "dementai", "hospital adm")
RUNS = 3
FIRST_KEY, FIRST_LOAD, UNSEARCHED = 150, 700_000, 50_000
_SEARCH = """async (query) => {
    const start = performance.now();
    await academy.find.loadEngine();
    const found = await academy.find.search(query, true);
    await academy.find.loadDocuments(found.documents.slice(0, 8));
    const first = performance.now() - start;
    const again = performance.now();
    await academy.find.search(query.slice(0, -1), true);
    return [first, performance.now() - again, found.documents.length];
}"""


@dataclass(frozen=True)
class Cost:
    """One query on a site nobody has searched: the first answer, the next key, and the load."""

    query: str
    hits: int
    first: float
    key: float
    loaded: int


def costs(browser: Browser, site: Path) -> Iterator[Cost]:
    """Each query, `RUNS` times in a fresh browser."""
    for query in QUERIES:
        runs = [_cost(browser, site, query) for _ in range(RUNS)]
        yield Cost(
            query,
            runs[0].hits,
            statistics.median(run.first for run in runs),
            statistics.median(run.key for run in runs),
            runs[0].loaded,
        )


def _cost(browser: Browser, site: Path, query: str) -> Cost:
    context = browser.new_context()
    page = context.new_page()
    page.goto((site / "about.html").as_uri())
    asked: set[str] = set()
    page.on("request", lambda request: asked.add(request.url))
    first, key, hits = page.evaluate(_SEARCH, query)
    context.close()
    return Cost(query, int(hits), first, key, sum(map(_size, asked)))


def unsearched(page: Page, site: Path) -> int:
    """The bytes that search adds to a page on which nobody searches."""
    asked: set[str] = set()
    page.on("request", lambda request: asked.add(request.url))
    page.goto((site / "about.html").as_uri())
    return sum(_size(url) for url in asked if "/find/" in url)


def _size(url: str) -> int:
    return Path(url.removeprefix("file://")).stat().st_size


def table(browser: Browser, site: Path) -> tuple[list[str], bool]:
    """The lines for one site, and whether it keeps every bar."""
    all_costs = list(costs(browser, site))
    index = sum(file.stat().st_size for file in (site / "find").glob("*.js"))
    text = sum(len(part.encode()) for part in text_of_pages(site))
    waiting = unsearched(browser.new_page(), site)
    lines = [f"{site}: index {index:,} bytes, {index / text:.0%} of the text on its pages"]
    lines.append(f"  a page that is not searched: {waiting:,} bytes")
    lines += [
        f"  {one.query!r}: {one.hits:,} found, first answer {one.first:.0f} ms, "
        f"next key {one.key:.0f} ms, {one.loaded:,} bytes loaded"
        for one in all_costs
    ]
    kept = all(one.key <= FIRST_KEY and one.loaded <= FIRST_LOAD for one in all_costs)
    return lines, kept and waiting <= UNSEARCHED and index * 3 <= text


def print_tables(sites: list[str], table: Callable[[Browser, Path], tuple[list[str], bool]]) -> int:
    """Print what `table` finds on each site; the exit code, 1 where one misses a bar."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=["--no-sandbox"])
        results = [table(browser, Path(site).resolve()) for site in sites]
        browser.close()
    for lines, _ in results:
        sys.stdout.write("\n".join(lines) + "\n")
    return 0 if all(kept for _, kept in results) else 1


if __name__ == "__main__":
    sys.exit(print_tables(sys.argv[1:], table))
