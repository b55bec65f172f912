"""What is said stays text: in the terminal, on a page of Markdown, in a picture."""

from __future__ import annotations

import json
import re
from xml.etree import ElementTree as ET

import pytest
from markdown_it import MarkdownIt

from generator.review import as_json, as_markdown, as_text, change_figure, compare
from generator.review.markdown_escape import escape_markdown
from tests.review.conftest import Changed, Written, adoption, parsed, prototype, service, trial

HOSTILE = [
    "@octocat and @org/team, a@b.example",
    "Fixes #12, octo/repo#3, GH-14 and jira-15",
    "![x](https://evil.example/a.png)",
    "[click](https://evil.example) <https://evil.example> https://evil.example",
    "www.evil.example and _www.evil.example",
    "<img src=x onerror=alert(1)> <!-- x --> &lt;b&gt; &#64;octocat",
    "**bold** _it_ ~~no~~ `code` $x^2$ | a | b |",
    "# Heading", "- item", "+ item", "1. item", "2) item", "> quote", "=====", "---", "***",
    "``` fence", "[^1]: note", "[x]: https://evil.example", ":rocket: :+1:", "\\@octocat \\# \\",
    "deadbeefcafe and 0123456789abcdef0123456789abcdef01234567",
    "$$\\frac{a}{b}$$", "{{ x }} {% y %}", "- [ ] task", "mailto:a@b.example xmpp:a@b.example",
]  # fmt: skip
# what GitHub looks for in finished text
LINKS = re.compile(
    r"@\w|#\d|\bgh-\d|\b[a-z]+-\d|://|www\.|\b[0-9a-f]{7,40}\b|:[a-z0-9_+-]+:", re.IGNORECASE
)


def shown(markdown: str) -> str:
    """What a reader sees; fails where there is anything but text in the list."""
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown)
    blocks = {"bullet_list", "list_item", "paragraph", "heading", "inline"}
    words = []
    for token in tokens:
        assert token.type.removesuffix("_open").removesuffix("_close") in blocks
        for child in token.children or ():
            assert child.type in ("text", "text_special", "strong_open", "strong_close")
            words.append(child.content)
        words.append("\n")
    return "".join(words)


@pytest.mark.parametrize("text", HOSTILE)
def test_text_stays_text(text: str) -> None:
    for whole in (text, f"“{text}”: now."):
        seen = shown(f"- {escape_markdown(whole)}\n")
        assert seen.replace("\u2060", "").strip() == " ".join(whole.split())
        assert not LINKS.search(seen)
        assert "$" not in escape_markdown(whole)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_title_stays_text_everywhere(changed: Changed, text: str) -> None:
    named = prototype(title=f"X {text}", areas=["dale"], practices=["calls"], population=text)
    hostile = {"evil": named, "calls": service(f"X {text}")}
    for changes in (changed(hostile), changed({"evil": trial()}, {"evil": named})):
        seen = shown(as_markdown(changes))
        assert not LINKS.search(seen)
        for line in as_text(changes).split("\n"):
            assert line.removeprefix("- ") in seen.replace("\u2060", "")


def test_markdown_has_the_sentences_of_the_text(changed: Changed) -> None:
    changes = changed({"trial": trial(stage="testing")})
    assert as_markdown(changes).split("\n")[:5] == [
        f"**Changes 1 prototype. {len(changes.pages)} pages change.**",
        "",
        "### Records",
        "",
        "- “Trial in Ashby”: “Stage” is now “Testing”; it was “Live”.",
    ]


def test_a_comment_is_never_too_long(changed: Changed) -> None:
    many = {
        f"w-{number}": service(f"{'_' * 300}{number}", summary="*" * 300) for number in range(120)
    }
    text = as_markdown(changed(many), most=1000)
    assert len(text) < 65_536
    assert "- and " in text


def test_json_has_all_and_stable_keys(changed: Changed) -> None:
    data = json.loads(as_json(changed({"took": adoption()})))
    assert list(data) == [
        "summary", "added", "removed", "renamed", "changed", "terms", "relations", "insights",
        "findings", "pages", "unread", "faulty",
    ]  # fmt: skip
    assert data["added"][0] == {
        "id": "took", "kind": "adoption", "title": "Brook: Shared visits, learnt from Ashby",
    }  # fmt: skip
    assert data["relations"][0] == {
        "gained": True, "type": "practises", "record": "brook", "others": ["visits"],
        "sentence": "Brook now uses shared visits.",
    }  # fmt: skip


SVG = "{http://www.w3.org/2000/svg}"


def part(picture: ET.Element, name: str) -> ET.Element:
    """The one part of a picture with this name."""
    [element] = picture.findall(f"{SVG}{name}")
    return element


def test_the_picture_tells_what_is_new_by_more_than_colour(written: Written) -> None:
    before, after = written({}), written({"trial": trial(practices=["calls"])})
    picture = parsed(change_figure(before, after))
    assert (picture.tag, picture.get("role")) == (f"{SVG}svg", "img")
    title, desc = part(picture, "title"), part(picture, "desc")
    assert picture.get("aria-labelledby") == f"{title.get('id')} {desc.get('id')}"
    assert (
        desc.text == "1 relation added and 1 relation removed. The picture shows: Trial in Ashby."
    )
    words = [one.text for one in picture.iter(f"{SVG}text")]
    assert words.count("+ Uses") == words.count("− Uses") == 1
    looks = [one.get("class") for one in picture.iter(f"{SVG}g")]
    assert (looks.count("df-new"), looks.count("df-gone")) == (1, 1)
    assert "stroke-dasharray" in (part(picture, "style").text or "")


def test_the_picture_knows_new_records_and_has_no_links(written: Written) -> None:
    hostile = "</title><script>alert(1)</script> & \"x'"
    more = {"evil": prototype(title=hostile, areas=["dale"], practices=["calls"])}
    text = change_figure(written({}), written(more))
    picture = parsed(text)
    assert not [one for one in picture.iter() if one.tag in (f"{SVG}script", f"{SVG}a")]
    assert "Not added yet." in [one.text for one in picture.iter(f"{SVG}text")]
    assert "Removed." in change_figure(written(more), written({}))


def test_a_large_picture_is_cut_with_its_count(written: Written) -> None:
    ways = {f"way-{number}": service(f"Way {number}") for number in range(30)}
    text = change_figure(written(ways), written({**ways, "trial": trial(practices=list(ways))}))
    drawn = {one.text for one in parsed(text).iter(f"{SVG}text")}
    more = next(one for one in drawn if one and one.startswith("and ") and "changed" in one)
    left = int(re.findall(r"\d+", more)[0])
    assert left == 31 - len({way for way in ways if f"Way {way[4:]}" in drawn}) - (
        "Shared visits" in drawn
    )


def test_the_picture_of_a_renamed_record_shows_no_change(written: Written) -> None:
    after = written({"visits": None, "both": service("Shared visits", aliases=["visits"])})
    assert "No relations change." in change_figure(written({}), after)
    assert not compare(written({}), after).relations
