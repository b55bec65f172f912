"""Text that stays text on a page of Markdown, on GitHub above all.

A backslash keeps a sign from being markup. It does not keep GitHub from making a link of a name
(`@name`), of a number (`#12`), of an address or of a commit: those are looked for in the finished
text. So they are broken by a sign that nobody sees.
"""

from __future__ import annotations

import re

# U+2060, word joiner: it takes no room, and no line breaks at it
JOINER = "\u2060"
_MARKUP = re.compile(r"[\\`*_\[\]<>&~|!{}^]")
# these are markup only where a line begins
_LINE_START = re.compile(r"^(?=[#+\-=:>])|^(\d+)(?=[.)])")
# a commit; what is left of one must not be long enough to be one again
_COMMIT = re.compile(r"[0-9a-f]{6}(?=[0-9a-f])", re.IGNORECASE)
_BREAKS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?<=[@#:])(?=\S)",  # a mention, an issue, an address, the name of an emoji
        r"(?<=www)(?=\.)",
        r"(?<=[a-z])(?=-\d)",  # GH-12, and references of other trackers
    )
)


def escape_markdown(text: str) -> str:
    """One line of text that Markdown shows as it is."""
    line = " ".join(text.split())
    for pattern in _BREAKS:
        line = pattern.sub(JOINER, line)
    line = _COMMIT.sub(lambda match: match.group() + JOINER, line)
    line = _MARKUP.sub(lambda match: f"\\{match.group()}", line)
    line = line.replace("$", "&#36;")  # a backslash does not keep it from being mathematics
    return _LINE_START.sub(lambda match: f"{match.group(1)}\\" if match.group(1) else "\\", line)
