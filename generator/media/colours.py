"""Colours as people write them: “#7a1f5c”, “#7ac” or a name of CSS such as “teal”."""

from __future__ import annotations

import re

from PIL import ImageColor

_HEX = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")


def parse_colour(text: str) -> str:
    """Return a colour as six small hexadecimal digits after “#”; empty for what is no colour."""
    if _HEX.fullmatch(text):
        digits = text[1:].lower()
        return f"#{digits}" if len(digits) == 6 else "#" + "".join(digit * 2 for digit in digits)
    named = ImageColor.colormap.get(text.lower(), "")
    return parse_colour(named) if isinstance(named, str) and named else ""


def colour_names() -> tuple[str, ...]:
    """Return the names of colours that CSS knows."""
    return tuple(ImageColor.colormap)
