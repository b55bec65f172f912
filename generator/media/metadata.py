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

_PNG_START = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT = frozenset(
    [b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT"]
)
_WEBP_KEPT = frozenset([b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ICCP"])
_WEBP_EXIF_FLAG, _WEBP_XMP_FLAG = 0x08, 0x04
_SOI, _EOI, _SOS, _APP0, _APP2, _APP14, _COMMENT = 0xD8, 0xD9, 0xDA, 0xE0, 0xE2, 0xEE, 0xFE
_WITHOUT_LENGTH = frozenset([0x01, *range(0xD0, 0xD8)])
_ICC = b"ICC_PROFILE\0"


class PictureLayoutError(ValueError):
    """Raised for a picture whose parts do not follow its format."""


def without_metadata(content: bytes, orientation: int) -> bytes:
    """Return a JPEG, PNG or WebP with the same pixels and nothing else, least of all behind them.

    `orientation` is that of EXIF, 1 for upright. The result of a result is the same again. Raises
    PictureLayoutError for a file that is none of these.
    """
    exif = _exif(orientation) if orientation != 1 else b""
    try:
        if content.startswith(_PNG_START):
            return b"".join(_png_parts(content, exif))
        if content.startswith(b"RIFF"):
            return _webp(content, exif)
        return b"".join(_jpeg_parts(content, exif))
    except (struct.error, IndexError):
        raise PictureLayoutError from None


def _exif(orientation: int) -> bytes:
    """Return EXIF data, as a TIFF file, that states an orientation and nothing else."""
    entry = struct.pack(">HHIHH", 0x0112, 3, 1, orientation, 0)
    return b"MM\0*" + struct.pack(">IH", 8, 1) + entry + struct.pack(">I", 0)


def _jpeg_parts(content: bytes, exif: bytes) -> Iterator[bytes]:
    yield content[:2]
    at = 2
    if exif:
        body = b"Exif\0\0" + exif
        yield b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body
    while True:
        if content[at] != 0xFF:
            raise PictureLayoutError
        marker = content[at + 1]
        if marker == 0xFF:  # a fill byte
            at += 1
            continue
        if marker == _EOI:
            yield b"\xff\xd9"
            return
        end = at + 2
        if marker not in _WITHOUT_LENGTH:
            end += struct.unpack_from(">H", content, at + 2)[0]
        if marker == _SOS:
            end = _end_of_scan(content, end)
        if end > len(content):
            raise PictureLayoutError
        if _is_kept(marker, content[at + 4 : at + 16]):
            yield content[at:end]
        at = end


def _is_kept(marker: int, start: bytes) -> bool:
    if marker == _APP2:
        return start == _ICC
    is_application_data = _APP0 <= marker <= 0xEF
    return marker in (_APP0, _APP14) or not (is_application_data or marker == _COMMENT)


def _end_of_scan(content: bytes, at: int) -> int:
    """Return where the next marker after the data of a scan is; restarts belong to the data."""
    while True:
        at = content.find(b"\xff", at)
        if at < 0:
            raise PictureLayoutError
        if content[at + 1] == 0 or 0xD0 <= content[at + 1] <= 0xD7:
            at += 2
        elif content[at + 1] == 0xFF:
            at += 1
        else:
            return at


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
