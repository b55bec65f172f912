"""Escape text so that Markdown, on GitHub above all, shows it unchanged.

A backslash stops a character from being markup. It does not stop GitHub from linking a name
(`@name`), an issue (`#12`), a URL or a commit, which it finds in the rendered text. An invisible
character breaks those.
"""

from __future__ import annotations

import re

# U+2060 word joiner: zero width, no line break
JOINER = "\u2060"
_MARKUP = re.compile(r"[\\`*_\[\]<>&~|!{}^]")
# markup only at the start of a line
_LINE_START = re.compile(r"^(?=[#+\-=:>])|^(\d+)(?=[.)])")
# a commit hash, broken into pieces shorter than the 7 digits that GitHub links
_COMMIT = re.compile(r"[0-9a-f]{6}(?=[0-9a-f])", re.IGNORECASE)
_BREAKS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?<=[@#:])(?=\S)",  # a mention, issue, URL or emoji name
        r"(?<=www)(?=\.)",
        r"(?<=[a-z])(?=-\d)",  # GH-12, and references of other trackers
    )
)


def escape_markdown(text: str) -> str:
    """Return one line of Markdown that shows the text as it is."""
    line = " ".join(text.split())
    for pattern in _BREAKS:
        line = pattern.sub(JOINER, line)
    line = _COMMIT.sub(lambda match: match.group() + JOINER, line)
    line = _MARKUP.sub(lambda match: f"\\{match.group()}", line)
    line = line.replace("$", "&#36;")  # a backslash does not stop mathematics
    return _LINE_START.sub(lambda match: f"{match.group(1)}\\" if match.group(1) else "\\", line)
