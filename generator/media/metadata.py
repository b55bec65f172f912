"""Take the metadata out of a picture without touching its pixels.

A bundle carries the pictures as they were given, so that the site can be built from it again, but
without the place, the camera and the names that they may hold. What remains is what decoding
needs: colours, and which side is up.

Formats: JPEG, ITU-T T.81 annex B; PNG, https://www.w3.org/TR/png-3/#5Chunk-layout;
WebP, https://developers.google.com/speed/webp/docs/riff_container.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from hashlib import sha256

from generator.media.jpeg_layout import EOI_BYTES, PictureLayoutError, jpeg_segments

_PNG_START = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT = frozenset(
    [b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT"]
)
_WEBP_KEPT = frozenset([b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ICCP"])
_WEBP_EXIF_FLAG, _WEBP_XMP_FLAG = 0x08, 0x04
_APP0, _APP2, _APP14, _COMMENT = 0xE0, 0xE2, 0xEE, 0xFE
_ICC = b"ICC_PROFILE\0"


def without_metadata(content: bytes, orientation: int) -> bytes:
    """Return a JPEG, PNG or WebP with the same pixels and nothing else, least of all behind them.

    `orientation` is that of EXIF, 1 for upright. The result of a result is the same again. Raises
    PictureLayoutError for a file that is none of these.
    """
    return b"".join(_plain_parts(content, orientation))


def digest_without_metadata(content: bytes, orientation: int) -> str:
    """Return the SHA-256 of `without_metadata`, without making a copy of it. Raises the same."""
    digest = sha256()
    for part in _plain_parts(content, orientation):
        digest.update(part)
    return digest.hexdigest()


def _plain_parts(content: bytes, orientation: int) -> Iterator[bytes | memoryview]:
    exif = _exif(orientation) if orientation != 1 else b""
    try:
        if content.startswith(_PNG_START):
            yield from _png_parts(content, exif)
        elif content.startswith(b"RIFF"):
            yield _webp(content, exif)
        else:
            yield from _jpeg_parts(content, exif)
    except (struct.error, IndexError):
        raise PictureLayoutError from None


def _exif(orientation: int) -> bytes:
    """Return EXIF data, as a TIFF file, that states an orientation and nothing else."""
    entry = struct.pack(">HHIHH", 0x0112, 3, 1, orientation, 0)
    return b"MM\0*" + struct.pack(">IH", 8, 1) + entry + struct.pack(">I", 0)


def _jpeg_parts(content: bytes, exif: bytes) -> Iterator[bytes | memoryview]:
    view = memoryview(content)
    yield content[:2]
    if exif:
        body = b"Exif\0\0" + exif
        yield b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body
    for segment in jpeg_segments(content):
        if _is_kept(segment.marker, content[segment.body : segment.body + 12]):
            yield view[segment.start : segment.end]
    yield EOI_BYTES


def _is_kept(marker: int, start: bytes) -> bool:
    if marker == _APP2:
        return start == _ICC
    is_application_data = _APP0 <= marker <= 0xEF
    return marker in (_APP0, _APP14) or not (is_application_data or marker == _COMMENT)


def _png_parts(content: bytes, exif: bytes) -> Iterator[bytes]:
    yield _PNG_START
    at = len(_PNG_START)
    while True:
        length = struct.unpack_from(">I", content, at)[0]
        name, end = content[at + 4 : at + 8], at + 12 + length
        if end > len(content):
            raise PictureLayoutError
        if name in _PNG_KEPT:
            yield content[at:end]
        if name == b"IHDR" and exif:
            checksum = struct.pack(">I", zlib.crc32(b"eXIf" + exif))
            yield struct.pack(">I", len(exif)) + b"eXIf" + exif + checksum
        if name == b"IEND":
            return
        at = end


def _webp(content: bytes, exif: bytes) -> bytes:
    end = 8 + int(struct.unpack_from("<I", content, 4)[0])
    if end > len(content):
        raise PictureLayoutError
    body = b"".join(_webp_chunks(content[:end], exif))
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body


def _webp_chunks(content: bytes, exif: bytes) -> Iterator[bytes]:
    at = 12
    while at < len(content):
        length = struct.unpack_from("<I", content, at + 4)[0]
        name, end = content[at : at + 4], at + 8 + length + length % 2
        if at + 8 + length > len(content):
            raise PictureLayoutError
        chunk = content[at:end]
        if name == b"VP8X":
            flags = chunk[8] & ~(_WEBP_EXIF_FLAG | _WEBP_XMP_FLAG) | (
                _WEBP_EXIF_FLAG if exif else 0
            )
            chunk = chunk[:8] + bytes([flags]) + chunk[9:]
        if name in _WEBP_KEPT:
            yield chunk
        at = end
    if exif and content[12:16] == b"VP8X":
        yield b"EXIF" + struct.pack("<I", len(exif)) + exif + b"\0" * (len(exif) % 2)
