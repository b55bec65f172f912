"""The style sheet of an academy's look, and whether a style sheet is one.

It holds colours and a typeface and nothing else, so that the verifier can make it again from the
values in it and compare every byte.
"""

from __future__ import annotations

import re

from generator.model.look import (
    CARRIED_FACE,
    SYSTEM_SANS,
    SYSTEM_SERIF,
    TYPEFACES,
    Palette,
    palette_of,
)

STYLE_NAME = "brand.css"
FONT_NAME = "brand/typeface.woff2"
_FACE = "Academy typeface"
_CARRIED = '"Atkinson Next", "Segoe UI", system-ui, -apple-system, "Noto Sans", sans-serif'
OWN_FACE, OWN_VARIABLE_FACE = "own", "own-variable"
# what each typeface is to a browser; none of it is loaded from elsewhere
_STACKS = {
    CARRIED_FACE: _CARRIED,
    SYSTEM_SANS: 'system-ui, -apple-system, "Segoe UI", "Noto Sans", sans-serif',
    SYSTEM_SERIF: 'Georgia, "Times New Roman", "Noto Serif", serif',
    OWN_FACE: f'"{_FACE}", {_CARRIED}',
    OWN_VARIABLE_FACE: f'"{_FACE}", {_CARRIED}',
}
_WEIGHTS = {OWN_FACE: "", OWN_VARIABLE_FACE: "\n  font-weight: 200 800;"}
_STYLE = """\
/* The colours and the typeface of this academy: {face}. */
{font}
:root {{
  --brand: {light.brand};
{shared}
}}

@media (prefers-color-scheme: dark) {{
  :root:not([data-scheme="light"]) {{
    --brand: {light.brand_dark};
    --brand-deep: {light.header};
    --on-brand: {light.header_text};
  }}
}}

:root[data-scheme="dark"] {{
  --brand: {light.brand_dark};
  --brand-deep: {light.header};
  --on-brand: {light.header_text};
}}

@media print {{
  :root {{
    --brand: {light.brand};
  }}
}}

/* the widths of words in drawings are those of this face */
svg text {{
  font-family: {carried};
}}
"""
_SHARED = """\
  --brand-deep: {0.header};
  --on-brand: {0.header_text};
  --accent: {0.accent};
  --on-accent: {0.accent_text};
  --sans: {1};"""
_FONT = """
@font-face {{
  font-family: "{face}";
  src: url("{file}") format("woff2");{weights}
  font-display: swap;
}}
"""
_COLOUR = re.compile(r"--(brand|brand-deep|on-brand|accent): (#[0-9a-f]{6});")
_FONT_FILE = re.compile(r'  src: url\("(brand/typeface\.[0-9a-f]+\.woff2)"\) format\("woff2"\);\n')
_FONT_URL = re.compile(r"assets/academy/brand/typeface\.[0-9a-f]+\.woff2")
_NAMED_FACE = re.compile(r"\A/\* The colours and the typeface of this academy: ([a-z-]+)\. \*/\n")


def is_font_url(url: str) -> bool:
    """Return whether a URL in a site is that of a typeface of the academy's own."""
    return _FONT_URL.fullmatch(url) is not None


def brand_style(palette: Palette, face: str, font_file: str = "") -> str:
    """Return the style sheet for these colours and one of the typefaces.

    `font_file` is the URL, from the style sheet, of a typeface of the academy's own.
    """
    weights = _WEIGHTS.get(face)
    font = "" if weights is None else _FONT.format(face=_FACE, file=font_file, weights=weights)
    shared = _SHARED.format(palette, _STACKS[face])
    return _STYLE.format(face=face, font=font, light=palette, shared=shared, carried=_CARRIED)


def is_brand_style(text: str) -> bool:
    """Return whether a text is a style sheet that `brand_style` makes, to the last byte."""
    face = _NAMED_FACE.match(text)
    colours = _COLOUR.findall(text)
    if face is None or face[1] not in (*TYPEFACES, OWN_FACE, OWN_VARIABLE_FACE) or len(colours) < 5:
        return False
    (_, brand), (_, header), (_, header_text), (_, accent), (_, dark), *_rest = colours
    palette = palette_of(
        {
            "brand": brand,
            "brand_dark": dark,
            "header": header,
            "header_text": header_text,
            "accent": accent,
        }
    )
    font = _FONT_FILE.search(text)
    return text == brand_style(palette, face[1], font[1] if font else "")
