"""Undo what e-mail programs do to a text, where its checksum proves that the repair is right."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import product

from generator.intake.submission.submission import text_digest

LineLengths = Mapping[int, int]  # number of a long line, from 1 → its length in characters
_Lines = list[str]

_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "‚": "'"})
_SIGNS = str.maketrans({"…": "...", "—": "--"})
_SHORT_DASH = str.maketrans({"–": "-"})
_FIXED_SPACE = str.maketrans({"\u00a0": " "})


def repaired_text(lines: Sequence[str], digest: str, long_lines: LineLengths) -> str | None:
    """Return the text that has the SHA-256 `digest`; None where no known repair gives it.

    `lines` are what arrived, without quotation marks of a reply. `long_lines` are the lines that a
    program may have wrapped. Repairs: wrapped lines, spaces added or removed, curly quotation
    marks, long dashes, three dots as one sign, and spaces that do not break.
    """
    for signs, spaces, wrapped in product(_SIGN_REPAIRS, _SPACE_REPAIRS, (False, True)):
        repaired = spaces([signs(line) for line in lines])
        if wrapped:
            repaired = _unwrapped(repaired, long_lines)
        for text in _endings(repaired):
            if text_digest(text) == digest:
                return text
    return None


def _endings(lines: _Lines) -> Iterator[str]:
    """Yield the text, and the text without empty lines at its end."""
    yield "".join(f"{line}\n" for line in lines)
    end = max((at + 1 for at, line in enumerate(lines) if line.strip()), default=0)
    if end < len(lines):
        yield "".join(f"{line}\n" for line in lines[:end])


def _as_it_is(line: str) -> str:
    return line


def _straight(line: str) -> str:
    return line.translate(_QUOTES)


def _plain(line: str) -> str:
    return line.translate(_QUOTES).translate(_SIGNS)


def _plainest(line: str) -> str:
    return _plain(line).translate(_SHORT_DASH)


def _with_breaking_spaces(repair: Callable[[str], str]) -> Callable[[str], str]:
    return lambda line: repair(line).translate(_FIXED_SPACE)


_PLAIN_REPAIRS = (_as_it_is, _straight, _plain, _plainest)
_SIGN_REPAIRS = (*_PLAIN_REPAIRS, *map(_with_breaking_spaces, _PLAIN_REPAIRS))


def _same(lines: _Lines) -> _Lines:
    return lines


def _without_ends(lines: _Lines) -> _Lines:
    return [line.rstrip() for line in lines]


def _unstuffed(lines: _Lines) -> _Lines:
    """Return lines without the space that RFC 3676 puts before lines that start with one."""
    return [line.removeprefix(" ").rstrip() for line in lines]


_SPACE_REPAIRS = (_same, _without_ends, _unstuffed)


def _unwrapped(lines: _Lines, long_lines: LineLengths) -> _Lines:
    """Return lines in which each long line is one line again."""
    whole: _Lines = []
    waiting = list(reversed(lines))
    while waiting:
        line = waiting.pop()
        length = long_lines.get(len(whole) + 1, 0)
        while waiting and len(line.rstrip()) < length:
            part = waiting.pop()
            line = f"{line.rstrip()} {part.lstrip()}"
        whole.append(line)
    return whole
