"""What no page may do: ask for anything elsewhere, or run what is not a file of the site."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.publish.verify.markup import HtmlTag
from generator.publish.verify.rule import SiteFile, Violation
from generator.publish.verify.scripts import handed_over

_LOADING = ("src", "srcset", "poster", "data", "background", "ping", "action", "formaction")
# where an address can stand, also one that an animation brings in; any other may hold any words
_LEADING = (*_LOADING, "href", "xlink:href", "cite", "manifest", "to", "from", "by", "values")
_ELSEWHERE = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:|//|\\)", re.IGNORECASE)
_ADDRESSES = ("canonical", "alternate", "license", "me")  # said, never loaded
_STYLE_URL = re.compile(r"(?:url\(\s*|@import\s+)[\"']?\s*(?:[a-z][a-z0-9+.-]*:)?//", re.I)
_ASKING = re.compile(
    r"\b(?:fetch|importScripts|import|eval)\s*\(|\bnew\s+Function\b"
    r"|\b(?:XMLHttpRequest|WebSocket|EventSource|WebTransport|RTCPeerConnection)\b|sendBeacon"
)
# a browser passes over spaces and control characters in and before the scheme
_SCRIPT = re.compile(
    r"[\x00-\x20]*(?:j\s*a\s*v\s*a|v\s*b)\s*s\s*c\s*r\s*i\s*p\s*t\s*:", re.IGNORECASE
)
_BARRED = frozenset(["iframe", "frame", "object", "embed", "applet", "base", "portal", "style"])
# a block of data is not run: https://html.spec.whatwg.org/multipage/scripting.html#data-block
DATA_BLOCK = "application/ld+json"
_OURS = "This is a fault in the program or in a hand-written page; no record can cause it."


def outside(leaf: SiteFile) -> Iterator[Violation]:
    """No page, style or script asks for anything outside the site."""
    for tag in leaf.tags:
        for value in _from_elsewhere(tag):
            said = f"“{value}” loads from elsewhere, which needs a network."
            yield Violation(
                leaf.url, said, "Copy the file into site_src/, or link it.", leaf.at(tag)
            )
    if leaf.url.endswith(".css"):
        yield from _all(leaf, _STYLE_URL, "This style loads from elsewhere: “{}”.")
    if leaf.url.endswith(".js") and handed_over(leaf.text) is None:
        yield from _all(leaf, _ASKING, "This script may ask a network or run text: “{}”.")


def inline(leaf: SiteFile) -> Iterator[Violation]:
    """No page holds a script, a style or a handler of its own; scripts and styles are files."""
    for tag in leaf.tags:
        if wrong := _inline(tag):
            yield Violation(leaf.url, f"This page holds {wrong}.", _OURS, leaf.at(tag))


def policy(leaf: SiteFile) -> Iterator[Violation]:
    """Every page states the policy, before anything that it could stop."""
    if not leaf.is_page:
        return
    for tag in leaf.tags:
        if (tag.get("http-equiv") or "").lower() == "content-security-policy":
            if tag.get("content") != leaf.policy:
                yield Violation(
                    leaf.url, "The policy of this page is not ours.", _OURS, leaf.at(tag)
                )
            return
        if tag.name in ("script", "link", "img", "body"):
            break
    yield Violation(leaf.url, "This page does not state the policy before all else.", _OURS)


def _all(leaf: SiteFile, wrong: re.Pattern[str], said: str) -> Iterator[Violation]:
    for found in wrong.finditer(leaf.text):
        yield Violation(leaf.url, said.format(found[0]), _OURS, found.start())


@lru_cache(maxsize=30_000)
def _from_elsewhere(tag: HtmlTag) -> tuple[str, ...]:
    return tuple(
        value for name, value in tag.attributes if _loads(tag, name) and _ELSEWHERE.match(value)
    )


def _loads(tag: HtmlTag, name: str) -> bool:
    if name in ("href", "xlink:href"):
        if tag.name == "link":
            return (tag.get("rel") or "") not in _ADDRESSES
        return tag.name not in ("a", "area")
    if name == "content":
        return (tag.get("http-equiv") or "").lower() == "refresh"
    return name in _LOADING


@lru_cache(maxsize=30_000)
def _inline(tag: HtmlTag) -> str:
    if tag.name in _BARRED:
        return f"the element “{tag.name}”"
    if tag.name == "script" and not tag.get("src") and tag.get("type") != DATA_BLOCK:
        return "an inline script"
    for name, value in tag.attributes:
        if name.startswith("on"):
            return f"the handler “{name}”"
        if name in ("style", "srcdoc") or (name == "http-equiv" and value.lower() == "refresh"):
            return f"the attribute “{name}”"
        if name in _LEADING and _SCRIPT.match(value):
            return f"a script as the address in “{name}”"
    return ""
