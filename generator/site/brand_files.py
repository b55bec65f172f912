"""The files of an academy's look: what it states is made safe and carried with the site."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from generator.media.brand_pictures import card_of_logo, encode_icon, encode_logo, plain_card
from generator.media.web_font import read_font
from generator.model.look import USUAL_COLOURS, Look, Palette, palette_of
from generator.site.brand_style import (
    FONT_URL,
    OWN_FACE,
    OWN_VARIABLE_FACE,
    STYLE_URL,
    brand_style,
)
from generator.site.theme_files import CARD, THEME

ICON_URL = "assets/academy/icon.svg"
_FOLDER = "assets/academy/brand/"
_DRAWING = ".svg"
_TYPES = {".svg": "image/svg+xml", ".png": "image/png"}
# the colours in the drawing of the engine's mark, and what they are
_MARK_GROUND, _MARK_INK = "#0b5a55", "#f3efe4"


@dataclass(frozen=True, slots=True)
class BrandFiles:
    """The files of a look by URL, and the URLs that pages name: the usual ones, or none."""

    files: Mapping[str, bytes] = field(default_factory=dict)
    style: str = ""
    logo: str = ""
    icon: str = ICON_URL

    @property
    def icon_type(self) -> str:
        """The media type of the icon."""
        return _TYPES[PurePosixPath(self.icon).suffix]


def brand_files(look: Look, folder: Path) -> BrandFiles:
    """Return the files of a look, whose own files are in `folder`.

    They have passed the checks of the settings. Raises MediaRefusedError and FontRefusedError for
    a file that changed since then, and OSError for one that is gone.
    """
    if look == Look():
        return BrandFiles()
    palette = palette_of(look.stated)
    files: dict[str, bytes] = {STYLE_URL: _style(look, palette, folder)}
    if look.font_file:
        files[FONT_URL] = (folder / look.font_file).read_bytes()
    logo = _add_picture(files, folder, look.logo, "logo")
    icon = _add_picture(files, folder, look.favicon, "icon") or ICON_URL
    files[ICON_URL] = _mark(palette)
    files[CARD] = _card(look, palette, folder)
    return BrandFiles(files, STYLE_URL, logo, icon)


def _style(look: Look, palette: Palette, folder: Path) -> bytes:
    face = look.typeface or "atkinson"
    if look.font_file:
        facts = read_font((folder / look.font_file).read_bytes())
        face = OWN_VARIABLE_FACE if facts.variable else OWN_FACE
    return brand_style(palette, face).encode()


def _add_picture(files: dict[str, bytes], folder: Path, name: str, purpose: str) -> str:
    """Add a logo or an icon, made anew from its pixels; return its URL, empty for none.

    A drawing has passed an allow-list of elements and attributes, and stays as it is.
    """
    if not name:
        return ""
    content = (folder / name).read_bytes()
    if name.lower().endswith(_DRAWING):
        url = f"{_FOLDER}{purpose}.svg"
        files[url] = content
    elif purpose == "icon":
        url = f"{_FOLDER}{purpose}.png"
        files[url] = encode_icon(name, content)
    else:
        url = f"{_FOLDER}{purpose}.webp"
        files[url] = encode_logo(name, content).content
    return url


def _mark(palette: Palette) -> bytes:
    """Return the mark of the engine in the colours of the academy."""
    drawing = (THEME / ICON_URL).read_text(encoding="utf-8")
    changes = {
        _MARK_GROUND: palette.header,
        _MARK_INK: palette.header_text,
        USUAL_COLOURS["accent"]: palette.accent,
    }
    for old, new in changes.items():
        drawing = drawing.replace(old, new)
    return drawing.encode()


def _card(look: Look, palette: Palette, folder: Path) -> bytes:
    if look.logo and not look.logo.lower().endswith(_DRAWING):
        return card_of_logo(look.logo, (folder / look.logo).read_bytes(), palette.header)
    return plain_card(palette.header, palette.header_text, palette.accent, mark=not look.logo)
