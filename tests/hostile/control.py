"""The same attacks with nothing to stop them: if these do not run, the harness sees nothing."""

from __future__ import annotations

import html
from collections.abc import Iterable
from pathlib import Path

from markdown_it import MarkdownIt

from tests.hostile.watch import Watch

# every place that careless templates leave open; the first takes the attack as it is
_RAW = """<!doctype html><meta charset=utf-8><title>x</title>
<div>{raw}</div>
<div>{markdown}</div>
<input value="{raw}"><input value='{raw}'><a href="{raw}">x</a>
<a href="{escaped}" {raw}>x</a>
<script>{raw}</script><script>var x = '{raw}';</script><script>var x = "{raw}";</script>
"""


def careless() -> MarkdownIt:
    """Markdown with everything let through."""
    parser = MarkdownIt("commonmark", {"html": True}).enable("table")
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005
    return parser


def write_control(folder: Path, attacks: Iterable[str]) -> dict[str, Path]:
    """A page for each attack."""
    parser = careless()
    folder.mkdir(parents=True)
    pages = {}
    for number, attack in enumerate(attacks):
        page = folder / f"{number}.html"
        parts = {"raw": attack, "markdown": parser.render(attack), "escaped": html.escape(attack)}
        page.write_bytes(_RAW.format(**parts).encode("utf-8", "surrogatepass"))
        pages[attack] = page
    return pages


def run_control(watch: Watch, pages: dict[str, Path]) -> set[str]:
    """The attacks that ran: those alone of which a hook told, by the page it stands in."""
    for page in pages.values():
        watch.open(page.as_uri())
        watch.run("academyTry()")
        watch.run("new Promise((done) => setTimeout(done, 20))")  # an address that is script
    return {one for one, page in pages.items() if watch.ran.get(page.as_uri())}
