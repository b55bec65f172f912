"""Two search engines on the same site in one browser: ours, and the one that the theme brings."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import material
from material.plugins.search.plugin import Parser
from playwright.sync_api import Browser, Page, Route

Ask = Callable[[str], list[str]]  # a question → the addresses of the pages found, the best first
MOST = 20
_ARTICLE = re.compile(r"<article[^>]*>(.*)</article>", re.DOTALL)
_FOLDER = Path(material.__file__).parent / "templates/assets/javascripts"
# what the theme sets for English
_SETTINGS = {
    "lang": ["en"],
    "separator": r"[\s\-]+",
    "pipeline": ["stopWordFilter"],
    "fields": {"title": {"boost": 1000.0}, "text": {"boost": 1.0}, "tags": {"boost": 1000000.0}},
}


@cache
def search_page(browser: Browser, site: Path) -> Page:
    """A page of the site with our search in it, opened once for all who ask."""
    page = browser.new_page()
    page.goto((site / "about.html").as_uri())
    page.evaluate("academy.find.loadEngine()")
    return page


def ours(browser: Browser, site: Path, *, typing: bool = True) -> Ask:
    """Our search, from the site's folder, as somebody meets it who types, or who has finished."""
    page = search_page(browser, site)

    def ask(question: str) -> list[str]:
        script = """([question, most, typing]) => academy.find.search(question, typing)
            .then((found) => academy.find.loadDocuments(found.documents.slice(0, most)))
            .then((docs) => docs.map((doc) => doc.url))"""
        return list(page.evaluate(script, [question, MOST, typing]))

    return ask


def what_we_say(browser: Browser, site: Path) -> Callable[[str], str]:
    """What our search says it did not find."""
    page = search_page(browser, site)

    def ask(question: str) -> str:
        script = """async (question) => {
            const matches = await academy.find.search(question, false);
            const first = matches.documents.slice(0, 20);
            return academy.find.describeMatches(matches, await academy.find.loadDocuments(first));
        }"""
        return str(page.evaluate(script, question))

    return ask


def peers(browser: Browser, site: Path) -> Ask:
    """The theme's own search worker, with the index that its plugin would make of the site."""
    page = browser.new_page()
    page.route("http://peer.test/**", _served)
    page.goto("http://peer.test/")
    page.evaluate(
        """([config, docs]) => new Promise((done) => {
            window.worker = new Worker("worker.js");
            worker.onmessage = done;
            worker.postMessage({type: 0, data: {config, docs, options: {}}});
        })""",
        [_SETTINGS, sections(site)],
    )

    def ask(question: str) -> list[str]:
        # only the addresses leave the page: to hand over all that is found takes most of the time
        script = """([question, most]) => new Promise((done) => {
            worker.onmessage = (event) =>
                done(event.data.data.items.slice(0, most).map((item) => item[0].location));
            worker.postMessage({type: 2, data: question});
        })"""
        locations = page.evaluate(script, [question, MOST])
        return [str(location).partition("#")[0] for location in locations]

    return ask


def _served(route: Route) -> None:
    if route.request.url.endswith("worker.js"):
        worker = next(_FOLDER.glob("workers/search.*.min.js"))
        route.fulfill(body=worker.read_text("utf-8"), content_type="text/javascript")
    else:
        route.fulfill(body="<title>Peer</title>", content_type="text/html")


def sections(site: Path, every: int = 1) -> list[dict[str, str]]:
    """Every page, and every part of it with a heading, as the theme's plugin writes them.

    `every`: of so many pages only the first.
    """
    entries = []
    for file in sorted(site.rglob("*.html"))[::every]:
        article = _ARTICLE.search(file.read_text(encoding="utf-8"))
        if article is None or file.name.startswith("404"):
            continue
        parser = Parser()
        parser.feed(article.group(1))
        parser.close()
        url = file.relative_to(site).as_posix()
        parts = [one for one in parser.data if one.id or one.title]
        for number, part in enumerate(parts):
            title = "".join(part.title).strip()
            text = "".join(part.text).strip()
            location = url if number == 0 else f"{url}#{part.id}"
            entries.append({"location": location, "title": title, "text": text})
    return entries


def size_of(docs: list[dict[str, str]]) -> int:
    """The bytes of the file that the theme would load."""
    return len(json.dumps({"config": _SETTINGS, "docs": docs}).encode())


def text_of_pages(site: Path, every: int = 1) -> list[str]:
    """All that readers can read, part by part, without markup; of so many pages only the first."""
    texts = (f"{one['title']} {one['text']}" for one in sections(site, every))
    return [html.unescape(re.sub(r"<[^>]+>", " ", text)) for text in texts]
