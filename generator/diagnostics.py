"""`Diagnostic`: what is wrong, where, and what to do; and helpers for messages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz import fuzz, process

from generator.privacy import scan

_LONGEST_PERSONAL = 300  # characters; an email address has at most 254


class Severity(StrEnum):
    """The severity of a finding: errors refuse a build, the others are listed."""

    ERROR = "error"
    WARNING = "warning"
    GAP = "gap"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A finding.

    `path` is relative to the project, with forward slashes. `line` and `column` count from 1.
    `code` is permanent: it is never reused for another rule. `field` is the path of the field, such
    as `partners[2].role`, or empty.
    """

    path: str
    line: int
    column: int
    code: str
    message: str
    hint: str = ""
    field: str = ""
    severity: Severity = Severity.ERROR

    @property
    def place(self) -> str:
        """The position as `file:line:column`, which editors and terminals turn into a link."""
        return f"{self.path}:{self.line}:{self.column}"

    def as_text(self) -> str:
        """Return the finding as one or two lines of plain text."""
        where = f" ({self.field})" if self.field else ""
        first = f"{self.place}: {self.severity} {self.code}: {self.message}{where}"
        return f"{first}\n    {self.hint}" if self.hint else first


def sort_findings(findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return findings without duplicates, sorted by position, then code."""
    unique = dict.fromkeys(findings)
    return tuple(
        sorted(
            unique,
            key=lambda finding: (
                finding.path,
                finding.line,
                finding.column,
                finding.code,
                finding.field,
                finding.message,
            ),
        )
    )


def errors(findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return only the findings that refuse a build."""
    return tuple(finding for finding in findings if finding.severity is Severity.ERROR)


def closest_word(word: str, known: Sequence[str], *, parts: bool = False) -> str | None:
    """Return the known word closest to `word`, or None when none is close.

    With `parts` a word may also match a part of a known one: “upper” for “upper-dale”.
    """
    match = process.extractOne(word, known, scorer=fuzz.ratio, score_cutoff=72)
    if match is None and parts and len(word) > 3:
        match = process.extractOne(word, known, scorer=fuzz.partial_ratio, score_cutoff=90)
    return match[0] if match else None


def similarity(first: str, second: str) -> float:
    """Return how alike two texts are: 0 for nothing in common, 100 for the same text."""
    return fuzz.ratio(first, second)


def did_you_mean(word: str, known: Sequence[str], *, parts: bool = False) -> str:
    """Return a hint for a misspelt word, or empty. `parts` is that of `closest_word`."""
    near = closest_word(word, known, parts=parts)
    return f"Did you mean “{near}”?" if near else ""


def join_words(words: Iterable[str], most: int = 12, last: str = "or") -> str:
    """Return words as a phrase, “a, b or c”; of more than `most` words the rest is counted."""
    items = list(words)
    if len(items) > most:
        return ", ".join(items[:most]) + f" and {len(items) - most} more"
    if len(items) < 2:
        return "".join(items)
    return ", ".join(items[:-1]) + f" {last} " + items[-1]


def choice_with_article(nouns: Iterable[str]) -> str:
    """Return nouns as a choice with an article: “an area”, “a partner or group”."""
    text = join_words(noun.replace("_", " ") for noun in nouns)
    return f"{'an' if text[:1] in 'aeiou' else 'a'} {text}"


def clip(text: str, most: int = 60) -> str:
    """Return text for a message: one line, at most `most` characters, no control characters.

    Personal data is kept or dropped as a whole, because half a number would not be masked later.
    """
    words = " ".join(text.split())
    line = "".join(c if c.isprintable() else "\ufffd" for c in words)
    if len(line) <= most:
        return line
    end = most - 1
    matches = scan(words[: most + _LONGEST_PERSONAL])
    return (
        line[: min([end, *(match.start for match in matches if match.start < end < match.end)])]
        + "…"
    )
