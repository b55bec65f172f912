"""What a page of the site may load and run: files of the site, and nothing else.

The policy stands in each page, because a page opened from a folder has no server to send it.
https://www.w3.org/TR/CSP3/ says what the words mean. `frame-ancestors` is left out: browsers heed
it only when a server sends it.
"""

from __future__ import annotations

_OWN = ("script-src", "style-src", "img-src", "font-src", "form-action")
_NONE = ("default-src", "base-uri")

POLICY = "; ".join((*(f"{name} 'none'" for name in _NONE), *(f"{name} 'self'" for name in _OWN)))
