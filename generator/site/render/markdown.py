"""Contributors' Markdown to safe HTML: parsed without raw HTML, then sanitised."""

from __future__ import annotations

import html
import re
from collections.abc import Callable

import nh3
from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markupsafe import Markup

from generator.model.fields.prose import MENTION_PATTERN

Resolve = Callable[[str], tuple[str, str] | None]  # an id → its title and its URL, or None

_TAGS = {
    "p", "br", "hr", "em", "strong", "code", "pre", "blockquote", "ul", "ol", "li", "a",
    "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip
_ATTRIBUTES = {"a": {"href", "rel"}, "ol": {"start"}}
# a paragraph without any character that Markdown or HTML interprets: about half of all texts
_LINE = r"[A-Za-z£(“‘][^\\`*_\[\]<>&~!#|\x00-\x1f\x7f\u00a0]*(?<! )"
_PLAIN = re.compile(rf"{_LINE}(?:\n{_LINE})*\n*")
_SCHEMES = {"http", "https", "mailto"}
_BLOCK_END = re.compile(r"(?:</(?:p|li|ul|ol|t[dhr]|table|h[1-6]|d[dlt]|pre|blockquote)>\s*)+")


class ProseRenderer:
    """Renders Markdown. `resolve` gives the title and URL for each `[[id]]`."""

    def __init__(self, resolve: Resolve) -> None:
        self._resolve = resolve
        self._parser = MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")
        self._parser.validateLink = _is_allowed_link  # type: ignore[method-assign]
        self._parser.inline.ruler.before("link", "mention", self._mention)
        self._parser.core.ruler.push("house_style", _house_style)

    def __call__(self, text: str) -> Markup:
        """Return `text` as safe HTML."""
        if _PLAIN.fullmatch(text):
            return Markup(f"<p>{text.rstrip()}</p>\n")  # noqa: S704 - it has no special characters
        html = self._parser.render(text)
        return Markup(sanitise(html))  # noqa: S704 - sanitised on this line

    def _mention(self, state: StateInline, silent: bool) -> bool:
        if not state.src.startswith("[[", state.pos):
            return False
        match = MENTION_PATTERN.match(state.src, state.pos)
        record = self._resolve(match.group(1).strip()) if match else None
        if match is None or record is None:
            return False
        if not silent:
            title, url = record
            state.push("link_open", "a", 1).attrs = {"href": url}
            state.push("text", "", 0).content = (match.group(2) or title).strip()
            state.push("link_close", "a", -1)
        state.pos = match.end()
        return True


def sanitise(html: str) -> str:
    """Return HTML with only the tags, attributes and URL schemes that prose may use."""
    kept = nh3.clean(html, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes=_SCHEMES, link_rel=None)
    return kept.replace("\r", "\n")  # as HTML parsers normalise it


def _is_allowed_link(url: str) -> bool:
    return url.startswith(("https://", "http://", "mailto:"))


def _house_style(state: object) -> None:
    """Lower the headings below those of the page, and send no referrer to other sites."""
    for token in getattr(state, "tokens", []):
        _lower_heading(token)
        for child in token.children or ():
            href = str(child.attrGet("href") or "") if child.type == "link_open" else ""
            if href.startswith("http"):
                child.attrSet("rel", "noopener noreferrer")


def _lower_heading(token: Token) -> None:
    if token.type in ("heading_open", "heading_close"):
        level = min(max(int(token.tag[1]) + 1, 3), 6)
        token.tag = f"h{level}"


def html_text(markup: str) -> str:
    """Return the text of an HTML fragment."""
    # a dot separates adjacent blocks, so that numbers in two cells do not read as one
    apart = _BLOCK_END.sub(" · ", markup).replace("<", " <")
    return " ".join(html.unescape(nh3.clean(apart, tags=set())).split()).strip("· ")
