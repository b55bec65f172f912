"""The 84 requirements, where each is met, and the table of them in the documents."""

from __future__ import annotations

from dataclasses import dataclass

from tests.conftest import PROJECT

DOCUMENT = PROJECT / "docs" / "requirements.md"
_HEAD = """# What is asked, and where it is met

The two documents on which the academy rests ask 84 things of it. A test looks for each in the built
site, and writes this table: `python -m pytest tests/requirements --bless`.

| code | what is asked | where it is met |
|---|---|---|
"""


@dataclass(frozen=True)
class Requirement:
    """What is asked, the page that answers, and what a reader finds on it."""

    code: str
    asks: str
    page: str
    says: tuple[str, ...]


def requirements() -> dict[str, Requirement]:
    """Every requirement that is met, by its code."""
    text = (PROJECT / "tests" / "requirements" / "requirements.txt").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    parts = (tuple(part.strip() for part in line.split(" | ")) for line in lines)
    return {
        code: Requirement(code, asks, page, tuple(one.strip() for one in says.split(";;")))
        for code, asks, page, says in parts
    }


def document() -> str:
    """The table as the documents hold it."""
    rows = {one.code: (one.asks, f"page `{one.page}`") for one in requirements().values()}
    lines = (f"| {code} | {asks} | {where} |\n" for code, (asks, where) in sorted(rows.items()))
    return _HEAD + "".join(lines)
