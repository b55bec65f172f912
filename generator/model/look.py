"""The look of an academy: its colours in light and dark, its typeface, logo and icon."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

from generator.model.contrast import (
    SHAPE_CONTRAST,
    TEXT_CONTRAST,
    contrast,
    least_contrast,
    nearest_passing,
)

ColourName = Literal["brand", "brand_dark", "header", "header_text", "accent"]
COLOUR_NAMES: tuple[ColourName, ...] = get_args(ColourName)
# the colours behind text, as `academy.css` has them: page, card, and what lies lower
LIGHT_GROUNDS = ("#fbfaf6", "#ffffff", "#f1efe7")
DARK_GROUNDS = ("#101716", "#182120", "#1e2928")
USUAL_COLOURS: Mapping[ColourName, str] = {
    "brand": "#0b5a55",
    "brand_dark": "#86d6cc",
    "header": "#083f3c",
    "header_text": "#fbf7ea",
    "accent": "#f2b84b",
}
_INKS = ("#17211f", "#fbf7ea", "#000000", "#ffffff")  # for text on a colour of the academy
CARRIED_FACE, SYSTEM_SANS, SYSTEM_SERIF = "atkinson", "sans", "serif"
TYPEFACES = (CARRIED_FACE, SYSTEM_SANS, SYSTEM_SERIF)


@dataclass(frozen=True, slots=True)
class Look:
    """What an academy states of its look; empty for the look of the engine.

    `stated` are its colours. `typeface` is one of `TYPEFACES` or the path of a font file; that, and
    the paths of `logo` and `favicon`, start in the folder of hand-written pages.
    """

    stated: Mapping[ColourName, str] = field(default_factory=dict)
    typeface: str = ""
    logo: str = ""
    favicon: str = ""

    @property
    def font_file(self) -> str:
        """The font file of the academy, or nothing."""
        return "" if self.typeface in ("", *TYPEFACES) else self.typeface


@dataclass(frozen=True, slots=True)
class Palette:
    """Every colour of the look. `header_dark` is that of the header in the dark."""

    brand: str
    brand_dark: str
    header: str
    header_text: str
    accent: str
    accent_text: str


def palette_of(stated: Mapping[ColourName, str]) -> Palette:
    """Return all colours: those stated, and for the others ones that can be read beside them.

    The brand's colour for the dark is the nearest shade of the brand that can be read there.
    """
    brand = stated.get("brand", USUAL_COLOURS["brand"])
    dark = (
        nearest_passing(brand, DARK_GROUNDS) if "brand" in stated else USUAL_COLOURS["brand_dark"]
    )
    header = stated.get("header", USUAL_COLOURS["header"])
    text = stated.get("header_text") or _readable(header, USUAL_COLOURS["header_text"])
    usual_accent = USUAL_COLOURS["accent"]
    accent = stated.get("accent") or (
        usual_accent if contrast(usual_accent, header) >= SHAPE_CONTRAST else text
    )
    return Palette(
        brand, stated.get("brand_dark", dark), header, text, accent, _readable(accent, _INKS[0])
    )


def _readable(ground: str, usual: str) -> str:
    """Return a colour for text on `ground`: the usual one, if it can be read."""
    return next(ink for ink in (usual, *_INKS) if contrast(ink, ground) >= TEXT_CONTRAST)


@dataclass(frozen=True, slots=True)
class UnreadableColour:
    """A stated colour that cannot be told from what is behind it: where, in words; its contrast and
    the `needed` one, that of text or that of shapes; and a better colour.

    `nearest` is empty where no shade of it passes.
    """

    name: ColourName
    colour: str
    where: str
    contrast: float
    needed: float
    nearest: str


def unreadable_colours(stated: Mapping[ColourName, str]) -> tuple[UnreadableColour, ...]:
    """Return every stated colour that has less contrast than WCAG 2.2 AA asks for.

    Text needs more than shapes do. So the shapes in the colours of text (marks of charts, signs of
    what is chosen, edges of boxes) can be seen where that text can be read; tests hold this for the
    paler lines of charts. The accent is no colour of text: it marks the present section in the
    header, and is the ground of the button there.
    """
    header = (palette_of(stated).header,)
    on_header = f"on the header ({header[0]})"
    pairs: tuple[tuple[ColourName, tuple[str, ...], str, float], ...] = (
        ("brand", LIGHT_GROUNDS, "on a light page", TEXT_CONTRAST),
        ("brand_dark", DARK_GROUNDS, "on a dark page", TEXT_CONTRAST),
        ("header_text", header, on_header, TEXT_CONTRAST),
        ("accent", header, on_header, SHAPE_CONTRAST),
    )
    return tuple(
        UnreadableColour(
            name,
            stated[name],
            where,
            least_contrast(stated[name], grounds),
            needed,
            nearest_passing(stated[name], grounds, needed),
        )
        for name, grounds, where, needed in pairs
        if name in stated and least_contrast(stated[name], grounds) < needed
    )
