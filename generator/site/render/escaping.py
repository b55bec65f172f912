"""HTML escaping for everything that is not rendered by a template."""

from __future__ import annotations

from functools import lru_cache

from markupsafe import escape


# titles, labels and lengths are repeated on many pages
@lru_cache(maxsize=50_000)
def escape_html(text: str) -> str:
    """Return the text escaped for HTML content and quoted attributes."""
    return str(escape(text))
