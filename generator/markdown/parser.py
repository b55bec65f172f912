"""The parser of the Markdown in records: CommonMark without HTML, and with more.

Added are tables, strikethrough, footnotes, task lists, definition lists, links for bare web
addresses, and `[[id]]` for a link to a record. A picture is a file of the media folder.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from linkify_it import LinkifyIt
from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.tasklists import tasklists_plugin

from generator.markdown.html_rules import add_html_rules
from generator.markdown.pictures import PICTURE_PATTERN
from generator.markdown.preparation import SHIELDED_MENTION, prepare, restore

# the file of a picture, its words, its caption, whether it stands alone → its HTML
ShowPicture = Callable[[str, str, str, bool], str]
Resolve = Callable[[str], tuple[str, str] | None]  # an id → its title and its URL, or None


@cache
def html_parser() -> MarkdownIt:
    """Return the parser for pages. Its `env` holds `resolve`, `anchors` and `show_picture`."""
    parser = _parser(footnotes_at_end=True)
    parser.inline.ruler.before("link", "mention", _mention)
    parser.inline.ruler.before("link", "picture", _picture)
    add_html_rules(parser)
    return parser


@cache
def source_parser() -> MarkdownIt:
    """Return the parser for checks: it leaves mentions, addresses and footnotes as written."""
    parser = _parser(footnotes_at_end=False)
    parser.normalizeLink = restore  # type: ignore[method-assign, assignment]
    parser.normalizeLinkText = restore  # type: ignore[method-assign, assignment]
    return parser


def is_allowed_link(url: str) -> bool:
    """Return whether a link may lead to `url`."""
    return url.startswith(("https://", "http://", "mailto:"))


def _parser(*, footnotes_at_end: bool) -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "linkify": True})
    parser.enable(["table", "strikethrough", "linkify"]).disable("image")
    parser.linkify = _web_addresses()
    normalize = parser.normalizeLink
    parser.normalizeLink = lambda url: normalize(restore(url))  # type: ignore[method-assign]
    parser.validateLink = is_allowed_link  # type: ignore[method-assign]
    parser.use(footnote_plugin, inline=False, move_to_end=footnotes_at_end)
    parser.use(deflist_plugin).use(tasklists_plugin)
    parser.core.ruler.after("normalize", "prepare", _prepare)
    parser.core.ruler.push("restore", _restore)
    return parser


def _web_addresses() -> LinkifyIt:
    """Return a finder of whole web addresses: not of bare domains, mail or other schemes."""
    finder = LinkifyIt(options={"fuzzy_link": False, "fuzzy_email": False, "fuzzy_ip": False})
    for schema in ("ftp:", "mailto:", "//"):
        finder.add(schema, None)
    return finder


def _prepare(state: StateCore) -> None:
    state.src = prepare(state.src)


def _restore(state: StateCore) -> None:
    for token in state.tokens:
        _restore_token(token)
        for child in token.children or ():
            _restore_token(child)


def _restore_token(token: Token) -> None:
    token.content, token.info = restore(token.content), restore(token.info)


def _picture(state: StateInline, silent: bool) -> bool:
    match = PICTURE_PATTERN.match(state.src, state.pos)
    if match is None:
        return False
    if not silent:
        token = state.push("picture", "img", 0)
        token.content = match["alt"].strip()
        token.meta = {"file": match["file"], "caption": match["caption"] or ""}
    state.pos = match.end()
    return True


def _mention(state: StateInline, silent: bool) -> bool:
    if not state.src.startswith("[[", state.pos):
        return False
    match = SHIELDED_MENTION.match(state.src, state.pos)
    record = state.env["resolve"](match.group(1).strip()) if match else None
    if match is None or record is None:
        return False
    if not silent:
        title, url = record
        state.push("link_open", "a", 1).attrs = {"href": url}
        state.push("text", "", 0).content = (match.group(2) or title).strip()
        state.push("link_close", "a", -1)
    state.pos = match.end()
    return True
