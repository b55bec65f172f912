"""What opening pages costs their reader: `python -m tests.bench.reader SITE [SITE …]`.

Each site is a folder that was built. Pages are opened from `file://` in a Chromium that has loaded
nothing: the bytes and files of the page and all that it loads, and the longest time in which it
could not be used, in milliseconds on this machine (https://www.w3.org/TR/longtasks-1/ counts those
over 50). The heaviest page of each family is tried; the command fails when a bar is not met.
"""

from __future__ import annotations

import statistics
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser

from tests.bench.search import print_tables

RUNS = 5
LONGEST_TASK, SETTLED = 50, 500  # milliseconds
# folders whose pages are all of a sort, and single pages
FAMILIES = ("prototypes", "practices", "areas", "adoptions", "measures", "outcomes", "boards")
SINGLE = (
    "index.html",
    "prototypes/index.html",
    "measures/index.html",
    "spread/index.html",
    "spread/network.html",
    "evidence/index.html",
    "find/index.html",
)
_WATCH = """window.longest = 0;
new PerformanceObserver((list) => {
    for (const task of list.getEntries()) window.longest = Math.max(window.longest, task.duration);
}).observe({ type: "longtask", buffered: true });"""


@dataclass(frozen=True, slots=True)
class Cost:
    """A page: bytes of its own, of all that it loads, how many files, its longest task in ms."""

    url: str
    own: int
    loaded: int
    files: int
    longest: float


def chosen(site: Path) -> Iterator[str]:
    """The single pages, and the heaviest page of each family."""
    yield from (url for url in SINGLE if (site / url).is_file())
    for family in FAMILIES:
        pages = [one for one in (site / family).glob("*.html") if not one.stem.startswith("index")]
        if pages:
            heaviest = max(pages, key=lambda page: (page.stat().st_size, page.name))
            yield heaviest.relative_to(site).as_posix()


def cost(browser: Browser, site: Path, url: str) -> Cost:
    """One page, `RUNS` times in a fresh browser."""
    runs = [_once(browser, site, url) for _ in range(RUNS)]
    longest = statistics.median(run.longest for run in runs)
    return Cost(url, runs[0].own, runs[0].loaded, runs[0].files, longest)


def _once(browser: Browser, site: Path, url: str) -> Cost:
    context = browser.new_context()
    context.add_init_script(_WATCH)
    page = context.new_page()
    asked: set[str] = set()
    page.on("request", lambda request: asked.add(request.url))
    page.goto((site / url).as_uri())
    page.wait_for_timeout(SETTLED)
    longest = float(page.evaluate("window.longest"))
    context.close()
    sizes = [Path(one.removeprefix("file://")).stat().st_size for one in asked]
    return Cost(url, (site / url).stat().st_size, sum(sizes), len(sizes), longest)


def table(browser: Browser, site: Path) -> tuple[list[str], bool]:
    """The lines for one site, and whether it keeps the bar."""
    costs = [cost(browser, site, url) for url in chosen(site)]
    lines = [f"{site}: opening a page"]
    lines += [
        f"  {one.url}: {one.own / 1000:,.0f} KB, with all it loads {one.loaded / 1000:,.0f} KB in "
        f"{one.files} files; {_blocked(one.longest)}"
        for one in costs
    ]
    return lines, all(one.longest <= LONGEST_TASK for one in costs)


def _blocked(longest: float) -> str:
    # shorter tasks are not reported at all
    return f"longest task {longest:.0f} ms" if longest else f"no task over {LONGEST_TASK} ms"


if __name__ == "__main__":
    sys.exit(print_tables(sys.argv[1:], table))
