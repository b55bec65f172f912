"""What is wrong, where, and what to do: the one form in which every stage reports."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz import fuzz, process

from generator.privacy import scan

_LONGEST_PERSONAL = 300  # letters: no e-mail address has more than 254


class Severity(StrEnum):
    """How much a finding matters: an error refuses the build, the others are listed."""

    ERROR = "error"
    WARNING = "warning"
    GAP = "gap"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding.

    `path` is relative to the project, with forward slashes. `line` and `column` count from 1.
    `code` is permanent: it is never reused for another rule. `field` is the path of the field,
    as in `partners[2].role`, or empty.
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
        """`file:line:column`, the form that editors and terminals turn into a link."""
        return f"{self.path}:{self.line}:{self.column}"

    def as_text(self) -> str:
        """The finding as one or two lines of plain text."""
        where = f" ({self.field})" if self.field else ""
        first = f"{self.place}: {self.severity} {self.code}: {self.message}{where}"
        return f"{first}\n    {self.hint}" if self.hint else first


def sort_findings(findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Findings sorted by place, then code: the same on every machine, each said once."""
    unique = dict.fromkeys(findings)
    return tuple(
        sorted(unique, key=lambda d: (d.path, d.line, d.column, d.code, d.field, d.message))
    )


def errors(findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Only the findings that refuse a build."""
    return tuple(d for d in findings if d.severity is Severity.ERROR)


def closest_word(word: str, known: Sequence[str], *, parts: bool = False) -> str | None:
    """The known word that `word` was most likely meant to be, or None when none is near.

    With `parts` a word that is a good part of a known one will do: “upper” for “upper-dale”.
    """
    found = process.extractOne(word, known, scorer=fuzz.ratio, score_cutoff=72)
    if found is None and parts and len(word) > 3:
        found = process.extractOne(word, known, scorer=fuzz.partial_ratio, score_cutoff=90)
    return found[0] if found else None


def did_you_mean(word: str, known: Sequence[str], *, parts: bool = False) -> str:
    """A hint for a misspelt word; empty when nothing known is near. `parts` as in `nearest`."""
    near = closest_word(word, known, parts=parts)
    return f"Did you mean “{near}”?" if near else ""


def join_words(words: Iterable[str], most: int = 12, last: str = "or") -> str:
    """Words as a phrase: `a, b or c`; a long list is cut and counted."""
    items = list(words)
    if len(items) > most:
        return ", ".join(items[:most]) + f" and {len(items) - most} more"
    if len(items) < 2:
        return "".join(items)
    return ", ".join(items[:-1]) + f" {last} " + items[-1]


def choice_with_article(nouns: Iterable[str]) -> str:
    """Nouns to choose from, with their article: “an area”, “a partner or group”."""
    text = join_words(noun.replace("_", " ") for noun in nouns)
    return f"{'an' if text[:1] in 'aeiou' else 'a'} {text}"


def clip(text: str, most: int = 60) -> str:
    """Text short enough for a message, on one line, with nothing that a terminal would obey.

    Personal data stays whole or goes whole: half a number would not be recognised and masked.
    """
    words = " ".join(text.split())
    line = "".join(c if c.isprintable() else "\ufffd" for c in words)
    if len(line) <= most:
        return line
    end = most - 1
    around = scan(words[: most + _LONGEST_PERSONAL])
    return line[: min([end, *(hit.start for hit in around if hit.start < end < hit.end)])] + "…"
