"""The verifier reads the words of a file: all of them, and nothing that is no word."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from generator.privacy import scan
from generator.publish.verify.visible_text import visible_text
from generator.site.find.encoding import encode_terms

NHS = "943 476 5919"
PLAIN = "9434765919"


def violations(url: str, text: str) -> list[str]:
    """What the privacy finders find in the words of a file."""
    return [hit.text for hit in scan(visible_text(url, text, text.encode()))]


@pytest.mark.parametrize(
    ("url", "text"),
    [
        ("index.html", f"<p>{NHS}</p>"),
        ("index.html", f'<p title="{NHS}">x</p>'),
        ("index.html", f"<p>NHS number: {NHS}</p>"),
        ("index.html", f"<text><title>{NHS}</title>943…</text>"),
        ("index.html", f"<p>943 <strong>476</strong> 5919</p><!-- {NHS} -->"),
        ("index.html", f'<script type="application/ld+json">{{"name":"{NHS}"}}</script>'),
        ("icon.svg", f"<svg><text x='1'>{NHS}</text></svg>"),
        ("icon.svg", f"<svg><title>{NHS}</title></svg>"),
        ("notes.txt", NHS),
        ("table.csv", f"a,b\n1,{NHS}\n"),
        ("data/records.json", f'{{"title":"{NHS}"}}'),
        ("data/records.json", f'{{"{NHS}":1}}'),
        ("data/records.json", f'{{"title":"{NHS}"'),
        ("data/feed.xml", f"<feed><title>{NHS}</title></feed>"),
        ("data/graph.graphml", f'<graph id="{NHS}"/>'),
        ("find/d0.js", f'academy.find.addPart("abcdefghijkl","d0",[["x","{NHS}"]]);\n'),
        (
            "find/f-area.js",
            f'academy.find.addPart("abcdefghijkl","f-area",[["x","{NHS}",0,"a"]]);\n',
        ),
        (
            "find/facets.js",
            f'academy.find.addPart("abcdefghijkl","facets",{{"x":[["x","{NHS}",0,"a"]]}});\n',
        ),
        ("find/p0.js", f'academy.find.addPart("abcdefghijkl","p0",["{NHS}"]);\n'),
        ("find/order.js", f'academy.find.addPart("abcdefghijkl","order",{{"x":"{NHS}"}});\n'),
        ("share/names.js", f'academy.share.addPart("names",["{NHS}"]);\n'),
        ("own.js", f"alert('{NHS}')"),
    ],
)
def test_every_word_is_read(url: str, text: str) -> None:
    hits = scan(visible_text(url, text, text.encode()))
    assert {hit.sort for hit in hits} == {"nhs-number"}


def test_the_words_of_the_index_are_read_after_they_are_decoded() -> None:
    terms = encode_terms(["9434765", PLAIN])
    text = f'academy.find.addPart("abcdefghijkl","head",{{"words":["{terms}","aa"]}});\n'
    assert PLAIN not in text
    assert violations("find/head.js", text) == [PLAIN]


@pytest.mark.parametrize(
    ("url", "text"),
    [
        ("index.html", '<path class="x" d="M943 476 5919 476"/>'),
        ("index.html", f'<td data-sort="{PLAIN}">9.4 billion</td>'),
        ("index.html", "<td>943</td>\n<td>476</td>\n<td>5919</td>"),
        ("index.html", "<title>was born there</title>25/5/1933"),
        (
            "index.html",
            '<script type="application/ld+json">{"name":"a child born","about":"Area: 19/2/1932"}'
            "</script>",
        ),
        ("index.html", '<text x="1" y="2">PN069194D…</text>'),
        (
            "index.html",
            "<text><title>25/701608124816</title>01608124816</text>",
        ),
        ("index.html", '<g aria-label="Twins born – member of → Board of 25/5/1933"></g>'),
        ("index.html", "<p>Twins were born. café of 25/5/1933</p>"),
        ("index.html", '<a title="0181.6069 78977">0181.6069 78…</a>'),
        ("icon.svg", '<svg viewBox="943 476 5919 1"/>'),
        ("data/areas.csv", "id,value\n943,x\n476,x\n"),
        ("data/areas.csv", f"id,value\nashby,{PLAIN}\n"),
        ("data/records.json", f'{{"value":{PLAIN}}}'),
        ("data/records.json", '["Call",  "01325","123456"]'),
        ("data/graph.graphml", f'<data key="d0">{PLAIN}</data>'),
        ("find/d0.js", 'academy.find.addPart("abcdefghijkl","d0",["was born · 25/5/1933"]);\n'),
        ("find/p0.js", 'academy.find.addPart("abcdefghijkl","p0",["abc","!$*+,-;=?^_~"]);\n'),
    ],
)
def test_what_is_no_word_is_left_out(url: str, text: str) -> None:
    assert violations(url, text) == []


def test_words_of_markup_keep_their_places() -> None:
    text = f'<p class="a" title="b">x</p>\n<td data-sort="1">{NHS}</td>\n<text x="1">c</text>'
    words = visible_text("index.html", text, text.encode())
    assert len(words) == len(text)
    assert words.index(NHS) == text.index(NHS)


def database(folder: Path, *rows: tuple[str, str]) -> bytes:
    file = folder / "x.sqlite"
    opened = sqlite3.connect(file)
    opened.execute('CREATE TABLE "a b" (one TEXT, two TEXT)')
    opened.executemany('INSERT INTO "a b" VALUES (?, ?)', rows)
    opened.commit()
    opened.close()
    return file.read_bytes()


def test_a_database_is_read_cell_by_cell(tmp_path: Path) -> None:
    apart = database(tmp_path, ("943476", "5919"))
    assert scan(visible_text("data/academy.sqlite", apart.decode("utf-8", "replace"), apart)) == ()
    (tmp_path / "x.sqlite").unlink()
    whole = database(tmp_path, ("x", NHS))
    [hit] = scan(visible_text("data/academy.sqlite", whole.decode("utf-8", "replace"), whole))
    assert hit.text == NHS


def test_what_only_claims_to_be_a_database_is_read_as_text() -> None:
    assert violations("data/academy.sqlite", NHS) == [NHS]
