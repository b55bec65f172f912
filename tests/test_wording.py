"""The words that people read: none of the phrases that readers stumbled over.

What is held to the list: the strings of the program (not its docstrings, comments or regular
expressions), templates, scripts, hand-written pages, blank forms, and the built pages of the small
academy.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.model.kinds import KINDS
from tests.sites import FIRST_ACADEMY, PROJECT

BANNED = (
    "whom", "mend", "mended", "mending", "by and by", "told of", "tells of", "told in",
    "told from", "as told", "stands here", "stands beside", "a adoption", "a area", "a outcome",
    "0 of them", "0 judged", "no adoptions begun, 0", "is said to", "taken up", "taken in",
    "beside others", "beside those of", "in fact", "read between the lines", "what went in",
    "write it down", "share yours", "take the data", "what it vouches for", "value case",
    "chair and rhythm", "sits on", "is it there", "least said", "on what grounds",
    "what came of it", "what is said here", "the worst first", "know that it is whole",
    "not computable", "hoped for", "once it is", "if you know)", "probably a slip",
)  # fmt: skip
_FOUND = re.compile(rf"\b(?:{'|'.join(re.escape(phrase) for phrase in BANNED)})(?!\w)", re.I)
_SCRIPT_TEXT = re.compile(r'"((?:[^"\\\n]|\\.)*)"')
_MARKUP = re.compile(r"<script.*?</script>|<style.*?</style>|<[^>]*>|\{%.*?%\}|\{#.*?#\}", re.S)


def python_texts(source: str) -> Iterator[tuple[int, str]]:
    """Each string of a module with its line; docstrings are for contributors."""
    tree = ast.parse(source)
    bare = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            parts = [part.value if isinstance(part, ast.Constant) else "…" for part in node.values]
            yield node.lineno, "".join(map(str, parts))
            bare |= {id(part) for part in node.values}
        elif id(node) not in bare and isinstance(node, ast.Constant):
            yield node.lineno, node.value if isinstance(node.value, str) else ""


def script_texts(source: str) -> Iterator[tuple[int, str]]:
    """Each string of a script with its line."""
    for number, line in enumerate(source.splitlines(), 1):
        yield from ((number, match.group(1)) for match in _SCRIPT_TEXT.finditer(line))


def page_texts(source: str) -> Iterator[tuple[int, str]]:
    """The text of a page, line by line, without its markup."""
    plain = _MARKUP.sub(lambda match: "\n" * match.group().count("\n"), source)
    yield from enumerate(plain.splitlines(), 1)


def texts(path: Path) -> Iterator[tuple[int, str]]:
    """The text in a file that people read, with its lines."""
    source = path.read_text("utf-8")
    if path.suffix == ".py":
        return python_texts(source)
    return script_texts(source) if path.suffix == ".js" else page_texts(source)


def banned_in(path: Path) -> list[str]:
    """Where a file holds a banned phrase: “file:line: phrase, in: text”."""
    return [
        f"{path}:{line}: “{match.group()}” in: {text.strip()[:120]}"
        for line, text in texts(path)
        for match in _FOUND.finditer(text)
    ]


def _own_files() -> Iterator[Path]:
    generator = PROJECT / "generator"
    left_out_of_search = generator / "site" / "find" / "tokens.py"
    yield from (path for path in sorted(generator.rglob("*.py")) if path != left_out_of_search)
    yield from sorted((generator / "templates").glob("*.html"))
    yield from sorted((generator / "theme").rglob("*.html"))
    yield from sorted((generator / "theme/assets/academy").rglob("*.js"))
    yield from sorted((FIRST_ACADEMY / "site_src").glob("*.md"))
    yield from sorted((generator / "starter" / "files").rglob("*.md"))
    yield from sorted((PROJECT / ".github/ISSUE_TEMPLATE").glob("*.yml"))


def test_no_text_of_the_program_holds_a_banned_phrase() -> None:
    places = [place for path in _own_files() for place in banned_in(path)]
    assert not places, "\n".join(["Say these in plain words:", *places])


def test_no_page_of_the_small_academy_holds_a_banned_phrase(small_site: Path) -> None:
    places = [place for path in sorted(small_site.rglob("*.html")) for place in banned_in(path)]
    assert not places, "\n".join(["Say these in plain words:", *places])


@pytest.mark.parametrize("kind", KINDS, ids=[kind.name for kind in KINDS])
def test_a_kind_has_the_article_that_people_say(kind: object) -> None:
    label, phrase = kind.label.lower(), kind.with_article  # type: ignore[attr-defined]
    assert phrase == f"{'an' if label[0] in 'aeiou' else 'a'} {label}"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.py", 'MESSAGE = f"This is not a file of a area: {name}"\n'),
        ("a.js", 'var title = "There are 2 things to mend";\n'),
        ("a.html", "<h1>From whom\nwe learn</h1>\n"),
        ("a.md", "# Share yours\n"),
    ],
)
def test_a_banned_phrase_is_told_with_its_file_and_line(
    tmp_path: Path, name: str, text: str
) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    [place] = banned_in(tmp_path / name)
    assert place.startswith(f"{tmp_path / name}:1: “")
