"""Raw HTML in hand-written text: only plain tags and plain URLs are allowed."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from generator.diagnostics import clip

_TAGS = frozenset([
    "a", "abbr", "b", "bdi", "blockquote", "br", "caption", "cite", "code", "dd", "del",
    "details", "dfn", "div", "dl", "dt", "em", "figcaption", "figure", "h1", "h2", "h3", "h4",
    "h5", "h6", "hr", "i", "img", "ins", "kbd", "li", "mark", "ol", "p", "pre", "q", "s", "samp",
    "small", "span", "strong", "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th",
    "thead", "time", "tr", "u", "ul", "var", "wbr",
])  # fmt: skip
_ATTRIBUTES = frozenset([
    "alt", "class", "colspan", "datetime", "dir", "height", "href", "id", "lang", "open", "rel",
    "rowspan", "scope", "src", "start", "title", "width",
])  # fmt: skip
_COMMENT = re.compile(r"<!--(?!-?>)(?:(?!--).)*-->", re.DOTALL)
_START = re.compile(r"<(?=[A-Za-z/!?])")
# An end tag is harmless: a start tag that is not allowed has been refused.
_END = re.compile(r"</[A-Za-z][A-Za-z0-9]*\s*>")
_WEB_LINK = re.compile(r"<https?://[^<>\s]+>")
_TAG = re.compile(r"<([A-Za-z][A-Za-z0-9]*)((?:\s+[^\s\"'<>/=]+(?:\s*=\s*(?:\"[^\"<>]*\""
                  r"|'[^'<>]*'|[^\s\"'<>=`]+))?)*)\s*/?>")  # fmt: skip
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>=`]+)))?""")
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
# Browsers ignore these characters in the scheme of a URL.
_IGNORED = re.compile(r"[\x00-\x20\x7f]+")
_SAFE = ("http", "https", "mailto")


def tag_faults(text: str) -> Iterator[tuple[int, str]]:
    """Yield each piece of markup that is not allowed: its offset, and a phrase that says why."""
    text = _COMMENT.sub(lambda match: " " * len(match[0]), text)
    for start in _START.finditer(text):
        position = start.start()
        if _WEB_LINK.match(text, position) or _END.match(text, position):
            continue
        tag = _TAG.match(text, position)
        if tag is None:
            yield position, "“<” does not start a tag that a page can have"
        elif tag[1].lower() not in _TAGS:
            yield position, f"“<{clip(tag[1])}>” is not a tag that a page can have"
        else:
            yield from ((position, reason) for reason in _attribute_faults(tag[2]))


def _attribute_faults(written: str) -> Iterator[str]:
    for name, *values in _ATTRIBUTE.findall(written):
        low = name.lower()
        if low not in _ATTRIBUTES:
            yield f"“{clip(name)}” is not an attribute that a page can have"
        elif low in ("href", "src") and (
            reason := address_fault("".join(values), shown=low == "src")
        ):
            yield reason


def address_fault(written: str, *, shown: bool = False) -> str:
    """Return why a URL is not allowed, or an empty text.

    `shown`: the page loads what is there, as it does with a picture.
    """
    address = _IGNORED.sub("", html.unescape(written))
    scheme = _SCHEME.match(address)
    start = scheme[0] if scheme else address[:2]
    if shown and (scheme or start.startswith(("//", "\\"))):
        return f"a picture whose address starts with “{clip(start)}” loads from another website"
    if scheme and scheme[1].lower() not in _SAFE:
        return f"an address cannot start with “{clip(start)}”"
    return ""
