"""What a site holds as text that a reviewer can read: pages, index and scripts, decoded."""

from __future__ import annotations

import json
import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import closing
from html import unescape
from html.parser import HTMLParser
from typing import Any

from generator.site.find.encoding import HALF, SYMBOLS, decode_terms

_TAKE = re.compile(r"academy\.(?:find|share)\.addPart\((.*)\);\n", re.DOTALL)
_DESCRIPTION = re.compile(r'<meta name="description" content="(.*?)"')
_DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>')
_ARTICLE = re.compile(r"<article.*?</article>", re.DOTALL)
_STARTS = {
    **{f"h{level}": "\n" + "#" * level + " " for level in range(1, 7)},
    "li": "- ",
    "dt": ": ",
    "dd": "    ",
    "tr": "| ",
    "summary": "▸ ",
    "title": "figure: ",
    **dict.fromkeys(("p", "div", "section", "ul", "ol", "dl", "table", "svg", "text", "form"), ""),
    **dict.fromkeys(("label", "input", "select", "textarea", "option", "button", "details"), ""),
}
_TOLD = ("href", "src", "aria-label", "name", "type", "value", "open", "hidden", "data-sort")


class _Reader(HTMLParser):
    """Collects the words of a page line by line, each link with its address."""

    def __init__(self) -> None:
        super().__init__()
        self.lines = [""]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _STARTS and self.lines[-1].strip(" -:|▸"):
            self.lines.append("")
        self.lines[-1] += _STARTS.get(tag, "")
        given = dict(attrs)
        look = (given.get("class") or "") if tag == "span" else ""
        tone = re.search(r"--(\w+)", "--plain" if look == "la-tag" else look)
        attributes = [f"{name}={given[name]}" for name in _TOLD if name in given]
        self.lines[-1] += f"‹{' '.join(attributes)}›" if attributes else ""
        self.lines[-1] += f"({tone[1]}) " if tone else ""

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th"):
            self.lines[-1] += " | "
        elif tag in _STARTS:
            self.lines.append("")

    def handle_data(self, data: str) -> None:
        self.lines[-1] += re.sub(r"\s+", " ", data)


def words_in(markup: str) -> str:
    """The text of some HTML as one line, with single spaces."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", markup)).split())


def indented(text: str) -> str:
    """Return JSON with each value on a line of its own."""
    return json.dumps(json.loads(text), indent=1, ensure_ascii=False)


def page_text(page: str) -> str:
    """Return the description, the linked data and the words of the article of a page."""
    reader = _Reader()
    for article in _ARTICLE.findall(page) or [page]:
        reader.feed(article)
    lines = (line.strip() for line in reader.lines)
    data = [
        json.dumps(json.loads(text), indent=1, ensure_ascii=False) for text in _DATA.findall(page)
    ]
    return "\n".join([*_DESCRIPTION.findall(page), *data, *filter(None, lines), ""])


def database_text(data: bytes) -> str:
    """Return the statements that make a database again."""
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(data)
        return "\n".join(database.iterdump()) + "\n"


def arguments(script: str) -> list[Any]:
    """Return what a script of the search index or the form hands over. Raises for any other."""
    match = _TAKE.fullmatch(script)
    assert match, script[:80]
    return list(json.loads(f"[{match[1]}]"))


def form_text(scripts: dict[str, str]) -> str:
    """Return what the form is made from, as indented JSON."""
    parts = dict(map(arguments, scripts.values()))
    return json.dumps(parts, indent=1, ensure_ascii=False) + "\n"


def numbers(text: str) -> Iterator[int]:
    """Yield the numbers that a text of the search index encodes."""
    value = 0
    for symbol in text:
        place = SYMBOLS.index(symbol)
        if place >= HALF:
            value = value * HALF + place - HALF + 1
        else:
            yield value * HALF + place
            value = 0


def places(steps: Sequence[int]) -> list[int]:
    """Return the rising places that are encoded as distances."""
    numbers, before = [], -1
    for step in steps:
        before += step + 1
        numbers.append(before)
    return numbers


def postings(text: str) -> dict[int, int]:
    """Return the weight of a word by the place of each document that holds it."""
    parts = re.findall(rf"([{re.escape(SYMBOLS[HALF:])}]*.)(.)", text)
    steps = [next(numbers(step)) for step, _ in parts]
    weights = [SYMBOLS.index(weight) for _, weight in parts]
    return dict(zip(places(steps), weights, strict=True))


def words_by_place(parts: dict[str, Any]) -> dict[int, list[str]]:
    """Return the words of each document with their weights, from the parts of the index."""
    lists = [
        text for number in range(len(parts["head"]["shardStarts"])) for text in parts[f"p{number}"]
    ]
    terms, sizes = parts["head"]["words"]
    words: dict[int, list[str]] = defaultdict(list)
    for term, text, size in zip(decode_terms(terms), lists, numbers(sizes), strict=True):
        weights = postings(text)
        assert size == min(len(weights).bit_length(), HALF - 1), term
        for place, weight in weights.items():
            words[place].append(f"{term} {weight}")
    return words


def index_text(scripts: dict[str, str]) -> str:
    """Return the search index: its head, documents with their words, facets and orders."""
    parts = {name: value for _, name, value in map(arguments, scripts.values())}
    head, words = parts["head"], words_by_place(parts)
    files = range(-(-head["documentCount"] // head["documentsPerFile"]))
    documents = [document for number in files for document in parts[f"d{number}"]]
    shown = {name: value for name, value in head.items() if name != "words"}
    lines = [json.dumps(shown, indent=1, ensure_ascii=False)]
    for place, document in enumerate(documents):
        lines += ["", f"{place} {document[0]}", *map(str, document[1:]), ", ".join(words[place])]
    facets = {f"f-{key}": values for key, values in parts["facets"].items()}
    facets |= {name: values for name, values in parts.items() if name.startswith("f-")}
    for name in sorted(facets):
        for key, title, depth, text in facets[name]:
            lines.append(f"{name} {'  ' * depth}{key}, {title}: {places(list(numbers(text)))}")
    for name, text in parts["order"].items():
        ranks = {place: rank for place, rank in enumerate(numbers(text)) if rank}
        lines.append(f"order {name}, rank by place where it is not 0: {ranks}")
    return "\n".join(lines) + "\n"
