"""Text made safe to stand in HTML: the one way for whatever is not drawn by a template."""

from __future__ import annotations

from functools import lru_cache

from markupsafe import escape


# titles, labels and lengths come again on every page
@lru_cache(maxsize=50_000)
def escape_html(text: str) -> str:
    """A text that can stand between tags and in a quoted attribute."""
    return str(escape(text))
