"""The content security policy of every page: files of the site only, and no inline code.

Each page states the policy itself, because a page opened from a folder has no server to send it.
`frame-ancestors` is left out: browsers ignore it in pages. https://www.w3.org/TR/CSP3/
"""

from __future__ import annotations

_OWN = ("script-src", "style-src", "img-src", "font-src", "form-action")
_NONE = ("default-src", "base-uri")

POLICY = "; ".join((*(f"{name} 'none'" for name in _NONE), *(f"{name} 'self'" for name in _OWN)))
