"""The text of Markdown without its markup, for search and for summaries."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from markdown_it.token import Token

from generator.markdown.page_anchors import PageAnchors
from generator.markdown.parser import Resolve, html_parser

BLOCK_END = " · "  # between blocks and cells: numbers in two cells must not read as one

# what may be markup; text without any of it is read as it stands, which saves most of the time
_MAY_BE_MARKUP = re.compile(r"[*_`\[\]<>#|~\\&\n\t]|^\s*(?:[-+•·▪●◦‣:]|\d+[.)])\s")
_ENDS_A_BLOCK = frozenset(
    {"paragraph_close", "heading_close", "th_close", "td_close", "dt_close", "inline_end"}
)
_VERBATIM = frozenset({"code_block", "fence", "code_inline", "text"})
_BREAKS = frozenset({"softbreak", "hardbreak"})


def plain_text(text: str, resolve: Resolve) -> str:
    """Return Markdown as text on one line, without markup.

    A `[[mention]]` becomes the title that `resolve` gives, or stays as it is. Blocks and the cells
    of tables are divided by “ · ”.
    """
    if _MAY_BE_MARKUP.search(text):
        env = {"resolve": resolve, "anchors": PageAnchors()}
        tokens = html_parser().parse(text, env)
        text = "".join(_texts(tokens))
    return " ".join(text.split()).strip("· ")


def _texts(tokens: Iterable[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type in _VERBATIM:
            yield token.content
        if token.type == "picture":
            yield f"{token.content} {token.meta['caption']}".rstrip()
        if token.type in _BREAKS:
            yield " "
        yield from _texts(token.children or ())
        if token.type in _ENDS_A_BLOCK or token.type in ("code_block", "fence"):
            yield BLOCK_END
