"""Glossary links: the first use of a term on a page links to its meaning.

The input is HTML that is already safe; the only change is to wrap parts of its text in links.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache, partial

from markupsafe import escape

from generator.model.glossary import GlossaryTerm, term_anchors

PAGE = "glossary.html"  # The URL of the glossary, relative to the root of the site.
# Text in these elements gets no links: links and controls cannot contain a link, and headings,
# quotations and code are not running text.
_CLOSED = frozenset({
    "a", "abbr", "blockquote", "button", "code", "h1", "h2", "h3", "h4", "h5", "h6", "label",
    "pre", "script", "select", "style", "summary", "svg", "textarea", "title",
})  # fmt: skip
_TAG = r"<!--.*?-->|<(?P<end>/?)(?P<tag>[a-zA-Z][\w-]*)(?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+>"
_ENTITY = r"&(?:#\w+|\w+);"
# Next to a letter, a digit, a hyphen or a slash, a name is part of a longer word or a path.
_BEFORE, _AFTER = r"(?<![\w./@\\-])", r"(?![\w/@\\])"
_WORD = re.compile(r"[^\W_]+")


class GlossaryLinker:
    """Links glossary terms in text. `terms` are in the order of the glossary page."""

    def __init__(self, terms: Iterable[GlossaryTerm]) -> None:
        all_terms = tuple(terms)
        names = term_anchors(all_terms)
        self._links: dict[str, tuple[str, str]] = {}
        self._term_of: dict[str, str] = {}
        for term in all_terms:
            if term.explained:
                self._links[term.term] = names[term.term], str(escape(term.meaning))
                for name in _spellings(term):
                    self._term_of.setdefault(name, term.term)
        # The same few texts appear on thousands of pages.
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
    """Yield each name as it may appear in HTML: templates escape quotation marks, prose not."""
    for name in term.names:
        yield str(escape(name))
        yield html.escape(name, quote=False)


def _depth(closed: int, match: re.Match[str]) -> int:
    tag = match["tag"]
    if tag is None or tag.lower() not in _CLOSED or match.group().endswith("/>"):
        return closed
    return max(closed - 1, 0) if match["end"] else closed + 1


def _pattern(names: Iterable[str]) -> re.Pattern[str] | None:
    """Return a pattern that matches names, tags and entities; None without names.

    At the same place the longest name is matched. A name in lower case matches any case, one with
    capitals only itself.
    """
    ordered = sorted(names, key=lambda name: (-len(name), name))
    if not ordered:
        return None
    alternatives = "|".join(f"(?i:{_loose(n)})" if n == n.lower() else _loose(n) for n in ordered)
    whole = f"{_BEFORE}(?P<name>{alternatives})s?{_AFTER}|{_TAG}|{_ENTITY}"
    return re.compile(whole, re.DOTALL)


def _loose(name: str) -> str:
    # Prose is wrapped, so a line may end inside a name.
    return r"\s+".join(re.escape(word) for word in name.split())


def _first_words(names: Iterable[str]) -> frozenset[str]:
    """Return the first words of the names. A text without any of them is skipped unsearched."""
    first_words: set[str] = set()
    for name in names:
        words = _WORD.findall(name.lower())
        first_words |= {words[0], f"{words[0]}s"} if words else set()
    return frozenset(first_words)


def _names_any(words: frozenset[str], text: str) -> bool:
    return not words.isdisjoint(_WORD.findall(text.lower()))
