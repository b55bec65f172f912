"""Rules on safety: pages load only files of the site and run only its scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.publish.security_policy import POLICY
from generator.publish.verify.markup import HtmlTag
from generator.publish.verify.rule import SiteFile, Violation
from generator.publish.verify.scripts import parse_script_call

_LOADED_ATTRIBUTES = (
    "src",
    "srcset",
    "poster",
    "data",
    "background",
    "ping",
    "action",
    "formaction",
)
# attributes that may hold a URL, including those of SVG animations
_ADDRESS_ATTRIBUTES = (
    *_LOADED_ATTRIBUTES,
    "href",
    "xlink:href",
    "cite",
    "manifest",
    "to",
    "from",
    "by",
    "values",
)
_EXTERNAL_ADDRESS = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:|//|\\)", re.IGNORECASE)
_UNLOADED_RELATIONS = ("canonical", "alternate", "license", "me")  # stated, never loaded
_STYLE_URL = re.compile(r"(?:url\(\s*|@import\s+)[\"']?\s*(?:[a-z][a-z0-9+.-]*:)?//", re.I)
_NETWORK_CALL = re.compile(
    r"\b(?:fetch|importScripts|import|eval)\s*\(|\bnew\s+Function\b"
    r"|\b(?:XMLHttpRequest|WebSocket|EventSource|WebTransport|RTCPeerConnection)\b|sendBeacon"
)
# browsers ignore spaces and control characters in and before the scheme
_SCRIPT_ADDRESS = re.compile(
    r"[\x00-\x20]*(?:j\s*a\s*v\s*a|v\s*b)\s*s\s*c\s*r\s*i\s*p\s*t\s*:", re.IGNORECASE
)
_FORBIDDEN_ELEMENTS = frozenset(
    ["iframe", "frame", "object", "embed", "applet", "base", "portal", "style"]
)
# browsers do not run data blocks: https://html.spec.whatwg.org/multipage/scripting.html#data-block
DATA_BLOCK = "application/ld+json"
_PROGRAM_FAULT = (
    "This is a fault in the program or in a hand-written page. A record cannot cause it."
)


def external_requests(file: SiteFile) -> Iterator[Violation]:
    """No page, style or script asks for anything outside the site."""
    for tag in file.tags:
        for value in _external_addresses(tag):
            message = f"“{value}” loads from another website, so the page would not work offline."
            yield Violation(
                file.url,
                message,
                "Copy the file into site_src/, or add a link to it.",
                file.position_of(tag),
            )
    if file.url.endswith(".css"):
        yield from _pattern_violations(
            file, _STYLE_URL, "This style loads from another website: “{}”."
        )
    if file.url.endswith(".js") and parse_script_call(file.text) is None:
        yield from _pattern_violations(
            file, _NETWORK_CALL, "This script may use the internet or run other code: “{}”."
        )


def inline_code(file: SiteFile) -> Iterator[Violation]:
    """No page holds a script, a style or a handler of its own; scripts and styles are files."""
    for tag in file.tags:
        if wrong := _inline_part(tag):
            yield Violation(
                file.url, f"This page contains {wrong}.", _PROGRAM_FAULT, file.position_of(tag)
            )


def missing_policy(file: SiteFile) -> Iterator[Violation]:
    """Every page states the policy, before anything that it could stop."""
    if not file.is_page:
        return
    for tag in file.tags:
        if (tag.get("http-equiv") or "").lower() == "content-security-policy":
            if tag.get("content") != POLICY:
                yield Violation(
                    file.url,
                    "The security policy of this page was changed.",
                    _PROGRAM_FAULT,
                    file.position_of(tag),
                )
            return
        if tag.name in ("script", "link", "img", "body"):
            break
    yield Violation(file.url, "This page does not start with the security policy.", _PROGRAM_FAULT)


def _pattern_violations(
    file: SiteFile, wrong: re.Pattern[str], message: str
) -> Iterator[Violation]:
    for match in wrong.finditer(file.text):
        yield Violation(file.url, message.format(match[0]), _PROGRAM_FAULT, match.start())


@lru_cache(maxsize=30_000)
def _external_addresses(tag: HtmlTag) -> tuple[str, ...]:
    return tuple(
        value
        for name, value in tag.attributes
        if _is_loaded(tag, name) and _EXTERNAL_ADDRESS.match(value)
    )


def _is_loaded(tag: HtmlTag, name: str) -> bool:
    if name in ("href", "xlink:href"):
        if tag.name == "link":
            return (tag.get("rel") or "") not in _UNLOADED_RELATIONS
        return tag.name not in ("a", "area")
    if name == "content":
        return (tag.get("http-equiv") or "").lower() == "refresh"
    return name in _LOADED_ATTRIBUTES


@lru_cache(maxsize=30_000)
def _inline_part(tag: HtmlTag) -> str:
    if tag.name in _FORBIDDEN_ELEMENTS:
        return f"the element “{tag.name}”"
    if tag.name == "script" and not tag.get("src") and tag.get("type") != DATA_BLOCK:
        return "an inline script"
    for name, value in tag.attributes:
        if name.startswith("on"):
            return f"the handler “{name}”"
        if name in ("style", "srcdoc") or (name == "http-equiv" and value.lower() == "refresh"):
            return f"the attribute “{name}”"
        if name in _ADDRESS_ATTRIBUTES and _SCRIPT_ADDRESS.match(value):
            return f"a script as the address in “{name}”"
    return ""
