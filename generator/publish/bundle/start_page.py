"""The page that a reader of a bundle opens first, START HERE.html.

From inside a zip, Windows opens this file alone. So its style is in it, and its security policy
names the hash of that style: https://www.w3.org/TR/CSP3/#match-element-to-source-list. Otherwise
the page follows the rules of every page.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path

from generator.diagnostics import Diagnostic
from generator.publish.security_policy import POLICY
from generator.publish.verify import inspect_file

START = "START HERE.html"
_STYLE_FILE = Path(__file__).resolve().parents[2] / "templates" / "start-here.css"
_OWN_STYLES = "style-src 'self'"


@cache
def start_style() -> str:
    """Return the style that the page holds."""
    return _STYLE_FILE.read_text(encoding="utf-8")


@cache
def start_policy() -> str:
    """Return the security policy of the page: the usual one, which also allows this one style."""
    digest = base64.b64encode(sha256(start_style().encode()).digest()).decode()
    return POLICY.replace(_OWN_STYLES, f"{_OWN_STYLES} 'sha256-{digest}'")


def start_page_findings(content: bytes) -> Iterator[Diagnostic]:
    """Yield what breaks a rule in the page, apart from the style that the engine puts into it."""
    style, lines = start_style(), "\n" * start_style().count("\n")
    text = content.decode("utf-8", errors="replace").replace(f"<style>{style}</style>", lines, 1)
    text = text.replace(_escaped(start_policy()), _escaped(POLICY), 1)
    yield from inspect_file(START, text.encode()).findings


def _escaped(policy: str) -> str:
    return policy.replace("'", "&#39;")
