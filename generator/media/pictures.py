"""Read pictures, and make them small for pages. The only module that uses Pillow.

A picture of the site is made anew from its pixels, so that nothing else of the file remains: no
place, no camera, no name, and no second content behind the picture.
"""

from __future__ import annotations

import re
import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePosixPath

from PIL import Image, ImageCms, ImageOps

from generator.media.jpeg_layout import PictureLayoutError, jpeg_sample
from generator.media.picture_refusals import (
    animated_picture,
    damaged_picture,
    mistyped_picture,
    too_many_pixels,
)
from generator.media.refusal import MediaRefusedError

MAX_PIXELS = 40_000_000
LONGEST_SIDE = 1600  # pixels of a picture on a page
CARD_SIZE = (144, 108)  # pixels of a picture on a card
ENCODED_ENDING = ".webp"
_FORMATS = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".webp": "WEBP"}
# how the content of each type begins, a byte a character
PICTURE_STARTS = {
    ".png": re.compile(r"\x89PNG\r\n\x1a\n"),
    ".jpg": re.compile(r"\xff\xd8\xff"),
    ".webp": re.compile(r"RIFF.{4}WEBP", re.DOTALL),
}
_START_LENGTH = 12  # bytes
_ORIENTATION = 0x0112  # the EXIF tag; from 5 on, width and height change places
_FLAT_COLOURS = 2048  # a drawing or a screenshot has no more colours, and is kept without loss
_QUALITIES = (80, 62, 45)
_SHRINK = 0.5, 0.9  # how much shorter the sides may become in a step, if it is still too heavy


@dataclass(frozen=True, slots=True)
class PictureFacts:
    """The width and height of a picture in pixels, as people see it.

    `orientation` is that of EXIF: 1 where the pixels are stored upright.
    """

    width: int
    height: int
    orientation: int = 1


@dataclass(frozen=True, slots=True)
class EncodedPicture:
    """A picture as WebP, with its width and height in pixels."""

    content: bytes
    width: int
    height: int


def read_picture(name: str, content: bytes) -> PictureFacts:
    """Return the facts of a picture, after decoding as much of it as shows whether it is sound.

    Raises MediaRefusedError for a file that is not a sound still picture of the type that its
    name says, or that has more than `MAX_PIXELS`; that is found out before decoding.
    """
    with _opened(name, _sample(name, content) or content) as image:
        width, height = image.size
        if _can_be_drafted(image):
            image.draft("L", (1, 1))  # reads all data, but makes an eighth of the size
        image.load()
        orientation = _orientation(image)
    if orientation >= 5:
        width, height = height, width
    return PictureFacts(width, height, orientation)


def _sample(name: str, content: bytes) -> bytes | None:
    """Return what to decode in place of a JPEG; None where all of the file is needed."""
    if _format(name) != "JPEG" or _ending(content) != ".jpg":
        return None
    try:
        return jpeg_sample(content)
    except (PictureLayoutError, struct.error, IndexError):
        raise MediaRefusedError(damaged_picture()) from None


def encode_picture(name: str, content: bytes, most: int, *, card: bool = False) -> EncodedPicture:
    """Return a picture for a page, or cropped for a card: upright, without metadata.

    It has at most `most` bytes and its longest side at most `LONGEST_SIDE` pixels. The same
    content gives the same bytes. Raises MediaRefusedError as `read_picture`.
    """
    with _opened(name, content) as opened:
        side = LONGEST_SIDE if not card else 4 * max(CARD_SIZE)
        opened.draft("RGB", (side, side))
        image = _plain(ImageOps.exif_transpose(opened))
    if card:
        image = ImageOps.fit(image, CARD_SIZE, Image.Resampling.LANCZOS)
    else:
        image.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    return next(made for made in _versions(image, most) if len(made.content) <= most)


