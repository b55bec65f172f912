"""What is said stays text: in the terminal and on a page of Markdown."""

from __future__ import annotations

import json
import re

import pytest
from markdown_it import MarkdownIt

from generator.review import as_json, as_markdown, as_text
from generator.review.markdown_escape import escape_markdown
from tests.review.conftest import Changed, adoption, prototype, service, trial

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
    text = as_markdown(changed(many))
    assert len(text) < 65_536
    assert "more. The full list, with --all, has the rest." in text or "- and " in text


def test_json_has_all_and_stable_keys(changed: Changed) -> None:
    data = json.loads(as_json(changed({"took": adoption()})))
    assert list(data) == [
        "summary", "added", "contents", "removed", "renamed", "changed", "terms", "relations",
        "insights", "findings", "pages", "unread", "faulty",
    ]  # fmt: skip
    assert data["added"][0] == {
        "id": "took", "kind": "adoption", "title": "Brook: Shared visits, learnt from Ashby",
    }  # fmt: skip
    assert data["relations"][0] == {
        "gained": True, "type": "practises", "record": "brook", "others": ["visits"],
        "sentence": "Brook now uses shared visits.",
    }  # fmt: skip
