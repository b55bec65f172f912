"""Small pictures for tests, sound and hostile, made when they are needed."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

from PIL import Image

from tests.media.document_samples import DOCUMENTS

GPS_PLACE = (54.0, 58.0, 12.0)
CAMERA = "Secret Camera 9"


def scene(width: int = 48, height: int = 32, mode: str = "RGB") -> Image.Image:
    """A picture whose corners differ: red at the top left, blue at the top right."""
    image = Image.linear_gradient("L").resize((width, height)).convert("RGB")
    image.paste((255, 0, 0), (0, 0, width // 4, height // 4))
    image.paste((0, 0, 255), (width - width // 4, 0, width, height // 4))
    return image.convert(mode)


def busy(width: int, height: int) -> Image.Image:
    """A picture with something in every place, as a photograph has."""
    coarse = Image.effect_noise((width // 16 + 1, height // 16 + 1), 90).resize((width, height))
    image = Image.blend(coarse, Image.effect_noise((width, height), 25), 0.25)
    return Image.merge("RGB", (image, image.transpose(Image.Transpose.ROTATE_180), image))


def saved(image: Image.Image, form: str, **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, form, **options)
    return out.getvalue()


def private(form: str = "JPEG", orientation: int = 1) -> bytes:
    """A picture that tells where and with what it was taken."""
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = orientation, CAMERA
    place = exif.get_ifd(0x8825)
    place[1], place[2] = "N", GPS_PLACE
    return saved(scene(), form, exif=exif)


def animated(form: str = "PNG") -> bytes:
    return saved(scene(), form, save_all=True, append_images=[scene(mode="L").convert("RGB")])


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def png_of(width: int, height: int, data: bytes) -> bytes:
    """A PNG that claims a size, whatever its data."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = (_chunk(b"IHDR", header), _chunk(b"IDAT", zlib.compress(data)), _chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


# what a case calls for in its `media.txt`, by name
SAMPLES: dict[str, Callable[[], bytes]] = {
    "png": lambda: saved(scene(), "PNG"),
    "jpeg": lambda: saved(scene(), "JPEG"),
    "webp": lambda: saved(scene(), "WEBP"),
    "private jpeg": private,
    "animated png": animated,
    "animated webp": lambda: animated("WEBP"),
    "cut jpeg": lambda: saved(busy(64, 64), "JPEG")[:-200],
    "cut png": lambda: saved(busy(64, 64), "PNG")[:-200],
    "cut webp": lambda: saved(busy(64, 64), "WEBP")[:-200],
    "short png": lambda: png_of(64, 64, b"\0" * 60),  # sound chunks, too few pixels
    "huge png": lambda: png_of(8000, 6000, b""),
    "enormous png": lambda: png_of(60_000, 60_000, b""),
    "gif": lambda: saved(scene(), "GIF"),
    "web page": lambda: b"<html><script>alert(1)</script></html>",
    "nothing": lambda: b"",
    "too many bytes": lambda: saved(scene(), "PNG") + bytes(20_000_001),
}


def write_media(root: Path) -> None:
    """Write the files that `media.txt` below `root` calls for: “media/team.png: cut png”."""
    listed = root / "media.txt"
    if listed.exists():
        for line in listed.read_text(encoding="utf-8").splitlines():
            path, _, sample = line.partition(": ")
            target = root / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes({**SAMPLES, **DOCUMENTS}[sample]())
        listed.unlink()
