"""How well a colour can be told from the colour behind it.

The formulas are those of WCAG 2.2, for relative luminance and contrast ratio:
https://www.w3.org/TR/WCAG22/#dfn-relative-luminance, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio.
Colours are “#” and six hexadecimal digits.
"""

from __future__ import annotations

from collections.abc import Iterable
from colorsys import hls_to_rgb, rgb_to_hls

TEXT_CONTRAST = 4.5  # success criterion 1.4.3, level AA
SHAPE_CONTRAST = 3.0  # success criterion 1.4.11: signs, marks of charts, edges of what one uses
_STEPS = 255


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two colours, from 1 to 21."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def least_contrast(colour: str, grounds: Iterable[str]) -> float:
    """Return the lowest contrast ratio of a colour with any of the `grounds`."""
    return min(contrast(colour, ground) for ground in grounds)


def nearest_passing(colour: str, grounds: tuple[str, ...], needed: float = TEXT_CONTRAST) -> str:
    """Return the colour of the same hue, as near in lightness as can be, with `needed` contrast.

    Empty where no lightness has it with all the `grounds`.
    """
    hue, lightness, saturation = rgb_to_hls(*_channels(colour))
    by_distance = sorted(range(_STEPS + 1), key=lambda step: abs(step / _STEPS - lightness))
    shades = (_hex(hls_to_rgb(hue, step / _STEPS, saturation)) for step in by_distance)
    near = (shade for shade in (colour, *shades) if least_contrast(shade, grounds) >= needed)
    return next(near, "")


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _channels(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _hex(channels: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{round(channel * 255):02x}" for channel in channels)
