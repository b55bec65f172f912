"""Contributors' Markdown to safe HTML: parsed without raw HTML, then sanitised."""

from __future__ import annotations

import html
import re

import nh3
from markupsafe import Markup

from generator.markdown.page_anchors import HEADING_PREFIX, NOTE_PREFIX, PageAnchors
from generator.markdown.parser import Resolve, ShowPicture, html_parser
from generator.site.render.escaping import escape_html

_HEADINGS = ("h3", "h4", "h5", "h6")
_TAGS = {
    "p", "br", "hr", "em", "strong", "s", "sup", "code", "pre", "blockquote", "ul", "ol", "li", "a",
    "dl", "dt", "dd", "table", "thead", "tbody", "tr", "th", "td", "section", "span", "figure",
    "figcaption", "img", *_HEADINGS,
}  # fmt: skip
_ATTRIBUTES = {
    "a": {"href", "rel", "id", "aria-label"},
    "img": {"src", "alt", "width", "height", "loading"},
    "ol": {"start"},
    "li": {"id"},
    "section": {"aria-label"},
    **{heading: {"id"} for heading in _HEADINGS},
}
_CLASSES = {
    "a": {"la-note-link", "la-note-back"},
    "figure": {"la-picture"},
    "ul": {"la-tasks"},
    "li": {"la-task"},
    "section": {"la-notes"},
    "span": {"la-task__done", "la-task__open", "la-picture__credit"},
}
_ID = re.compile(rf"(?:{HEADING_PREFIX}|{NOTE_PREFIX})[a-z0-9-]+")
# a paragraph without any character that Markdown or HTML interprets: about half of all texts
_LINE = r"[A-Za-z£(“‘](?:[^\\`*_\[\]<>&~!#|:\x00-\x1f\x7f\u00a0]|:(?!//))*(?<! )"
_PLAIN = re.compile(rf"{_LINE}(?:\n{_LINE})*\n*")
_SCHEMES = {"http", "https", "mailto"}
_BLOCK_END = re.compile(
    r"(?:</(?:p|li|ul|ol|t[dhr]|table|h[1-6]|d[dlt]|pre|blockquote|section)>\s*)+"
)


class ProseRenderer:
    """Renders Markdown. `resolve` gives the title and URL for each `[[id]]`.

    `anchors` are those of the page that the text stands on. `show_picture` gives the HTML of a
    picture; without it, pages show its words.
    """

    def __init__(
        self,
        resolve: Resolve,
        anchors: PageAnchors | None = None,
        show_picture: ShowPicture | None = None,
    ) -> None:
        self._resolve = resolve
        self._anchors = anchors or PageAnchors()
        self._show_picture = show_picture or picture_words

    def __call__(self, text: str) -> Markup:
        """Return `text` as safe HTML."""
        if _PLAIN.fullmatch(text):
            return Markup(f"<p>{text.rstrip()}</p>\n")  # noqa: S704 - it has no special characters
        env = {
            "resolve": self._resolve,
            "anchors": self._anchors,
            "show_picture": self._show_picture,
        }
        return Markup(sanitise(html_parser().render(text, env)))  # noqa: S704 - sanitised here


def picture_words(file: str, alt: str, caption: str, alone: bool) -> str:  # noqa: ARG001
    """Return the words of a picture, for pages that do not show it."""
    words = escape_html(f"Picture: {alt}{'. ' if caption else ''}{caption}")
    return f"<p>{words}</p>" if alone else words


def sanitise(html: str) -> str:
    """Return HTML with only the tags, attributes and URL schemes that prose may use."""
    kept = nh3.clean(
        html,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        attribute_filter=_filter_attribute,
        allowed_classes=_CLASSES,
        url_schemes=_SCHEMES,
        link_rel=None,
    )
    return kept.replace("\r", "\n")  # as HTML parsers normalise it


def _filter_attribute(_: str, name: str, value: str) -> str | None:
    return value if name != "id" or _ID.fullmatch(value) else None


def html_text(markup: str) -> str:
    """Return the text of an HTML fragment."""
    # a dot separates adjacent blocks, so that numbers in two cells do not read as one
    apart = _BLOCK_END.sub(" · ", markup).replace("<", " <")
    return " ".join(html.unescape(nh3.clean(apart, tags=set())).split()).strip("· ")
