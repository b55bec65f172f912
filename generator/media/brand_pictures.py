"""The pictures of an academy's look: its logo and icon made anew, and the card of a link."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageDraw

from generator.media.pictures import EncodedPicture, encode_picture

CARD = 1200, 630  # pixels, as Open Graph readers expect
ICON = 64  # pixels
_MOST_BYTES = 60_000
_SCALE = 4  # what is drawn larger and then made smaller has smooth edges
# the mark of the engine on a square of 32: a roof of two lines, and three places
_ROOF = ((9, 22.5), (16, 9), (23, 22.5))
_DOT, _LINE = 3.6, 2.0
_MARK_SIDE = 700  # pixels on the card


def encode_logo(name: str, content: bytes) -> EncodedPicture:
    """Return a logo as WebP. Raises MediaRefusedError as `encode_picture`."""
    return encode_picture(name, content, _MOST_BYTES)


def encode_icon(name: str, content: bytes) -> bytes:
    """Return an icon as a square PNG. Raises MediaRefusedError as `encode_picture`."""
    return _png(_fitted(encode_logo(name, content), (ICON, ICON), "#00000000"))


def card_of_logo(name: str, content: bytes, ground: str) -> bytes:
    """Return the card as PNG with a logo on `ground`."""
    picture = _fitted(encode_logo(name, content), (CARD[0] // 2, CARD[1] // 2), ground)
    card = Image.new("RGB", CARD, ground)
    left, top = (CARD[0] - picture.width) // 2, (CARD[1] - picture.height) // 2
    card.paste(picture.convert("RGB"), (left, top))
    return _png(card)


def plain_card(ground: str, ink: str, accent: str, *, mark: bool) -> bytes:
    """Return the card as PNG in three colours, with the mark of the engine or with a stripe."""
    width, height = CARD
    card = Image.new("RGB", (width * _SCALE, height * _SCALE), ground)
    draw = ImageDraw.Draw(card)
    if not mark:
        draw.rectangle((0, (height - 24) * _SCALE, width * _SCALE, height * _SCALE), fill=accent)
        return _png(card.resize(CARD, Image.Resampling.LANCZOS))
    unit = _MARK_SIDE * _SCALE / 32
    left, top = width * _SCALE / 2 - 16 * unit, height * _SCALE / 2 - 15.75 * unit
    points = [(left + x * unit, top + y * unit) for x, y in _ROOF]
    draw.line(points, fill=ink, width=round(_LINE * unit), joint="curve")
    for number, (x, y) in enumerate(points):
        reach = _DOT * unit
        fill = accent if number == 1 else ink
        draw.ellipse((x - reach, y - reach, x + reach, y + reach), fill=fill)
    return _png(card.resize(CARD, Image.Resampling.LANCZOS))


def _fitted(picture: EncodedPicture, size: tuple[int, int], ground: str) -> Image.Image:
    """Return a picture in the middle of a box of this size, on `ground`."""
    with Image.open(BytesIO(picture.content)) as opened:
        image = opened.convert("RGBA")
    scale = min(size[0] / image.width, size[1] / image.height)
    shape = max(round(image.width * scale), 1), max(round(image.height * scale), 1)
    image = image.resize(shape, Image.Resampling.LANCZOS)
    box = Image.new("RGBA", size, ground)
    box.alpha_composite(image, ((size[0] - shape[0]) // 2, (size[1] - shape[1]) // 2))
    return box


def _png(image: Image.Image) -> bytes:
    out = BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()