def _versions(image: Image.Image, most: int) -> Iterator[EncodedPicture]:
    """Yield a picture in ever fewer bytes, down to a single pixel."""
    if image.getcolors(_FLAT_COLOURS):
        yield _encoded(image, lossless=True, quality=_QUALITIES[0])
    while True:
        for quality in _QUALITIES:
            made = _encoded(image, quality=quality)
            yield made
        shrink = min(max((most / len(made.content)) ** 0.5, _SHRINK[0]), _SHRINK[1])
        width, height = (max(int(side * shrink), 1) for side in image.size)
        image = image.resize((width, height), Image.Resampling.LANCZOS)


def _encoded(image: Image.Image, *, quality: int, lossless: bool = False) -> EncodedPicture:
    out = BytesIO()
    image.save(out, "WEBP", quality=quality, lossless=lossless, method=4)
    return EncodedPicture(out.getvalue(), *image.size)


@contextmanager
def _opened(name: str, content: bytes) -> Iterator[Image.Image]:
    """Open a picture of which nothing but the header has been read.

    Whatever Pillow raises while it is open is a damaged file: it says so in many ways.
    """
    wanted = _format(name)
    _check_type(wanted, content)
    try:
        # ignored from before the file is opened: that warns of large pictures, which we refuse
        with (
            warnings.catch_warnings(action="ignore"),
            Image.open(BytesIO(content), formats=[wanted]) as image,
        ):
            _check_size(image)
            _check_still(image, wanted)
            yield image
    except MediaRefusedError:
        raise
    except Image.DecompressionBombError:
        raise MediaRefusedError(too_many_pixels("more than 80")) from None
    except Exception as fault:
        raise MediaRefusedError(damaged_picture()) from fault


def _format(name: str) -> str:
    return _FORMATS[PurePosixPath(name).suffix.lower()]


def _check_type(wanted: str, content: bytes) -> None:
    ending = _ending(content)
    actual = _FORMATS.get(ending, "")
    if actual != wanted:
        raise MediaRefusedError(mistyped_picture(wanted, actual, ending))


def _ending(content: bytes) -> str:
    """Return the ending for a picture, by its content; empty for another file."""
    start = content[:_START_LENGTH].decode("latin-1")
    return next((end for end, pattern in PICTURE_STARTS.items() if pattern.match(start)), "")


def _check_size(image: Image.Image) -> None:
    pixels = image.width * image.height
    if pixels > MAX_PIXELS:
        raise MediaRefusedError(too_many_pixels(f"{pixels / 1e6:.0f}"))


def _check_still(image: Image.Image, form: str) -> None:
    # a JPEG of a phone may hold a second picture, of which nothing remains
    if form != "JPEG" and getattr(image, "is_animated", False):
        raise MediaRefusedError(animated_picture())


def _can_be_drafted(image: Image.Image) -> bool:
    """Return whether Pillow can make a JPEG smaller while it reads it."""
    return image.format in ("JPEG", "MPO")


def _orientation(image: Image.Image) -> int:
    try:
        orientation = int(image.getexif().get(_ORIENTATION, 1))
    except Exception:  # broken metadata, of which nothing is kept
        return 1
    return orientation if 1 <= orientation <= 8 else 1


def _plain(image: Image.Image) -> Image.Image:
    """Return a picture in the colours of the web, without anything beside its pixels."""
    profile = image.info.get("icc_profile")
    if image.mode.startswith("I"):  # 16 bits a pixel
        image = image.point(lambda value: value / 256).convert("L")
    has_alpha = image.has_transparency_data
    image = _web_colours(image, profile, "RGBA" if has_alpha else "RGB")
    image.info.clear()
    return image


def _web_colours(image: Image.Image, profile: bytes | None, mode: str) -> Image.Image:
    if profile and image.mode in ("RGB", "RGBA", "CMYK"):
        try:
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            target = ImageCms.createProfile("sRGB")
            changed = ImageCms.profileToProfile(image, source, target, outputMode=mode)
        except (ImageCms.PyCMSError, OSError, ValueError):
            changed = None  # a broken profile; the colours stay as they are
        if changed is not None:
            return changed
    return image.convert(mode)
