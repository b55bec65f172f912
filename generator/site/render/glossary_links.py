"""Explanations in place: the first time a term stands on a page, it leads to its meaning.

Works on HTML that is safe already, and only ever wraps a piece of its text in a link of its own.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache, partial

from markupsafe import escape

from generator.model.glossary import GlossaryTerm, term_anchors

PAGE = "glossary.html"  # where the meanings stand, from the site's root
# text in these is left as it is: links and controls cannot hold a link, and headings, quotations
# and code are not running text
_CLOSED = frozenset({
    "a", "abbr", "blockquote", "button", "code", "h1", "h2", "h3", "h4", "h5", "h6", "label",
    "pre", "script", "select", "style", "summary", "svg", "textarea", "title",
})  # fmt: skip
_TAG = r"<!--.*?-->|<(?P<end>/?)(?P<tag>[a-zA-Z][\w-]*)(?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+>"
_ENTITY = r"&(?:#\w+|\w+);"
# a letter, a figure, a hyphen or a path beside it makes it part of something else
_BEFORE, _AFTER = r"(?<![\w./@\\-])", r"(?![\w/@\\])"
_WORD = re.compile(r"[^\W_]+")


class GlossaryLinker:
    """Links glossary terms in text. `terms` are in the order of the glossary page."""

    def __init__(self, terms: Iterable[GlossaryTerm]) -> None:
        found = tuple(terms)
        names = term_anchors(found)
        self._links: dict[str, tuple[str, str]] = {}
        self._term_of: dict[str, str] = {}
        for term in found:
            if term.explained:
                self._links[term.term] = names[term.term], str(escape(term.meaning))
                for name in _spellings(term):
                    self._term_of.setdefault(name, term.term)
        # the same few texts stand on thousands of pages
        self._may_name = lru_cache(maxsize=20_000)(partial(_names_any, _first_words(self._term_of)))
        self._pattern = _pattern(self._term_of)

    def link_terms(self, text: str, base: str, linked: set[str]) -> str:
        """Return HTML with a link on the first use of each term that is not in `linked`.

        The terms that get a link are added to `linked`, which holds those of one page. `base`
        leads from the page back to the site's root.
        """
        if self._pattern is None or not self._may_name(text):
            return text
        out: list[str] = []
        end = closed = 0
        for match in self._pattern.finditer(text):
            if match["name"] is None:
                closed = _depth(closed, match)
            elif not closed and (link := self._link(match["name"], base, linked)):
                out += (text[end : match.start()], link, match.group(), "</a>")
                end = match.end()
        return "".join((*out, text[end:])) if out else text

    def _link(self, written: str, base: str, linked: set[str]) -> str:
        """Return the start of the link for a name; empty when the page has one for its term."""
        name = " ".join(written.split())
        term = self._term_of.get(name) or self._term_of.get(name.lower())
        if term is None or term in linked:
            return ""
        linked.add(term)
        anchor, means = self._links[term]
        return f'<a class="la-term" href="{base}{PAGE}#{anchor}" data-means="{means}">'


def _spellings(term: GlossaryTerm) -> Iterator[str]:
    """Each name as it stands in HTML: prose keeps the quotation marks that templates escape."""
    for name in term.names:
        yield str(escape(name))
        yield html.escape(name, quote=False)


def _depth(closed: int, match: re.Match[str]) -> int:
    tag = match["tag"]
    if tag is None or tag.lower() not in _CLOSED or match.group().endswith("/>"):
        return closed
    return max(closed - 1, 0) if match["end"] else closed + 1


def _pattern(names: Iterable[str]) -> re.Pattern[str] | None:
    """Finds names, tags and entities; of two names the longer wins. None without names.

    A name in small letters is found in any case, one with capitals as it is written.
    """
    ordered = sorted(names, key=lambda name: (-len(name), name))
    if not ordered:
        return None
    some = "|".join(f"(?i:{_loose(n)})" if n == n.lower() else _loose(n) for n in ordered)
    whole = f"{_BEFORE}(?P<name>{some})s?{_AFTER}|{_TAG}|{_ENTITY}"
    return re.compile(whole, re.DOTALL)


def _loose(name: str) -> str:
    # prose is wrapped, so a line may end inside a name
    return r"\s+".join(re.escape(word) for word in name.split())


def _first_words(names: Iterable[str]) -> frozenset[str]:
    """Words of which any text with a name in it has one: most text is passed over by them."""
    found: set[str] = set()
    for name in names:
        words = _WORD.findall(name.lower())
        found |= {words[0], f"{words[0]}s"} if words else set()
    return frozenset(found)


def _names_any(words: frozenset[str], text: str) -> bool:
    return not words.isdisjoint(_WORD.findall(text.lower()))
