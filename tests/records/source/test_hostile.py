"""Whatever the file holds, reading it ends soon, raises nothing and says where the fault is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import Diagnostic
from generator.records.source import SourceFile, parse_source
from generator.records.source.file_text import MAX_FILE_BYTES, decode_text
from tests.conftest import PROJECT

SUITE = sorted((PROJECT / "tests/corpora/yaml/yaml-test-suite").glob("*.yaml"))
# how the suite shows what cannot be seen
_SHOWN = {"␣": " ", "↵": "", "∎\n": "", "⇔": "\ufeff", "←": "\r"}
_MANY = 100_000

ATTACKS = {
    "brackets": "[" * _MANY,
    "brackets-in-field": "a: " + "[" * _MANY,
    "brackets-closed": "a: " + "[" * 50_000 + "]" * 50_000,
    "braces": "{" * _MANY,
    "braces-in-field": "a: " + "{" * _MANY,
    "braces-named": "{a: " * 25_000,
    "brackets-and-braces": "[{" * 50_000,
    "dashes": "- " * 50_000,
    "questions": "? " * 50_000,
    "colons": ": " * 50_000,
    "exclamations": "!" * _MANY,
    "tags": "a: " + "!a " * 33_000,
    "tags-many": "- !a b\n" * 15_000,
    "anchors": "a: " + "&a " * 33_000,
    "anchors-many": "- &a b\n" * 15_000,
    "stars": "*" * _MANY,
    "aliases-many": "- *a\n" * 20_000,
    "double-quotes": '"' * _MANY,
    "single-quotes": "'" * _MANY,
    "quote-open": 'a: "' + "x" * _MANY,
    "quote-open-lines": 'a: "' + "x\n" * 50_000,
    "backslashes": 'a: "' + "\\" * _MANY + '"',
    "long-name": "k" * _MANY + ": v",
    "long-name-quoted": '"' + "k" * _MANY + '": v',
    "long-names-in-brackets": "[" + "k" * 50_000 + ": v, " + "k" * 40_000 + ": v]",
    "block-literal": "a: |\n" + "  line of text\n" * 15_000,
    "block-folded": "a: >\n" + "  line of text\n" * 15_000,
    "block-empty-lines": "a: |\n" + "\n" * _MANY,
    "block-spaces": "a: |\n" + " " * _MANY,
    "names-many": "".join(f"k{n}: v\n" for n in range(20_000)),
    "names-same": "k: v\n" * 20_000,
    "flow-names-many": "{" + ", ".join(f"k{n}: v" for n in range(10_000)) + "}",
    "flow-names-no-value": "{" + "k, " * 30_000 + "}",
    "flow-questions": "a: [" + "? " * 50_000,
    "deep-lines": "".join(" " * n + "a:\n" for n in range(600)),
    "documents": "---\n" * 25_000,
    "document-ends": "...\n" * 25_000,
    "directives": "%TAG ! tag:x,2000:\n" * 5_000,
    "comments": "#\n" * 50_000,
    "tabs": "\t" * _MANY,
    "spaces": " " * _MANY,
    "line-feeds": "\n" * _MANY,
    "commas": "a: [" + "," * _MANY,
    "laughs": "a: &a [x,x]\n" + "".join(f"b{n}: &b{n} [*a,*a]\n" for n in range(5_000)),
    "merge": "a: &a {b: c}\n<<: [*a, *a]\n",
    "plain-lines": "a: " + "word\n  " * 15_000,
    "escapes": 'a: "' + "\\U0001F600" * 10_000 + '"',
    "hidden-escapes": 'a: "' + "\\u200b" * 15_000 + '"',
    "front-matter-lines": "---\n" + "a\n---x\n" * 15_000,
}


def well_formed(source: SourceFile | None, diagnostics: list[Diagnostic]) -> None:
    """Either the file was read, or every finding is in order."""
    stopping = [one for one in diagnostics if one.code not in ("F122", "F127")]
    assert (source is None) == bool(stopping)
    for diagnostic in diagnostics:
        assert re.fullmatch(r"F1\d\d", diagnostic.code)
        assert diagnostic.line >= 1
        assert diagnostic.column >= 1
        assert diagnostic.message
        assert diagnostic.as_text().encode("utf-8")
    if source is not None:
        source.values()


def read_bytes(data: bytes, path: str) -> None:
    text, faults = decode_text(data)
    if text is None:
        well_formed(None, [fault.in_file(path) for fault in faults])
    else:
        well_formed(*parse_source(text, path))


def cases_of(file: Path) -> list[dict[str, object]]:
    text = re.sub(r"—*»", "\t", file.read_text(encoding="utf-8"))
    rows: list[dict[str, object]] = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506
    return rows


def written(case: dict[str, object]) -> str:
    text = str(case["yaml"])
    for shown, meant in _SHOWN.items():
        text = text.replace(shown, meant)
    return text


@pytest.mark.parametrize("file", SUITE, ids=lambda file: file.stem)
def test_yaml_test_suite(file: Path) -> None:
    for case in cases_of(file):
        if "yaml" in case:
            read_bytes(written(case).encode("utf-8"), "x.yaml")
            read_bytes(f"---\n{written(case)}\n---\nText.\n".encode(), "x.md")


@pytest.mark.parametrize("path", ["x.yaml", "x.md"])
@pytest.mark.parametrize("name", ATTACKS)
def test_attack(name: str, path: str) -> None:
    text = ATTACKS[name] if path == "x.yaml" else f"---\n{ATTACKS[name]}\n---\nText.\n"
    assert len(text.encode()) <= MAX_FILE_BYTES, "it should get past the limit on size"
    read_bytes(text.encode(), path)


@given(st.binary(max_size=300), st.sampled_from(["x.yaml", "x.md"]))
def test_any_bytes(data: bytes, path: str) -> None:
    read_bytes(data, path)


@given(st.text(max_size=300), st.sampled_from(["x.yaml", "x.md"]))
def test_any_text(text: str, path: str) -> None:
    well_formed(*parse_source(text, path))


@given(st.text(alphabet=" \n\t-:#?!&*[]{},|>'\"%@`~ab0\\.", max_size=80))
def test_any_marks(text: str) -> None:
    well_formed(*parse_source(text, "x.yaml"))
    well_formed(*parse_source(f"---\n{text}\n---\n{text}", "x.md"))
