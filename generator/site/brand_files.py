"""The files of an academy's look: what it states is made safe and carried with the site."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from generator.media.brand_pictures import card_of_logo, encode_icon, encode_logo, plain_card
from generator.media.web_font import read_font
from generator.model.look import CARRIED_FACE, USUAL_COLOURS, Look, Palette, palette_of
from generator.site.asset_bundles import hashed_name
from generator.site.brand_style import (
    FONT_NAME,
    OWN_FACE,
    OWN_VARIABLE_FACE,
    STYLE_NAME,
    brand_style,
)
from generator.site.theme_files import ASSETS, CARD, MARK, THEME

_DRAWING = ".svg"
_TYPES = {".svg": "image/svg+xml", ".png": "image/png"}
# the colours in the drawing of the engine's mark, and what they are
_MARK_GROUND, _MARK_INK = "#0b5a55", "#f3efe4"


@dataclass(frozen=True, slots=True)
class BrandFiles:
    """The files of a look by URL, and the URLs that pages name. An empty one stands for none.

    `mark` is the sign of the engine in the academy's colours, `card` the picture of a link to a
    page without one. Each has a hash of its content in its name, so that a browser never shows that
    of an earlier look.
    """

    files: Mapping[str, bytes] = field(repr=False)
    mark: str
    card: str
    icon: str
    logo: str = ""
    style: str = ""

    @property
    def icon_type(self) -> str:
        """The media type of the icon."""
        return _TYPES[PurePosixPath(self.icon).suffix]


def brand_files(look: Look, folder: Path) -> BrandFiles:
    """Return the files of a look, whose own files are in `folder`.

    They have passed the checks of the settings. Raises MediaRefusedError and FontRefusedError for
    a file that changed since then, and OSError for one that is gone.
    """
    palette = palette_of(look.stated)
    files: dict[str, bytes] = {}
    mark = _add(files, MARK, _mark(palette))
    card = _add(files, CARD, _card(look, palette, folder))
    logo = _add_picture(files, folder, look.logo, "logo")
    icon = _add_picture(files, folder, look.favicon, "icon") or mark
    style = _add_style(files, look, palette, folder) if look != Look() else ""
    return BrandFiles(files, mark, card, icon, logo, style)


def _add(files: dict[str, bytes], name: str, content: bytes) -> str:
    """Add a file under a name with the hash of its content, and return its URL."""
    url = f"{ASSETS}{hashed_name(name, content)}"
    files[url] = content
    return url


def _add_style(files: dict[str, bytes], look: Look, palette: Palette, folder: Path) -> str:
    face, font = look.typeface or CARRIED_FACE, ""
    if look.font_file:
        content = (folder / look.font_file).read_bytes()
        face = OWN_VARIABLE_FACE if read_font(content).variable else OWN_FACE
        font = _add(files, FONT_NAME, content).removeprefix(ASSETS)
    return _add(files, STYLE_NAME, brand_style(palette, face, font).encode())


def _add_picture(files: dict[str, bytes], folder: Path, name: str, purpose: str) -> str:
    """Add a logo or an icon, made anew from its pixels; return its URL, empty for none.

    A drawing has passed an allow-list of elements and attributes, and stays as it is.
    """
    if not name:
        return ""
    content = (folder / name).read_bytes()
    if name.lower().endswith(_DRAWING):
        return _add(files, f"brand/{purpose}.svg", content)
    if purpose == "icon":
        return _add(files, "brand/icon.png", encode_icon(name, content))
    return _add(files, "brand/logo.webp", encode_logo(name, content).content)


def _mark(palette: Palette) -> bytes:
    """Return the mark of the engine in the colours of the academy."""
    drawing = (THEME / ASSETS / MARK).read_text(encoding="utf-8")
    changes = {
        _MARK_GROUND: palette.header,
        _MARK_INK: palette.header_text,
        USUAL_COLOURS["accent"]: palette.accent,
    }
    for old, new in changes.items():
        drawing = drawing.replace(old, new)
    return drawing.encode()


def _card(look: Look, palette: Palette, folder: Path) -> bytes:
    if look == Look():
        return (THEME / ASSETS / CARD).read_bytes()
    if look.logo and not look.logo.lower().endswith(_DRAWING):
        return card_of_logo(look.logo, (folder / look.logo).read_bytes(), palette.header)
    return plain_card(palette.header, palette.header_text, palette.accent, mark=not look.logo)
